#include "csv/csv_reader.h"

#include <csv.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "csv/csv_text.h"
#include "csv/csv_writer.h"
#include "text/utf8.h"

#ifndef CSV_READER_CHUNK
#define CSV_READER_CHUNK 65536 /* bytes to parse before checking the size of the current cell */
#endif

struct csv_reader {
	const char *name;
	csv_visit *visit;
	void *context;
	struct error *err;
	int failed;         /* the code of the first failure; everything after it is ignored */
	struct strbuf pool; /* the cells of the current row, each with its NUL */
	struct vec starts;  /* of size_t: their offsets in the pool */
	struct vec cells;   /* of char *: the cells, for the visitor */
	size_t width;       /* the number of cells in the first row; 0 before it */
	size_t row;         /* the number of the current row, from 1 */
	int last_end;       /* the byte that ended the previous row, or -1 */
};

int csv_reader_blame(struct error *err, const char *name, size_t row, size_t column)
{
	if (column)
		return error_prefix(
			err, err ? err->code : ERROR_REFUSED, _("%s: row %zu, column %zu"), name, row, column);
	return error_prefix(err, err ? err->code : ERROR_REFUSED, _("%s: row %zu"), name, row);
}

/* Ends reading with the error in ERR, at the cell after those already read. */
static void csv_reader_refuse(struct csv_reader *reader)
{
	reader->failed = csv_reader_blame(reader->err, reader->name, reader->row, reader->starts.count + 1);
}

static bool csv_reader_is_ascii(const char *text, size_t len)
{
	unsigned char all = 0;

	for (size_t i = 0; i < len; i++)
		all |= (unsigned char)text[i];
	return all < 0x80;
}

static void csv_reader_keep(struct csv_reader *reader, const char *text, size_t len)
{
	size_t start = reader->pool.len;

	vec_add(&reader->starts, size_t) = start;
	strbuf_add(&reader->pool, text, len);
	strbuf_addch(&reader->pool, '\0');
	if (reader->pool.text[start] == '\'' && csv_writer_is_guarded(reader->pool.text + start))
		strbuf_remove(&reader->pool, start, 1);
}

static void csv_reader_cell(void *bytes, size_t len, void *context)
{
	struct csv_reader *reader = context;
	const char *text = bytes;

	if (reader->failed)
		return;
	if (len > CSV_READER_CELL_BYTES)
		error_set(reader->err, ERROR_REFUSED, _("the cell is larger than %d bytes"), CSV_READER_CELL_BYTES);
	else if (!csv_reader_is_ascii(text, len) && !utf8_valid(text, len))
		error_set(reader->err, ERROR_REFUSED,
			_("not UTF-8; save the file as UTF-8, or say its encoding with --encoding"));
	else if (reader->width && reader->starts.count == reader->width)
		error_set(reader->err, ERROR_REFUSED, _("the row has more columns than the first, which has %zu"),
			reader->width);
	else if (reader->starts.count == CSV_READER_COLUMNS)
		error_set(reader->err, ERROR_REFUSED, _("more than %d columns"), CSV_READER_COLUMNS);
	else {
		csv_reader_keep(reader, text, len);
		return;
	}
	csv_reader_refuse(reader);
}

static void csv_reader_visit(struct csv_reader *reader)
{
	struct csv_row row = {.number = reader->row, .count = reader->starts.count};

	vec_reset(&reader->cells);
	for (size_t i = 0; i < row.count; i++)
		vec_add(&reader->cells, char *) = reader->pool.text + vec_get(&reader->starts, size_t, i);
	row.cells = reader->cells.items;
	reader->width = row.count;
	reader->failed = reader->visit(reader->context, &row, reader->err);
}

/* END is the byte that ended the row, or -1 at the end of the file. */
static void csv_reader_row(int end, void *context)
{
	struct csv_reader *reader = context;
	bool empty = !reader->starts.count;
	bool half = empty && end == '\n' && reader->last_end == '\r';

	if (reader->failed)
		return;
	reader->last_end = half ? -1 : end;
	if (half)
		return; /* the LF of a CR LF */
	if (!empty && reader->width && reader->starts.count < reader->width) {
		error_set(reader->err, ERROR_REFUSED, _("the row ends here; the first has %zu columns"), reader->width);
		csv_reader_refuse(reader);
		return;
	}
	if (reader->row > CSV_READER_ROWS) {
		error_set(reader->err, ERROR_REFUSED, _("the file has more than %d rows"), CSV_READER_ROWS);
		reader->failed = csv_reader_blame(reader->err, reader->name, reader->row, 0);
		return;
	}
	if (!empty)
		csv_reader_visit(reader);
	reader->row++;
	vec_reset(&reader->starts);
	strbuf_reset(&reader->pool);
}

/* White space is part of a cell. */
static int csv_reader_no_space(unsigned char byte)
{
	(void)byte;
	return 0;
}

