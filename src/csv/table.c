#include "csv/table.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/clean.h"
#include "text/utf8.h"
#include "text/width.h"

#define TABLE_SHOWN_CELLS 40 /* as much of a cell as an error shows */

/* A reading at hand. */
struct table_reading {
	struct table *table;
	const struct table_reader *const *readers;
	size_t count;
	table_visit *visit; /* of the one that was chosen */
	void *context;
};

void table_init(struct table *table, const char *path)
{
	memset(table, 0, sizeof(*table));
	strbuf_init(&table->name);
	strbuf_init(&table->shown);
	vec_init(&table->titles, sizeof(char *));
	clean_for_display(&table->name, path, strlen(path));
}

void table_release(struct table *table)
{
	strbuf_release(&table->name);
	strbuf_release(&table->shown);
	vec_release_strings(&table->titles);
}

static void table_trim(char *cell)
{
	size_t len = strlen(cell), start = strspn(cell, " \t");

	while (len > start && (cell[len - 1] == ' ' || cell[len - 1] == '\t'))
		len--;
	cell[len] = '\0';
	if (start)
		memmove(cell, cell + start, len - start + 1);
}

void table_show(struct strbuf *out, const char *cell)
{
	strbuf_reset(out);
	clean_for_display(out, cell, strnlen(cell, 8 * TABLE_SHOWN_CELLS));
	strbuf_truncate(out, width_fit(out->text, out->len, TABLE_SHOWN_CELLS, NULL));
}

/* How names are compared: in NFC, folded, '-' for a space or '_'. */
static void table_fold(struct strbuf *out, const char *title)
{
	struct strbuf normal = STRBUF_INIT;

	strbuf_reset(out);
	utf8_nfc(&normal, title, strlen(title));
	utf8_fold(out, normal.text, normal.len);
	strbuf_release(&normal);
	for (size_t i = 0; i < out->len; i++)
		if (out->text[i] == ' ' || out->text[i] == '_')
			out->text[i] = '-';
}

/* How far down the list of NAMES ("a|b|c") NAME stands, from 1, or 0. */
static size_t table_rank(const char *names, const char *name)
{
	size_t len, rank = 1;

	for (;; rank++, names += len + 1) {
		len = strcspn(names, "|");
		if (strlen(name) == len && !strncmp(names, name, len))
			return rank;
		if (!names[len])
			return 0;
	}
}

/* Finds in the header the column called NAMES: the first of these names that is there. */
static int table_find(
	struct table *table, const struct table_type *type, size_t column, const struct vec *folded, struct error *err)
{
	size_t best = 0;

	table->at[column] = 0;
	for (size_t i = 0; i < folded->count; i++) {
		size_t rank = table_rank(type->columns[column], vec_get(folded, char *, i));

		if (rank && rank == best) {
			error_set(err, ERROR_REFUSED, _("the column “%s” appears twice"),
				vec_get(&table->titles, char *, i));
			return csv_reader_blame(err, table->name.text, table->row->number, i + 1);
		}
		if (rank && (!best || rank < best)) {
			best = rank;
			table->at[column] = i + 1;
		}
	}
	return 0;
}

static int table_no_type(struct table *table, const struct table_type *type, struct error *err)
{
	struct strbuf names = STRBUF_INIT;
	int code;

	for (const char *at = type->columns[type->needed]; *at; at++)
		if (*at == '|')
			strbuf_addstr(&names, ", ");
		else
			strbuf_addch(&names, *at);
	error_set(err, ERROR_REFUSED, _("no column is called %s"), names.text);
	code = csv_reader_blame(err, table->name.text, table->row->number, 0);
	strbuf_release(&names);
	return code;
}

static int table_choose(struct table_reading *reading, const struct vec *folded, struct error *err)
{
	struct table *table = reading->table;

	for (size_t i = 0; i < reading->count && !table->type; i++) {
		const struct table_type *type = reading->readers[i]->type;

		for (size_t column = 0; column < type->count; column++)
			if (table_find(table, type, column, folded, err))
				return ERROR_REFUSED;
		if (table->at[type->needed]) {
			table->type = type;
			reading->visit = reading->readers[i]->visit;
		}
	}
	if (!table->type)
		return table_no_type(table, reading->readers[0]->type, err);
	table->left_out = folded->count;
	for (size_t column = 0; column < table->type->count; column++)
		table->left_out -= table->at[column] > 0;
	return 0;
}

