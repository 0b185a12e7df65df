/*
 * csv_reader: the rows of a CSV file, one after the other, from anybody.
 *
 * RFC 4180 as UTF-8, UTF-16 or CP949 (csv_text.h); lines end with LF, CR LF or CR; cells are separated by commas,
 * semicolons, tabs or bars, whichever the first line has most of, or by what a line "sep=;" before it says. The ' that
 * csv_writer puts before what might be more than text is taken off. Everything else is refused by row and column: NUL
 * bytes, bytes that are no text, quotes out of place, rows of another length than the first, cells and rows beyond all
 * measure.
 */
#ifndef CSV_CSV_READER_H
#define CSV_CSV_READER_H

#include <stddef.h>
#include <stdio.h>

#include "base/error.h"
#include "csv/dialect.h"

/* The largest cell and the most columns and rows that are read: more than any board needs. */
#define CSV_READER_CELL_BYTES 1048576
#define CSV_READER_COLUMNS 1000
#define CSV_READER_ROWS 4000000

struct csv_row {
	size_t number; /* counted from 1; a line break inside a cell begins no row, an empty line is
			  one */
	size_t count;
	char *const *cells; /* good until the visit ends */
};

/* Called with each row that is no empty line; a value other than 0 ends the reading and is
 * returned. */
typedef int csv_visit(void *context, const struct csv_row *row, struct error *err);

/* Reads IN to its end; DIALECT may be NULL. NAME stands in errors; it is safe to print. */
int csv_reader_run(
	FILE *in, const char *name, const struct dialect *dialect, csv_visit *visit, void *context, struct error *err);

/* Puts "NAME: row R, column C" before the text of ERR; COLUMN 0 leaves the column out. Returns its
 * code. */
int csv_reader_blame(struct error *err, const char *name, size_t row, size_t column);

#endif
