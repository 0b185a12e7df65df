/*
 * place: finds out what happened to the file of a board while it is open, and whether its log is still the one that was
 * read. The store writes only if that is certain.
 */
#ifndef STORE_PLACE_H
#define STORE_PLACE_H

#include "store/sqlite.h"

/* See store_look() and store_watch(). */
void place_look(struct store *sqlite, struct whereabouts *now);
int place_watch(struct store *sqlite, int *pause_ms);

/* Fails unless the log is the one that was read. Call it in a transaction, so that nobody writes meanwhile. */
int place_check_log(struct store *sqlite, struct error *err);

/* Fails unless the pages in SQLite's cache are those of the file. Call it in a transaction, whose commit fails if that
 * changes. */
int place_check_pages(struct store *sqlite, struct error *err);

/* Makes SQLite drop its cache if the file was overwritten. SQLite judges by a counter in the file whether its cache is
 * valid, and another file may have the same count. */
void place_forget(struct store *sqlite);

#endif
