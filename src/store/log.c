#include "store/log.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/shift.h"
#include "model/step.h"
#include "store/row.h"
#include "store/seen.h"
#include "store/sqlite.h"

/* How many actions log_walk() reads at once. */
#define LOG_ACTIONS_AT_ONCE 256

static const char *const log_kinds[ACTION_KIND_COUNT] = {"do", "undo", "redo"};

/* Inserts the row of the action, and gives the action its id. */
static int log_add_action(struct store *sqlite, struct action *action, struct error *err)
{
	sqlite3_stmt *statement = sqlite_statement(sqlite, SQL_ADD_ACTION, err);

	if (!statement)
		return ERROR_SYSTEM;
	action->id = sqlite->seen.action + 1;
	sqlite3_bind_int64(statement, 1, action->id);
	sqlite3_bind_int64(statement, 2, action->time_ms);
	if (action->person)
		sqlite3_bind_int64(statement, 3, action->person);
	sqlite3_bind_int(statement, 4, action->step);
	sqlite_bind_text(statement, 5, log_kinds[action->kind]);
	if (action->target)
		sqlite3_bind_int64(statement, 6, action->target);
	if (action->kind == ACTION_DO)
		sqlite3_bind_int64(statement, 7, action->id);
	return sqlite_run(sqlite, statement, err);
}

static int log_add_change(struct store *sqlite, const struct action *action, struct change *change, struct error *err)
{
	sqlite3_stmt *statement = sqlite_statement(sqlite, SQL_ADD_CHANGE, err);
	int failed;

	if (!statement)
		return ERROR_SYSTEM;
	sqlite3_bind_int64(statement, 1, action->id);
	sqlite_bind_text(statement, 2, entity_type(change->entity)->name);
	sqlite3_bind_int64(statement, 3, change->item);
	sqlite_bind_text(statement, 4, change->field ? change->field->name : NULL);
	sqlite_bind_text(statement, 5, change->before);
	sqlite_bind_text(statement, 6, change->after);
	failed = sqlite_run(sqlite, statement, err);
	if (!failed)
		change->number = sqlite3_last_insert_rowid(sqlite->db);
	return failed;
}

/* Records which actions are in effect, and which can be redone. */
static int log_note_state(struct store *sqlite, const struct action *action, struct error *err)
{
	static const enum sqlite_statement statements[ACTION_KIND_COUNT] = {
		SQL_FORGET_REDO, SQL_NOTE_UNDONE, SQL_NOTE_REDONE};
	sqlite3_stmt *statement = sqlite_statement(sqlite, statements[action->kind], err);

	if (!statement)
		return ERROR_SYSTEM;
	sqlite3_bind_int64(statement, 1, action->kind == ACTION_DO ? action->person : action->target);
	if (action->kind != ACTION_DO)
		sqlite3_bind_int64(statement, 2, action->id);
	return sqlite_run(sqlite, statement, err);
}

/* Updates the rows of all stickies that a shift moves, and of the phases or lanes. */
static int log_shift_rows(
	struct store *sqlite, const struct change *change, const struct board *board, struct error *err)
{
	bool columns = change->field->type == FIELD_COLUMNS;
	enum entity named = columns ? ENTITY_PHASE : ENTITY_LANE;
	sqlite3_stmt *statement = sqlite_statement(sqlite, columns ? SQL_SHIFT_COLUMNS : SQL_SHIFT_ROWS, err);
	const int64_t *item;
	struct shift shift;
	size_t at = 0;
	int failed;

	if (!statement)
		return ERROR_SYSTEM;
	if (!shift_of(change, &shift))
		BUG("“%s” is no shift", change->after);
	sqlite3_bind_int(statement, 1, shift.at);
	sqlite3_bind_int(statement, 2, shift.by);
	failed = sqlite_run(sqlite, statement, err);
	while (!failed && (item = board_next(board, named, &at)))
		failed = row_put(sqlite, board, named, *item, err);
	return failed;
}

/* Updates the tables: first the shifts, in order; then every item that was touched, as it is now. */
static int log_write_tables(
	struct store *sqlite, const struct action *action, const struct board *board, struct error *err)
{
	bool made[ENTITY_COUNT] = {false};
	int failed = 0;

	for (size_t i = 0; i < action->changes.count && !failed; i++)
		if (change_shifts(action_change(action, i)))
			failed = log_shift_rows(sqlite, action_change(action, i), board, err);
	for (size_t i = 0; i < action->changes.count && !failed; i++) {
		const struct change *change = action_change(action, i);

		if (change_shifts(change))
			continue;
		failed = row_put(sqlite, board, change->entity, change->item, err);
		made[change->entity] |= change_makes(change);
	}
	for (int i = 0; i < ENTITY_COUNT && !failed; i++)
		if (made[i])
			failed = row_note_sequence(sqlite, board, (enum entity)i, err);
	return failed;
}

