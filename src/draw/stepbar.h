/*
 * stepbar: the eight steps in the top row, the board's current one with its name.
 */
#ifndef DRAW_STEPBAR_H
#define DRAW_STEPBAR_H

#include "draw/cellbuf.h"
#include "model/board.h"

/* Draws it from X on; returns the X after it. */
int stepbar_draw(const struct board *board, struct cellbuf *buf, int x);

/* Its width in cells. */
int stepbar_cells(const struct board *board);

#endif
