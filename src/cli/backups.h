/*
 * backups: the backups of a board in one folder: how they are named, and which of them go.
 *
 * A backup of NAME.evs is called NAME.2026-11-20T14-05-00Z.evs, after the time (UTC) when it was made;
 * those of the same second get -2, -3, … behind the Z.
 */
#ifndef CLI_BACKUPS_H
#define CLI_BACKUPS_H

#include <stdint.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "store/store.h"

/* Makes a backup of STORE, the board file BOARD, in FOLDER, named after TIME_MS. Its path is in *PATH then. */
int backups_make(struct store *store, const char *board, const char *folder, int64_t time_ms, struct strbuf *path,
	struct error *err);

/* Removes the oldest backups in FOLDER until KEEP are left. Only a regular file with such a name that holds the
 * board as it was at some time counts and goes; those of another board of the same name do not. */
int backups_prune(struct store *store, const char *board, const char *folder, int keep, struct error *err);

#endif
