/*
 * verify: checks the file of a board.
 *
 * It works in stages, each of which reports its faults; the next stages run anyway. The log is replayed on a
 * board in memory, and the rows of the tables are compared with that board one at a time, so memory holds
 * only one board, however long the log is.
 */
#ifndef STORE_VERIFY_H
#define STORE_VERIFY_H

#include "store/sqlite.h"

/* See store_verify(). */
int verify_store(struct store *sqlite, struct error *err);

/* Checks a file that was opened for this (SQLITE->inspected). FAILED is the result of opening it, WHY the error. Calls
 * TELL and returns as store_inspect() does; the error goes into WHY. */
int verify_file(struct store *sqlite, int failed, struct error *why, store_tell *tell, void *context);

#endif
