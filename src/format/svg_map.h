/*
 * svg_map: the context map of a board as a picture.
 */
#ifndef FORMAT_SVG_MAP_H
#define FORMAT_SVG_MAP_H

#include <stdio.h>

#include "model/board.h"

void svg_map_write(const struct board *board, FILE *out);

#endif
