/*
 * publish: a file that was written under another name gets its own when it is whole and on disk, so
 * that nobody ever sees half of it, no crash leaves half of it, and no file that is there is lost.
 */
#ifndef STORE_PUBLISH_H
#define STORE_PUBLISH_H

#include <stdbool.h>

#include "base/error.h"

/* Makes the new file PATH, empty, for a copy of the file SOURCE: whoever may not read that may not read this, and
 * the umask and the group of the folder hold as for any new file. Its descriptor for writing, or -1 with errno. */
int publish_make(const char *path, const char *source);

/* May a new board get the name FILE? Not when there is such a file, unless it is to be replaced; nor when
 * something is left beside it of a board that was there before, which SQLite would play into the new one.
 * SHOWN is the name for messages. */
int publish_may(const char *file, const char *shown, bool replace, struct error *err);

/* Gives the whole file TEMPORARY, which is in the same folder, the name FILE; both the file and its name are on
 * disk when it returns 0. Unless it is to REPLACE what is there, a file that got that name meanwhile is an
 * error; where it has replaced one and the disk does not confirm the name, the error says so. TEMPORARY is gone either
 * way. */
int publish_file(const char *temporary, const char *file, const char *shown, bool replace, struct error *err);

/* Puts the names in the folder that FILE is in on disk; negative with errno on failure. */
int publish_sync_folder(const char *file);

/* Says what the error NUMBER of the system means for the file SHOWN. Returns the code. */
int publish_failed(const char *shown, int number, struct error *err);

#endif
