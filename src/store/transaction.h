/*
 * transaction: writes an action to the file as a whole, or not at all. See store.h for the functions.
 */
#ifndef STORE_TRANSACTION_H
#define STORE_TRANSACTION_H

#include "store/sqlite.h"

int transaction_begin(struct store *sqlite, struct error *err);
int transaction_commit(struct store *sqlite, struct error *err);
void transaction_rollback(struct store *sqlite);

#endif
