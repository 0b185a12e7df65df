#include "format/format.h"

#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "format/stickies.h"

static const struct format format_rows[] = {
	{"csv", ".csv",
		N_("a table of the stickies; into a folder: the whole board with its history"),
		stickies_export},
};

const struct format *format_find(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(format_rows); i++)
		if (!strcmp(format_rows[i].name, name))
			return &format_rows[i];
	return NULL;
}

const struct format *format_of_path(const char *path)
{
	size_t len = strlen(path);

	for (size_t i = 0; i < ARRAY_SIZE(format_rows); i++) {
		size_t ending = strlen(format_rows[i].ending);

		if (len > ending && !strcasecmp(path + len - ending, format_rows[i].ending))
			return &format_rows[i];
	}
	return NULL;
}

const struct format *format_list(size_t *count)
{
	*count = ARRAY_SIZE(format_rows);
	return format_rows;
}
