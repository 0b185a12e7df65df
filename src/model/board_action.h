/*
 * board_action: applies and reverts whole actions.
 */
#ifndef MODEL_BOARD_ACTION_H
#define MODEL_BOARD_ACTION_H

#include "base/error.h"
#include "model/action.h"
#include "model/board.h"

/* Apply all changes of ACTION, or revert them from the last to the first. A failure leaves the changes before it done.
 */
int board_apply_action(struct board *board, const struct action *action, struct error *err);
int board_revert_action(struct board *board, const struct action *action, struct error *err);

/* Is the value before CHANGE the one on BOARD? True if BOARD has no such item. Reverting depends on it. */
bool board_was_before(const struct board *board, const struct change *change);

#endif
