/*
 * remains: makes a new board file from a file that has lost its name, by the descriptor that still leads to it. SQLite
 * does not read it, because it would look for the journal by name, and find that of another file.
 */
#ifndef STORE_REMAINS_H
#define STORE_REMAINS_H

#include "store/sqlite.h"

/* See store_salvage() and store_resume(). */
int remains_store(struct store *from, const char *file, struct error *err);
int remains_resume(struct store *sqlite, const struct store *other, struct error *err);

#endif
