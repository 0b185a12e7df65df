/*
 * trigger: what stands before, beside and after a sticky: links first, neighbouring slots second.
 *
 * 1. Links. BEFORE a sticky are those from which a link leads to it, AFTER it those to which one
 *    leads from it. An aggregate that lies between is passed through: with links command ->
 *    aggregate -> event the command stands before the event.
 * 2. Slots, only when no link on the sides asked for leads to a sticky of the kinds asked for. From
 *    the sticky one goes left (BEFORE) or right (AFTER), and in both cases up and down, for at most
 *    TRIGGER_REACH slots, and takes the first sticky of the kinds asked for. One goes on over
 *    stickies of other kinds, but not over
 *	- an empty slot: what it parts does not belong together;
 *	- an event: a sentence ends with it ("buyer, order, stock, ordered");
 *	- a sticky of the same kind as the one from which one started.
 *
 *	          [actor]
 *	[policy] [command] [aggregate] [event] [event]
 *
 *    Before the command stand the policy and the actor, after it the first event; before the first
 *    event stands the command, and before the second nothing.
 */
#ifndef CHECK_TRIGGER_H
#define CHECK_TRIGGER_H

#include "base/vec.h"
#include "model/board.h"

#define TRIGGER_REACH 4 /* slots in each direction */

enum trigger_side { TRIGGER_BEFORE = 1 << 0, TRIGGER_AFTER = 1 << 1, TRIGGER_AROUND = TRIGGER_BEFORE | TRIGGER_AFTER };

/* The sticky of one of KINDS (bits KIND_BIT()) on SIDES of STICKY, or NULL. Of several that are
 * linked it is the one with the lowest id. */
const struct sticky *trigger_find(
	const struct board *board, const struct sticky *sticky, unsigned kinds, unsigned sides);

/* The same by links alone, not through aggregates. */
const struct sticky *trigger_linked(
	const struct board *board, const struct sticky *sticky, unsigned kinds, unsigned sides);

/* Appends to IDS (of int64_t) the stickies near STICKY: all that are linked with it, and all within reach in the
 * four directions whatever lies between. */
void trigger_near(const struct board *board, const struct sticky *sticky, struct vec *ids);

#endif
