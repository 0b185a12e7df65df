/*
 * boundary: which slots lie inside of the boundary of a context: those of its members, and up to BOUNDARY_GAP empty
 * ones between two members in a row, or else in a column, so that a column that is inserted stretches it.
 */
#ifndef LAYOUT_BOUNDARY_H
#define LAYOUT_BOUNDARY_H

#include "base/vec.h"
#include "model/board.h"

#define BOUNDARY_GAP 3

/* The context inside of whose boundary PLACE lies, or 0. */
int64_t boundary_context(const struct board *board, struct place place);

/* Appends to PLACES (of struct place) the empty slots inside of the boundary between STICKY, which lies in a context,
 * and the next member right of it, and below it. For all members of a board that gives each such slot once. */
void boundary_gaps(const struct board *board, const struct sticky *sticky, struct vec *places);

#endif
