/*
 * stickies: the table of all stickies, as it is written; drafts.h reads it.
 */
#ifndef FORMAT_STICKIES_H
#define FORMAT_STICKIES_H

#include "format/csv_writer.h"
#include "format/format.h"

/* Writes the stickies of BOARD by id, header first. */
void stickies_write(const struct board *board, struct csv_writer *writer);

/* The same as a format. */
int stickies_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err);

#endif
