#include "format/parts.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "format/cells.h"

void parts_write(const struct board *board, enum entity entity, const struct table_type *type,
	parts_write_row *write_row, struct csv_writer *writer)
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

const char *parts_name(struct intake *intake, struct table *table, size_t column, struct error *err)
{
	const char *name = intake_text(intake, table, column, CLEAN_ONE_LINE, err);

	if (!name || *name)
		return name;
	table_refuse(table, table->row->number, column, err, _("a name is missing"));
	return NULL;
}

/* Contexts */

enum {
	CONTEXT_ID,
	CONTEXT_NAME,
	CONTEXT_STICKIES,
	CONTEXT_COLOUR, /* from here on fields as they are */
	CONTEXT_MAP_COLUMN,
	CONTEXT_MAP_ROW,
	CONTEXT_DISMISSED,
	CONTEXT_COLUMNS
};

static const char *const parts_context_columns[CONTEXT_COLUMNS] = {
	[CONTEXT_ID] = "id",
	[CONTEXT_NAME] = "name",
	[CONTEXT_STICKIES] = "stickies",
	[CONTEXT_COLOUR] = "colour|color",
	[CONTEXT_MAP_COLUMN] = "map-column",
	[CONTEXT_MAP_ROW] = "map-row",
	[CONTEXT_DISMISSED] = "dismissed",
};

static int parts_compare_members(const void *a, const void *b)
{
	const struct sticky *left = *(const struct sticky *const *)a;
	const struct sticky *right = *(const struct sticky *const *)b;

	if (left->context != right->context)
		return left->context < right->context ? -1 : 1;
	return (left->id > right->id) - (left->id < right->id);
}

/* Appends the stickies that belong to a context, those of each side by side. */
static void parts_list_members(const struct board *board, struct vec *members)
{
	const struct sticky *sticky;
	size_t at = 0;

	while ((sticky = board_next(board, ENTITY_STICKY, &at)))
		if (sticky->context)
			vec_add(members, const struct sticky *) = sticky;
	if (members->count)
		qsort(members->items, members->count, members->size, parts_compare_members);
}

void parts_write_contexts(const struct board *board, struct csv_writer *writer)
{
	struct vec contexts = VEC_INIT(const void *), members = VEC_INIT(const struct sticky *);
	struct strbuf ids = STRBUF_INIT;
	size_t at = 0;

	table_write_header(writer, &parts_contexts);
	board_list(board, ENTITY_CONTEXT, &contexts);
	parts_list_members(board, &members);
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
		cells_write(&parts_contexts, CONTEXT_COLOUR, CONTEXT_COLUMNS, ENTITY_CONTEXT, context, writer);
		csv_writer_end_row(writer);
	}
	strbuf_release(&ids);
	vec_release(&contexts);
	vec_release(&members);
}

static int parts_read_context(void *intake_of, struct table *table, struct error *err)
{
	struct intake *intake = intake_of;
	const char *name = parts_name(intake, table, CONTEXT_NAME, err);
	int64_t wanted = intake_id_number(table_cell(table, CONTEXT_ID)), id;

	if (!name)
		return ERROR_REFUSED;
	if (names_get(&intake->contexts, name))
		return 0;
	id = intake_make_context(intake, name, wanted, err);
	if (id < 0)
		return ERROR_REFUSED;
	return cells_read(intake, table, CONTEXT_COLOUR, CONTEXT_COLUMNS, ENTITY_CONTEXT, id, err);
}

const struct table_type parts_contexts = {
	parts_context_columns, CONTEXT_COLUMNS, CONTEXT_COLUMNS, CONTEXT_NAME, parts_read_context};

/* A context whose members are read. */
struct parts_boundary {
	struct intake *intake;
	struct table *table;
	char id[24]; /* of the context, as text */
};

static int parts_read_member(void *context, const char *id, struct error *err)
{
	struct parts_boundary *boundary = context;
	struct intake *intake = boundary->intake;
	int64_t sticky = names_get(&intake->stickies, id);

	if (!sticky) {
		table_show(&intake->scratch, id);
		return table_refuse(boundary->table, boundary->table->row->number, CONTEXT_STICKIES, err,
			_("no sticky of the file has the id %s"), intake->scratch.text);
	}
	return edit_set_raw(
		intake->edit, ENTITY_STICKY, sticky, field_find(ENTITY_STICKY, "context"), boundary->id, err);
}

static int parts_read_members(void *intake_of, struct table *table, struct error *err)
{
	struct intake *intake = intake_of;
	struct parts_boundary boundary = {.intake = intake, .table = table};
	int64_t id = intake_context(intake, table, CONTEXT_NAME, err);

	if (id < 0)
		return ERROR_REFUSED;
	snprintf(boundary.id, sizeof(boundary.id), "%" PRId64, id);
	return intake_each_id(table_cell(table, CONTEXT_STICKIES), parts_read_member, &boundary, err);
}

const struct table_type parts_members = {
	parts_context_columns, CONTEXT_COLUMNS, CONTEXT_COLUMNS, CONTEXT_NAME, parts_read_members};

/* Phases and lanes */

enum { LABEL_INDEX, LABEL_NAME };

