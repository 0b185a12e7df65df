/*
 * folder: a whole board as a folder of CSV files, its history among them (changes.csv).
 */
#ifndef FORMAT_FOLDER_H
#define FORMAT_FOLDER_H

#include "format/format.h"
#include "store/store.h"

/* Writes BOARD and the log of STORE that made it into the folder PATH, which is made when need be. The files of an
 * earlier export are replaced, each at once; after a failure those that were there are whole, old or new. */
int folder_export(const struct board *board, struct store *store, const struct format_options *options,
	const char *path, struct error *err);

#endif
