/*
 * cellbuf: a rectangle of character cells, in memory.
 *
 * Invariant: a double-width character covers its cell and a following one of width 0. Overwriting one half blanks the
 * other, and a character that the right edge would cut is not drawn. So painters never meet half a character.
 */
#ifndef DRAW_CELLBUF_H
#define DRAW_CELLBUF_H

#include <stdbool.h>
#include <stddef.h>

#include "draw/style.h"
#include "text/width.h"

struct cell {
	char text[WIDTH_PIECE_BYTES]; /* UTF-8: one spacing character and its marks; NUL up to the end, so that
					 cells can be compared byte by byte */
	unsigned char width;          /* 1, 2, or 0 for the right half of the one before */
	unsigned char style;          /* enum style */
};

struct cellbuf {
	int columns, rows;
	struct cell *cells; /* row by row */
	int blank;          /* 1 + the style in which all cells are blank; 0: unknown */
};

#define CELLBUF_INIT \
	{            \
		0    \
	}

void cellbuf_release(struct cellbuf *buf);

/* Resizes it to COLUMNS x ROWS, all blank in STYLE. */
void cellbuf_reset(struct cellbuf *buf, int columns, int rows, enum style style);

/* The cell at X, Y, from 0; a place outside is a BUG. */
const struct cell *cellbuf_at(const struct cellbuf *buf, int x, int y);

/* Blanks a rectangle, clipped to the buffer. */
void cellbuf_fill(struct cellbuf *buf, int x, int y, int width, int height, enum style style);

/* Draws LEN bytes of clean text on one line from X on, in at most WIDTH cells, clipped to the buffer; returns the X
 * after it. */
int cellbuf_text(struct cellbuf *buf, int x, int y, int width, const char *text, size_t len, enum style style);

/* The same for a string, cut with "…" if it is wider than WIDTH. */
int cellbuf_cut(struct cellbuf *buf, int x, int y, int width, const char *text, enum style style);

bool cellbuf_cell_equal(const struct cell *a, const struct cell *b);

#endif
