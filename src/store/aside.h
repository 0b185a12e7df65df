/*
 * aside: a private copy of a board, for what cannot be read where it lies, because SQLite would have to write
 * there first: what a crash has left is then put in order in the copy.
 */
#ifndef STORE_ASIDE_H
#define STORE_ASIDE_H

#include "base/error.h"

/* The name of the copy in its folder. */
#define ASIDE_FILE "/board.evs"

/* Copies FILE, which errors call SHOWN, and what lies beside it, into a new folder for temporary files. All of it is as
 * of one moment, unless somebody writes at such a pace that there is none. *FOLDER is the caller's, for aside_remove().
 */
int aside_make(const char *file, const char *shown, char **folder, struct error *err);

/* Removes the folder and what is in it, and frees the name, which may be NULL. */
void aside_remove(char *folder);

#endif
