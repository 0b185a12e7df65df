#include "format/csv_tables.h"

#include <inttypes.h>
#include <stdlib.h>

#include "csv/cells.h"
#include "csv/columns.h"

static int csv_tables_compare(const void *a, const void *b)
{
	const int64_t *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

/* Writes the ids that STICKY links to, sorted: the order of links only reflects history. */
static void csv_tables_links(const struct sticky *sticky, struct csv_writer *writer)
{
	struct vec ids = VEC_INIT(int64_t);
	struct strbuf text = STRBUF_INIT;

	for (const struct link *link = sticky->first_out; link; link = link->next_out)
		vec_add(&ids, int64_t) = link->target;
	if (ids.count)
		qsort(ids.items, ids.count, ids.size, csv_tables_compare);
	for (size_t i = 0; i < ids.count; i++)
		strbuf_addf(&text, i ? " %" PRId64 : "%" PRId64, vec_get(&ids, int64_t, i));
	csv_writer_text(writer, text.text);
	strbuf_release(&text);
	vec_release(&ids);
}

/* Writes the columns in the order of columns.h. */
static void csv_tables_sticky(const struct board *board, const struct sticky *sticky, struct csv_writer *writer)
{
	const struct context *context = sticky->context ? board_context(board, sticky->context) : NULL;
	const struct person *author = sticky->author ? board_person(board, sticky->author) : NULL;

	csv_writer_number(writer, sticky->id);
	csv_writer_text(writer, kind_token((enum kind)sticky->kind));
	csv_writer_text(writer, sticky->text);
	csv_writer_number(writer, sticky->place.column);
	csv_writer_number(writer, sticky->place.row);
	csv_writer_text(writer, context ? context->name : NULL);
	csv_tables_links(sticky, writer);
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

void csv_tables_stickies(const struct board *board, struct csv_writer *writer)
{
	struct vec list = VEC_INIT(const void *);

	table_write_header(writer, &columns_stickies);
	board_list(board, ENTITY_STICKY, &list);
	for (size_t i = 0; i < list.count; i++)
		csv_tables_sticky(board, vec_get(&list, const struct sticky *, i), writer);
	vec_release(&list);
}

/* Writes the header of TYPE, then a row by WRITE_ROW for each item of ENTITY, by id. */
typedef void csv_tables_write_row(const struct board *board, const void *item, struct csv_writer *writer);

static void csv_tables_write(const struct board *board, enum entity entity, const struct table_type *type,
	csv_tables_write_row *write_row, struct csv_writer *writer)
{
	struct vec list = VEC_INIT(const void *);

	table_write_header(writer, type);
	board_list(board, entity, &list);
	for (size_t i = 0; i < list.count; i++) {
		write_row(board, vec_get(&list, const void *, i), writer);
		csv_writer_end_row(writer);
	}
	vec_release(&list);
}

static int csv_tables_compare_members(const void *a, const void *b)
{
	const struct sticky *left = *(const struct sticky *const *)a;
	const struct sticky *right = *(const struct sticky *const *)b;

	if (left->context != right->context)
		return left->context < right->context ? -1 : 1;
	return (left->id > right->id) - (left->id < right->id);
}

/* Appends the stickies that belong to a context, grouped by context. */
static void csv_tables_members(const struct board *board, struct vec *members)
{
	const struct sticky *sticky;
	size_t at = 0;

	while ((sticky = board_next(board, ENTITY_STICKY, &at)))
		if (sticky->context)
			vec_add(members, const struct sticky *) = sticky;
	if (members->count)
		qsort(members->items, members->count, members->size, csv_tables_compare_members);
}

void csv_tables_contexts(const struct board *board, struct csv_writer *writer)
{
	struct vec contexts = VEC_INIT(const void *), members = VEC_INIT(const struct sticky *);
	struct strbuf ids = STRBUF_INIT;
	size_t at = 0;

	table_write_header(writer, &columns_contexts);
	board_list(board, ENTITY_CONTEXT, &contexts);
	csv_tables_members(board, &members);
	for (size_t i = 0; i < contexts.count; i++) {
		const struct context *context = vec_get(&contexts, const struct context *, i);

		strbuf_reset(&ids);
		for (; at < members.count; at++) {
			const struct sticky *sticky = vec_get(&members, const struct sticky *, at);

			if (sticky->context != context->id)
				break;
			strbuf_addf(&ids, ids.len ? " %" PRId64 : "%" PRId64, sticky->id);
		}
		csv_writer_number(writer, context->id);
		csv_writer_text(writer, context->name);
		csv_writer_text(writer, ids.text);
		cells_write(&columns_contexts, CONTEXT_COLOUR, CONTEXT_COLUMNS, ENTITY_CONTEXT, context, writer);
		csv_writer_end_row(writer);
	}
	strbuf_release(&ids);
	vec_release(&contexts);
	vec_release(&members);
}

static void csv_tables_phase(const struct board *board, const void *item, struct csv_writer *writer)
{
	const struct phase *phase = item;

	(void)board;
	csv_writer_number(writer, phase->column);
	csv_writer_text(writer, phase->name);
}

static void csv_tables_lane(const struct board *board, const void *item, struct csv_writer *writer)
{
	const struct lane *lane = item;

	(void)board;
	csv_writer_number(writer, lane->row);
	csv_writer_text(writer, lane->name);
}

void csv_tables_phases(const struct board *board, struct csv_writer *writer)
{
	csv_tables_write(board, ENTITY_PHASE, &columns_phases, csv_tables_phase, writer);
}

void csv_tables_lanes(const struct board *board, struct csv_writer *writer)
{
	csv_tables_write(board, ENTITY_LANE, &columns_lanes, csv_tables_lane, writer);
}

static void csv_tables_person(const struct board *board, const void *item, struct csv_writer *writer)
{
	const struct person *person = item;

	(void)board;
	csv_writer_text(writer, person->name);
	csv_writer_text(writer, role_token((enum role)person->role));
}

void csv_tables_people(const struct board *board, struct csv_writer *writer)
{
	csv_tables_write(board, ENTITY_PERSON, &columns_people, csv_tables_person, writer);
}

static void csv_tables_relation(const struct board *board, const void *item, struct csv_writer *writer)
{
	const struct relation *relation = item;

	csv_writer_text(writer, board_context(board, relation->source)->name);
	csv_writer_text(writer, relation_style_token((enum relation_style)relation->style));
	csv_writer_text(writer, board_context(board, relation->target)->name);
	csv_writer_text(writer, relation->label);
	csv_writer_text(writer, relation->source_pattern);
	csv_writer_text(writer, relation->target_pattern);
	cells_write(&columns_relations, RELATION_CONSISTENCY, RELATION_FROM_STICKY, ENTITY_RELATION, relation, writer);
}

void csv_tables_relations(const struct board *board, struct csv_writer *writer)
{
	csv_tables_write(board, ENTITY_RELATION, &columns_relations, csv_tables_relation, writer);
}

static void csv_tables_message(const struct board *board, const void *item, struct csv_writer *writer)
{
	const struct message *message = item;
	const struct relation *relation = board_item(board, ENTITY_RELATION, message->relation);

	csv_writer_text(writer, board_context(board, relation->source)->name);
	csv_writer_text(writer, board_context(board, relation->target)->name);
	csv_writer_text(writer, relation->label);
	csv_writer_number(writer, message->sticky);
	cells_write(&columns_messages, MESSAGE_TYPE, MESSAGE_COLUMNS, ENTITY_MESSAGE, message, writer);
}

void csv_tables_messages(const struct board *board, struct csv_writer *writer)
{
	csv_tables_write(board, ENTITY_MESSAGE, &columns_messages, csv_tables_message, writer);
}

/* Is any of the columns of details not empty? */
static bool csv_tables_has_details(const struct sticky *sticky)
{
	for (size_t column = DETAIL_PUBLIC; column < DETAIL_COLUMNS; column++)
		if (!field_is_default(cells_field(&columns_details, column, ENTITY_STICKY), sticky))
			return true;
	return false;
}

void csv_tables_details(const struct board *board, struct csv_writer *writer)
{
	struct vec list = VEC_INIT(const void *);

	table_write_header(writer, &columns_details);
	board_list(board, ENTITY_STICKY, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i);

		if (!csv_tables_has_details(sticky))
			continue;
		csv_writer_number(writer, sticky->id);
		cells_write(&columns_details, DETAIL_PUBLIC, DETAIL_COLUMNS, ENTITY_STICKY, sticky, writer);
		csv_writer_end_row(writer);
	}
	vec_release(&list);
}
