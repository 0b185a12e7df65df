/*
 * header: matches the columns of a file with those of a table.
 */
#ifndef CSV_HEADER_H
#define CSV_HEADER_H

#include "csv/table.h"

/* Reads the current row of TABLE as its header, unless the dialect says that there is none, and sets the type, titles
 * and columns of TABLE. The type is that of the first of COUNT READERS whose needed column is there. Returns the index
 * of that reader, or a negative code. */
int header_read(struct table *table, const struct table_reader *const *readers, size_t count, struct error *err);

/* The column of TYPE called NAME, in any spelling of a header; negative if there is none. */
int header_column(const struct table_type *type, const char *name);

#endif
