/*
 * cells: columns of a table that are fields of an item, as they are.
 *
 * Such a column is called as its field (model/field.h), with '-' for '_' in the table's type. A cell
 * is the value as text, empty when it is the default.
 */
#ifndef CSV_CELLS_H
#define CSV_CELLS_H

#include "csv/table.h"
#include "model/field.h"

/* Writes the columns of TYPE from FIRST up to END (not included) of ITEM, of ENTITY. */
void cells_write(const struct table_type *type, size_t first, size_t end, enum entity entity, const void *item,
	struct csv_writer *writer);

/* The field that COLUMN of TYPE is. */
const struct field *cells_field(const struct table_type *type, size_t column, enum entity entity);

#endif
