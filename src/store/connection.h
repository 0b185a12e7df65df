/*
 * connection: the SQLite connection to a file, and whether the file changes while it is read.
 *
 * A file is read "still" if SQLite takes no locks and ignores journals and changes. The functions below notice changes.
 */
#ifndef STORE_CONNECTION_H
#define STORE_CONNECTION_H

#include "store/sqlite.h"

/* Prevents code in the file, such as triggers and views, from running. */
void connection_harden(sqlite3 *db);

/* Connects to FILE, which is sqlite->file or a private copy of it. FLAGS are those of SQLite. */
int connection_open(struct store *sqlite, const char *file, int flags, struct error *err);

/* Connects to FILE for reading still. */
int connection_open_still(struct store *sqlite, const char *file, struct error *err);

/* Records the identity, size and time of FILE; negative if there is none. */
int connection_look(const char *file, struct sqlite_file *look);

/* The same for the log or journal that a crash may have left next to it; all zero if there is none. */
void connection_look_rest(const struct store *sqlite, struct sqlite_file *look);

/* Has the file that is read still changed, or its log or journal? Records the file's state in *NOW. */
bool connection_has_changed(const struct store *sqlite, struct sqlite_file *now);

/* Fails if the file is read still and somebody has changed it meanwhile. */
int connection_check_still(const struct store *sqlite, struct error *err);

#endif
