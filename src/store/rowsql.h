/*
 * rowsql: the SQL of the tables of items, which follows from the field table (model/field.h).
 */
#ifndef STORE_ROWSQL_H
#define STORE_ROWSQL_H

#include "base/strbuf.h"
#include "model/field.h"

/* Appends the column names of ENTITY's table behind `id`: "kind", "text", … */
void rowsql_columns(enum entity entity, struct strbuf *out);

/* Appends what makes the table of ENTITY. */
void rowsql_table(enum entity entity, struct strbuf *sql);

/* Appends what writes a row of ENTITY, and what removes one. */
void rowsql_put(enum entity entity, struct strbuf *sql);
void rowsql_delete(enum entity entity, struct strbuf *sql);

#endif
