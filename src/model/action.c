#include "model/action.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void action_init(struct action *action)
{
	memset(action, 0, sizeof(*action));
	vec_init(&action->changes, sizeof(struct change));
}

void action_release(struct action *action)
{
	for (size_t i = 0; i < action->changes.count; i++) {
		struct change *change = action_change(action, i);

		free(change->before);
		free(change->after);
	}
	vec_release(&action->changes);
	action_init(action);
}

struct change *action_add(struct action *action, enum entity entity, int64_t item, const struct field *field,
	const char *before, const char *after)
{
	struct change *change = vec_push(&action->changes);

	change->entity = entity;
	change->item = item;
	change->field = field;
	change->before = mem_strdup(before);
	change->after = mem_strdup(after);
	return change;
}

struct change *action_change(const struct action *action, size_t at)
{
	return vec_at(&action->changes, at);
}

void action_copy(const struct action *from, struct action *to)
{
	*to = *from;
	vec_init(&to->changes, sizeof(struct change));
	for (size_t i = 0; i < from->changes.count; i++) {
		const struct change *change = action_change(from, i);

		action_add(to, change->entity, change->item, change->field, change->before, change->after)->number =
			change->number;
	}
}

const struct change *action_first(const struct action *action)
{
	for (size_t i = 0; i < action->changes.count; i++)
		if (action_change(action, i)->entity != ENTITY_PERSON)
			return action_change(action, i);
	return NULL;
}

/* Of the fields of the board item, title, purpose and shifts belong to the board, all others to the workshop. */
static bool change_leads(const struct change *change)
{
	return change->entity == ENTITY_BOARD && change->field && strcmp(change->field->name, "title") &&
	       strcmp(change->field->name, "purpose") && !field_is_shift(change->field);
}

bool action_leads(const struct action *action)
{
	bool leads = false;

	for (size_t i = 0; i < action->changes.count; i++) {
		const struct change *change = action_change(action, i);

		if (!change_leads(change) && change->entity != ENTITY_PERSON)
			return false;
		leads |= change_leads(change);
	}
	return leads;
}
