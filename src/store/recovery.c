#include "store/recovery.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/map.h"
#include "base/mem.h"
#include "model/board_action.h"
#include "model/board_apply.h"
#include "model/edit.h"
#include "store/log.h"
#include "store/row.h"
#include "store/salvage.h"

struct recovery {
	struct salvage salvage;
	struct map rows[ENTITY_COUNT]; /* the rows of the tables: id -> char *, the record */
	struct board *board;           /* the result of the actions so far */
	struct map lost[ENTITY_COUNT]; /* the ids of items to which a change could not be applied */
	struct map numbers;            /* id of an action in the file -> int64_t *, its new id */
	int64_t next;                  /* the id of the next action to send */
	int64_t time_ms;               /* of the last action */
	store_visit *visit;
	void *visit_context;
	struct recovery_tally tally;
};

static void recovery_lose(struct recovery *recovery, enum entity entity, int64_t id)
{
	map_set(&recovery->lost[entity], (uint64_t)id, recovery);
}

static int64_t *recovery_ref(const struct field *field, void *item)
{
	return (int64_t *)(void *)((char *)item + field->offset);
}

/* A free slot for a sticky whose own slot is taken or invalid. */
static struct place recovery_place(const struct board *board, struct place place)
{
	if (place.column < 1 || place.row < 1)
		place = (struct place){1, 1};
	return board_free_place(board, place);
}

/* Makes *NAME unique: "Ana" becomes "Ana (7)" if somebody has that name. */
static void recovery_rename(const struct board *board, enum entity entity, int64_t id, char **name)
{
	struct strbuf other = STRBUF_INIT;
	bool taken = entity == ENTITY_PERSON ? board_person_named(board, *name) != NULL
					     : board_context_named(board, *name) != NULL;

	if (!taken)
		return;
	strbuf_addf(&other, "%s (%lld)", *name, (long long)id);
	free(*name);
	*name = strbuf_detach(&other);
}

/* Adapts ITEM to BOARD as far as possible; board_insert() checks the result. */
static void recovery_fit(const struct board *board, enum entity entity, void *item)
{
	const struct entity_type *type = entity_type(entity);
	struct sticky *sticky = item;
	struct person *person = item;
	struct context *context = item;

	for (size_t i = 0; i < type->count; i++) {
		const struct field *field = &type->fields[i];

		if (field->type == FIELD_REF && (entity == ENTITY_STICKY || entity == ENTITY_VOTE) &&
			field->refers != ENTITY_STICKY && !board_item(board, field->refers, *recovery_ref(field, item)))
			*recovery_ref(field, item) = 0;
	}
	if (entity == ENTITY_STICKY && (sticky->place.column < 1 || board_at(board, sticky->place)))
		sticky->place = recovery_place(board, sticky->place);
	if (entity == ENTITY_PERSON && person->name)
		recovery_rename(board, entity, person->id, &person->name);
	if (entity == ENTITY_CONTEXT && context->name)
		recovery_rename(board, entity, context->id, &context->name);
}

static bool recovery_need(struct recovery *recovery, struct edit *edit, enum entity entity, int64_t id);

/* Makes item ID from RECORD, and the items that it refers to, if possible. */
static bool recovery_make(
	struct recovery *recovery, struct edit *edit, enum entity entity, int64_t id, const char *record)
{
	const struct entity_type *type = entity_type(entity);
	void *item = mem_zalloc(type->size);
	bool made = false;

	*(int64_t *)item = id;
	if (id >= 1 && id <= ITEM_ID_MOST && !record_parse(entity, item, record, NULL)) {
		for (size_t i = 0; i < type->count; i++)
			if (type->fields[i].type == FIELD_REF)
				recovery_need(
					recovery, edit, type->fields[i].refers, *recovery_ref(&type->fields[i], item));
		recovery_fit(edit->board, entity, item);
		made = !edit_restore(edit, entity, item, NULL);
	}
	item_clear(entity, item);
	free(item);
	return made;
}

/* Ensures that item ID is on the board, taking it from its table if necessary; false if that does not have it. */
static bool recovery_need(struct recovery *recovery, struct edit *edit, enum entity entity, int64_t id)
{
	const char *record = map_get(&recovery->rows[entity], (uint64_t)id);
	bool made;

	if (board_item(edit->board, entity, id))
		return true;
	if (!record || entity == ENTITY_BOARD)
		return false;
	made = recovery_make(recovery, edit, entity, id, record);
	recovery->tally.from_tables += made;
	return made;
}

