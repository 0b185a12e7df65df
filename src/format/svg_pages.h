/*
 * svg_pages: a wall cut into pages: at its phases if possible, and where a phase is wider or higher than a page, within
 * it. A page that holds one row holds all of it, however high.
 */
#ifndef FORMAT_SVG_PAGES_H
#define FORMAT_SVG_PAGES_H

#include "base/strbuf.h"
#include "model/board.h"

struct svg_pages {
	const struct board *board;
	struct vec parts; /* of struct place_rect: what of the board is on each page, from left to right */
};

/* The most that a page holds: columns of stickies, and rows of cells. */
struct svg_pages_size {
	int columns, cells;
};

void svg_pages_init(struct svg_pages *pages, const struct board *board, struct svg_pages_size size);
void svg_pages_release(struct svg_pages *pages);

/* The number of the page with PLACE, from 1; 0 if there is none. */
size_t svg_pages_number(const struct svg_pages *pages, struct place place);

/* Appends the names of the phases on page AT, "Ordering, Payment"; nothing if there are none. */
void svg_pages_name(const struct svg_pages *pages, size_t at, struct strbuf *out);

#endif
