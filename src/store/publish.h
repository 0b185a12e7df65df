/*
 * publish: gives a file, written under a temporary name, its final name once it is complete and on disk. So nobody sees
 * half a file, no crash leaves one, and no existing file is lost.
 */
#ifndef STORE_PUBLISH_H
#define STORE_PUBLISH_H

#include <stdbool.h>

#include "base/error.h"

/* Creates the empty file PATH for a copy of SOURCE. Only those who may read SOURCE may read it; the umask and the group
 * of the folder apply as usual. Returns a descriptor for writing, or -1 with errno. */
int publish_make(const char *path, const char *source);

/* Fails if a new board may not get the name FILE: because the file exists, unless REPLACE, or because an earlier board
 * left a journal there, which SQLite would replay into the new one. SHOWN is the name in messages. */
int publish_may(const char *file, const char *shown, bool replace, struct error *err);

/* Renames the complete file TEMPORARY to FILE, in the same folder. When it returns 0, file and name are on disk. Fails
 * if a file of that name has appeared meanwhile, unless REPLACE. If it has replaced a file but the disk does not
 * confirm the name, the error says so. TEMPORARY no longer exists either way. */
int publish_file(const char *temporary, const char *file, const char *shown, bool replace, struct error *err);

/* Syncs the folder of FILE to disk; negative with errno on failure. */
int publish_sync_folder(const char *file);

/* Fills ERR with the meaning of errno NUMBER for the file SHOWN. Returns the code. */
int publish_failed(const char *shown, int number, struct error *err);

#endif
