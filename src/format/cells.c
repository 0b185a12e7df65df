#include "format/cells.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

const struct field *cells_field(const struct table_type *type, size_t column, enum entity entity)
{
	const char *names = type->columns[column];
	char *name = mem_strndup(names, strcspn(names, "|"));
	const struct field *field;

	for (char *dash = strchr(name, '-'); dash; dash = strchr(dash, '-'))
		*dash = '_';
	field = field_find(entity, name);
	if (!field)
		BUG("column %s is no field", name);
	free(name);
	return field;
}

void cells_write(const struct table_type *type, size_t first, size_t end, enum entity entity, const void *item,
	struct csv_writer *writer)
{
	struct strbuf text = STRBUF_INIT;

	for (size_t column = first; column < end; column++) {
		strbuf_reset(&text);
		field_format(cells_field(type, column, entity), item, &text);
		csv_writer_text(writer, text.text);
	}
	strbuf_release(&text);
}

static int cells_read_one(
	struct intake *intake, struct table *table, size_t column, enum entity entity, int64_t id, struct error *err)
{
	const struct field *field = cells_field(table->type, column, entity);
	enum clean_lines lines = field->type == FIELD_TEXT ? CLEAN_MANY_LINES : CLEAN_ONE_LINE;
	const char *text = intake_text(intake, table, column, lines, err);

	if (!text)
		return ERROR_REFUSED;
	if (!*text || !edit_set_raw(intake->edit, entity, id, field, text, NULL))
		return 0;
	return table_refuse(table, table->row->number, column, err, _("“%s” is not what can stand here"),
		table_shown(table, column));
}

int cells_read(struct intake *intake, struct table *table, size_t first, size_t end, enum entity entity, int64_t id,
	struct error *err)
{
	int failed = 0;

	for (size_t column = first; column < end && !failed; column++)
		failed = cells_read_one(intake, table, column, entity, id, err);
	return failed;
}