int log_append(struct store *sqlite, struct action *action, const struct board *board, struct error *err)
{
	int failed;

	if (!sqlite->in_transaction)
		BUG("an action outside of a transaction");
	failed = log_add_action(sqlite, action, err);
	for (size_t i = 0; i < action->changes.count && !failed; i++)
		failed = log_add_change(sqlite, action, action_change(action, i), err);
	if (!failed)
		failed = log_note_state(sqlite, action, err);
	if (!failed)
		failed = log_write_tables(sqlite, action, board, err);
	if (!failed)
		sqlite->seen = mark_of(action);
	return failed;
}

/* Reads the integer in a column, NULL as 0; false if it is not one from 0 to MOST. */
static bool log_number(sqlite3_stmt *statement, int column, int64_t most, int64_t *number)
{
	int type = sqlite3_column_type(statement, column);

	*number = sqlite3_column_int64(statement, column);
	return (type == SQLITE_INTEGER || type == SQLITE_NULL) && *number >= 0 && *number <= most;
}

/* Reads the text in a column, or NULL; false if it is something else. */
static bool log_text(sqlite3_stmt *statement, int column, const char **text)
{
	int type = sqlite3_column_type(statement, column);

	*text = (const char *)sqlite3_column_text(statement, column);
	return type == SQLITE_NULL ||
	       (type == SQLITE_TEXT && *text && strlen(*text) == (size_t)sqlite3_column_bytes(statement, column));
}

/* Is TEXT a valid value for CHANGE? It reaches the screen even if the change is not applied. */
static bool log_fits(const struct change *change, const char *text)
{
	enum axis axis = change->field && change->field->type == FIELD_ROWS ? AXIS_ROWS : AXIS_COLUMNS;
	struct shift shift;

	if (!text)
		return true;
	if (change_shifts(change))
		return shift_parse(text, axis, &shift);
	return change->field ? field_fits(change->field, text) : record_fits(change->entity, text);
}

/* Has CHANGE the values that its kind needs? */
static bool log_is_whole(const struct change *change)
{
	if (change_shifts(change))
		return change->after;
	if (change->field)
		return change->before && change->after;
	return !change->before != !change->after;
}

/* Reads a change from column FIRST on: id, entity, item, field, before, after. */
static int log_read_change(
	const struct store *sqlite, sqlite3_stmt *statement, int first, struct action *action, struct error *err)
{
	struct change read = {.number = sqlite3_column_int64(statement, first)};
	const char *entity_name, *field_name, *before, *after;
	bool fits = log_text(statement, first + 1, &entity_name) && entity_name &&
		    entity_parse(entity_name, &read.entity) &&
		    log_number(statement, first + 2, ITEM_ID_MOST, &read.item) &&
		    log_text(statement, first + 3, &field_name) && log_text(statement, first + 4, &before) &&
		    log_text(statement, first + 5, &after);

	if (fits && field_name)
		read.field = field_find(read.entity, field_name);
	if (!fits || (field_name && !read.field))
		return sqlite_damaged(sqlite, err, _("change %" PRId64 " is invalid"), read.number);
	read.before = (char *)before;
	read.after = (char *)after;
	if (!log_is_whole(&read) || !log_fits(&read, before) || !log_fits(&read, after))
		return sqlite_damaged(sqlite, err, _("change %" PRId64 " has invalid values"), read.number);
	action_add(action, read.entity, read.item, read.field, before, after)->number = read.number;
	return 0;
}

static int log_read_action(
	const struct store *sqlite, sqlite3_stmt *statement, struct action *action, struct error *err)
{
	const char *kind;
	int64_t step;
	bool fits;

	action_release(action);
	action_init(action);
	action->id = sqlite3_column_int64(statement, 0);
	action->time_ms = sqlite3_column_int64(statement, 1);
	fits = action->id > 0 && action->id <= SEEN_NUMBER_MOST && action->time_ms >= CLOCK_FIRST_MS &&
	       action->time_ms <= CLOCK_LAST_MS && log_number(statement, 2, ITEM_ID_MOST, &action->person) &&
	       log_number(statement, 3, STEP_LAST, &step) && log_text(statement, 4, &kind) &&
	       log_number(statement, 5, SEEN_NUMBER_MOST, &action->target);
	if (fits)
		action->step = (int)step;
	for (int i = 0; fits && kind && i < ACTION_KIND_COUNT; i++)
		if (!strcmp(kind, log_kinds[i])) {
			action->kind = (enum action_kind)i;
			return 0;
		}
	return sqlite_damaged(sqlite, err, _("action %" PRId64 " is invalid"), action->id);
}

