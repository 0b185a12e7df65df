/*
 * connection: SQLite's connection to a file, and how that file looks while it is read.
 */
#ifndef STORE_CONNECTION_H
#define STORE_CONNECTION_H

#include "store/sqlite.h"

/* Sees to it that nothing in a file from a stranger runs. */
void connection_harden(sqlite3 *db);

/* Connects to FILE, which is sqlite->file or a private copy of it. FLAGS are those of SQLite. */
int connection_open(struct store *sqlite, const char *file, int flags, struct error *err);

/* The same for reading FILE as it lies, without looking at locks, journals or changes. */
int connection_open_still(struct store *sqlite, const char *file, struct error *err);

/* Notes which file it is, and how it looks; negative when there is none. */
int connection_look(const char *file, struct sqlite_file *look);

/* The same for what a crash may have left beside it: all zero without any. */
void connection_look_rest(const struct store *sqlite, struct sqlite_file *look);

/* Has the file that is read as it lies changed, or what is beside it? */
bool connection_has_changed(const struct store *sqlite, struct sqlite_file *now);

/* When the file is read as it lies: has nobody changed it meanwhile? */
int connection_check_still(const struct store *sqlite, struct error *err);

#endif
