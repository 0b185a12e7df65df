/*
 * sketch_map: the context map of a board as a sketch (sketch/sketch.h).
 */
#ifndef FORMAT_SKETCH_MAP_H
#define FORMAT_SKETCH_MAP_H

#include "model/board.h"
#include "sketch/sketch.h"

/* Adds the contexts and relations of BOARD to SKETCH, which is empty. */
void sketch_map(struct sketch *sketch, const struct board *board);

#endif
