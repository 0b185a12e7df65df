/*
 * edit: builds an action. Each function changes the board at once and records the change, so that later
 * changes of the same action see it.
 *
 * When a call fails, it changes nothing; edit_rollback() undoes the whole action.
 *
 * A silent round is kept here, for whatever makes changes: of what the action's person may not read (veil.h) no
 * field is set, nothing is removed, and no arrow, vote or message comes or goes at it. Nor does anything come in
 * that would be hidden from whoever brings it in. A shift moves hidden stickies along with all others: it keeps
 * their order and tells nothing, and people could not make room without it. The log of another board is no edit:
 * it is taken over as it happened, by an empty board, where no round can go on.
 */
#ifndef MODEL_EDIT_H
#define MODEL_EDIT_H

#include "base/error.h"
#include "model/board.h"
#include "model/action.h"
#include "model/shift.h"

struct edit {
	struct board *board;   /* altered */
	struct action *action; /* grows; its time is the time of every change */
};

/* Makes an item with the values of TEMPLATE, whose texts are copied and whose id is not looked at. The
 * id of the new item, or negative. */
int64_t edit_create(struct edit *edit, enum entity entity, const void *template, struct error *err);

/* Makes an item with the id and the values of ITEM, whose texts are copied. */
int edit_restore(struct edit *edit, enum entity entity, const void *item, struct error *err);

/* Sets field NAME of an item to TEXT. Records nothing if it has this value already. Updates a sticky's `updated`. */
int edit_set(struct edit *edit, enum entity entity, int64_t id, const char *name, const char *text, struct error *err);

/* The same for the place of a sticky. */
int edit_move(struct edit *edit, int64_t sticky, struct place place, struct error *err);

/* Sets a field without touching `updated`. */
int edit_set_raw(struct edit *edit, enum entity entity, int64_t id, const struct field *field, const char *text,
	struct error *err);

/* Removes an item: with a sticky go its links, its votes and what relations carry of it, with a relation
 * what it carries, with a context its relations and the stickies' belonging to it. */
int edit_delete(struct edit *edit, enum entity entity, int64_t id, struct error *err);

/* Moves whole columns or rows. */
int edit_shift(struct edit *edit, struct shift shift, struct error *err);

/* Takes back the action from its end to its change KEEP (0: all of it), and forgets those changes. */
void edit_rollback(struct edit *edit, size_t keep);

#endif