static const char *const parts_phase_columns[] = {"column", "name"};
static const char *const parts_lane_columns[] = {"row", "name"};

static void parts_write_phase(const struct board *board, const void *item, struct csv_writer *writer)
{
	const struct phase *phase = item;

	(void)board;
	csv_writer_number(writer, phase->column);
	csv_writer_text(writer, phase->name);
}

static void parts_write_lane(const struct board *board, const void *item, struct csv_writer *writer)
{
	const struct lane *lane = item;

	(void)board;
	csv_writer_number(writer, lane->row);
	csv_writer_text(writer, lane->name);
}

void parts_write_phases(const struct board *board, struct csv_writer *writer)
{
	parts_write(board, ENTITY_PHASE, &parts_phases, parts_write_phase, writer);
}

void parts_write_lanes(const struct board *board, struct csv_writer *writer)
{
	parts_write(board, ENTITY_LANE, &parts_lanes, parts_write_lane, writer);
}

/* Reads the row at hand: *NAME is NULL when the board has that name there already. */
static int parts_read_label(struct intake *intake, struct table *table, enum entity entity, int64_t *index,
	const char **name, struct error *err)
{
	const struct phase *phase;
	const struct lane *lane;
	const char *there;

	*name = parts_name(intake, table, LABEL_NAME, err);
	if (!*name || table_number(table, LABEL_INDEX, 1, PLACE_MOST, index, err))
		return ERROR_REFUSED;
	if (!*index)
		return table_refuse(table, table->row->number, LABEL_INDEX, err, _("a number is missing"));
	phase = entity == ENTITY_PHASE ? board_phase_at(intake->edit->board, (int32_t)*index) : NULL;
	lane = entity == ENTITY_LANE ? board_lane_at(intake->edit->board, (int32_t)*index) : NULL;
	there = phase ? phase->name : lane ? lane->name : NULL;
	if (there && strcmp(there, *name))
		return table_refuse(
			table, table->row->number, LABEL_INDEX, err, _("it has the name “%.60s” already"), there);
	if (there)
		*name = NULL;
	return 0;
}

static int parts_read_phase(void *intake_of, struct table *table, struct error *err)
{
	struct intake *intake = intake_of;
	struct phase phase = {0};
	const char *name;

	if (parts_read_label(intake, table, ENTITY_PHASE, &phase.column, &name, err))
		return ERROR_REFUSED;
	phase.name = (char *)name;
	if (!name)
		return 0;
	return edit_create(intake->edit, ENTITY_PHASE, &phase, err) < 0 ? ERROR_REFUSED : 0;
}

static int parts_read_lane(void *intake_of, struct table *table, struct error *err)
{
	struct intake *intake = intake_of;
	struct lane lane = {0};
	const char *name;

	if (parts_read_label(intake, table, ENTITY_LANE, &lane.row, &name, err))
		return ERROR_REFUSED;
	lane.name = (char *)name;
	if (!name)
		return 0;
	return edit_create(intake->edit, ENTITY_LANE, &lane, err) < 0 ? ERROR_REFUSED : 0;
}

const struct table_type parts_phases = {parts_phase_columns, ARRAY_SIZE(parts_phase_columns),
	ARRAY_SIZE(parts_phase_columns), LABEL_INDEX, parts_read_phase};

const struct table_type parts_lanes = {parts_lane_columns, ARRAY_SIZE(parts_lane_columns),
	ARRAY_SIZE(parts_lane_columns), LABEL_INDEX, parts_read_lane};

/* People */

enum { PERSON_NAME, PERSON_ROLE };

static const char *const parts_person_columns[] = {"name", "role"};

static void parts_write_person(const struct board *board, const void *item, struct csv_writer *writer)
{
	const struct person *person = item;

	(void)board;
	csv_writer_text(writer, person->name);
	csv_writer_text(writer, role_token((enum role)person->role));
}

void parts_write_people(const struct board *board, struct csv_writer *writer)
{
	parts_write(board, ENTITY_PERSON, &parts_people, parts_write_person, writer);
}

static int parts_read_person(void *intake_of, struct table *table, struct error *err)
{
	struct intake *intake = intake_of;
	const char *name = parts_name(intake, table, PERSON_NAME, err);
	struct person person = {.name = (char *)name};
	enum role role = ROLE_PARTICIPANT;
	int64_t id;

	if (!name)
		return ERROR_REFUSED;
	if (*table_cell(table, PERSON_ROLE) && !role_parse(table_cell(table, PERSON_ROLE), &role))
		return table_refuse(table, table->row->number, PERSON_ROLE, err, _("“%s” is no role"),
			table_shown(table, PERSON_ROLE));
	if (names_get(&intake->people, name))
		return 0;
	person.role = (int)role;
	id = edit_create(intake->edit, ENTITY_PERSON, &person, err);
	if (id < 0)
		return ERROR_REFUSED;
	names_set(&intake->people, name, id);
	return 0;
}

const struct table_type parts_people = {parts_person_columns, ARRAY_SIZE(parts_person_columns),
	ARRAY_SIZE(parts_person_columns), PERSON_NAME, parts_read_person};
