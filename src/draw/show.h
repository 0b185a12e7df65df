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
	enum zoom zoom; /* the size of stickies */
	int columns;    /* width in cells; a longer timeline continues below, band by band */
	bool colour;    /* with the terminal's 256 colours */
	bool light;     /* for a white background */
	bool ascii;     /* lines from plain characters */
};

/* Prints BOARD to OUT. The caller checks for write errors with ferror(). */
void show_board(const struct board *board, const struct show_options *options, FILE *out);

/* Prints the context map of BOARD, plain enough for mail: the picture, and below it each relation as a sentence. It
 * keeps to the width in OPTIONS if possible. Errors as above. */
void show_map(const struct board *board, const struct show_options *options, FILE *out);

#endif