/* Applies CHANGE as it is, if its value before is the one on the board. */
static bool recovery_apply_as_is(struct edit *edit, const struct change *change)
{
	if (!board_was_before(edit->board, change) || board_apply(edit->board, change, NULL))
		return false;
	action_add(edit->action, change->entity, change->item, change->field, change->before, change->after);
	return true;
}

/* Applies CHANGE, adapted to the board. */
static bool recovery_apply_adapted(struct recovery *recovery, struct edit *edit, const struct change *change)
{
	const struct field *field = change->field;

	if (change_makes(change))
		return recovery_make(recovery, edit, change->entity, change->item, change->after);
	if (!recovery_need(recovery, edit, change->entity, change->item) &&
		!(change_removes(change) &&
			recovery_make(recovery, edit, change->entity, change->item, change->before)))
		return false;
	if (change_removes(change))
		return !edit_delete(edit, change->entity, change->item, NULL);
	if (change_shifts(change))
		return false;
	if (field->type == FIELD_REF && change->after)
		recovery_need(recovery, edit, field->refers, strtoll(change->after, NULL, 10));
	return !edit_set_raw(edit, change->entity, change->item, field, change->after ? change->after : "", NULL);
}

static void recovery_apply(struct recovery *recovery, struct edit *edit, const struct change *change)
{
	recovery->tally.changes++;
	if (recovery_apply_as_is(edit, change) || recovery_apply_adapted(recovery, edit, change))
		return;
	recovery->tally.whole = false;
	recovery->tally.changes--;
	recovery->tally.changes_lost++;
	recovery_lose(recovery, change->entity, change->item);
}

/* Separates stickies that share a slot at the end of the action. */
static void recovery_spread(struct edit *edit)
{
	const struct field *field = field_find(ENTITY_STICKY, "place");
	size_t count = edit->action->changes.count;

	for (size_t i = 0; i < count && board_is_crowded(edit->board, edit->action); i++) {
		const struct change *change = action_change(edit->action, i);
		int64_t id = change->entity == ENTITY_STICKY ? change->item : 0;
		const struct sticky *sticky = board_sticky(edit->board, id);
		struct strbuf text = STRBUF_INIT;
		struct place place;

		if (!sticky || (board_at(edit->board, sticky->place) == sticky && !sticky->under))
			continue;
		place = recovery_place(edit->board, sticky->place);
		strbuf_addf(&text, "%d,%d", place.column, place.row);
		edit_set_raw(edit, ENTITY_STICKY, id, field, text.text, NULL);
		strbuf_release(&text);
	}
	if (board_is_crowded(edit->board, edit->action))
		edit_rollback(edit, 0);
}

/* Passes ACTION to the visitor, under its new id. */
static int recovery_send(struct recovery *recovery, struct action *action, struct error *err)
{
	action->id = recovery->next++;
	if (!board_person(recovery->board, action->person))
		action->person = 0;
	recovery->tally.actions++;
	return recovery->visit(recovery->visit_context, action, err);
}

static int recovery_action(void *context, const struct action *read, struct error *err)
{
	struct recovery *recovery = context;
	struct action action;
	struct edit edit = {recovery->board, &action};
	const int64_t *target = map_get(&recovery->numbers, (uint64_t)read->target);
	int64_t *number;
	int failed;

	action_init(&action);
	if (read->time_ms)
		recovery->time_ms = read->time_ms;
	action.time_ms = recovery->time_ms;
	action.person = read->person;
	action.step = read->step;
	action.kind = read->kind != ACTION_DO && target ? read->kind : ACTION_DO;
	action.target = action.kind != ACTION_DO ? *target : 0;
	for (size_t i = 0; i < read->changes.count; i++)
		recovery_apply(recovery, &edit, action_change(read, i));
	if (action.person)
		recovery_need(recovery, &edit, ENTITY_PERSON, action.person);
	recovery_spread(&edit);
	failed = recovery_send(recovery, &action, err);
	number = mem_alloc(sizeof(*number));
	*number = action.id;
	map_set(&recovery->numbers, (uint64_t)read->id, number);
	action_release(&action);
	return failed;
}

