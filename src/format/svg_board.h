/*
 * svg_board: a whole board as a picture, as it looks on the canvas: the stickies are drawn by
 * draw/box, links find their ways by layout/route. Where a terminal has to take characters, there
 * are lines.
 */
#ifndef FORMAT_SVG_BOARD_H
#define FORMAT_SVG_BOARD_H

#include <stdbool.h>
#include <stdio.h>

#include "model/board.h"

/* On a light ground, or a dark one. */
void svg_board_write(const struct board *board, bool light, FILE *out);

#endif
