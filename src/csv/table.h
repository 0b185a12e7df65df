/*
 * table: a CSV file with a header: columns by name, in any order, and errors with row and column.
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

/* Called with each row in which not all cells are empty. */
typedef int table_visit(void *context, struct table *table, struct error *err);

/* The columns of a table; columns.h has the tables of evstorm. */
struct table_type {
	const char *const *columns; /* their names, folded, with '-' for a space or '_', alternatives after '|'. Those
				       after a '?' are names in other programs: our names take precedence, and further
				       columns with such names are left out */
	size_t count;               /* at most TABLE_COLUMNS_MOST */
	size_t written;             /* how many of them to write, the first ones */
	size_t needed;              /* the column that every such table must have */
};

/* A type of table, and the function for its rows. */
struct table_reader {
	const struct table_type *type;
	table_visit *visit;
};

/* A table being read. */
struct table {
	struct strbuf name;               /* of the file, safe to print */
	const struct table_type *type;    /* NULL before the header */
	size_t at[TABLE_COLUMNS_MOST];    /* for each column, its number in the file, from 1, or 0 */
	struct vec left_out;              /* of size_t: columns of the file without a field, from 1 */
	bool foreign[TABLE_COLUMNS_MOST]; /* the column has the name of another program */
	const struct dialect *dialect;    /* NULL: as the file shows; not owned */
	const struct csv_row *row;        /* the current row */
	struct strbuf shown;              /* of table_shown() */
	struct vec titles;                /* of char *: the names in the header, safe to print */
};

/* PATH is the name in errors. */
void table_init(struct table *table, const char *path);
void table_release(struct table *table);

/* Reads IN, or the file PATH, with the first of COUNT READERS whose needed column the header has. */
int table_read(struct table *table, FILE *in, const struct table_reader *const *readers, size_t count, void *context,
	struct error *err);
int table_read_path(struct table *table, const char *path, const struct table_reader *const *readers, size_t count,
	void *context, struct error *err);

/* Does the file have COLUMN? */
bool table_has(const struct table *table, size_t column);

/* Is it a table of another program? It is if a column has the name of another program, or the dialect has a map or no
 * header. */
bool table_is_foreign(const struct table *table);

/* Leaves out COLUMN, which the file has, although some of its cells may have been read. */
void table_leave_out(struct table *table, size_t column);

/* The cell of the current row without white space at its ends; "" if the file does not have COLUMN. */
const char *table_cell(const struct table *table, size_t column);

/* The same, short and safe to print; valid until the next call. */
const char *table_shown(struct table *table, size_t column);

/* Replaces *OUT by TEXT in a form that is short and safe to print. */
void table_show(struct strbuf *out, const char *text);

/* Fill ERR with the name of the file, ROW (of the file), COLUMN and a sentence; put all that before the sentence
 * already in ERR. Return the code of ERR. */
int table_refuse(struct table *table, size_t row, size_t column, struct error *err, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
int table_blame(struct table *table, size_t row, size_t column, struct error *err);

/* Reads COLUMN as an integer from LEAST to MOST; an empty cell gives 0. */
int table_number(struct table *table, size_t column, int64_t least, int64_t most, int64_t *number, struct error *err);

/* Writes the header of a table. */
void table_write_header(struct csv_writer *writer, const struct table_type *type);

#endif
