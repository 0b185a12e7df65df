/*
 * paint_cells: paints a scene into a rectangle of a cell buffer.
 */
#ifndef DRAW_PAINT_CELLS_H
#define DRAW_PAINT_CELLS_H

#include "draw/cellbuf.h"
#include "draw/scene.h"

/* Paints SCENE with its upper left corner at X, Y of BUF; cells outside the scene's area stay as they are. */
void paint_cells(const struct scene *scene, struct cellbuf *buf, int x, int y);

#endif
