/*
 * board_apply: applies and reverts changes, one at a time.
 *
 * There is no other way to change a board. A change that does not fit the board, such as one from the log of a
 * stranger, is refused and leaves the board as it was. During an action two stickies may share a slot for a
 * moment, for example while they swap places; board_at() then returns the one that came last.
 */
#ifndef MODEL_BOARD_APPLY_H
#define MODEL_BOARD_APPLY_H

#include "base/error.h"
#include "model/board.h"
#include "model/action.h"

/* Adds an item of ENTITY with the values and the id of ITEM. Takes over the texts of ITEM, which are NULL
 * afterwards, even on failure. Fails if the id is out of range or in use, if a reference leads nowhere, or
 * if the slot, column, row or name is taken. */
int board_insert(struct board *board, enum entity entity, void *item, struct error *err);

/* Makes room in memory for COUNT items of ENTITY. */
void board_reserve(struct board *board, enum entity entity, size_t count);

/* Ensures that new items of ENTITY get ids of NEXT or more, so that ids of removed items are not used again. */
void board_reserve_ids(struct board *board, enum entity entity, int64_t next);

/* Applies CHANGE, or reverts it. */
int board_apply(struct board *board, const struct change *change, struct error *err);
int board_revert(struct board *board, const struct change *change, struct error *err);

/* Has ACTION, once applied, left two stickies in one slot? No action that evstorm makes does. */
bool board_is_crowded(const struct board *board, const struct action *action);

/* Does any item refer to item ID of ENTITY? */
bool board_is_referred(const struct board *board, enum entity entity, int64_t id);

#endif
