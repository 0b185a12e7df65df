#include "session/filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/needle.h"

bool filter_is_open(const struct filter *filter)
{
	return !filter->person && !filter->kinds && !filter->step;
}

bool filter_passes(const struct filter *filter, const struct replay_action *action)
{
	return (!filter->person || action->person == filter->person) &&
	       (!filter->kinds || action->summary.kinds & filter->kinds) &&
	       (!filter->step || action->step == filter->step);
}

/* A search in progress. */
struct filter_lookup {
	const struct replay *replay;
	const struct filter *filter;
	const char *needle;
	size_t next;  /* the index of the next action */
	size_t end;   /* the index after the last action to search */
	bool forward; /* stop at the first hit */
	size_t found; /* the moment of the latest hit, or 0 */
};

static bool filter_lookup_is_text(const struct field *field)
{
	return (field->type == FIELD_LINE || field->type == FIELD_TEXT) && strcmp(field->name, "dismissed") != 0;
}

/* Has the item that CHANGE made a text with the needle? Reads its record only if the needle may occur there. */
static bool filter_lookup_record(const struct filter_lookup *lookup, const struct change *change)
{
	const struct entity_type *type = entity_type(change->entity);
	void *item;
	bool hit = false;

	if (!needle_occurs(lookup->needle, change->after))
		return false;
	item = mem_zalloc(type->size);
	if (!record_parse(change->entity, item, change->after, NULL))
		for (size_t i = 0; i < type->count && !hit; i++) {
			const char *text = filter_lookup_is_text(&type->fields[i])
						   ? *(char **)((char *)item + type->fields[i].offset)
						   : NULL;

			hit = text && needle_occurs(lookup->needle, text);
		}
	item_clear(change->entity, item);
	free(item);
	return hit;
}

static bool filter_lookup_change(const struct filter_lookup *lookup, const struct change *change)
{
	if (!change->after)
		return false;
	if (!change->field)
		return filter_lookup_record(lookup, change);
	return filter_lookup_is_text(change->field) && needle_occurs(lookup->needle, change->after);
}

static int filter_lookup_visit(void *context, const struct action *action, struct error *err)
{
	struct filter_lookup *lookup = context;
	bool hit = false;

	(void)err;
	if (filter_passes(lookup->filter, replay_action(lookup->replay, lookup->next)))
		for (size_t i = 0; i < action->changes.count && !hit; i++)
			hit = filter_lookup_change(lookup, action_change(action, i));
	lookup->next++;
	if (hit)
		lookup->found = lookup->next;
	return (hit && lookup->forward) || lookup->next == lookup->end;
}

int filter_find_text(struct replay *replay, const struct filter *filter, const char *needle, size_t at, bool forward,
	size_t *found, struct error *err)
{
	struct filter_lookup lookup = {replay, filter, needle, forward ? at : 0,
		forward ? replay_count(replay)
		: at    ? at - 1
			: 0,
		forward, 0};
	int done;

	if (lookup.next == lookup.end)
		return 0;
	done = store_walk(
		replay_store(replay), replay_action(replay, lookup.next)->id, filter_lookup_visit, &lookup, err);
	if (done < 0)
		return done;
	if (!lookup.found)
		return 0;
	*found = lookup.found;
	return 1;
}
