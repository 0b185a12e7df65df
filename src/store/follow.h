/*
 * follow: a board in memory that goes along with what its file holds. See store.h for what the functions do.
 */
#ifndef STORE_FOLLOW_H
#define STORE_FOLLOW_H

#include "model/board.h"
#include "store/sqlite.h"

int follow_load(struct store *sqlite, struct board *board, struct error *err);
int follow_catch_up(struct store *sqlite, struct board *board, bool *news, struct error *err);

#endif
