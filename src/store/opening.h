/*
 * opening: the file that holds a board: made, found, connected to, and looked after while it
 * is open.
 */
#ifndef STORE_OPENING_H
#define STORE_OPENING_H

#include "store/sqlite.h"

/* Opens the file of SQLITE, whose names are set. */
int opening_file(struct store *sqlite, enum store_mode mode, struct error *err);

/* When the file is read as it lies and somebody has begun to work on it: connects ANEW. */
int opening_follow(struct store *sqlite, bool *anew, struct error *err);

#endif
