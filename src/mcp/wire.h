/*
 * wire: bytes from a client, cut into lines, of which each is a message. What is kept is bounded: the rest of a line
 * that is too long is thrown away as it comes.
 */
#ifndef MCP_WIRE_H
#define MCP_WIRE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

/* The longest line: the ids of a large board fit in. */
#define WIRE_LINE_BYTES (1024 * 1024)

struct wire {
	struct strbuf bytes; /* received and not taken yet */
	size_t at;           /* where the next line begins in it */
	bool skips;          /* the rest of the current line is thrown away */
};

#define WIRE_INIT                    \
	{                            \
		.bytes = STRBUF_INIT \
	}

enum wire_news {
	WIRE_NOTHING, /* no whole line is there */
	WIRE_LINE,
	WIRE_TOO_LONG /* a line has more than WIRE_LINE_BYTES */
};

void wire_release(struct wire *wire);

/* Adds LEN bytes that have come. Take all lines before adding more. */
void wire_add(struct wire *wire, const char *bytes, size_t len);

/* Takes the next line, without its end; *LINE is valid until the next wire_add(). */
enum wire_news wire_next(struct wire *wire, const char **line, size_t *len);

/* The same after the last byte has come: what is left is a line too. */
enum wire_news wire_last(struct wire *wire, const char **line, size_t *len);

#endif