/* The separator that the first line has most of; a comma if it has none. */
static unsigned char csv_reader_separator(const char *bytes, size_t len)
{
	static const char separators[] = ",;\t|";
	size_t counts[4] = {0}, best = 0;
	bool quoted = false;

	for (size_t i = 0; i < len && (quoted || (bytes[i] != '\n' && bytes[i] != '\r')); i++) {
		const char *found = bytes[i] ? strchr(separators, bytes[i]) : NULL;

		quoted ^= bytes[i] == '"';
		if (found && !quoted)
			counts[found - separators]++;
	}
	for (size_t i = 1; i < ARRAY_SIZE(counts); i++)
		if (counts[i] > counts[best])
			best = i;
	return (unsigned char)separators[best];
}

static void csv_reader_parse(struct csv_reader *reader, struct csv_parser *parser, const char *bytes, size_t len)
{
	const char *nul = memchr(bytes, '\0', len);
	size_t whole = nul ? (size_t)(nul - bytes) : len;
	bool broken = csv_parse(parser, bytes, whole, csv_reader_cell, csv_reader_row, reader) < whole;

	if (reader->failed)
		return;
	if (broken)
		error_set(reader->err, ERROR_REFUSED,
			_("misplaced quote: a cell with quotes in it must be quoted itself, with its quotes doubled"));
	else if (csv_get_buffer_size(parser) > CSV_READER_CELL_BYTES + CSV_READER_CHUNK)
		error_set(reader->err, ERROR_REFUSED, _("the cell is larger than %d bytes"), CSV_READER_CELL_BYTES);
	else if (nul)
		error_set(reader->err, ERROR_REFUSED, _("NUL byte: not a CSV file in UTF-8"));
	else
		return;
	csv_reader_refuse(reader);
}

/* The bytes of a first line such as "sep=;", which spreadsheets write and read, with its line break; 0 without one. */
static size_t csv_reader_announced(const char *bytes, size_t len, unsigned char *separator)
{
	size_t end = 5;

	if (len < 6 || strncasecmp(bytes, "sep=", 4) || (bytes[5] != '\r' && bytes[5] != '\n'))
		return 0;
	*separator = (unsigned char)bytes[4];
	end += bytes[end] == '\r';
	return end + (end < len && bytes[end] == '\n');
}

/* Reads the beginning of the file: sets the separator, and returns how many bytes to skip before the first row. */
static size_t csv_reader_begin(struct csv_reader *reader, struct csv_parser *parser, const char *bytes, size_t len,
	const struct dialect *dialect)
{
	unsigned char separator;
	size_t before = csv_reader_announced(bytes, len, &separator);

	if (before)
		reader->row++;
	else
		separator = csv_reader_separator(bytes, len);
	if (dialect && dialect->separator)
		separator = (unsigned char)dialect->separator;
	csv_set_delim(parser, separator);
	return before;
}

static void csv_reader_finish(struct csv_reader *reader, struct csv_parser *parser)
{
	if (!csv_fini(parser, csv_reader_cell, csv_reader_row, reader) || reader->failed)
		return;
	error_set(reader->err, ERROR_REFUSED, _("a quote is not closed"));
	csv_reader_refuse(reader);
}

static void csv_reader_chunks(
	struct csv_reader *reader, struct csv_parser *parser, FILE *in, const struct dialect *dialect)
{
	char *bytes = mem_alloc(CSV_READER_CHUNK);
	struct csv_text text;
	size_t len, before;
	bool first = true;

	csv_text_init(&text, in, reader->name, dialect ? dialect->encoding : NULL);
	while (!reader->failed &&
		(len = csv_text_read(&text, bytes, CSV_READER_CHUNK, &reader->failed, reader->err)) > 0) {
		before = first ? csv_reader_begin(reader, parser, bytes, len, dialect) : 0;
		csv_reader_parse(reader, parser, bytes + before, len - before);
		first = false;
	}
	csv_text_release(&text);
	free(bytes);
}

int csv_reader_run(
	FILE *in, const char *name, const struct dialect *dialect, csv_visit *visit, void *context, struct error *err)
{
	struct csv_reader reader = {.name = name,
		.visit = visit,
		.context = context,
		.err = err,
		.pool = STRBUF_INIT,
		.starts = VEC_INIT(size_t),
		.cells = VEC_INIT(char *),
		.row = 1,
		.last_end = -1};
	struct csv_parser parser;

	if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL))
		BUG("libcsv does not start");
	csv_set_space_func(&parser, csv_reader_no_space);
	csv_set_blk_size(&parser, 4096);
	csv_reader_chunks(&reader, &parser, in, dialect);
	if (!reader.failed && ferror(in))
		reader.failed = error_set(err, ERROR_SYSTEM, "%s: %s", name, strerror(errno));
	if (!reader.failed)
		csv_reader_finish(&reader, &parser);
	csv_free(&parser);
	strbuf_release(&reader.pool);
	vec_release(&reader.starts);
	vec_release(&reader.cells);
	return reader.failed;
}
