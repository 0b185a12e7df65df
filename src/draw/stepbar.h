/*
 * stepbar: the eight steps in the uppermost row, that of the board by name.
 */
#ifndef DRAW_STEPBAR_H
#define DRAW_STEPBAR_H

#include "draw/cellbuf.h"
#include "model/board.h"

/* Draws it from X on; returns the X behind. */
int stepbar_draw(const struct board *board, struct cellbuf *buf, int x);

/* How many cells it takes. */
int stepbar_cells(const struct board *board);

#endif
