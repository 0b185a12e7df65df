/*
 * svg_board: a whole board as a picture, as it looks on the canvas: draw/box draws the stickies, layout/route routes
 * the links. Where a terminal needs characters, the picture has lines.
 */
#ifndef FORMAT_SVG_BOARD_H
#define FORMAT_SVG_BOARD_H

#include <stdbool.h>
#include <stdio.h>

#include "model/board.h"

/* Writes BOARD on a light background if LIGHT, otherwise on a dark one. The caller checks for write errors. */
void svg_board_write(const struct board *board, bool light, FILE *out);

#endif