static int table_read_header(struct table_reading *reading, struct error *err)
{
	struct table *table = reading->table;
	struct vec folded = VEC_INIT(char *);
	struct strbuf text = STRBUF_INIT;
	int failed;

	for (size_t i = 0; i < table->row->count; i++) {
		table_show(&text, table->row->cells[i]);
		vec_add(&table->titles, char *) = mem_strdup(text.text);
		table_fold(&text, table->row->cells[i]);
		vec_add(&folded, char *) = mem_strdup(text.text);
	}
	failed = table_choose(reading, &folded, err);
	vec_release_strings(&folded);
	strbuf_release(&text);
	return failed;
}

static int table_read_row(void *context, const struct csv_row *row, struct error *err)
{
	struct table_reading *reading = context;
	bool empty = true;

	for (size_t i = 0; i < row->count; i++) {
		table_trim(row->cells[i]);
		empty = empty && !*row->cells[i];
	}
	reading->table->row = row;
	if (empty)
		return 0;
	if (!reading->table->type)
		return table_read_header(reading, err);
	return reading->visit(reading->context, reading->table, err);
}

int table_read(struct table *table, FILE *in, const struct table_reader *const *readers, size_t count, void *context,
	struct error *err)
{
	struct table_reading reading = {.table = table, .readers = readers, .count = count, .context = context};
	int failed = csv_reader_run(in, table->name.text, table_read_row, &reading, err);

	table->row = NULL;
	if (!failed && !table->type)
		return error_set(err, ERROR_REFUSED, _("%s: the file is empty"), table->name.text);
	return failed;
}

int table_read_path(struct table *table, const char *path, const struct table_reader *const *readers, size_t count,
	void *context, struct error *err)
{
	FILE *in = fopen(path, "re");
	int failed;

	if (!in)
		return error_set(err, ERROR_SYSTEM, "%s: %s", table->name.text, strerror(errno));
	failed = table_read(table, in, readers, count, context, err);
	fclose(in);
	return failed;
}

bool table_has(const struct table *table, size_t column)
{
	return table->at[column] > 0;
}

const char *table_cell(const struct table *table, size_t column)
{
	return table->at[column] ? table->row->cells[table->at[column] - 1] : "";
}

const char *table_shown(struct table *table, size_t column)
{
	table_show(&table->shown, table_cell(table, column));
	return table->shown.text;
}

int table_blame(struct table *table, size_t row, size_t column, struct error *err)
{
	size_t at = table->at[column];

	if (!at)
		return csv_reader_blame(err, table->name.text, row, 0);
	return error_prefix(err, err ? err->code : ERROR_REFUSED, _("%s: row %zu, column %zu (%s)"), table->name.text,
		row, at, vec_get(&table->titles, char *, at - 1));
}

int table_refuse(struct table *table, size_t row, size_t column, struct error *err, const char *format, ...)
{
	char why[ERROR_TEXT_BYTES];
	va_list args;

	va_start(args, format);
	vsnprintf(why, sizeof(why), format, args);
	va_end(args);
	error_set(err, ERROR_REFUSED, "%s", why);
	return table_blame(table, row, column, err);
}

int table_number(struct table *table, size_t column, int64_t least, int64_t most, int64_t *number, struct error *err)
{
	const char *cell = table_cell(table, column);
	size_t len = strlen(cell);
	long long value;

	*number = 0;
	if (!len)
		return 0;
	value = len <= 18 && strspn(cell, "0123456789") == len ? strtoll(cell, NULL, 10) : -1;
	if (value < least || value > most)
		return table_refuse(table, table->row->number, column, err, _("“%s” is not a number from %lld to %lld"),
			table_shown(table, column), (long long)least, (long long)most);
	*number = value;
	return 0;
}

void table_write_header(struct csv_writer *writer, const struct table_type *type)
{
	for (size_t i = 0; i < type->written; i++) {
		char *name = mem_strndup(type->columns[i], strcspn(type->columns[i], "|"));

		for (char *dash = strchr(name, '-'); dash; dash = strchr(dash, '-'))
			*dash = '_';
		csv_writer_text(writer, name);
		free(name);
	}
	csv_writer_end_row(writer);
}
