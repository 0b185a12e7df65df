/*
 * transaction: what is written to a file becomes one action, or nothing. See store.h for what the functions do.
 */
#ifndef STORE_TRANSACTION_H
#define STORE_TRANSACTION_H

#include "store/sqlite.h"

int transaction_begin(struct store *sqlite, struct error *err);
int transaction_commit(struct store *sqlite, struct error *err);
void transaction_rollback(struct store *sqlite);

#endif
