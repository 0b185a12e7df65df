#include "session/fork.h"

#include <string.h>

#include "base/vec.h"

/* FNV-1a, as a chain over what an action says. */
static uint64_t fork_add(uint64_t print, const void *bytes, size_t len)
{
	const unsigned char *at = bytes;

	for (size_t i = 0; i < len; i++)
		print = (print ^ at[i]) * UINT64_C(0x100000001b3);
	return print;
}

static uint64_t fork_add_text(uint64_t print, const char *text)
{
	return text ? fork_add(print, text, strlen(text) + 1) : fork_add(print, "\xff", 1);
}

static int fork_visit(void *context, const struct action *action, struct error *err)
{
	const int64_t facts[] = {action->id, action->time_ms, action->person, action->kind, action->target};
	uint64_t print = fork_add(UINT64_C(0xcbf29ce484222325), facts, sizeof(facts));

	(void)err;
	for (size_t i = 0; i < action->changes.count; i++) {
		const struct change *change = action_change(action, i);
		const int64_t what[] = {change->entity, change->item};

		print = fork_add(print, what, sizeof(what));
		print = fork_add_text(print, change->field ? change->field->name : NULL);
		print = fork_add_text(print, change->before);
		print = fork_add_text(print, change->after);
	}
	vec_add((struct vec *)context, uint64_t) = print;
	return 0;
}

int fork_find(struct store *one, struct store *other, size_t *count, struct error *err)
{
	struct vec left = VEC_INIT(uint64_t), right = VEC_INIT(uint64_t);
	int failed = store_walk(one, 1, fork_visit, &left, err);

	if (!failed)
		failed = store_walk(other, 1, fork_visit, &right, err);
	*count = 0;
	while (!failed && *count < left.count && *count < right.count &&
		vec_get(&left, uint64_t, *count) == vec_get(&right, uint64_t, *count))
		++*count;
	vec_release(&left);
	vec_release(&right);
	return failed;
}
