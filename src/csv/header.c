#include "csv/header.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/utf8.h"

/* A header being read. */
struct header {
	struct table *table;
	struct vec names; /* of char *: the names of its columns, folded */
	struct vec taken; /* of bool: is the column in the map? */
};

/* Appends TITLE in the form in which names are compared: in NFC, folded, with '-' for a space or '_'. */
static void header_fold(struct strbuf *out, const char *title)
{
	strbuf_reset(out);
	utf8_fold(out, title, strlen(title));
	for (size_t i = 0; i < out->len; i++)
		if (out->text[i] == ' ' || out->text[i] == '_')
			out->text[i] = '-';
}

/* The position of NAME in the list NAMES ("a|b|?c"), from 1, or 0; sets *FOREIGN if it is after a '?'. */
static size_t header_rank(const char *names, const char *name, bool *foreign)
{
	size_t len, rank = 1;

	for (;; rank++, names += len + 1) {
		*foreign = *names == '?';
		names += *foreign;
		len = strcspn(names, "|");
		if (strlen(name) == len && !strncmp(names, name, len))
			return rank;
		if (!names[len])
			return 0;
	}
}

int header_column(const struct table_type *type, const char *name)
{
	struct strbuf folded = STRBUF_INIT;
	int found = -1;

	header_fold(&folded, name);
	for (size_t column = 0; column < type->count && found < 0; column++) {
		bool foreign;

		if (header_rank(type->columns[column], folded.text, &foreign))
			found = (int)column;
	}
	strbuf_release(&folded);
	return found;
}

static int header_refuse(const struct header *header, size_t column, struct error *err)
{
	return csv_reader_blame(err, header->table->name.text, header->table->row->number, column);
}

/* Has column I of the file been found already? */
static bool header_is_used(const struct header *header, size_t i)
{
	for (size_t column = 0; column < TABLE_COLUMNS_MOST; column++)
		if (header->table->at[column] == i + 1)
			return true;
	return vec_get(&header->taken, bool, i);
}

/* Finds column COLUMN of TYPE in the file, by the first of its names that occurs. */
static int header_find(struct header *header, const struct table_type *type, size_t column, struct error *err)
{
	struct table *table = header->table;
	size_t best = 0;

	for (size_t i = 0; i < header->names.count; i++) {
		bool foreign;
		size_t rank = header_rank(type->columns[column], vec_get(&header->names, char *, i), &foreign);

		if (!rank || (rank != best && header_is_used(header, i)))
			continue;
		if (rank == best && !foreign) {
			error_set(err, ERROR_REFUSED, _("the column “%s” appears twice"),
				vec_get(&table->titles, char *, i));
			return header_refuse(header, i + 1, err);
		}
		if (!best || rank < best) {
			best = rank;
			table->at[column] = i + 1;
			table->foreign[column] = foreign;
		}
	}
	return 0;
}

/* Finds the column of the file by NAME, its title or its number from 1. Returns its number, or a negative code. */
static int header_named(const struct header *header, const char *name, struct error *err)
{
	char *end;
	long number = strtol(name, &end, 10);
	struct strbuf folded = STRBUF_INIT, shown = STRBUF_INIT;
	int found = 0;

	header_fold(&folded, name);
	for (size_t i = 0; i < header->names.count && !found; i++)
		if (!strcmp(vec_get(&header->names, char *, i), folded.text))
			found = (int)i + 1;
	if (!found && *name && !*end && number > 0 && (size_t)number <= header->names.count)
		found = (int)number;
	if (!found) {
		table_show(&shown, name);
		error_set(err, ERROR_REFUSED, _("no column is called “%s”"), shown.text);
		found = header_refuse(header, 0, err);
	}
	strbuf_release(&shown);
	strbuf_release(&folded);
	return found;
}

/* Applies an entry of the map. Ignores fields of other tables. */
static int header_take(
	struct header *header, const struct table_type *type, const struct dialect_entry *entry, struct error *err)
{
	struct names *seen = header->table->dialect->seen;
	int at = header_named(header, entry->column, err);
	int column = entry->field ? header_column(type, entry->field) : -1;

