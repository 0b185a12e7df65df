/*
 * board_apply: altering a board, one change at a time, forwards and backwards.
 *
 * There is no other way to alter one. A change that does not fit the board is refused and leaves it
 * as it was; so do values that a log from a stranger may hold. During an action two stickies may meet
 * in a slot for a moment, as when they swap places: the newcomer is then the one that board_at() sees.
 */
#ifndef MODEL_BOARD_APPLY_H
#define MODEL_BOARD_APPLY_H

#include "base/error.h"
#include "model/board.h"
#include "model/action.h"

/* Makes an item of ENTITY with the values and the id of ITEM, whose texts move to the board and are
 * NULL afterwards, also on failure. Refused: an id out of range or in use, a reference that leads nowhere,
 * a taken slot, column, row or name. */
int board_insert(struct board *board, enum entity entity, void *item, struct error *err);

/* Makes room in memory for COUNT items of ENTITY at once. */
void board_reserve(struct board *board, enum entity entity, size_t count);

/* Sees to it that new items of ENTITY get ids of NEXT or more: those of removed items are not used again. */
void board_reserve_ids(struct board *board, enum entity entity, int64_t next);

/* Applies CHANGE, or takes it back. */
int board_apply(struct board *board, const struct change *change, struct error *err);
int board_revert(struct board *board, const struct change *change, struct error *err);

/* Has ACTION, all of it applied, left a sticky in one slot with another? No action of ours does. */
bool board_is_crowded(const struct board *board, const struct action *action);

/* Does any item refer to item ID of ENTITY? */
bool board_is_referred(const struct board *board, enum entity entity, int64_t id);

#endif
