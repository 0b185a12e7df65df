/*
 * row: reads and writes the rows of items.
 */
#ifndef STORE_ROW_H
#define STORE_ROW_H

#include "model/board.h"
#include "store/sqlite.h"

/* Calls VISIT with each row in the table of ENTITY, by id. VISIT may take over the texts of ITEM. */
typedef int row_visit(void *context, enum entity entity, void *item, struct error *err);
int row_walk(struct store *sqlite, enum entity entity, row_visit *visit, void *context, struct error *err);

/* Reads all tables into BOARD, which is new. */
int row_load(struct store *sqlite, struct board *board, struct error *err);

/* Reads only the ids for the next items. */
int row_load_sequence(struct store *sqlite, struct board *board, struct error *err);

/* Writes the row of an item as it is on BOARD, or removes it; stores the id for the next item of ENTITY. */
int row_put(struct store *sqlite, const struct board *board, enum entity entity, int64_t id, struct error *err);
int row_note_sequence(struct store *sqlite, const struct board *board, enum entity entity, struct error *err);

#endif
