/*
 * mark: recognises a log that was read before, by the number and the content of the last action known.
 */
#ifndef STORE_MARK_H
#define STORE_MARK_H

#include <stdbool.h>
#include <stdint.h>

#include "model/action.h"

struct mark {
	int64_t action;  /* the last one known, from 1; 0: none yet, so any log continues it */
	int64_t time_ms; /* when it was done */
	uint64_t print;  /* a hash of the facts below, except the number, which differs in a log without its
			    beginning; 0 without an action */
};

/* The facts about an action. Of its changes, of which there may be a hundred thousand, only the last one counts. */
struct mark_facts {
	int64_t action, time_ms, person; /* as in struct action */
	int64_t item;                    /* of the last change, as are the texts, which may be NULL */
	const char *entity, *field, *before, *after;
};

/* Do A and B mark the same action, whatever its number? */
bool mark_is_same(struct mark a, struct mark b);

struct mark mark_make(const struct mark_facts *facts);

/* The mark of ACTION, which is in the log. */
struct mark mark_of(const struct action *action);

#endif
