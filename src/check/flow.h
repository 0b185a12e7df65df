/*
 * flow: what passes from one bounded context into another.
 *
 *	an event in A that leads to a policy or a command in B           A tells B:  async
 *	an event in A from which a policy in A gives a command to B      A tells B:  async
 *	a policy in A that gives a command to B or changes its aggregate A tells B:  async
 *	an event in A from which a read model in B is made               A tells B:  async
 *	a command in B given from A with no event or policy between      A calls B:  sync
 *	a read model in B that is looked at from A                       A calls B:  sync
 *
 * What leads to what is read from links, and where none says what lies on that side, from neighbouring slots
 * (trigger.h); a command that somebody stands beside is given by them, and not by the event before. Of read models it
 * is read from links alone: they stand beside much that does not look at them. Stickies in no context take no part.
 */
#ifndef CHECK_FLOW_H
#define CHECK_FLOW_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "model/board.h"

struct flow {
	int64_t from, to; /* contexts; never the same */
	enum relation_style style;
	bool seen;              /* somebody, or something, in `from` looks at the answer */
	int64_t source, target; /* the stickies at its ends */
	int64_t message;        /* the sticky that says what passes: the event, the command, ... */
};

/* Appends to FLOWS (of struct flow) those that STICKY, a command, policy or read model, accounts
 * for: each flow of a board belongs to one sticky. */
void flow_find(const struct board *board, const struct sticky *sticky, struct vec *flows);

/* Appends to IDS (of int64_t) the stickies that say what passes from context FROM into context TO, none twice,
 * along the timeline: first what passes in STYLE, then the rest. */
void flow_messages(const struct board *whole, int64_t from, int64_t to, enum relation_style style, struct vec *ids);

#endif
