#include "format/chronicle.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void chronicle_init(struct chronicle *chronicle)
{
	*chronicle = (struct chronicle){.people = VEC_INIT(struct chronicle_person)};
}

void chronicle_release(struct chronicle *chronicle)
{
	struct map_entry *entry;

	for (size_t at = 0; (entry = map_next(&chronicle->resolutions, &at));)
		free(entry->value);
	map_release(&chronicle->resolutions);
	vec_release(&chronicle->people);
}

static struct chronicle_person *chronicle_person(struct chronicle *chronicle, int64_t id)
{
	struct chronicle_person *person;

	for (size_t i = 0; i < chronicle->people.count; i++) {
		person = vec_at(&chronicle->people, i);
		if (person->id == id)
			return person;
	}
	person = vec_push(&chronicle->people);
	person->id = id;
	person->first_ms = -1;
	return person;
}

/* Counts the time since the previous action. */
static void chronicle_count_time(struct chronicle *chronicle, const struct action *action)
{
	int64_t gap = action->time_ms - chronicle->end_ms;

	if (!chronicle->actions)
		chronicle->start_ms = chronicle->end_ms = action->time_ms;
	else if (gap > CHRONICLE_PAUSE_MS)
		chronicle->pauses++;
	else if (gap > 0) {
		chronicle->worked_ms += gap;
		chronicle->steps[action->step].worked_ms += gap;
	}
	if (action->time_ms > chronicle->end_ms)
		chronicle->end_ms = action->time_ms;
}

static void chronicle_resolve(struct chronicle *chronicle, const struct action *action, const struct change *change)
{
	struct chronicle_resolution *resolution = map_get(&chronicle->resolutions, (uint64_t)change->item);

	if (!resolution) {
		resolution = mem_alloc(sizeof(*resolution));
		map_set(&chronicle->resolutions, (uint64_t)change->item, resolution);
	}
	*resolution = (struct chronicle_resolution){action->person, action->time_ms};
}

/* Undo is not a contribution, and what it does to stickies is not counted again. */
static void chronicle_count_change(struct chronicle *chronicle, const struct action *action,
	const struct change *change, struct chronicle_person *person)
{
	if (change->entity != ENTITY_STICKY)
		return;
	if (change->field && !strcmp(change->field->name, "resolved") && *change->after)
		chronicle_resolve(chronicle, action, change);
	if (action->kind != ACTION_DO)
		return;
	if (change_makes(change)) {
		person->made++;
		chronicle->steps[action->step].made++;
		if (person->first_ms < 0)
			person->first_ms = chronicle->worked_ms;
	} else if (change_removes(change)) {
		person->removed++;
	} else if (!strcmp(change->field->name, "text")) {
		person->reworded++;
	}
}

static int chronicle_visit(void *context, const struct action *action, struct error *err)
{
	struct chronicle *chronicle = context;
	struct chronicle_person *person = chronicle_person(chronicle, action->person);

	(void)err;
	chronicle_count_time(chronicle, action);
	chronicle->actions++;
	chronicle->steps[action->step].actions++;
	person->actions++;
	for (size_t i = 0; i < action->changes.count; i++)
		chronicle_count_change(chronicle, action, action_change(action, i), person);
	return 0;
}

int chronicle_read(struct chronicle *chronicle, struct store *store, struct error *err)
{
	return store_walk(store, 1, chronicle_visit, chronicle, err);
}

const struct chronicle_resolution *chronicle_resolution(const struct chronicle *chronicle, int64_t sticky)
{
	return map_get(&chronicle->resolutions, (uint64_t)sticky);
}
