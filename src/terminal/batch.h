/*
 * batch: sends what curses draws in fewer bytes. Curses goes through the screen row by row and changes colours wherever
 * they differ; a step of the cursor or new keys in the lowest line alternate between two or three looks many times.
 * Here each look is set once, and all that has it is written then. Nor does the terminal need to be left as curses
 * leaves it, plain and with its cursor in place, as long as the next frame knows.
 */
#ifndef TERMINAL_BATCH_H
#define TERMINAL_BATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "terminal/patch.h"

/* The terminal between two frames. Curses believes that it is plain, and the cursor at BELIEVED. */
struct batch {
	struct patch_hand hand; /* as it is */
	bool inked;             /* its ink is known */
	struct spot believed;
	int rows, columns; /* of the screen; set before each frame */
};

/* Appends to OUT what shows the same as the LEN BYTES, which curses has drawn. It has left the cursor at END; it is
 * HIDDEN there or not. What is unknown or would not get shorter is sent as it is, but for repeated colours (pen.h). */
void batch_shorten(
	struct batch *batch, const char *bytes, size_t len, struct spot end, bool hidden, struct strbuf *out);

/* Somebody else may have written to the terminal, or it has another size. */
void batch_forget(struct batch *batch);

#endif
