/*
 * storyline: what happens on a board, in Markdown: by phase and in reading order, each event with what leads to it,
 * who does that, on which data, and what follows; then the aggregates.
 */
#ifndef FORMAT_STORYLINE_H
#define FORMAT_STORYLINE_H

#include <stdio.h>

#include "model/board.h"

/* Prints the timeline of BOARD, with third-level headings for its phases. */
void storyline_write(const struct board *board, FILE *out);

/* Prints the aggregates, each with its commands and its events. */
void storyline_write_aggregates(const struct board *board, FILE *out);

#endif
