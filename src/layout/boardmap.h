/*
 * boardmap: the places of contexts on the context map, as columns and rows.
 *
 * A context with a place on the board keeps it; mapplace chooses the others. The result depends on the board alone, so
 * everybody sees the same map whatever their screen.
 */
#ifndef LAYOUT_BOARDMAP_H
#define LAYOUT_BOARDMAP_H

#include "layout/mapplace.h"
#include "model/board.h"

/* How many columns a map of COUNT contexts has if nobody has arranged it, so that it is readable on most screens. */
int boardmap_columns(size_t count);

/* Has any context of BOARD a place of its own? */
bool boardmap_is_kept(const struct board *board);

/* Sets PLACES, which has room for all contexts, in order of their ids, using at most COLUMNS columns. With ANEW,
 * ignores the places on the board. */
void boardmap_places(const struct board *board, int columns, bool anew, struct mapplace *places);

#endif
