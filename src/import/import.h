/*
 * import: reads a CSV file, a folder of them, JSON or a drawing into a board.
 *
 * Errors name the file, and the row and column in it, both from 1. After a failure the caller rolls the action back, so
 * nothing is left behind.
 */
#ifndef IMPORT_IMPORT_H
#define IMPORT_IMPORT_H

#include "import/import_options.h"
#include "model/edit.h"
#include "store/store.h"

/* Adds the content of PATH, a file or a folder of CSV files (without its history); "-" is standard input. On
 * success, sets *REPORT, which the caller releases. */
int import_read(struct edit *edit, const char *path, const struct import_options *options, struct import_report *report,
	struct error *err);

/* Is NAME a column of stickies or of relations, in any spelling of a header? */
bool import_has_field(const char *name);

/* Is the file PATH, which can be read twice, a table rather than JSON or a drawing? */
bool import_is_table(const char *path);

/* Is PATH a folder or a document with a history? If IN is not NULL it is read instead, and stays where it is. */
bool import_has_history(const char *path, FILE *in);

/* Calls VISIT with each action of that history, in order. */
int import_history(const char *path, FILE *in, store_visit *visit, void *visit_context, struct error *err);

#endif
