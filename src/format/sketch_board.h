/*
 * sketch_board: a board as a sketch (sketch/sketch.h), for formats of drawing programs: what is on the canvas, where
 * and in the colours that it is there, with texts in lines.
 *
 * A context is a frame around its stickies; where those of others are between them, several frames of the same name.
 */
#ifndef FORMAT_SKETCH_BOARD_H
#define FORMAT_SKETCH_BOARD_H

#include "model/board.h"
#include "sketch/sketch.h"

/* Adds the stickies, links, contexts, phases, lanes and the title of BOARD to SKETCH, which is empty. */
void sketch_board(struct sketch *sketch, const struct board *board);

#endif
