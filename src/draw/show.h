/*
 * show: a board as text, for pipes, printers and terminals without a canvas.
 */
#ifndef DRAW_SHOW_H
#define DRAW_SHOW_H

#include <stdbool.h>
#include <stdio.h>

#include "draw/theme.h"
#include "layout/viewport.h"
#include "model/board.h"

struct show_options {
	enum zoom zoom; /* how large the stickies are */
	int columns;    /* width to draw for, in cells; a longer timeline goes on below, band by band */
	bool colour;    /* with the terminal's 256 colours */
	bool light;     /* for a white ground */
	bool ascii;     /* lines from plain characters */
};

/* Prints BOARD to OUT; whether OUT took it all is the caller's to check with ferror(). */
void show_board(const struct board *board, const struct show_options *options, FILE *out);

/* Prints the context map of BOARD, fit for a mail: the picture, and below it each relation as a sentence. It is as wide
 * as OPTIONS say if that is possible. */
void show_map(const struct board *board, const struct show_options *options, FILE *out);

#endif
