#include "lib/ledger.h"

#include <stdlib.h>

#include "base/mem.h"
#include "model/undo.h"

#define LEDGER_START_MS INT64_C(1795000000000) /* 2026-11-18T11:06:40Z */

void ledger_init(struct ledger *ledger)
{
	*ledger = (struct ledger){.board = board_new(), .time_ms = LEDGER_START_MS};
	vec_init(&ledger->entries, sizeof(struct ledger_entry *));
}

static void ledger_free_entry(struct ledger_entry *entry)
{
	if (entry)
		action_release(&entry->action);
	free(entry);
}

static struct ledger_entry *ledger_entry(const struct ledger *ledger, int64_t id)
{
	return vec_get(&ledger->entries, struct ledger_entry *, (size_t)id - 1);
}

void ledger_release(struct ledger *ledger)
{
	for (size_t i = 0; i < ledger->entries.count; i++)
		ledger_free_entry(ledger_entry(ledger, (int64_t)i + 1));
	ledger_free_entry(ledger->at_work);
	vec_release(&ledger->entries);
	board_free(ledger->board);
}

int64_t ledger_person(const struct ledger *ledger, const char *name)
{
	const struct person *person = board_person_named(ledger->board, name);

	return person ? person->id : 0;
}

void ledger_begin(struct ledger *ledger, const char *name, struct edit *edit)
{
	struct ledger_entry *entry = mem_zalloc(sizeof(*entry));
	struct action *action = &entry->action;
	struct error err = ERROR_INIT;

	if (ledger->at_work)
		BUG("an action is at work");
	ledger->at_work = entry;
	action_init(action);
	action->time_ms = ledger->time_ms;
	action->step = board_step(ledger->board);
	action->person = ledger_person(ledger, name);
	ledger->time_ms += 1000;
	*edit = (struct edit){ledger->board, action};
	if (!action->person) {
		struct person person = {.name = (char *)name, .role = ROLE_PARTICIPANT};

		action->person = edit_create(edit, ENTITY_PERSON, &person, &err);
		if (action->person < 0)
			BUG("%s", err.text);
	}
}

/* What the action at work means for what stands and what may be done again. */
static void ledger_note_state(struct ledger *ledger, struct ledger_entry *entry)
{
	const struct action *action = &entry->action;

	if (action->kind == ACTION_DO) {
		entry->stands = action->id;
		for (size_t i = 1; i < ledger->entries.count; i++) {
			struct ledger_entry *before = ledger_entry(ledger, (int64_t)i);

			if (before->action.person == action->person)
				before->undone = 0;
		}
		return;
	}
	ledger_entry(ledger, action->target)->stands = action->kind == ACTION_REDO ? action->id : 0;
	ledger_entry(ledger, action->target)->undone = action->kind == ACTION_UNDO ? action->id : 0;
}

const struct ledger_entry *ledger_end(struct ledger *ledger, bool keep)
{
	struct ledger_entry *entry = ledger->at_work;
	struct edit edit = {ledger->board, &entry->action};
	size_t count = entry->action.changes.count;
	bool nothing = !count || (count == 1 && action_change(&entry->action, 0)->entity == ENTITY_PERSON);

	ledger->at_work = NULL;
	if (!keep || (nothing && entry->action.kind == ACTION_DO)) {
		edit_rollback(&edit, 0);
		ledger_free_entry(entry);
		return NULL;
	}
	vec_add(&ledger->entries, struct ledger_entry *) = entry;
	entry->action.id = (int64_t)ledger->entries.count;
	ledger_note_state(ledger, entry);
	return entry;
}

static void ledger_copy(const struct action *action, struct action *out)
{
	struct vec changes = out->changes;

	*out = *action;
	out->changes = changes;
	for (size_t i = 0; i < action->changes.count; i++) {
		const struct change *change = action_change(action, i);

		action_add(out, change->entity, change->item, change->field, change->before, change->after);
	}
}

static void ledger_shifts_since(const struct ledger *ledger, int64_t id, struct vec *shifts)
{
	for (int64_t at = id + 1; at <= (int64_t)ledger->entries.count; at++) {
		const struct action *action = &ledger_entry(ledger, at)->action;

		for (size_t i = 0; i < action->changes.count; i++) {
			const struct change *change = action_change(action, i);

			if (change_shifts(change) && !shift_of(change, vec_push(shifts)))
				BUG("“%s” is no shift", change->after);
		}
	}
}

