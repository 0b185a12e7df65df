/*
 * csv_writer: writes CSV as in RFC 4180, but with LF as line end, and quotes only where necessary.
 *
 * A cell that a spreadsheet would evaluate as a formula, or read as a truth value and then spell in its own way
 * ("TRUE"), gets a ' in front, which csv_reader removes.
 */
#ifndef CSV_CSV_WRITER_H
#define CSV_CSV_WRITER_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/clock.h"
#include "base/strbuf.h"

struct csv_writer {
	FILE *out;
	struct strbuf buffer;        /* not yet written to OUT */
	bool in_row;                 /* has the current row a cell? */
	int64_t time_ms;             /* the last time written, */
	char time[CLOCK_TEXT_BYTES]; /* and its text, because many stickies have the same time */
};

/* Begins to write to OUT, which the caller still owns; BOM: with a byte order mark. */
void csv_writer_init(struct csv_writer *writer, FILE *out, bool bom);

/* Writes the rest of the buffer. The caller checks ferror(). */
void csv_writer_release(struct csv_writer *writer);

/* Write the next cell of the row: a text (NULL gives an empty cell), a number or a time (0 gives an empty cell). */
void csv_writer_text(struct csv_writer *writer, const char *text);
void csv_writer_number(struct csv_writer *writer, int64_t number);
void csv_writer_time(struct csv_writer *writer, int64_t time_ms);

/* Ends the row. */
void csv_writer_end_row(struct csv_writer *writer);

/* Would a spreadsheet take TEXT, with or without any ' in front, for something other than text? Such a text is written
 * with one more '. */
bool csv_writer_is_guarded(const char *text);

#endif