	if (at < 0)
		return seen ? 0 : at;
	if (seen)
		names_set(seen, entry->column, 1);
	*(bool *)vec_at(&header->taken, (size_t)at - 1) = true;
	if (column >= 0 && header->table->at[column]) {
		error_set(err, ERROR_REFUSED, _("--map says of two columns that they are “%s”"), entry->field);
		return header_refuse(header, (size_t)at, err);
	}
	if (column >= 0) {
		header->table->at[column] = (size_t)at;
		header->table->foreign[column] = false;
	}
	return 0;
}

static int header_map(struct header *header, const struct table_type *type, const char *map, struct error *err)
{
	struct dialect_entry entry;
	int failed = 0;

	while (!failed && dialect_next(&map, &entry)) {
		failed = header_take(header, type, &entry, err);
		dialect_release(&entry);
	}
	return failed;
}

/* Finds the columns of TYPE. */
static int header_match(struct header *header, const struct table_type *type, struct error *err)
{
	const struct dialect *dialect = header->table->dialect;
	struct table *table = header->table;
	int failed = 0;

	memset(table->at, 0, sizeof(table->at));
	memset(table->foreign, 0, sizeof(table->foreign));
	memset(header->taken.items, 0, header->taken.count * header->taken.size);
	if (dialect && dialect->map)
		failed = header_map(header, type, dialect->map, err);
	for (size_t column = 0; column < type->count && !failed; column++)
		if (!table->at[column])
			failed = header_find(header, type, column, err);
	if (!failed && dialect && dialect->no_header && !table->at[type->needed] && !vec_get(&header->taken, bool, 0))
		table->at[type->needed] = 1;
	return failed;
}

/* Fails because the file lacks the column that TYPE needs. */
static int header_refuse_type(const struct header *header, const struct table_type *type, struct error *err)
{
	const char *name = type->columns[type->needed];
	struct strbuf names = STRBUF_INIT;
	int code;

	for (size_t len; *name; name += len + (name[len] == '|')) {
		len = strcspn(name, "|");
		if (*name != '?')
			strbuf_addf(&names, "%s%.*s", names.len ? ", " : "", (int)len, name);
	}
	if (header->table->dialect)
		error_set(err, ERROR_REFUSED,
			_("no column is called %s; name it with --map COLUMN=%.*s, or say --no-header if this row is "
			  "data"),
			names.text, (int)strcspn(type->columns[type->needed], "|"), type->columns[type->needed]);
	else
		error_set(err, ERROR_REFUSED, _("no column is called %s"), names.text);
	code = header_refuse(header, 0, err);
	strbuf_release(&names);
	return code;
}

static int header_choose(
	struct header *header, const struct table_reader *const *readers, size_t count, struct error *err)
{
	struct table *table = header->table;

	for (size_t i = 0; i < count; i++) {
		int failed = header_match(header, readers[i]->type, err);

		if (failed)
			return failed;
		if (table->at[readers[i]->type->needed]) {
			table->type = readers[i]->type;
			return (int)i;
		}
	}
	return header_refuse_type(header, readers[0]->type, err);
}

/* Records the columns that have no field. */
static void header_note_left_out(struct header *header)
{
	struct table *table = header->table;

	for (size_t i = 0; i < header->names.count; i++)
		if (!header_is_used(header, i))
			vec_add(&table->left_out, size_t) = i + 1;
}

/* Records the names of the columns, from the current row or by number. */
static void header_name(struct header *header)
{
	struct table *table = header->table;
	struct strbuf text = STRBUF_INIT;
	char number[24];

	for (size_t i = 0; i < table->row->count; i++) {
		const char *title = table->row->cells[i];

		snprintf(number, sizeof(number), "%zu", i + 1);
		if (table->dialect && table->dialect->no_header)
			title = number;
		table_show(&text, title);
		vec_add(&table->titles, char *) = mem_strdup(text.text);
		header_fold(&text, title);
		vec_add(&header->names, char *) = mem_strdup(text.text);
		vec_add(&header->taken, bool) = false;
	}
	strbuf_release(&text);
}

int header_read(struct table *table, const struct table_reader *const *readers, size_t count, struct error *err)
{
	struct header header = {table, VEC_INIT(char *), VEC_INIT(bool)};
	int chosen;

	header_name(&header);
	chosen = header_choose(&header, readers, count, err);
	if (chosen >= 0)
		header_note_left_out(&header);
	vec_release_strings(&header.names);
	vec_release(&header.taken);
	return chosen;
}
