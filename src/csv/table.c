#include "csv/table.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "csv/header.h"
#include "text/clean.h"
#include "text/width.h"

#define TABLE_SHOWN_CELLS 40 /* how much of a cell errors show */

/* A table and its reader. */
struct table_reading {
	struct table *table;
	const struct table_reader *const *readers;
	size_t count;
	table_visit *visit; /* of the reader that fits the header */
	void *context;
};

void table_init(struct table *table, const char *path)
{
	memset(table, 0, sizeof(*table));
	strbuf_init(&table->name);
	strbuf_init(&table->shown);
	vec_init(&table->titles, sizeof(char *));
	vec_init(&table->left_out, sizeof(size_t));
	clean_for_display(&table->name, path, strlen(path));
}

void table_release(struct table *table)
{
	strbuf_release(&table->name);
	strbuf_release(&table->shown);
	vec_release_strings(&table->titles);
	vec_release(&table->left_out);
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

static int table_begin(struct table_reading *reading, struct error *err)
{
	int chosen = header_read(reading->table, reading->readers, reading->count, err);

	if (chosen < 0)
		return chosen;
	reading->visit = reading->readers[chosen]->visit;
	return 0;
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
	if (!reading->table->type) {
		const struct dialect *dialect = reading->table->dialect;
		int failed = table_begin(reading, err);

		if (failed || !dialect || !dialect->no_header)
			return failed;
	}
	return reading->visit(reading->context, reading->table, err);
}

int table_read(struct table *table, FILE *in, const struct table_reader *const *readers, size_t count, void *context,
	struct error *err)
{
	struct table_reading reading = {.table = table, .readers = readers, .count = count, .context = context};
	int failed = csv_reader_run(in, table->name.text, table->dialect, table_read_row, &reading, err);

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

bool table_is_foreign(const struct table *table)
{
	if (table->dialect && (table->dialect->map || table->dialect->no_header))
		return true;
	for (size_t column = 0; column < table->type->count; column++)
		if (table->foreign[column])
			return true;
	return false;
}

void table_leave_out(struct table *table, size_t column)
{
	for (size_t i = 0; i < table->left_out.count; i++)
		if (vec_get(&table->left_out, size_t, i) == table->at[column])
			return;
	vec_add(&table->left_out, size_t) = table->at[column];
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
