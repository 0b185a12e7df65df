/*
 * copy: a board as it is, for later.
 */
#ifndef MODEL_COPY_H
#define MODEL_COPY_H

#include "model/board.h"

/* A new board with all that BOARD holds, under the same ids. */
struct board *copy_board(const struct board *board);

/* The same without what is put aside (parking.h), and without what hangs on that; NULL when nothing is. */
struct board *copy_timeline(const struct board *board);

#endif
