/*
 * header: which columns of a file are which of a table.
 */
#ifndef CSV_HEADER_H
#define CSV_HEADER_H

#include "csv/table.h"

/* Takes the row at hand of TABLE for its header, or for its first row when the dialect says that it has none, and sets
 * its type, titles and columns: the first of COUNT READERS whose needed column is there. Returns which that is, or a
 * negative code after setting ERR. */
int header_read(struct table *table, const struct table_reader *const *readers, size_t count, struct error *err);

/* The column of TYPE called NAME, in any spelling of a header; negative when there is none. */
int header_column(const struct table_type *type, const char *name);

#endif
