/*
 * svg_board: a board, or a page of it, as a picture, as it looks on the canvas: draw/box draws the stickies,
 * layout/route routes the links. Where a terminal needs characters, the picture has lines; and no text is cut.
 */
#ifndef FORMAT_SVG_BOARD_H
#define FORMAT_SVG_BOARD_H

#include "format/svg_paint.h"
#include "format/svg_pages.h"

/* Writes BOARD as one picture. The caller checks for write errors. */
void svg_board_write(const struct board *board, const struct svg_form *form, FILE *out);

/* Writes page AT of PAGES, with a legend if LEGEND. Where arrows lead to other pages, their numbers stand instead. */
void svg_board_write_page(
	const struct svg_pages *pages, size_t at, const struct svg_form *form, bool legend, FILE *out);

#endif
