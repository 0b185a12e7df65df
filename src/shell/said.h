/*
 * said: the message in the lowest line, or above the prompt, until the next key.
 */
#ifndef SHELL_SAID_H
#define SHELL_SAID_H

#include "base/strbuf.h"
#include "draw/cellbuf.h"

/* The most lines of a message. */
#define SAID_LINES_MOST 3

struct said {
	struct strbuf text;
	bool failed; /* it is an error */
};

/* Draws it in at most ROOM cells of the line above BOTTOM; a longer one uses the lines above that as well, since its
 * end says what to press. */
void said_draw(const struct said *said, struct cellbuf *buf, int bottom, int room);

/* Draws it, if there is one, above row Y, which something else uses. */
void said_draw_above(const struct said *said, struct cellbuf *buf, int y);

#endif
