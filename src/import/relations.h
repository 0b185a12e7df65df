/*
 * relations: how contexts relate, as a table.
 *
 * Tables of flows between stickies (from_context, from_sticky, to_context, to_sticky,
 * mode, label) are read too: each row becomes an arrow between the stickies, and a relation when it crosses a
 * boundary.
 */
#ifndef IMPORT_RELATIONS_H
#define IMPORT_RELATIONS_H

#include "import/intake.h"

/* The relation on the board with the ends and the label of WANTED, or 0. */
int64_t relations_find(struct intake *intake, const struct relation *wanted);

/* Their reader; the visitor's context is a struct intake. A relation that is on the board
 * stays. */
extern const struct table_reader relations_reader;

#endif
