/*
 * mark: by what one tells that a log is the one that was read: its last action known, by number and
 * by what it was.
 */
#ifndef STORE_MARK_H
#define STORE_MARK_H

#include <stdbool.h>
#include <stdint.h>

#include "model/action.h"

struct mark {
	int64_t action;  /* the last known, from 1; 0: there was none yet, so that any log goes on from it */
	int64_t time_ms; /* when it was done */
	uint64_t print;  /* made of what is below, but for its number: in a log without its beginning that is
			    another; 0 without an action */
};

/* What is looked at of an action: the last change stands for all, as there may be a hundred
 * thousand. */
struct mark_facts {
	int64_t action, time_ms, person; /* as in struct action */
	int64_t item;                    /* of the last change; the texts may be NULL */
	const char *entity, *field, *before, *after;
};

/* Is it the same action, under whatever number? */
bool mark_is_same(struct mark a, struct mark b);

struct mark mark_make(const struct mark_facts *facts);

/* The mark of ACTION, which is in the log. */
struct mark mark_of(const struct action *action);

#endif
