/*
 * report_integration: how contexts are integrated, in Markdown: of each relation what it carries, with
 * fields, what has been answered, and what is still open.
 */
#ifndef FORMAT_REPORT_INTEGRATION_H
#define FORMAT_REPORT_INTEGRATION_H

#include <stdbool.h>
#include <stdio.h>

#include "model/board.h"

/* Is there anything to tell: a message, or an answer? */
bool report_integration_is_empty(const struct board *board);

/* Prints the relations of BOARD, each under a heading of the third level. */
void report_integration_write(const struct board *board, FILE *out);

#endif
