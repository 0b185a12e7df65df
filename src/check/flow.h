/*
 * flow: what passes from one bounded context into another.
 *
 *	an event in A that leads to a policy or a command in B           A tells B:  async
 *	an event in A from which a policy in A gives a command to B      A tells B:  async
 *	a policy in A that gives a command to B or changes its aggregate A tells B:  async
 *	a policy in A that gives no command, with an event in B after it A tells B:  async
 *	an event in A from which a read model in B is made               A tells B:  async
 *	a command in B given from A with no event or policy between      A calls B:  sync
 *	a read model in B that is looked at from A                       A calls B:  sync
 *
 * What leads to what is read from links or, on a side without links, from neighbouring slots (trigger.h). A command
 * with an actor or screen beside it is given by those, not by the event before it. Read models are followed by links
 * alone, since many stickies beside them do not look at them. Stickies outside of contexts are ignored.
 */
#ifndef CHECK_FLOW_H
#define CHECK_FLOW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "model/board.h"

struct flow {
	int64_t from, to; /* contexts; always different */
	enum relation_style style;
	bool asks;              /* for something to be done, or to be seen: no event tells it */
	bool seen;              /* a person or screen in `from` looks at the answer, or a policy there needs it: it
				   gives other commands too, and this one may fail */
	int64_t source, target; /* the stickies at its ends */
	int64_t message;        /* the sticky that says what passes: the event, the command, ... */
};

/* Appends to FLOWS (of struct flow) those that belong to STICKY, a command, policy or read model. Each flow of a board
 * belongs to exactly one sticky. */
void flow_find(const struct board *board, const struct sticky *sticky, struct vec *flows);

/* Appends to IDS (of int64_t) the stickies that say what passes from context FROM into context TO, without duplicates,
 * along the timeline: first what passes in STYLE, then the rest. */
void flow_messages(const struct board *whole, int64_t from, int64_t to, enum relation_style style, struct vec *ids);

#endif
