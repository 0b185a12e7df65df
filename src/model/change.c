#include "model/change.h"

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
