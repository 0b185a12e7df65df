/*
 * opening: opens the file of a board, or makes a new one.
 */
#ifndef STORE_OPENING_H
#define STORE_OPENING_H

#include "store/sqlite.h"

/* Opens the file of SQLITE, whose `path` and `file` are set. */
int opening_file(struct store *sqlite, enum store_mode mode, struct error *err);

/* If the file is read still (connection.h) and somebody has changed it since, connects again and sets *ANEW. */
int opening_follow(struct store *sqlite, bool *anew, struct error *err);

#endif
