/*
 * cells: columns of a table that hold fields of an item directly.
 *
 * Such a column has the name of its field (model/field.h), with '-' for '_' in the type of the table. A
 * cell is the value as text, empty for the default.
 */
#ifndef CSV_CELLS_H
#define CSV_CELLS_H

#include "csv/table.h"
#include "model/field.h"

/* Writes the columns of TYPE from FIRST up to END (not included) of ITEM, of ENTITY. */
void cells_write(const struct table_type *type, size_t first, size_t end, enum entity entity, const void *item,
	struct csv_writer *writer);

/* The field of ENTITY that COLUMN of TYPE holds. */
const struct field *cells_field(const struct table_type *type, size_t column, enum entity entity);

#endif
