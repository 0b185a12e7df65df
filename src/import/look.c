#include "import/look.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "csv/columns.h"
#include "csv/header.h"
#include "text/clean.h"

/* How many rows are looked at, the header included, and how much of them is shown. */
#define LOOK_ROWS 4
#define LOOK_SAMPLE_BYTES 60

/* Ends the reading. */
#define LOOK_ENOUGH 1

struct look_work {
	struct look *look;
	size_t rows;
};

static void look_add_titles(struct look *look, const struct csv_row *row)
{
	struct strbuf title = STRBUF_INIT;

	for (size_t i = 0; i < row->count; i++) {
		table_show(&title, row->cells[i]);
		vec_add(&look->columns, struct look_column) =
			(struct look_column){mem_strdup(title.text), mem_strdup("")};
		look->known = look->known || header_column(&columns_stickies, title.text) == STICKY_TEXT ||
			      header_column(&columns_relations, title.text) == RELATION_FROM;
	}
	strbuf_release(&title);
}

static void look_add_sample(struct look_column *column, const char *cell)
{
	struct strbuf sample = STRBUF_INIT, shown = STRBUF_INIT;

	table_show(&shown, cell);
	if (shown.len && strlen(column->sample) + shown.len < LOOK_SAMPLE_BYTES) {
		strbuf_addf(&sample, "%s%s%s", column->sample, *column->sample ? ", " : "", shown.text);
		free(column->sample);
		column->sample = strbuf_detach(&sample);
	}
	strbuf_release(&shown);
}

static int look_visit(void *context, const struct csv_row *row, struct error *err)
{
	struct look_work *work = context;

	(void)err;
	if (!work->rows++)
		look_add_titles(work->look, row);
	else
		for (size_t i = 0; i < row->count && i < work->look->columns.count; i++)
			look_add_sample(vec_at(&work->look->columns, i), row->cells[i]);
	return work->rows < LOOK_ROWS ? 0 : LOOK_ENOUGH;
}

int look_at(struct look *look, const char *path, const struct dialect *dialect, struct error *err)
{
	struct look_work work = {look, 0};
	struct strbuf name = STRBUF_INIT;
	FILE *in = fopen(path, "re");
	int failed;

	*look = (struct look){.columns = VEC_INIT(struct look_column)};
	clean_for_display(&name, path, strlen(path));
	failed = in ? csv_reader_run(in, name.text, dialect, look_visit, &work, err)
		    : error_set(err, ERROR_SYSTEM, "%s: %s", name.text, strerror(errno));
	if (in)
		fclose(in);
	strbuf_release(&name);
	return failed == LOOK_ENOUGH ? 0 : failed;
}

void look_release(struct look *look)
{
	for (size_t i = 0; i < look->columns.count; i++) {
		free(vec_get(&look->columns, struct look_column, i).title);
		free(vec_get(&look->columns, struct look_column, i).sample);
	}
	vec_release(&look->columns);
}
