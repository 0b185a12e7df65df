/*
 * relations: how contexts relate, as a table, written and read.
 *
 * Read are also tables of flows between stickies (from_context, from_sticky, to_context, to_sticky,
 * mode, label): each row becomes an arrow between the stickies, and a relation when it crosses a
 * boundary.
 */
#ifndef FORMAT_RELATIONS_H
#define FORMAT_RELATIONS_H

#include "format/intake.h"

/* Writes the relations of BOARD by id, header first. */
void relations_write(const struct board *board, struct csv_writer *writer);

/* The relation on the board with the ends and the label of WANTED, or 0. */
int64_t relations_find(struct intake *intake, const struct relation *wanted);

/* What they are read as; the visitor's context is a struct intake. A relation that is on the board
 * stays. */
extern const struct table_type relations_type;

#endif
