/*
 * import: reading a file or a folder of CSV into a board.
 *
 * A refusal names file, row and column (of the file, both from 1) and leaves nothing behind: whoever runs it
 * takes the action back.
 */
#ifndef FORMAT_IMPORT_H
#define FORMAT_IMPORT_H

#include "model/edit.h"
#include "store/store.h"

struct import_options {
	bool any_kind;          /* make stickies of an unknown kind KIND instead of refusing them */
	enum kind unknown_kind; /* with any_kind */
};

/* What came of it. */
struct import_report {
	size_t stickies;   /* how many were added */
	size_t left_out;   /* columns of the file that are not known */
	size_t moved;      /* stickies whose slot was taken, put into the nearest free one below */
	size_t renumbered; /* stickies whose id was taken */
};

/* Adds what the CSV file or the folder of CSV files PATH holds (its history is not looked at). "-" is the
 * standard input. */
int import_read(struct edit *edit, const char *path, const struct import_options *options, struct import_report *report,
	struct error *err);

/* Is PATH a folder that holds a history? */
bool import_has_history(const char *path);

/* Calls VISIT with each action of the folder's changes.csv, in order. */
int import_history(const char *path, store_visit *visit, void *visit_context, struct error *err);

#endif
