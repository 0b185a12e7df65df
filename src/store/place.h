/*
 * place: what happened to a board's file while it is open, and whether its log is still the one that was read. Nothing
 * is written to a file unless that is certain.
 */
#ifndef STORE_PLACE_H
#define STORE_PLACE_H

#include "store/sqlite.h"

/* See store.h for what these do. */
void place_look(struct store *sqlite, struct whereabouts *now);
int place_watch(struct store *sqlite, int *pause_ms);

/* Is the log the one that was read? Only in a transaction, so that nobody writes meanwhile. */
int place_check_log(struct store *sqlite, struct error *err);

/* Are the pages in SQLite's cache those of the file? Only in a transaction; if that changes, its commit fails. */
int place_check_pages(struct store *sqlite, struct error *err);

/* Makes SQLite drop its cache after the file was overwritten. SQLite decides by a counter in the file whether its cache
 * is valid, and a copy may have the same count. */
void place_forget(struct store *sqlite);

#endif
