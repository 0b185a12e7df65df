/*
 * wal: files in WAL mode, like boards of format 1. The latest changes may be in BOARD-wal, and SQLite plays back
 * whatever file has that name.
 *
 * Nothing in such a file says which log belongs to it. But playing back a foreign log leaves pages that do not fit
 * together, or loses content of the file. So the log is tried on a private copy: with its own log, the board is
 * valid, and has everything that the file has without the log.
 */
#ifndef STORE_WAL_H
#define STORE_WAL_H

#include "store/sqlite.h"

/* Plays back the log of a file in WAL mode and switches the file to a rollback journal. Refuses a foreign log. */
int wal_take_in(struct store *sqlite, struct error *err);

/* Connects for reading to a file in WAL mode, without changing anything. */
int wal_read(struct store *sqlite, struct error *err);

#endif
