/*
 * csv_writer: rows of CSV as RFC 4180 has them, but with LF line ends, and quotes only where a cell
 * needs them.
 *
 * A cell that a spreadsheet would run as a formula, or take for a truth value, which it spells in its own way
 * ("TRUE"), gets a ' in front; csv_reader takes it off again.
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
	struct strbuf buffer;        /* what OUT has not got yet */
	bool in_row;                 /* has the row at hand a cell? */
	int64_t time_ms;             /* the time written last, */
	char time[CLOCK_TEXT_BYTES]; /* and how: stickies made at a time share it */
};

/* Begins to write to OUT, which stays the caller's; BOM: with a byte order mark. */
void csv_writer_init(struct csv_writer *writer, FILE *out, bool bom);

/* Hands OUT what is left. Whether it took it all is the caller's to check with ferror(). */
void csv_writer_release(struct csv_writer *writer);

/* The next cell of the row: a text (NULL is empty), a number or a time (0 is empty). */
void csv_writer_text(struct csv_writer *writer, const char *text);
void csv_writer_number(struct csv_writer *writer, int64_t number);
void csv_writer_time(struct csv_writer *writer, int64_t time_ms);

/* Ends the row. */
void csv_writer_end_row(struct csv_writer *writer);

/* Would a spreadsheet take TEXT for more than text, or would it but for the ' in front? Such a text is
 * written with one more '. */
bool csv_writer_is_guarded(const char *text);

#endif
