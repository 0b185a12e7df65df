#include "store/mark.h"

#include <string.h>

#include "base/mem.h"

/* Adds LEN bytes to PRINT, by FNV-1a. */
static uint64_t mark_add(uint64_t print, const void *bytes, size_t len)
{
	for (const unsigned char *byte = bytes; len--; byte++)
		print = (print ^ *byte) * 1099511628211u;
	return print;
}

bool mark_is_same(struct mark a, struct mark b)
{
	return !a.action == !b.action && a.time_ms == b.time_ms && a.print == b.print;
}

struct mark mark_make(const struct mark_facts *facts)
{
	const int64_t numbers[] = {facts->time_ms, facts->person, facts->item};
	const char *const texts[] = {facts->entity, facts->field, facts->before, facts->after};
	uint64_t print = mark_add(14695981039346656037u, numbers, sizeof(numbers));

	for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
		print = texts[i] ? mark_add(print, texts[i], strlen(texts[i]) + 1) : mark_add(print, "\xff", 1);
	return (struct mark){facts->action, facts->time_ms, print};
}

struct mark mark_of(const struct action *action)
{
	struct mark_facts facts = {.action = action->id, .time_ms = action->time_ms, .person = action->person};

	if (action->changes.count) {
		const struct change *change = action_change(action, action->changes.count - 1);

		facts.item = change->item;
		facts.entity = entity_type(change->entity)->name;
		facts.field = change->field ? change->field->name : NULL;
		facts.before = change->before;
		facts.after = change->after;
	}
	return mark_make(&facts);
}
