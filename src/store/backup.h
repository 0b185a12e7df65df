/*
 * backup: a copy of a board's file as it is at one moment, while others go on working.
 *
 * The pages are copied as they are, in one go, which is the shortest time that writers can be kept
 * waiting. The copy is then looked over, so that a damaged board never takes the place of a good
 * backup, and gets its name when it is whole and on disk.
 */
#ifndef STORE_BACKUP_H
#define STORE_BACKUP_H

#include "store/sqlite.h"

/* See store_backup(). */
int backup_store(struct store *source, const char *file, bool replace, struct error *err);

#endif
