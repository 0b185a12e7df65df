#include "format/format.h"

#include <string.h>
#include <strings.h>

#include "base/mem.h"
#include "format/format_rows.h"
#include "model/copy.h"

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
		size_t ending = format_rows[i]->ending ? strlen(format_rows[i]->ending) : len;

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

/* BOARD as FORMAT sees it: BOARD itself, or *MADE, a copy that the caller frees. */
static const struct board *format_seen(const struct format *format, const struct board *board, struct board **made)
{
	*made = format->whole ? NULL : copy_timeline(board);
	return *made ? *made : board;
}

int format_write(const struct format *format, const struct board *board, const struct format_options *options,
	FILE *out, struct error *err)
{
	struct board *made;
	int failed = format->write(format_seen(format, board, &made), options, out, err);

	board_free(made);
	return failed;
}

int format_write_folder(const struct format *format, const struct board *board, struct store *store,
	const struct format_options *options, const char *path, struct error *err)
{
	struct board *made;
	int failed = format->write_folder(format_seen(format, board, &made), store, options, path, err);

	board_free(made);
	return failed;
}
