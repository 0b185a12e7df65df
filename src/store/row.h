/*
 * row: the rows of items, between tables and memory.
 */
#ifndef STORE_ROW_H
#define STORE_ROW_H

#include "model/board.h"
#include "store/sqlite.h"

/* Calls VISIT with each row of ENTITY's table, by id. The item's texts are VISIT's to take. */
typedef int row_visit(void *context, enum entity entity, void *item, struct error *err);
int row_walk(struct store *sqlite, enum entity entity, row_visit *visit, void *context, struct error *err);

/* Reads all of them into BOARD, which is new. */
int row_load(struct store *sqlite, struct board *board, struct error *err);

/* Reads only which ids the next items get. */
int row_load_sequence(struct store *sqlite, struct board *board, struct error *err);

/* Writes the row of an item as it is now, or removes it; notes which id the next of ENTITY gets. */
int row_put(struct store *sqlite, const struct board *board, enum entity entity, int64_t id, struct error *err);
int row_note_sequence(struct store *sqlite, const struct board *board, enum entity entity, struct error *err);

#endif
