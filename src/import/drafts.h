/*
 * drafts: the stickies of a file before they get their ids and places on the board.
 */
#ifndef IMPORT_DRAFTS_H
#define IMPORT_DRAFTS_H

#include "base/vec.h"
#include "import/intake.h"

struct draft {
	size_t row;           /* of the file */
	struct sticky sticky; /* with its texts; id 0: none yet; column 0: no place yet */
	char *file_id;        /* from intake_normal_id(), or NULL */
	char *links;          /* the cell, or NULL */
	char *phase;          /* the cell, clean, or NULL */
	int64_t votes;
	bool made_exactly; /* `created` is a time in UTC, as in our own tables */
	uint32_t given;    /* bits 1 << column: its cells that are not empty */
	int64_t match;     /* of an update (match.h): the sticky that it stands for, 0: a new one, or INTAKE_GONE */
	bool altered;      /* that sticky has been altered */
	bool whole;        /* from a document: `sticky` has all fields, not only those that a table of stickies has */
};

/* Reads drafts; the visitor's context is a struct intake. */
extern const struct table_reader drafts_reader;

/* Prepare INTAKE for the drafts of a file; free its drafts. */
void drafts_init(struct intake *intake);
void drafts_release(struct intake *intake);

/* Is the cell of COLUMN filled in? */
bool drafts_gives(const struct draft *draft, size_t column);

/* Frees what DRAFT, which may be a copy, owns. */
void drafts_clear(struct draft *draft);

/* Draft AT, counted from 0. */
struct draft *drafts_at(const struct intake *intake, size_t at);

#endif
