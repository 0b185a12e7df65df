/*
 * frame: what curses sends for one picture, gathered, so that it reaches the terminal in one write: of a picture that
 * comes in parts a terminal may show the first.
 *
 * Curses has a file of its own that leads to the terminal. While a frame is gathered its descriptor leads to memory.
 */
#ifndef TERMINAL_FRAME_H
#define TERMINAL_FRAME_H

#include <stdbool.h>
#include <stdio.h>

struct frame {
	FILE *file; /* for curses; NULL: not open */
	int memory; /* descriptor of what is gathered, empty between frames; -1: there is none, nothing is gathered */
	int copy;   /* of the terminal's descriptor, meanwhile; -1 when nothing is gathered */
};

/* Opens FRAME for the terminal behind the descriptor OUT; false when there is no descriptor left. */
bool frame_open(struct frame *frame, int out);
void frame_close(struct frame *frame);

/* From here to frame_end() what curses writes is gathered. */
void frame_begin(struct frame *frame);

/* Sends it, what is long between BEFORE and BEHIND. */
void frame_end(struct frame *frame, const char *before, const char *behind);

#endif