int log_range(struct store *sqlite, int64_t first, int64_t last, store_visit *visit, void *context, struct error *err)
{
	struct action action;
	sqlite3_stmt *statement;
	int status = SQLITE_DONE, failed;

	failed = sqlite_prepare(sqlite,
		"SELECT a.id, a.time, a.person, a.step, a.kind, a.target, "
		"c.id, c.entity, c.item, c.field, c.before, c.after "
		"FROM action a LEFT JOIN change c ON c.action = a.id "
		"WHERE a.id BETWEEN ?1 AND ?2 ORDER BY a.id, c.id",
		&statement, err);
	if (failed)
		return failed;
	sqlite3_bind_int64(statement, 1, first);
	sqlite3_bind_int64(statement, 2, last);
	action_init(&action);
	while (!failed && (status = sqlite3_step(statement)) == SQLITE_ROW) {
		if (action.id != sqlite3_column_int64(statement, 0)) {
			if (action.id)
				failed = visit(context, &action, err);
			if (!failed && log_read_action(sqlite, statement, &action, err))
				failed = sqlite_leaves_out(sqlite, err) ? 0 : ERROR_SYSTEM;
		}
		if (!failed && sqlite3_column_type(statement, 6) != SQLITE_NULL &&
			log_read_change(sqlite, statement, 6, &action, err))
			failed = sqlite_leaves_out(sqlite, err) ? 0 : ERROR_SYSTEM;
	}
	if (!failed && status != SQLITE_DONE)
		failed = sqlite_failed(sqlite, err);
	if (!failed && action.id)
		failed = visit(context, &action, err);
	action_release(&action);
	sqlite3_finalize(statement);
	return failed;
}

static int log_take(void *context, const struct action *action, struct error *err)
{
	(void)err;
	action_copy(action, context);
	return 0;
}

/* Keeps a copy of ACTION; 1 when there are LOG_ACTIONS_AT_ONCE. */
static int log_keep(void *context, const struct action *action, struct error *err)
{
	struct vec *kept = context;

	(void)err;
	action_copy(action, vec_push(kept));
	return kept->count == LOG_ACTIONS_AT_ONCE;
}

/* Calls VISIT with each action in KEPT until it returns non-zero, and empties KEPT. Sets *LAST to the id of the last
 * action. */
static int log_visit_kept(struct vec *kept, int64_t *last, store_visit *visit, void *context, struct error *err)
{
	int ended = 0;

	for (size_t i = 0; i < kept->count; i++) {
		struct action *action = vec_at(kept, i);

		*last = action->id;
		if (!ended)
			ended = visit(context, action, err);
		action_release(action);
	}
	vec_reset(kept);
	return ended;
}

/* VISIT may take long, for example if it prints to a pager, so nothing is locked meanwhile. */
int log_walk(struct store *sqlite, int64_t first, store_visit *visit, void *context, struct error *err)
{
	struct vec kept = VEC_INIT(struct action);
	int ended, read = 1;

	for (ended = 0; !ended && read == 1; first++) {
		read = log_range(sqlite, first, INT64_MAX, log_keep, &kept, err);
		ended = log_visit_kept(&kept, &first, visit, context, err);
	}
	vec_release(&kept);
	return ended ? ended : read < 0 ? read : 0;
}

int log_last(struct store *sqlite, int most, store_visit *visit, void *context, struct error *err)
{
	sqlite3_stmt *statement;
	int64_t last = sqlite->seen.action, changes = 0;
	int failed;

	if (!last)
		return 0;
	failed = sqlite_prepare(
		sqlite, "SELECT count(*) FROM (SELECT 1 FROM change WHERE action = ?1 LIMIT ?2)", &statement, err);
	if (failed)
		return failed;
	sqlite3_bind_int64(statement, 1, last);
	sqlite3_bind_int64(statement, 2, (int64_t)most + 1);
	failed = sqlite_number(sqlite, statement, &changes, err);
	sqlite3_finalize(statement);
	return failed || changes > most ? failed : log_range(sqlite, last, last, visit, context, err);
}

/* Runs statement WHICH for PERSON and WHERE. Sets *TARGET to the id of the original action, *TAKEN to that of the
 * action to revert. 1: found, 0: there is none. */
