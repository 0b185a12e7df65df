/*
 * rowsql: SQL for the tables of items, derived from the field table (model/field.h).
 */
#ifndef STORE_ROWSQL_H
#define STORE_ROWSQL_H

#include "base/strbuf.h"
#include "model/field.h"

/* Appends what is selected from the table of ENTITY in a file of FORMAT, after `id`: "kind", "text", … NULL stands for
 * fields that came later. */
void rowsql_columns(enum entity entity, int format, struct strbuf *out);

/* Appends the statement that creates the table of ENTITY in FORMAT. */
void rowsql_table(enum entity entity, int format, struct strbuf *sql);

/* Append the statement that writes a row of ENTITY, and the one that removes a row. */
void rowsql_put(enum entity entity, struct strbuf *sql);
void rowsql_delete(enum entity entity, struct strbuf *sql);

#endif
