/*
 * place: what has become of the file of a board while it is open, and whether its log is still the
 * one that was read. Nothing is written to a file of which that is not certain.
 */
#ifndef STORE_PLACE_H
#define STORE_PLACE_H

#include "store/sqlite.h"

/* See store.h for what these do. */
void place_look(struct store *sqlite, struct whereabouts *now);
int place_watch(struct store *sqlite, int *pause_ms);

/* Is the log the one that was read? So that nobody writes meanwhile: in a transaction only. */
int place_check_log(struct store *sqlite, struct error *err);

/* Are the pages that SQLite keeps those of the file? In a transaction only; the commit then fails when that
 * changes. */
int place_check_pages(struct store *sqlite, struct error *err);

/* Has what SQLite keeps of the file read anew, when somebody else has written the file. SQLite tells by a
 * counter in it whether what it keeps is still good, and a copy may have the same count. */
void place_forget(struct store *sqlite);

#endif
