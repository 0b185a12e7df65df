/*
 * parts: the smaller tables of a folder: contexts, phases, lanes and people, written and read.
 */
#ifndef FORMAT_PARTS_H
#define FORMAT_PARTS_H

#include "format/intake.h"

/* Writers of a part of BOARD by id, header first. */
void parts_write_contexts(const struct board *board, struct csv_writer *writer);
void parts_write_phases(const struct board *board, struct csv_writer *writer);
void parts_write_lanes(const struct board *board, struct csv_writer *writer);
void parts_write_people(const struct board *board, struct csv_writer *writer);

/* What they are read as; the visitors' context is a struct intake. Contexts are read before the
 * stickies, which name them, and once more for their members after. People and contexts that the
 * board has stay as they are there. */
extern const struct table_type parts_contexts, parts_members;
extern const struct table_type parts_phases, parts_lanes, parts_people;

/* The clean name in COLUMN of the row at hand, which must not be empty; NULL after setting ERR. */
const char *parts_name(struct intake *intake, struct table *table, size_t column, struct error *err);

/* Writes the header of TYPE, then what WRITE_ROW makes of each item of ENTITY, by id. */
typedef void parts_write_row(const struct board *board, const void *item, struct csv_writer *writer);
void parts_write(const struct board *board, enum entity entity, const struct table_type *type,
	parts_write_row *write_row, struct csv_writer *writer);

#endif