/* The id of the action that CHANGE of the log, counted from 1, belongs to; 0: there is no such change. */
static int64_t ledger_of_change(const struct ledger *ledger, int64_t change)
{
	for (int64_t id = 1; id <= (int64_t)ledger->entries.count; id++) {
		int64_t count = (int64_t)ledger_entry(ledger, id)->action.changes.count;

		if (change <= count)
			return id;
		change -= count;
	}
	return 0;
}

/* What PERSON did that stands, or may be done again, the latest below BELOW; *TARGET is its id. 0: there is none. */
static int64_t ledger_latest(
	const struct ledger *ledger, int64_t person, enum action_kind kind, int64_t below, int64_t *target)
{
	int64_t latest = 0;

	for (int64_t id = 1; id <= (int64_t)ledger->entries.count; id++) {
		const struct ledger_entry *entry = ledger_entry(ledger, id);
		int64_t by = kind == ACTION_UNDO ? entry->stands : entry->undone;

		if (entry->action.person != person || by <= latest || by >= below)
			continue;
		latest = by;
		*target = id;
	}
	return latest;
}

/* The same for an undo: what only leads the workshop is passed over, unless it is the last that they did. */
static int64_t ledger_undo(const struct ledger *ledger, int64_t person, int64_t *target)
{
	int64_t redo, undone = ledger_latest(ledger, person, ACTION_REDO, INT64_MAX, &redo);
	int64_t last = ledger_latest(ledger, person, ACTION_UNDO, INT64_MAX, target), latest = last;

	while (latest && action_leads(&ledger_entry(ledger, latest)->action) && (latest < last || undone > last))
		latest = ledger_latest(ledger, person, ACTION_UNDO, latest, target);
	return latest;
}

int ledger_target(void *context, int64_t person, enum action_kind kind, int64_t change, struct action *done,
	struct vec *shifts, int64_t *target, struct error *err)
{
	struct ledger *ledger = context;
	int64_t latest;

	(void)err;
	if (change) {
		*target = ledger_of_change(ledger, change);
		latest = *target && ledger_entry(ledger, *target)->action.person == person
				 ? ledger_entry(ledger, *target)->stands
				 : 0;
	} else {
		latest = kind == ACTION_UNDO ? ledger_undo(ledger, person, target)
					     : ledger_latest(ledger, person, kind, INT64_MAX, target);
	}
	if (!latest)
		return 0;
	ledger_copy(&ledger_entry(ledger, latest)->action, done);
	ledger_shifts_since(ledger, latest, shifts);
	return 1;
}

int ledger_moves(void *context, change_visit *visit, void *visitor, struct error *err)
{
	const struct ledger *ledger = context;
	int ended = 0;

	for (int64_t id = (int64_t)ledger->entries.count; id > 0; id--) {
		const struct action *action = &ledger_entry(ledger, id)->action;

		for (size_t i = action->changes.count; i-- > 0 && !ended;) {
			const struct change *change = action_change(action, i);

			if (change_shifts(change) || (change->field && change->field->type == FIELD_PLACE))
				ended = visit(visitor, change, err);
		}
	}
	return ended;
}

int ledger_revert(
	struct ledger *ledger, const char *name, enum action_kind kind, int64_t change, size_t *kept, struct error *err)
{
	struct vec shifts = VEC_INIT(struct shift);
	struct action done;
	struct edit edit;
	int found;

	action_init(&done);
	ledger_begin(ledger, name, &edit);
	found = ledger_target(ledger, edit.action->person, kind, change, &done, &shifts, &edit.action->target, err);
	if (found) {
		int failed = undo_action(&edit, &done, &shifts, kept, err);

		edit.action->kind = kind;
		found = failed ? failed : 1;
	}
	ledger_end(ledger, found > 0);
	action_release(&done);
	vec_release(&shifts);
	return found;
}

size_t ledger_changes(const struct ledger *ledger)
{
	size_t count = 0;

	for (int64_t id = 1; id <= (int64_t)ledger->entries.count; id++)
		count += ledger_entry(ledger, id)->action.changes.count;
	return count;
}

const struct change *ledger_change(const struct ledger *ledger, size_t at)
{
	int64_t id = 1;

	while (at >= ledger_entry(ledger, id)->action.changes.count)
		at -= ledger_entry(ledger, id++)->action.changes.count;
	return action_change(&ledger_entry(ledger, id)->action, at);
}
