/*
 * touched: what an action touched on a board, to highlight it and go there.
 */
#ifndef SESSION_TOUCHED_H
#define SESSION_TOUCHED_H

#include "base/vec.h"
#include "model/board.h"
#include "model/action.h"

struct touched {
	struct vec lights;  /* of struct spotlight: the slots */
	struct vec texts;   /* of char *: the texts of removed stickies, owned */
	struct place place; /* where to look; column 0: nowhere on the board */
	int64_t context;    /* the context that the action is about, or 0 */
	int64_t relation;   /* the relation that it is about, or 0 */
};

void touched_init(struct touched *touched);
void touched_release(struct touched *touched);

/* Collects what ACTION, already applied to BOARD, touched. */
void touched_read(struct touched *touched, const struct board *board, const struct action *action);

#endif
