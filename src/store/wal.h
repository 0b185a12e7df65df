/*
 * wal: files in WAL mode, as boards of format 1 were: what was done last may lie in BOARD-wal, and SQLite plays
 * back whatever has that name.
 *
 * Nothing in such a file says which log is its own. But a log that is played over another file than its own
 * leaves pages that do not fit together, or takes away what the file holds. So that is tried on a private copy:
 * with its own log the board is whole, and has all that the file has without.
 */
#ifndef STORE_WAL_H
#define STORE_WAL_H

#include "store/sqlite.h"

/* Takes the log of a file in WAL mode in and gives it a rollback journal; a log that is not its own is refused. */
int wal_take_in(struct store *sqlite, struct error *err);

/* Connects for reading to a file in WAL mode, and changes nothing. */
int wal_read(struct store *sqlite, struct error *err);

#endif
