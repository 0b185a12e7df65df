/*
 * boundary: the slots inside the boundary of a context: those of its members, and up to BOUNDARY_GAP empty ones
 * between two members in a row or, failing that, in a column, so that inserting a column stretches the boundary.
 */
#ifndef LAYOUT_BOUNDARY_H
#define LAYOUT_BOUNDARY_H

#include "base/vec.h"
#include "model/board.h"

#define BOUNDARY_GAP 3

/* The context whose boundary encloses PLACE, or 0. */
int64_t boundary_context(const struct board *board, struct place place);

/* Appends to PLACES (of struct place) the empty slots inside the boundary between STICKY, which is in a context,
 * and the next members to its right and below it. Called for all stickies, gives each such slot once. */
void boundary_gaps(const struct board *board, const struct sticky *sticky, struct vec *places);

#endif
