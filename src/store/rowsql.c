#include "store/rowsql.h"

#include <limits.h>

static const char *rowsql_type(const struct field *field)
{
	switch (field->type) {
	case FIELD_LINE:
	case FIELD_TEXT:
	case FIELD_CHOICE: return "TEXT";
	default: return "INTEGER";
	}
}

/* Appends the columns of FORMAT; if TYPED, with their types, otherwise with NULL for those that came later. */
static void rowsql_list(enum entity entity, int format, bool typed, struct strbuf *out)
{
	const struct entity_type *type = entity_type(entity);
	size_t start = out->len;

	for (size_t i = 0; i < type->count; i++) {
		const struct field *field = &type->fields[i];
		const char *sql = typed ? rowsql_type(field) : "";
		const char *space = typed ? " " : "";

		if (field_is_shift(field) || (typed && field->since > format))
			continue;
		if (out->len > start)
			strbuf_addstr(out, ", ");
		if (field->since > format)
			strbuf_addstr(out, "NULL");
		else if (field->type == FIELD_PLACE)
			strbuf_addf(out, "\"column\"%s%s, \"row\"%s%s", space, sql, space, sql);
		else
			strbuf_addf(out, "\"%s\"%s%s", field->name, space, sql);
	}
}

void rowsql_columns(enum entity entity, int format, struct strbuf *out)
{
	rowsql_list(entity, format, false, out);
}

void rowsql_table(enum entity entity, int format, struct strbuf *sql)
{
	strbuf_addf(sql, "CREATE TABLE %s (id INTEGER PRIMARY KEY, ", entity_type(entity)->name);
	rowsql_list(entity, format, true, sql);
	strbuf_addstr(sql, ")");
}

void rowsql_put(enum entity entity, struct strbuf *sql)
{
	const struct entity_type *type = entity_type(entity);
	int columns = 0;

	strbuf_addf(sql, "INSERT OR REPLACE INTO %s (id, ", type->name);
	rowsql_columns(entity, INT_MAX, sql);
	strbuf_addstr(sql, ") VALUES (?1");
	for (size_t i = 0; i < type->count; i++)
		columns += type->fields[i].type == FIELD_PLACE ? 2 : !field_is_shift(&type->fields[i]);
	for (int i = 0; i < columns; i++)
		strbuf_addf(sql, ", ?%d", i + 2);
	strbuf_addstr(sql, ")");
}

void rowsql_delete(enum entity entity, struct strbuf *sql)
{
	strbuf_addf(sql, "DELETE FROM %s WHERE id = ?1", entity_type(entity)->name);
}
