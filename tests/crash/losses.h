/*
 * losses: what a disk forgets when the power goes: everything that was written and not synced, or any part of
 * it; names that were made or removed in a folder that was not synced.
 */
#ifndef TESTS_CRASH_LOSSES_H
#define TESTS_CRASH_LOSSES_H

#include <sqlite3.h>

/* Before FILE, which is at PATH, is written to, or cut to SIZE bytes. */
void losses_write(const char *path, sqlite3_file *file, sqlite3_int64 at, int count);
void losses_cut(const char *path, sqlite3_file *file, sqlite3_int64 size);

/* PATH was made; before PATH is removed, or another file gets its name. */
void losses_made(const char *path);
void losses_removes(const char *path);

/* What PATH holds, or the names in the folder of PATH, are on disk. */
void losses_synced(const char *path);
void losses_synced_folder(const char *path);

/* From now on all that is there is on disk. */
void losses_reset(void);

/* The power goes: with SEED 0 all is forgotten that can be, otherwise any part of it. */
void losses_happen(unsigned seed);

#endif
