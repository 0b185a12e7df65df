/*
 * svg_legend: what the colours and signs in a picture of a board mean; only those that the board has.
 */
#ifndef FORMAT_SVG_LEGEND_H
#define FORMAT_SVG_LEGEND_H

#include "format/svg_paint.h"
#include "model/board.h"

/* The rows of cells that the legend of BOARD takes in a picture of WIDTH cells, with an empty one above. */
int svg_legend_rows(const struct board *board, int width);

/* Paints it, from row Y of cells on. */
void svg_legend_paint(struct svg_paint *paint, const struct board *board, int y, int width);

#endif
