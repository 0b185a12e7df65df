/*
 * cellbuf: a rectangle of character cells, in memory.
 *
 * Invariant: a double-width character covers its cell and a following one of width 0; overwriting one half
 * blanks the other, and what would be cut by the right edge is not drawn. So whoever paints the cells never
 * meets half a character.
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
	int blank;          /* 1 + the style in which all of them are blank, 0: that is not known */
};

#define CELLBUF_INIT \
	{            \
		0    \
	}

void cellbuf_release(struct cellbuf *buf);

/* Makes it COLUMNS x ROWS, all blank in STYLE. */
void cellbuf_reset(struct cellbuf *buf, int columns, int rows, enum style style);

/* The cell at X, Y, counted from 0; outside is a BUG. */
const struct cell *cellbuf_at(const struct cellbuf *buf, int x, int y);

/* Blanks a rectangle, cut at the edges. */
void cellbuf_fill(struct cellbuf *buf, int x, int y, int width, int height, enum style style);

/* Draws LEN bytes of clean text in one line from X on, in at most WIDTH cells; returns the X behind it. What
 * lies outside is left out. */
int cellbuf_text(struct cellbuf *buf, int x, int y, int width, const char *text, size_t len, enum style style);

/* The same for a string, cut with "…" when it is longer than WIDTH. */
int cellbuf_cut(struct cellbuf *buf, int x, int y, int width, const char *text, enum style style);

bool cellbuf_cell_equal(const struct cell *a, const struct cell *b);

#endif