static int log_find_past(struct store *sqlite, enum sqlite_statement which, int64_t person, int64_t where,
	int64_t *target, int64_t *taken, struct error *err)
{
	sqlite3_stmt *statement = sqlite_statement(sqlite, which, err);
	int status;

	if (!statement)
		return ERROR_SYSTEM;
	sqlite3_bind_int64(statement, 1, person);
	sqlite3_bind_int64(statement, 2, where);
	status = sqlite3_step(statement);
	if (status == SQLITE_ROW) {
		*target = sqlite3_column_int64(statement, 0);
		*taken = sqlite3_column_int64(statement, 1);
	}
	sqlite3_reset(statement);
	return status == SQLITE_ROW ? 1 : status == SQLITE_DONE ? 0 : sqlite_failed(sqlite, err);
}

/* Reads action TAKEN into ACTION, which is empty. */
static int log_read_past(struct store *sqlite, int64_t taken, struct action *action, struct error *err)
{
	int failed = log_range(sqlite, taken, taken, log_take, action, err);

	if (!failed && !action->id)
		failed = sqlite_damaged(sqlite, err, _("action %" PRId64 " is missing"), taken);
	return failed ? failed : 1;
}

int log_undo_target(struct store *sqlite, int64_t person, enum action_kind kind, struct action *action, int64_t *target,
	struct error *err)
{
	int64_t taken = INT64_MAX, undone = 0, last = 0, redo;
	int found = log_find_past(
		sqlite, SQL_FIND_REDO, person, INT64_MAX, kind == ACTION_REDO ? target : &redo, &undone, err);

	if (kind == ACTION_REDO || found < 0)
		return found > 0 ? log_read_past(sqlite, undone, action, err) : found;
	do {
		action_release(action);
		found = log_find_past(sqlite, SQL_FIND_UNDO, person, taken, target, &taken, err);
		last = last ? last : taken;
		if (found > 0)
			found = log_read_past(sqlite, taken, action, err);
	} while (found > 0 && action_leads(action) && (taken < last || undone > last));
	return found;
}

int log_undo_chosen(
	struct store *sqlite, int64_t person, int64_t change, struct action *action, int64_t *target, struct error *err)
{
	int64_t taken = 0;
	int found = log_find_past(sqlite, SQL_FIND_CHOSEN, person, change, target, &taken, err);

	return found > 0 ? log_read_past(sqlite, taken, action, err) : found;
}

int log_shifts_since(struct store *sqlite, int64_t id, struct vec *shifts, struct error *err)
{
	sqlite3_stmt *statement = sqlite_statement(sqlite, SQL_FIND_SHIFTS, err);
	int status = SQLITE_DONE, failed = 0;

	if (!statement)
		return ERROR_SYSTEM;
	sqlite3_bind_int64(statement, 1, id);
	while (!failed && (status = sqlite3_step(statement)) == SQLITE_ROW) {
		const char *axis = (const char *)sqlite3_column_text(statement, 0);
		const char *text = (const char *)sqlite3_column_text(statement, 1);
		struct shift shift;

		if (!axis || !text || !shift_parse(text, strcmp(axis, "rows") ? AXIS_COLUMNS : AXIS_ROWS, &shift))
			failed = sqlite_damaged(sqlite, err, _("the log holds an invalid shift"));
		else
			vec_add(shifts, struct shift) = shift;
	}
	if (!failed && status != SQLITE_DONE)
		failed = sqlite_failed(sqlite, err);
	sqlite3_reset(statement);
	return failed;
}

int log_walk_moves(struct store *sqlite, change_visit *visit, void *context, struct error *err)
{
	sqlite3_stmt *statement;
	int status = SQLITE_DONE, ended;

	ended = sqlite_prepare(sqlite,
		"SELECT id, entity, item, field, before, after FROM change "
		"WHERE field IN ('place', 'columns', 'rows') ORDER BY id DESC",
		&statement, err);
	if (ended)
		return ended;
	while (!ended && (status = sqlite3_step(statement)) == SQLITE_ROW) {
		struct action read;

		action_init(&read);
		ended = log_read_change(sqlite, statement, 0, &read, err);
		if (!ended)
			ended = visit(context, action_change(&read, 0), err);
		action_release(&read);
	}
	if (!ended && status != SQLITE_DONE)
		ended = sqlite_failed(sqlite, err);
	sqlite3_finalize(statement);
	return ended;
}

int log_action_of(struct store *sqlite, int64_t number, int64_t *action, struct error *err)
{
	sqlite3_stmt *statement = sqlite_statement(sqlite, SQL_FIND_ACTION_OF, err);

	if (!statement)
		return ERROR_SYSTEM;
	sqlite3_bind_int64(statement, 1, number);
	return sqlite_number(sqlite, statement, action, err);
}

int log_length(struct store *sqlite, int64_t *changes, struct error *err)
{
	sqlite3_stmt *statement = sqlite_statement(sqlite, SQL_COUNT_CHANGES, err);

	return statement ? sqlite_number(sqlite, statement, changes, err) : ERROR_SYSTEM;
}
