/*
 * backups: the backups of a board in a folder: their names, and which are removed.
 *
 * A backup of NAME.evs is called NAME.2026-11-20T14-05-00Z.evs, after the time (UTC) it was made; others of the same
 * second get -2, -3, … after the Z.
 */
#ifndef CLI_BACKUPS_H
#define CLI_BACKUPS_H

#include <stdint.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "store/store.h"

/* Makes a backup of STORE, the board file BOARD, in FOLDER, named after TIME_MS, and stores its path in *PATH. */
int backups_make(struct store *store, const char *board, const char *folder, int64_t time_ms, struct strbuf *path,
	struct error *err);

/* Removes the oldest backups in FOLDER until KEEP are left. Only regular files with such a name that hold this board
 * at some time count and are removed; backups of another board of the same name do not. */
int backups_prune(struct store *store, const char *board, const char *folder, int keep, struct error *err);

#endif
