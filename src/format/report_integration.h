/*
 * report_integration: how contexts are integrated: for each relation what it carries, with fields, the
 * answered questions and the open ones.
 */
#ifndef FORMAT_REPORT_INTEGRATION_H
#define FORMAT_REPORT_INTEGRATION_H

#include <stdbool.h>

#include "format/paper.h"
#include "model/board.h"

/* Is there nothing to write: no message and no answer? */
bool report_integration_is_empty(const struct board *board);

/* Prints the relations of BOARD, each under a heading of the third level. */
void report_integration_write(const struct board *board, struct paper *paper);

#endif
