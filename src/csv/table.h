/*
 * table: a CSV file with a header: columns by name, in any order, refusals that say where.
 */
#ifndef CSV_TABLE_H
#define CSV_TABLE_H

#include <stdbool.h>
#include <stdio.h>

#include "base/strbuf.h"
#include "base/vec.h"
#include "csv/csv_reader.h"
#include "csv/csv_writer.h"

#define TABLE_COLUMNS_MOST 24

struct table;

/* Called with each row that is not empty all over. */
typedef int table_visit(void *context, struct table *table, struct error *err);

/* What a table holds; columns.h has those that evstorm writes. */
struct table_type {
	const char *const *columns; /* their names, folded, '-' for a space or '_'; others after '|', behind a '?'
				       those that mean the column elsewhere: it gives way, and more of them are left
				       out */
	size_t count;               /* at most TABLE_COLUMNS_MOST */
	size_t written;             /* how many of them are written, the first ones */
	size_t needed;              /* the column without which it is no such table */
};

/* What becomes of the rows of a table. */
struct table_reader {
	const struct table_type *type;
	table_visit *visit;
};

/* A table being read. */
struct table {
	struct strbuf name;               /* of the file, safe to print */
	const struct table_type *type;    /* NULL before the header */
	size_t at[TABLE_COLUMNS_MOST];    /* where the file has each column, from 1, or 0 */
	struct vec left_out;              /* of size_t: columns of the file that are not taken, from 1 */
	bool foreign[TABLE_COLUMNS_MOST]; /* that column is called as elsewhere */
	const struct dialect *dialect;    /* NULL: as the file tells; not owned */
	const struct csv_row *row;        /* the row at hand */
	struct strbuf shown;              /* of table_shown() */
	struct vec titles;                /* of char *: the header as it is, safe to print */
};

/* PATH is what errors call it. */
void table_init(struct table *table, const char *path);
void table_release(struct table *table);

/* Reads IN, or the file PATH, with the first of COUNT readers whose needed column the header has. */
int table_read(struct table *table, FILE *in, const struct table_reader *const *readers, size_t count, void *context,
	struct error *err);
int table_read_path(struct table *table, const char *path, const struct table_reader *const *readers, size_t count,
	void *context, struct error *err);

/* Does the file have COLUMN? */
bool table_has(const struct table *table, size_t column);

/* Is it a table of another program: is a column called as only those call it, or was it said what columns are? */
bool table_is_foreign(const struct table *table);

/* COLUMN, which the file has, is not taken, whatever came of its cells so far. */
void table_leave_out(struct table *table, size_t column);

/* The cell of the row at hand without white space at its ends; "" when the file does not have
 * COLUMN. */
const char *table_cell(const struct table *table, size_t column);

/* The same, short and safe to print; good until the next call. */
const char *table_shown(struct table *table, size_t column);

/* Replaces *OUT by TEXT, whatever it is, short and safe to print. */
void table_show(struct strbuf *out, const char *text);

/* Fills ERR, or puts in front of what stands there, where it is: row ROW (of the file) and COLUMN.
 * Return its code. */
int table_refuse(struct table *table, size_t row, size_t column, struct error *err, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
int table_blame(struct table *table, size_t row, size_t column, struct error *err);

/* Reads COLUMN as a whole number from LEAST to MOST; an empty cell is 0. */
int table_number(struct table *table, size_t column, int64_t least, int64_t most, int64_t *number, struct error *err);

/* The header of a table to be written. */
void table_write_header(struct csv_writer *writer, const struct table_type *type);

#endif
