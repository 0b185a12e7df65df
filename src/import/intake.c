#include "import/intake.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "csv/cells.h"

#define INTAKE_COLOURS 8 /* how many colours for contexts the themes have */

void intake_init(
	struct intake *intake, struct edit *edit, const struct import_options *options, struct import_report *report)
{
	const struct context *context;
	const struct person *person;
	size_t at = 0;

	memset(intake, 0, sizeof(*intake));
	intake->edit = edit;
	intake->options = options;
	intake->report = report;
	strbuf_init(&intake->scratch);
	while ((context = board_next(edit->board, ENTITY_CONTEXT, &at)))
		names_set(&intake->contexts, context->name, context->id);
	for (at = 0; (person = board_next(edit->board, ENTITY_PERSON, &at));)
		names_set(&intake->people, person->name, person->id);
}

void intake_release(struct intake *intake)
{
	names_release(&intake->contexts);
	names_release(&intake->people);
	names_release(&intake->stickies);
	names_release(&intake->texts);
	names_release(&intake->relations);
	names_release(&intake->kinds);
	strbuf_release(&intake->scratch);
}

const char *intake_text(
	struct intake *intake, struct table *table, size_t column, enum clean_lines lines, struct error *err)
{
	const char *cell = table_cell(table, column);

	if (!clean_text(&intake->scratch, cell, strlen(cell), lines, err))
		return intake->scratch.text;
	table_blame(table, table->row->number, column, err);
	return NULL;
}

static int intake_field(
	struct intake *intake, struct table *table, size_t column, enum entity entity, int64_t id, struct error *err)
{
	const struct field *field = cells_field(table->type, column, entity);
	enum clean_lines lines = field->type == FIELD_TEXT ? CLEAN_MANY_LINES : CLEAN_ONE_LINE;
	const char *text = intake_text(intake, table, column, lines, err);

	if (!text)
		return ERROR_REFUSED;
	if (!*text || !edit_set_raw(intake->edit, entity, id, field, text, NULL))
		return 0;
	return table_refuse(
		table, table->row->number, column, err, _("“%s” is not valid here"), table_shown(table, column));
}

int intake_fields(struct intake *intake, struct table *table, size_t first, size_t end, enum entity entity, int64_t id,
	struct error *err)
{
	int failed = 0;

	for (size_t column = first; column < end && !failed; column++)
		failed = intake_field(intake, table, column, entity, id, err);
	return failed;
}

int64_t intake_make_context(struct intake *intake, const char *name, int64_t wanted, struct error *err)
{
	int64_t next = board_next_id(intake->edit->board, ENTITY_CONTEXT);
	struct context context = {.name = (char *)name};
	int failed;

	context.id = edit_may_use_id(intake->edit, ENTITY_CONTEXT, wanted) ? wanted : next;
	context.colour = (context.id - 1) % INTAKE_COLOURS + 1;
	failed = edit_restore(intake->edit, ENTITY_CONTEXT, &context, err);
	if (failed)
		return failed;
	names_set(&intake->contexts, name, context.id);
	return context.id;
}

int64_t intake_context(struct intake *intake, struct table *table, size_t column, struct error *err)
{
	const char *name = intake_text(intake, table, column, CLEAN_ONE_LINE, err);
	int64_t id;

	if (!name)
		return ERROR_REFUSED;
	if (!*name)
		return 0;
	id = names_get(&intake->contexts, name);
	return id ? id : intake_make_context(intake, name, 0, err);
}

int64_t intake_named_person(struct intake *intake, const char *name, struct error *err)
{
	struct person person = {.name = (char *)name, .role = ROLE_PARTICIPANT};
	int64_t id = names_get(&intake->people, name);

	if (id)
		return id;
	id = edit_create(intake->edit, ENTITY_PERSON, &person, err);
	if (id > 0)
		names_set(&intake->people, name, id);
	return id;
}

int64_t intake_person(struct intake *intake, struct table *table, size_t column, struct error *err)
{
	const char *name = intake_text(intake, table, column, CLEAN_ONE_LINE, err);

	if (!name)
		return ERROR_REFUSED;
	return *name ? intake_named_person(intake, name, err) : 0;
}

int64_t intake_sticky(const struct intake *intake, const char *id)
{
	int64_t found = names_get(&intake->stickies, id), own = intake_id_number(id);

	if (found || !intake->options->update)
		return found;
	if (own && own < board_next_id(intake->edit->board, ENTITY_STICKY))
		return board_sticky(intake->edit->board, own) ? own : INTAKE_GONE;
	return 0;
}

const char *intake_normal_id(const char *id)
{
	size_t digits = strspn(id, "0123456789");

	if (id[digits])
		return id;
	while (*id == '0' && id[1])
		id++;
	return id;
}

int64_t intake_id_number(const char *id)
{
	size_t digits = strspn(id, "0123456789");

	return id[digits] || digits > 18 ? 0 : strtoll(id, NULL, 10);
}

int intake_each_id(const char *cell, intake_visit_id *visit, void *context, struct error *err)
{
	static const char between[] = " ,;\t\r\n";
	char *list = mem_strdup(cell), *rest = list, *id;
	int failed = 0;

	while (!failed && (id = strtok_r(rest, between, &rest)))
		failed = visit(context, intake_normal_id(id), err);
	free(list);
	return failed;
}
