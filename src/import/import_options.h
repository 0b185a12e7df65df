/*
 * import_options: the options of an import, and the report about it.
 */
#ifndef IMPORT_IMPORT_OPTIONS_H
#define IMPORT_IMPORT_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "base/strbuf.h"
#include "csv/dialect.h"
#include "model/kind.h"

/* All zero: a sticky without a kind is an event, and the dialect is as the file shows. */
struct import_options {
	struct dialect dialect;
	FILE *in;               /* read in place of the path, which then only names it (spool.h); NULL; not owned */
	enum kind kind;         /* of stickies without one */
	bool any_kind;          /* accept stickies of an unknown kind */
	enum kind unknown_kind; /* with any_kind: the kind that they get */
	const char *page;       /* of a drawing with several: its name or number; NULL: the first */
	bool update;            /* alter the stickies that rows stand for, and add only the others (update.h) */
	bool remove;            /* with update: delete the stickies for which no row stands */
};

/* The result. */
struct import_report {
	size_t stickies;       /* how many were added */
	size_t relations;      /* likewise */
	size_t left_out;       /* columns of the file that were ignored */
	struct strbuf titles;  /* the names of the first of those, safe to print */
	size_t moved;          /* stickies whose slot was taken, moved to the nearest free one below */
	size_t renumbered;     /* stickies whose id was taken */
	size_t unknown_kinds;  /* stickies of an unknown kind, in a column with the name of another program: they got
				  the kind of the options */
	struct strbuf unknown; /* the names of the first of those kinds, safe to print */
	size_t empty;          /* rows without a text, which were left out */
	size_t altered;        /* of an update: stickies that were altered, */
	size_t unchanged;      /* whose rows say nothing new, */
	size_t deleted;        /* that were deleted, */
	size_t missing;        /* and that stay although they have no row */
	size_t gone;           /* rows left out because their stickies were deleted from the board */
	size_t wordless;       /* rows without a text, whose stickies keep theirs */
	size_t shapes;         /* parts of a drawing that became nothing */
	struct strbuf shape_names; /* the first of those */
	size_t pages;              /* how many pages the drawing has, */
	struct strbuf page;        /* and which one was read, safe to print */
	struct strbuf kept;        /* the names of columns with other values than the board, which stays as it is */
};

void import_report_init(struct import_report *report);

/* REPORT may also be all zero. */
void import_report_release(struct import_report *report);

/* Adds NAME to the list OUT, unless NAME is in it already; if the list is long, adds "…" once instead. */
void import_report_list(struct strbuf *out, const char *name);

#endif
