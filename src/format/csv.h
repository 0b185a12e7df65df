/*
 * csv: the format CSV: a table of the stickies, or the whole board as a folder of tables, its history among them.
 */
#ifndef FORMAT_CSV_H
#define FORMAT_CSV_H

#include <stdio.h>

#include "base/error.h"
#include "format/format_options.h"
#include "model/board.h"
#include "store/store.h"

/* Writes the table of all stickies. */
int csv_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err);

/* Writes BOARD and the log of STORE that made it into the folder PATH, which is made when need be. The files of an
 * earlier export are replaced, each at once; after a failure those that were there are whole, old or new. */
int csv_export_folder(const struct board *board, struct store *store, const struct format_options *options,
	const char *path, struct error *err);

#endif
