/*
 * action: what one undo takes back: a list of changes, each of which is a row of the log.
 */
#ifndef MODEL_ACTION_H
#define MODEL_ACTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "model/field.h"

/* `field` NULL means the item as a whole: made when `before` is NULL, removed when `after` is. Its
 * values are then records, otherwise the field's value as text (field.h). */
struct change {
	int64_t number; /* its place in the log, from 1; 0 until it is stored */
	enum entity entity;
	int64_t item;
	const struct field *field;
	char *before; /* owned */
	char *after;  /* owned */
};

enum action_kind { ACTION_DO, ACTION_UNDO, ACTION_REDO, ACTION_KIND_COUNT };

struct action {
	int64_t id;      /* from 1; 0 until it is stored */
	int64_t time_ms; /* since 1970 UTC */
	int64_t person;  /* who did it, or 0 */
	int step;        /* the workshop's step at that time */
	enum action_kind kind;
	int64_t target;     /* ACTION_UNDO, ACTION_REDO: the action taken back or done again */
	struct vec changes; /* of struct change, in order */
};

void action_init(struct action *action);
void action_release(struct action *action);

/* A new change at the end; the texts are copied and may be NULL. */
struct change *action_add(struct action *action, enum entity entity, int64_t item, const struct field *field,
	const char *before, const char *after);

/* Change AT, counted from 0. */
struct change *action_change(const struct action *action, size_t at);

/* Does ACTION only lead the workshop: its step, the timer, a lock, a silent round, a vote? */
bool action_leads(const struct action *action);

/* Is there a change that makes, or removes, a whole item? */
static inline int change_makes(const struct change *change)
{
	return !change->field && !change->before;
}

static inline int change_removes(const struct change *change)
{
	return !change->field && !change->after;
}

#endif
