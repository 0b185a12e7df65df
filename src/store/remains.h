/*
 * remains: a new board file from one that has lost its name, by the descriptor that still leads to
 * it. SQLite is not asked to read it: it would look for the file's journal beside the name, where
 * that of another file may lie by now.
 */
#ifndef STORE_REMAINS_H
#define STORE_REMAINS_H

#include "store/sqlite.h"

/* See store_salvage() and store_resume(). */
int remains_store(struct store *from, const char *file, struct error *err);
int remains_resume(struct store *sqlite, const struct store *other, struct error *err);

#endif
