#include "format/format.h"

#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "format/format_rows.h"

#define FORMAT_ROW(name) &(name),
static const struct format *const format_rows[] = {FORMAT_ROWS(FORMAT_ROW)};
#undef FORMAT_ROW

const struct format *format_find(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(format_rows); i++)
		if (!strcmp(format_rows[i]->name, name))
			return format_rows[i];
	return NULL;
}

const struct format *format_of_path(const char *path)
{
	size_t len = strlen(path);

	for (size_t i = 0; i < ARRAY_SIZE(format_rows); i++) {
		size_t ending = strlen(format_rows[i]->ending);

		if (len > ending && !strcasecmp(path + len - ending, format_rows[i]->ending))
			return format_rows[i];
	}
	return NULL;
}

const struct format *const *format_list(size_t *count)
{
	*count = ARRAY_SIZE(format_rows);
	return format_rows;
}
