/*
 * csv_reader: reads the rows of a CSV file from any program.
 *
 * RFC 4180 in UTF-8, UTF-16 or CP949 (csv_text.h). Lines end with LF, CR LF or CR. Cells are separated by commas,
 * semicolons, tabs or bars, whichever the first line has most of, or as a line such as "sep=;" before it says. Removes
 * the ' that csv_writer puts before what a spreadsheet would not take for text. Everything else is refused, with its
 * row and column: NUL bytes, invalid text, misplaced quotes, rows that are longer or shorter than the first, and too
 * large cells and files.
 */
#ifndef CSV_CSV_READER_H
#define CSV_CSV_READER_H

#include <stddef.h>
#include <stdio.h>

#include "base/error.h"
#include "csv/dialect.h"

/* The largest cell and the most columns and rows: more than any board needs. */
#define CSV_READER_CELL_BYTES 1048576
#define CSV_READER_COLUMNS 1000
#define CSV_READER_ROWS 4000000

struct csv_row {
	size_t number;      /* counted from 1, empty lines included, line breaks in cells not */
	size_t count;       /* of its cells */
	char *const *cells; /* valid until the visit returns */
};

/* Called with each row that is not an empty line; a value other than 0 ends reading and is returned. */
typedef int csv_visit(void *context, const struct csv_row *row, struct error *err);

/* Reads IN to its end; DIALECT may be NULL. NAME, for errors, is safe to print. */
int csv_reader_run(
	FILE *in, const char *name, const struct dialect *dialect, csv_visit *visit, void *context, struct error *err);

/* Puts "NAME: row R, column C" before the text of ERR, without the column if COLUMN is 0. Returns the code of ERR. */
int csv_reader_blame(struct error *err, const char *name, size_t row, size_t column);

#endif
