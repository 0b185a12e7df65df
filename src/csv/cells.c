#include "csv/cells.h"

#include <stdlib.h>
#include <string.h>

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
