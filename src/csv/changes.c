#include "csv/changes.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/step.h"

enum {
	CHANGE_NUMBER,
	CHANGE_ACTION,
	CHANGE_TIME,
	CHANGE_PERSON,
	CHANGE_STEP,
	CHANGE_ENTITY,
	CHANGE_ITEM,
	CHANGE_FIELD,
	CHANGE_BEFORE,
	CHANGE_AFTER,
	CHANGE_KIND,
	CHANGE_TARGET,
	CHANGE_COLUMNS
};

static const char *const changes_columns[CHANGE_COLUMNS] = {
	[CHANGE_NUMBER] = "change",
	[CHANGE_ACTION] = "action",
	[CHANGE_TIME] = "time",
	[CHANGE_PERSON] = "person",
	[CHANGE_STEP] = "step",
	[CHANGE_ENTITY] = "entity",
	[CHANGE_ITEM] = "item",
	[CHANGE_FIELD] = "field",
	[CHANGE_BEFORE] = "before",
	[CHANGE_AFTER] = "after",
	[CHANGE_KIND] = "kind",
	[CHANGE_TARGET] = "target",
};

static const struct table_type changes_type = {changes_columns, CHANGE_COLUMNS, CHANGE_COLUMNS, CHANGE_ACTION};

static const char *const changes_kinds[ACTION_KIND_COUNT] = {
	[ACTION_DO] = "do",
	[ACTION_UNDO] = "undo",
	[ACTION_REDO] = "redo",
};

static void changes_people_release(struct changes_people *people)
{
	struct map_entry *entry;
	size_t at = 0;

	while ((entry = map_next(&people->names, &at)))
		free(entry->value);
	map_release(&people->names);
	names_release(&people->ids);
}

static void changes_people_set(struct changes_people *people, int64_t id, const char *name)
{
	if (id < 1 || !name || !*name)
		return;
	free(map_get(&people->names, (uint64_t)id));
	map_set(&people->names, (uint64_t)id, mem_strdup(name));
	names_set(&people->ids, name, id);
}

/* Records the names given in ACTION. Keeps those of removed people, because somebody who undoes their first action
 * removes themselves. */
static void changes_people_follow(struct changes_people *people, const struct action *action)
{
	for (size_t i = 0; i < action->changes.count; i++) {
		const struct change *change = action_change(action, i);
		struct person person = {0};

		if (change->entity != ENTITY_PERSON || !change->after)
			continue;
		if (change->field && !strcmp(change->field->name, "name"))
			changes_people_set(people, change->item, change->after);
		if (change->field || record_parse(ENTITY_PERSON, &person, change->after, NULL))
			continue;
		changes_people_set(people, change->item, person.name);
		item_clear(ENTITY_PERSON, &person);
	}
}

/* Writing */

void changes_writer_init(struct changes_writer *writer, struct csv_writer *csv)
{
	memset(writer, 0, sizeof(*writer));
	writer->csv = csv;
	table_write_header(csv, &changes_type);
}

void changes_writer_release(struct changes_writer *writer)
{
	changes_people_release(&writer->people);
}

/* Writes the row of CHANGE; NULL for an action without changes. */
static void changes_write_row(struct changes_writer *writer, const struct action *action, const struct change *change)
{
	struct csv_writer *csv = writer->csv;

	csv_writer_number(csv, change ? change->number : 0);
	csv_writer_number(csv, action->id);
	csv_writer_time(csv, action->time_ms);
	csv_writer_text(csv, map_get(&writer->people.names, (uint64_t)action->person));
	csv_writer_number(csv, action->step);
	csv_writer_text(csv, change ? entity_type(change->entity)->name : NULL);
	csv_writer_number(csv, change ? change->item : 0);
	csv_writer_text(csv, change && change->field ? change->field->name : NULL);
	csv_writer_text(csv, change ? change->before : NULL);
	csv_writer_text(csv, change ? change->after : NULL);
	csv_writer_text(csv, changes_kinds[action->kind]);
	csv_writer_number(csv, action->target);
	csv_writer_end_row(csv);
}

void changes_writer_add(struct changes_writer *writer, const struct action *action)
{
	changes_people_follow(&writer->people, action);
	for (size_t i = 0; i < action->changes.count; i++)
		changes_write_row(writer, action, action_change(action, i));
	if (!action->changes.count)
		changes_write_row(writer, action, NULL);
}

void changes_writer_skip(struct changes_writer *writer, const struct action *action)
{
	changes_people_follow(&writer->people, action);
}

/* Reading */

struct changes_reader {
	struct table *table;
	struct action action; /* the current one; its id is 0 before the first */
	char *person;         /* the name of its person, or NULL */
	size_t row;           /* where it begins */
	struct changes_people people;
	store_visit *visit;
	void *context;
};

