/*
 * backup: copies the file of a board, as it is at one moment, while others go on working.
 *
 * The pages are copied unchanged and in one go, which keeps writers waiting for the shortest time. The
 * copy is then checked, so that a damaged board never replaces a good backup, and gets its name once it is
 * complete and on disk.
 */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "store/sqlite.h"

/* See store_backup(). */
int backup_store(struct store *source, const char *file, bool replace, struct error *err);

#endif
