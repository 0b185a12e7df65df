/*
 * trigger: what comes before, beside and after a sticky, by links or else by neighbouring slots.
 *
 * 1. Links. BEFORE a sticky are those with a link to it, AFTER it those with a link from it. An aggregate in between
 *    is passed through: with links command -> aggregate -> event, the command comes before the event. With several
 *    commands and events it does not say which belong together, so the nearest ones do.
 * 2. Slots, if no link on the given sides leads to a sticky of the given kinds. The search goes left (BEFORE) or right
 *    (AFTER), and in both cases up and down, for at most TRIGGER_REACH slots, to the first sticky of the given kinds.
 *    It passes stickies of other kinds, but stops at
 *	- an empty slot: stickies on either side of it do not belong together;
 *	- an event: a sentence ends with it ("buyer, order, stock, ordered");
 *	- a sticky of the same kind as the one where it started.
 *
 *	          [actor]
 *	[policy] [command] [aggregate] [event] [event]
 *
 *    The policy and the actor come before the command, the first event after it. The command comes before the first
 *    event; nothing comes before the second.
 */
#ifndef CHECK_TRIGGER_H
#define CHECK_TRIGGER_H

#include "base/vec.h"
#include "model/board.h"

#define TRIGGER_REACH 4 /* slots in each direction */

enum trigger_side { TRIGGER_BEFORE = 1 << 0, TRIGGER_AFTER = 1 << 1, TRIGGER_AROUND = TRIGGER_BEFORE | TRIGGER_AFTER };

/* The sticky of one of KINDS (bits KIND_BIT()) on SIDES of STICKY, or NULL. Of several linked ones, the one with the
 * lowest id; of those behind aggregates the nearest, columns first. */
const struct sticky *trigger_find(
	const struct board *board, const struct sticky *sticky, unsigned kinds, unsigned sides);

/* The same by links alone. */
const struct sticky *trigger_tied(
	const struct board *board, const struct sticky *sticky, unsigned kinds, unsigned sides);

/* The same without passing through aggregates. */
const struct sticky *trigger_linked(
	const struct board *board, const struct sticky *sticky, unsigned kinds, unsigned sides);

/* Appends to IDS (of int64_t) the stickies near STICKY: all that are linked with it, and all within reach in the four
 * directions, whatever lies between. */
void trigger_near(const struct board *board, const struct sticky *sticky, struct vec *ids);

#endif
