/*
 * ansi: the bytes that make a terminal of 256 colours show a frame: all its cells, or those that have changed since
 * the last.
 */
#ifndef DRAW_ANSI_H
#define DRAW_ANSI_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "draw/cellbuf.h"
#include "draw/theme.h"

struct ansi {
	enum scheme scheme;   /* the colours in use */
	struct cellbuf shown; /* what the terminal shows; empty before the first frame */
};

/* For a light background if LIGHT, otherwise a dark one. */
void ansi_init(struct ansi *ansi, bool light);
void ansi_release(struct ansi *ansi);

/* Appends the bytes that make the terminal show BUF; nothing if it already does. */
void ansi_frame(struct ansi *ansi, const struct cellbuf *buf, struct strbuf *out);

/* Appends the bytes that give LOOK to the text that follows. */
void ansi_look(struct look look, struct strbuf *out);

#endif