/* Ends the current action. */
static int changes_flush(struct changes_reader *reader, struct error *err)
{
	struct action *action = &reader->action;
	int64_t id = action->id;
	int failed;

	if (!id)
		return 0;
	changes_people_follow(&reader->people, action);
	action->person = reader->person ? names_get(&reader->people.ids, reader->person) : 0;
	if (reader->person && !action->person) {
		table_show(&reader->table->shown, reader->person);
		return table_refuse(reader->table, reader->row, CHANGE_PERSON, err,
			_("nobody called “%s” is known by then"), reader->table->shown.text);
	}
	failed = reader->visit(reader->context, action, err);
	if (failed)
		csv_reader_blame(err, reader->table->name.text, reader->row, 0);
	action_release(action);
	action->id = id;
	free(reader->person);
	reader->person = NULL;
	return failed;
}

static int changes_read_kind(struct changes_reader *reader, struct error *err)
{
	struct table *table = reader->table;
	struct action *action = &reader->action;
	const char *cell = table_cell(table, CHANGE_KIND);
	int kind = 0;

	while (*cell && kind < ACTION_KIND_COUNT && strcmp(cell, changes_kinds[kind]))
		kind++;
	if (kind == ACTION_KIND_COUNT)
		return table_refuse(table, table->row->number, CHANGE_KIND, err, _("“%s” is not do, undo or redo"),
			table_shown(table, CHANGE_KIND));
	action->kind = (enum action_kind)kind;
	if (table_number(table, CHANGE_TARGET, 0, action->id - 1, &action->target, err))
		return ERROR_REFUSED;
	if ((kind == ACTION_DO) != !action->target)
		return table_refuse(table, table->row->number, CHANGE_TARGET, err,
			_("undo and redo need a target, and nothing else has one"));
	return 0;
}

/* Reads the cells that all rows of an action share, from its first row. */
static int changes_read_action(struct changes_reader *reader, struct error *err)
{
	struct table *table = reader->table;
	struct action *action = &reader->action;
	const char *person = table_cell(table, CHANGE_PERSON);
	int64_t step;

	action->id++;
	reader->row = table->row->number;
	if (!clock_parse(table_cell(table, CHANGE_TIME), &action->time_ms))
		return table_refuse(table, table->row->number, CHANGE_TIME, err,
			_("“%s” is not a time; write it like 2026-11-20T14:05:00Z"), table_shown(table, CHANGE_TIME));
	if (table_number(table, CHANGE_STEP, 0, STEP_LAST, &step, err))
		return ERROR_REFUSED;
	action->step = (int)step;
	reader->person = *person ? mem_strdup(person) : NULL;
	return changes_read_kind(reader, err);
}

/* Reads the change in a row. For a whole item, an empty value means none; for a field, its default. */
static int changes_read_change(struct changes_reader *reader, struct error *err)
{
	struct table *table = reader->table;
	const char *name = table_cell(table, CHANGE_FIELD);
	const char *before = table_cell(table, CHANGE_BEFORE), *after = table_cell(table, CHANGE_AFTER);
	const struct field *field;
	enum entity entity;
	int64_t item;
	bool values;

	if (!entity_parse(table_cell(table, CHANGE_ENTITY), &entity))
		return table_refuse(table, table->row->number, CHANGE_ENTITY, err,
			_("“%s” is not something a board has"), table_shown(table, CHANGE_ENTITY));
	field = *name ? field_find(entity, name) : NULL;
	if (*name && !field)
		return table_refuse(table, table->row->number, CHANGE_FIELD, err, _("“%s” is not one of its fields"),
			table_shown(table, CHANGE_FIELD));
	if (!field && !*before == !*after)
		return table_refuse(
			table, table->row->number, CHANGE_AFTER, err, _("an item is either created or removed"));
	if (table_number(table, CHANGE_ITEM, 1, ITEM_ID_MOST, &item, err))
		return ERROR_REFUSED;
	values = field && !field_is_shift(field);
	action_add(&reader->action, entity, item, field, values || *before ? before : NULL,
		values || *after ? after : NULL);
	return 0;
}

static int changes_visit(void *context, struct table *table, struct error *err)
{
	struct changes_reader *reader = context;
	int64_t id, last = reader->action.id;
	int failed = table_number(table, CHANGE_ACTION, 1, ITEM_ID_MOST, &id, err);

	if (failed)
		return failed;
	if (id != last + 1 && (id != last || !last))
		return table_refuse(table, table->row->number, CHANGE_ACTION, err,
			_("actions must be numbered 1, 2, 3 and so on, in that order"));
	if (id != last)
		failed = changes_flush(reader, err);
	if (!failed && id != last)
		failed = changes_read_action(reader, err);
	if (failed || !*table_cell(table, CHANGE_ENTITY))
		return failed;
	return changes_read_change(reader, err);
}

int changes_read(const char *path, store_visit *visit, void *visit_context, struct error *err)
{
	static const struct table_reader reader_type = {&changes_type, changes_visit}, *const readers[] = {
											       &reader_type};
	struct table table;
	struct changes_reader reader = {.table = &table, .visit = visit, .context = visit_context};
	int failed;

	table_init(&table, path);
	action_init(&reader.action);
	failed = table_read_path(&table, path, readers, 1, &reader, err);
	if (!failed)
		failed = changes_flush(&reader, err);
	action_release(&reader.action);
	free(reader.person);
	changes_people_release(&reader.people);
	table_release(&table);
	return failed;
}
