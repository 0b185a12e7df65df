/*
 * follow: loads a board from its file, and applies to it what others append. See store.h for the functions.
 */
#ifndef STORE_FOLLOW_H
#define STORE_FOLLOW_H

#include "model/board.h"
#include "store/sqlite.h"

int follow_load(struct store *sqlite, struct board *board, struct error *err);
int follow_catch_up(struct store *sqlite, struct board *board, bool *news, struct error *err);

#endif
