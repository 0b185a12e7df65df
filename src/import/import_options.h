/*
 * import_options: what an import is asked for, and what came of it.
 */
#ifndef IMPORT_IMPORT_OPTIONS_H
#define IMPORT_IMPORT_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/strbuf.h"
#include "csv/dialect.h"
#include "model/kind.h"

/* All zero: every sticky without a kind is an event, and a file says how it is written. */
struct import_options {
	struct dialect dialect;
	FILE *in;               /* read in place of the path, which then only names it (spool.h); NULL; not owned */
	enum kind kind;         /* of stickies without one */
	bool any_kind;          /* make stickies of an unknown kind KIND instead of refusing them */
	enum kind unknown_kind; /* with any_kind */
};

/* What came of it. */
struct import_report {
	size_t stickies;       /* how many were added */
	size_t left_out;       /* columns of the file that were not taken */
	struct strbuf titles;  /* what the first of those are called, safe to print */
	size_t moved;          /* stickies whose slot was taken, put into the nearest free one below */
	size_t renumbered;     /* stickies whose id was taken */
	size_t unknown_kinds;  /* stickies of a kind that is not known, in a column that is called as elsewhere: they
				  have that of the options */
	struct strbuf unknown; /* what the first of those kinds are called, safe to print */
};

void import_report_init(struct import_report *report);

/* Also good for one that is zero all over. */
void import_report_release(struct import_report *report);

/* Adds NAME to the list OUT, unless it is in it or the list is long; then it ends with "…". */
void import_report_list(struct strbuf *out, const char *name);

#endif
