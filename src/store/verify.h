/*
 * verify: is a board's file what it should be?
 *
 * A file is looked over in stages, each of which tells all that it finds and leaves the others to
 * go on. The log is replayed on a board in memory, and the rows of the tables are laid beside that
 * board one at a time, so what is needed of memory is one board, however long its log is.
 */
#ifndef STORE_VERIFY_H
#define STORE_VERIFY_H

#include "store/sqlite.h"

/* See store_verify(). */
int verify_store(struct store *sqlite, struct error *err);

/* The same for a file that was opened for it (SQLITE->inspected), which FAILED because of WHY unless that is 0: TELL
 * is called as store_inspect() says, and returned what that returns, after filling WHY. */
int verify_file(struct store *sqlite, int failed, struct error *why, store_tell *tell, void *context);

#endif
