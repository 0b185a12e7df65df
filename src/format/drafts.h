/*
 * drafts: the stickies of a file before they have their ids and places on the board.
 */
#ifndef FORMAT_DRAFTS_H
#define FORMAT_DRAFTS_H

#include "base/vec.h"
#include "format/intake.h"

/* The columns of a table of stickies, as they are written; the phase is only read. */
enum {
	STICKY_ID,
	STICKY_KIND,
	STICKY_TEXT,
	STICKY_COLUMN,
	STICKY_ROW,
	STICKY_CONTEXT,
	STICKY_LINKS,
	STICKY_NOTE,
	STICKY_VOTES,
	STICKY_RESOLVED,
	STICKY_PIVOTAL,
	STICKY_AUTHOR,
	STICKY_STEP,
	STICKY_CREATED,
	STICKY_UPDATED,
	STICKY_PHASE,
	STICKY_COLUMNS
};

struct draft {
	size_t row;           /* of the file */
	struct sticky sticky; /* with its texts; id 0 until it is given; column 0: it has no place yet */
	char *file_id;        /* as names know it, or NULL */
	char *links;          /* the cell, or NULL */
	char *phase;          /* the cell, clean, or NULL */
	int64_t votes;
	bool moved; /* its slot was taken */
};

/* What drafts are read from; the visitor's context is a struct intake. */
extern const struct table_type drafts_type;

/* Prepares INTAKE for the drafts of a file; frees those that it has. */
void drafts_init(struct intake *intake);
void drafts_release(struct intake *intake);

/* Draft AT, counted from 0. */
struct draft *drafts_at(const struct intake *intake, size_t at);

#endif