/* Frees the place of STICKY, which the tables have, from a sticky that they do not have. */
static void recovery_yield(struct recovery *recovery, struct edit *edit, const struct sticky *sticky)
{
	const struct sticky *other = board_at(edit->board, sticky->place);
	struct strbuf text = STRBUF_INIT;
	struct place place;

	if (!other || other->id == sticky->id || map_get(&recovery->rows[ENTITY_STICKY], (uint64_t)other->id))
		return;
	place = recovery_place(edit->board, other->place);
	strbuf_addf(&text, "%d,%d", place.column, place.row);
	edit_set_raw(edit, ENTITY_STICKY, other->id, field_find(ENTITY_STICKY, "place"), text.text, NULL);
	strbuf_release(&text);
}

/* Sets the fields of the item to those of its row in the tables. */
static void recovery_set(struct recovery *recovery, struct edit *edit, enum entity entity, void *item)
{
	const struct entity_type *type = entity_type(entity);
	size_t count = edit->action->changes.count;
	struct strbuf text = STRBUF_INIT;

	if (entity == ENTITY_STICKY)
		recovery_yield(recovery, edit, item);
	for (size_t i = 0; i < type->count; i++) {
		const struct field *field = &type->fields[i];

		if (field_is_shift(field))
			continue;
		if (field->type == FIELD_REF)
			recovery_need(recovery, edit, field->refers, *recovery_ref(field, item));
		strbuf_reset(&text);
		field_format(field, item, &text);
		edit_set_raw(edit, entity, *(int64_t *)item, field, text.text, NULL);
	}
	recovery->tally.from_tables += edit->action->changes.count - count;
	strbuf_release(&text);
}

/* Makes item ID, or updates it, from its row RECORD. */
static void recovery_merge_row(
	struct recovery *recovery, struct edit *edit, enum entity entity, int64_t id, const char *record)
{
	void *item = mem_zalloc(entity_type(entity)->size);

	*(int64_t *)item = id;
	if (!board_item(edit->board, entity, id)) {
		if (!recovery_need(recovery, edit, entity, id))
			recovery_lose(recovery, entity, id);
	} else if (!record_parse(entity, item, record, NULL)) {
		recovery_set(recovery, edit, entity, item);
	}
	item_clear(entity, item);
	free(item);
}

static int recovery_compare_keys(const void *a, const void *b)
{
	const struct map_entry *const *x = a, *const *y = b;

	return ((*x)->key > (*y)->key) - ((*x)->key < (*y)->key);
}

/* Has a table items that are newer than the log? */
static bool recovery_is_ahead(const struct recovery *recovery)
{
	for (int i = 0; i < ENTITY_COUNT; i++) {
		struct map_entry *entry;
		size_t at = 0;

		while ((entry = map_next(&recovery->rows[i], &at)))
			if ((int64_t)entry->key >= board_next_id(recovery->board, (enum entity)i) && i != ENTITY_BOARD)
				return true;
	}
	return false;
}

/* Adds what only the tables have. A log that is complete needs nothing from them. */
static void recovery_merge(struct recovery *recovery, struct edit *edit)
{
	struct vec rows = VEC_INIT(struct map_entry *);

	if (recovery_is_ahead(recovery))
		recovery->tally.whole = false;
	for (int i = 0; i < ENTITY_COUNT && !recovery->tally.whole; i++) {
		struct map_entry *entry;
		size_t at = 0;

		vec_reset(&rows);
		while ((entry = map_next(&recovery->rows[i], &at)))
			vec_add(&rows, struct map_entry *) = entry;
		if (rows.count)
			qsort(rows.items, rows.count, rows.size, recovery_compare_keys);
		for (size_t k = 0; k < rows.count; k++) {
			entry = vec_get(&rows, struct map_entry *, k);
			recovery_merge_row(recovery, edit, (enum entity)i, (int64_t)entry->key, entry->value);
		}
	}
	vec_release(&rows);
	recovery_spread(edit);
}

static int recovery_finish(struct recovery *recovery, struct error *err)
{
	struct action action;
	struct edit edit = {recovery->board, &action};
	int failed = 0;

	action_init(&action);
	action.time_ms = clock_now_ms();
	recovery_merge(recovery, &edit);
	action.step = board_step(recovery->board);
	if (action.changes.count)
		failed = recovery_send(recovery, &action, err);
	action_release(&action);
	return failed;
}

