/*
 * report: the story of a workshop in Markdown, for somebody who was not there.
 */
#ifndef FORMAT_REPORT_H
#define FORMAT_REPORT_H

#include <stdio.h>

#include "model/board.h"
#include "store/store.h"

/* Prints the report of BOARD, whose log STORE has, in the user's language: who was there and for how long, the
 * timeline, aggregates, contexts and their relations, hotspots, votes, statistics and open findings. Fails if the log
 * cannot be read; the caller checks for write errors with ferror(). */
int report_write(const struct board *board, struct store *store, FILE *out, struct error *err);

#endif
