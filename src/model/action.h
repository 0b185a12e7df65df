/*
 * action: the unit of undo: a list of changes, each a row of the log.
 */
#ifndef MODEL_ACTION_H
#define MODEL_ACTION_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "model/field.h"

/* One change. `field` NULL means the whole item: made if `before` is NULL, removed if `after` is.
 * The values are then records, otherwise values of the field as text (see field.h). */
struct change {
	int64_t number; /* its position in the log, from 1; 0 until it is stored */
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
	int step;        /* the step of the workshop at that time */
	enum action_kind kind;
	int64_t target;     /* ACTION_UNDO, ACTION_REDO: the action undone or redone */
	struct vec changes; /* of struct change, in order */
};

void action_init(struct action *action);
void action_release(struct action *action);

/* Appends a change and returns it; the texts are copied and may be NULL. */
struct change *action_add(struct action *action, enum entity entity, int64_t item, const struct field *field,
	const char *before, const char *after);

/* Change AT, counted from 0. */
struct change *action_change(const struct action *action, size_t at);

/* Copies FROM, with its numbers, to TO, which is new or empty. */
void action_copy(const struct action *from, struct action *to);

/* The first change that is not about a person; NULL if the action only adds its person, or sets their role. */
const struct change *action_first(const struct action *action);

/* Does ACTION only lead the workshop: its step, the timer, a lock, a silent round, a vote? */
bool action_leads(const struct action *action);

/* Visits a change; a value other than 0 ends the walk. */
typedef int change_visit(void *context, const struct change *change, struct error *err);

/* Does CHANGE make, or remove, a whole item? */
static inline int change_makes(const struct change *change)
{
	return !change->field && !change->before;
}

static inline int change_removes(const struct change *change)
{
	return !change->field && !change->after;
}

/* Does CHANGE shift whole columns or rows? shift_of() says how. */
static inline bool change_shifts(const struct change *change)
{
	return change->field && field_is_shift(change->field);
}

#endif
