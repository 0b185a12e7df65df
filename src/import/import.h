/*
 * import: reading a file or a folder of CSV into a board.
 *
 * A refusal names file, row and column (of the file, both from 1) and leaves nothing behind: whoever runs it
 * takes the action back.
 */
#ifndef IMPORT_IMPORT_H
#define IMPORT_IMPORT_H

#include "import/import_options.h"
#include "model/edit.h"
#include "store/store.h"

/* Adds what the CSV file or the folder of CSV files PATH holds (its history is not looked at). "-" is the
 * standard input. *REPORT is set when that is done, and is the caller's to release then. */
int import_read(struct edit *edit, const char *path, const struct import_options *options, struct import_report *report,
	struct error *err);

/* Is NAME a column of stickies or of relations, in any spelling of a header? */
bool import_has_field(const char *name);

/* Is PATH a folder that holds a history? */
bool import_has_history(const char *path);

/* Calls VISIT with each action of the folder's changes.csv, in order. */
int import_history(const char *path, store_visit *visit, void *visit_context, struct error *err);

#endif
