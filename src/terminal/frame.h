/*
 * frame: collects what curses sends for one picture, so that it reaches the terminal in one write. If it came in
 * parts, the terminal might show half a picture.
 *
 * Curses writes to a file of its own that leads to the terminal. While a frame is collected, its descriptor leads to
 * memory.
 */
#ifndef TERMINAL_FRAME_H
#define TERMINAL_FRAME_H

#include <stdbool.h>
#include <stdio.h>

#include "terminal/batch.h"

struct frame {
	FILE *file; /* for curses; NULL: not open */
	int memory; /* descriptor of the collected bytes, empty between frames; -1: none, frames are not collected */
	int copy;   /* copy of the terminal's descriptor during a frame; otherwise -1 */
	struct batch batch;
};

/* Opens FRAME for the terminal at descriptor OUT; false if no descriptor is left. */
bool frame_open(struct frame *frame, int out);
void frame_close(struct frame *frame);

/* Collects what curses writes, up to frame_end(). */
void frame_begin(struct frame *frame);

/* Sends the frame, between BEFORE and BEHIND if it is long. Curses has left the cursor at END, HIDDEN or not. */
void frame_end(struct frame *frame, struct spot end, bool hidden, const char *before, const char *behind);

#endif
