/*
 * boardmap: where the contexts of a board stand on its map, as columns and rows.
 *
 * Those that are kept stand where they are kept; the others wherever mapplace has room for them, which follows from
 * the board alone, so that everybody sees the same map whatever their screen.
 */
#ifndef LAYOUT_BOARDMAP_H
#define LAYOUT_BOARDMAP_H

#include "layout/mapplace.h"
#include "model/board.h"

/* How wide a map of COUNT contexts is that nobody has laid out, so that it can be read on most screens. */
int boardmap_columns(size_t count);

/* Is any context of BOARD kept at a place? */
bool boardmap_is_kept(const struct board *board);

/* Sets PLACES, which has room for all contexts, by id, for at most COLUMNS columns; with ANEW as if none were kept. */
void boardmap_places(const struct board *board, int columns, bool anew, struct mapplace *places);

#endif
