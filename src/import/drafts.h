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
	bool moved; /* its slot was taken */
};

/* Reads drafts; the visitor's context is a struct intake. */
extern const struct table_reader drafts_reader;

/* Prepare INTAKE for the drafts of a file; free its drafts. */
void drafts_init(struct intake *intake);
void drafts_release(struct intake *intake);

/* Draft AT, counted from 0. */
struct draft *drafts_at(const struct intake *intake, size_t at);

#endif
