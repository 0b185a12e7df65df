/*
 * edit: builds an action. Each function changes the board at once and records the change, so later
 * changes of the same action see it.
 *
 * A call that fails changes nothing; edit_rollback() reverts the whole action.
 *
 * This file enforces silent rounds, for all code that makes changes. A sticky that is hidden from the person of the
 * action (veil.h) cannot be changed or removed, nor can its arrows, votes and messages be added or removed; and nobody
 * can add a sticky that would be hidden from themselves. Shifts do move hidden stickies: they keep the order and reveal
 * nothing, and without them people could not make room. The log of another board is copied into an empty board, where
 * no silent round can run, without passing through here.
 */
#ifndef MODEL_EDIT_H
#define MODEL_EDIT_H

#include "base/error.h"
#include "model/board.h"
#include "model/action.h"
#include "model/shift.h"

struct edit {
	struct board *board;   /* the board to change */
	struct action *action; /* grows; its time is that of every change */
};

/* Makes an item with the values of TEMPLATE, whose texts are copied and whose id is ignored. Returns the
 * id of the new item, or negative. */
int64_t edit_create(struct edit *edit, enum entity entity, const void *template, struct error *err);

/* May a new item of ENTITY have the id ID, which comes from a file? Not if it is or was in use, or is so high that few
 * ids would be left for others. */
bool edit_may_use_id(const struct edit *edit, enum entity entity, int64_t id);

/* Makes an item with the id and the values of ITEM, whose texts are copied. */
int edit_restore(struct edit *edit, enum entity entity, const void *item, struct error *err);

/* Sets field NAME of an item to TEXT, and `updated` of a sticky. Records nothing if the field has this value already.
 */
int edit_set(struct edit *edit, enum entity entity, int64_t id, const char *name, const char *text, struct error *err);

/* The same for the place of a sticky. */
int edit_move(struct edit *edit, int64_t sticky, struct place place, struct error *err);

/* Sets a field and leaves `updated` alone. */
int edit_set_raw(struct edit *edit, enum entity entity, int64_t id, const struct field *field, const char *text,
	struct error *err);

/* Removes an item: with a sticky its links, votes and messages, with a relation its messages, with a context
 * its relations. Stickies of a removed context are then in none. */
int edit_delete(struct edit *edit, enum entity entity, int64_t id, struct error *err);

/* Moves whole columns or rows. */
int edit_shift(struct edit *edit, struct shift shift, struct error *err);

/* Reverts the changes of the action from the last one down to number KEEP, from 0, and removes them from it. */
void edit_rollback(struct edit *edit, size_t keep);

#endif
