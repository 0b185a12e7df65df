#include "format/stickies.h"

#include <inttypes.h>
#include <stdlib.h>

#include "format/drafts.h"

static int stickies_compare(const void *a, const void *b)
{
	const int64_t *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

/* The ids that STICKY points at, in order: that of its links is no more than history. */
static void stickies_write_links(const struct sticky *sticky, struct csv_writer *writer)
{
	struct vec ids = VEC_INIT(int64_t);
	struct strbuf text = STRBUF_INIT;

	for (const struct link *link = sticky->first_out; link; link = link->next_out)
		vec_add(&ids, int64_t) = link->target;
	if (ids.count)
		qsort(ids.items, ids.count, ids.size, stickies_compare);
	for (size_t i = 0; i < ids.count; i++)
		strbuf_addf(&text, i ? " %" PRId64 : "%" PRId64, vec_get(&ids, int64_t, i));
	csv_writer_text(writer, text.text);
	strbuf_release(&text);
	vec_release(&ids);
}

/* The columns in the order of drafts.h. */
static void stickies_write_row(const struct board *board, const struct sticky *sticky, struct csv_writer *writer)
{
	const struct context *context = sticky->context ? board_context(board, sticky->context) : NULL;
	const struct person *author = sticky->author ? board_person(board, sticky->author) : NULL;

	csv_writer_number(writer, sticky->id);
	csv_writer_text(writer, kind_token((enum kind)sticky->kind));
	csv_writer_text(writer, sticky->text);
	csv_writer_number(writer, sticky->place.column);
	csv_writer_number(writer, sticky->place.row);
	csv_writer_text(writer, context ? context->name : NULL);
	stickies_write_links(sticky, writer);
	csv_writer_text(writer, sticky->note);
	csv_writer_number(writer, board_dots(sticky));
	csv_writer_number(writer, sticky->resolved);
	csv_writer_number(writer, sticky->pivotal);
	csv_writer_text(writer, author ? author->name : NULL);
	csv_writer_number(writer, sticky->step);
	csv_writer_time(writer, sticky->created);
	csv_writer_time(writer, sticky->updated);
	csv_writer_end_row(writer);
}

void stickies_write(const struct board *board, struct csv_writer *writer)
{
	struct vec list = VEC_INIT(const void *);

	table_write_header(writer, &drafts_type);
	board_list(board, ENTITY_STICKY, &list);
	for (size_t i = 0; i < list.count; i++)
		stickies_write_row(board, vec_get(&list, const struct sticky *, i), writer);
	vec_release(&list);
}

int stickies_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err)
{
	struct csv_writer writer;

	(void)err;
	csv_writer_init(&writer, out, options->bom);
	stickies_write(board, &writer);
	csv_writer_release(&writer);
	return 0;
}