/* Counts the numbers missing from TABLE, between 1 and its highest. */
static int recovery_gaps(struct recovery *recovery, const char *table, int64_t *missing, struct error *err)
{
	struct strbuf sql = STRBUF_INIT;
	sqlite3_stmt *statement;
	int failed;

	strbuf_addf(&sql, "SELECT ifnull(max(id), 0) - count(*) FROM \"%s\"", table);
	failed = sqlite_prepare(recovery->salvage.scratch, sql.text, &statement, err);
	if (!failed)
		failed = sqlite_number(recovery->salvage.scratch, statement, missing, err);
	sqlite3_finalize(statement);
	strbuf_release(&sql);
	return failed;
}

static void recovery_count(struct recovery *recovery)
{
	for (int i = 0; i < ENTITY_COUNT; i++) {
		struct map_entry *entry;
		size_t at = 0;

		recovery->tally.items[i] = board_count(recovery->board, (enum entity)i);
		while ((entry = map_next(&recovery->lost[i], &at)))
			if (!board_item(recovery->board, (enum entity)i, (int64_t)entry->key))
				recovery->tally.items_lost[i]++;
	}
}

int recovery_read(void *context, store_visit *visit, void *visit_context, struct error *err)
{
	struct recovery *recovery = context;
	struct recovery_tally *tally = &recovery->tally;
	int failed;

	recovery->visit = visit;
	recovery->visit_context = visit_context;
	failed = recovery_gaps(recovery, "action", &tally->actions_lost, err);
	if (!failed)
		failed = recovery_gaps(recovery, "change", &tally->changes_lost, err);
	recovery->tally.whole = !tally->actions_lost && !tally->changes_lost && !recovery->salvage.log_faults;
	if (!failed)
		failed = log_walk(recovery->salvage.scratch, 1, recovery_action, recovery, err);
	if (!failed)
		failed = recovery_finish(recovery, err);
	recovery_count(recovery);
	return failed;
}

/* A row can be read, but its values are invalid. */
static void recovery_trouble(void *context, const char *said)
{
	struct recovery *recovery = context;

	(void)said;
	recovery->tally.faults++;
	recovery->tally.whole = false; /* while the log is walked, the row is one of the log */
}

static int recovery_take_row(void *context, enum entity entity, void *item, struct error *err)
{
	struct recovery *recovery = context;
	struct strbuf record = STRBUF_INIT;

	(void)err;
	record_format(entity, item, &record);
	map_set(&recovery->rows[entity], *(uint64_t *)item, strbuf_detach(&record));
	return 0;
}

static int recovery_load(struct recovery *recovery, struct error *err)
{
	struct store *scratch = recovery->salvage.scratch;
	int failed = 0;

	scratch->trouble = recovery_trouble;
	scratch->trouble_context = recovery;
	for (int i = 0; i < ENTITY_COUNT && !failed; i++)
		failed = row_walk(scratch, (enum entity)i, recovery_take_row, recovery, err);
	return failed;
}

int recovery_open(const char *path, struct recovery **out, struct error *err)
{
	struct recovery *recovery = mem_zalloc(sizeof(*recovery));
	struct error own = ERROR_INIT;
	int failed;

	recovery->board = board_new();
	recovery->next = 1;
	failed = salvage_read(&recovery->salvage, path, &own);
	recovery->tally.faults = recovery->salvage.faults;
	if (!failed)
		failed = recovery_load(recovery, &own);
	if (failed) {
		recovery_free(recovery);
		return error_set(err, failed, "%s", own.text);
	}
	*out = recovery;
	return 0;
}

void recovery_free(struct recovery *recovery)
{
	struct map_entry *entry;
	size_t at = 0;

	if (!recovery)
		return;
	while ((entry = map_next(&recovery->numbers, &at)))
		free(entry->value);
	map_release(&recovery->numbers);
	for (int i = 0; i < ENTITY_COUNT; i++) {
		for (at = 0; (entry = map_next(&recovery->rows[i], &at));)
			free(entry->value);
		map_release(&recovery->rows[i]);
		map_release(&recovery->lost[i]);
	}
	salvage_release(&recovery->salvage);
	board_free(recovery->board);
	free(recovery);
}

const struct recovery_tally *recovery_tally(const struct recovery *recovery)
{
	return &recovery->tally;
}
