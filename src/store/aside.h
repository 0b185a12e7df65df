/*
 * aside: a private copy of a board that cannot be read in place, because SQLite would have to write first to recover
 * from a crash. It recovers the copy instead.
 */
#ifndef STORE_ASIDE_H
#define STORE_ASIDE_H

#include "base/error.h"

/* The name of the copy in its folder. */
#define ASIDE_FILE "/board.evs"

/* Copies FILE, which errors call SHOWN, with its journal or log into a new temporary folder. The copy is consistent,
 * unless somebody writes without a pause. The caller passes *FOLDER to aside_remove(). */
int aside_make(const char *file, const char *shown, char **folder, struct error *err);

/* Removes FOLDER with its contents and frees the string. FOLDER may be NULL. */
void aside_remove(char *folder);

#endif
