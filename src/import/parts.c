#include "import/parts.h"

#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "csv/columns.h"

/* The clean name in COLUMN of the current row, which must not be empty; NULL on failure. */
static const char *parts_name(struct intake *intake, struct table *table, size_t column, struct error *err)
{
	const char *name = intake_text(intake, table, column, CLEAN_ONE_LINE, err);

	if (!name || *name)
		return name;
	table_refuse(table, table->row->number, column, err, _("a name is missing"));
	return NULL;
}

/* Contexts */

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
	return intake_fields(intake, table, CONTEXT_COLOUR, CONTEXT_COLUMNS, ENTITY_CONTEXT, id, err);
}

const struct table_reader parts_contexts = {&columns_contexts, parts_read_context};

/* A context whose members are being read. */
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

const struct table_reader parts_members = {&columns_contexts, parts_read_members};

/* Phases and lanes */

bool parts_has_label(const struct board *board, enum entity entity, const char *name)
{
	const void *item;

	for (size_t at = 0; (item = board_next(board, entity, &at));) {
		const char *there =
			entity == ENTITY_PHASE ? ((const struct phase *)item)->name : ((const struct lane *)item)->name;

		if (there && name && !strcmp(there, name))
			return true;
	}
	return false;
}

/* Reads the current row; sets *NAME to NULL if the board already has a name there, or, in an update, this one
 * elsewhere.
 */
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
	if (there && strcmp(there, *name) && !intake->options->update)
		return table_refuse(
			table, table->row->number, LABEL_INDEX, err, _("already has the name “%.60s”"), there);
	if (there || (intake->options->update && parts_has_label(intake->edit->board, entity, *name)))
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

const struct table_reader parts_phases = {&columns_phases, parts_read_phase};

const struct table_reader parts_lanes = {&columns_lanes, parts_read_lane};

/* People */

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
		return table_refuse(table, table->row->number, PERSON_ROLE, err, _("“%s” is not a role"),
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

const struct table_reader parts_people = {&columns_people, parts_read_person};
