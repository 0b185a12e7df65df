/*
 * publish: gives a file, written under a temporary name, its final name once it is complete and on disk. Nobody sees
 * half a file, no crash leaves one, and no existing file is lost.
 */
#ifndef STORE_PUBLISH_H
#define STORE_PUBLISH_H

#include <stdbool.h>

#include "base/error.h"

/* Creates the empty file PATH for a copy of the file SOURCE: nobody who may not read SOURCE may read it, and the umask
 * and the group of the folder apply as usual. Returns a descriptor for writing, or -1 with errno. */
int publish_make(const char *path, const char *source);

/* May a new board get the name FILE? Not if the file exists, unless REPLACE; nor if a journal of an earlier board is
 * left there, which SQLite would replay into the new one. SHOWN is the name in messages. */
int publish_may(const char *file, const char *shown, bool replace, struct error *err);

/* Gives the whole file TEMPORARY, which is in the same folder, the name FILE; both the file and its name are on
 * disk when it returns 0. Unless it is to REPLACE what is there, a file that got that name meanwhile is an
 * error; where it has replaced one and the disk does not confirm the name, the error says so. TEMPORARY is gone either
 * way. */
int publish_file(const char *temporary, const char *file, const char *shown, bool replace, struct error *err);

/* Syncs the folder of FILE to disk; negative with errno on failure. */
int publish_sync_folder(const char *file);

/* Fills ERR with what errno NUMBER means for the file SHOWN. Returns the code. */
int publish_failed(const char *shown, int number, struct error *err);

#endif
