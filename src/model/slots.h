/*
 * slots: which slots of a board are taken while stickies get their places, and the nearest free slot below one.
 */
#ifndef MODEL_SLOTS_H
#define MODEL_SLOTS_H

#include "base/map.h"
#include "model/board.h"

struct slots {
	const struct board *board; /* not owned; must not change until the places are chosen */
	struct map leaving;        /* ids of stickies that leave their slots */
	struct map below;          /* taken slot -> the row below it from which to look for a free one */
};

void slots_init(struct slots *slots, const struct board *board);
void slots_release(struct slots *slots);

/* Frees the slot of STICKY, which gets another one. */
void slots_leave(struct slots *slots, const struct sticky *sticky);

/* Is PLACE taken? Take it. */
bool slots_is_taken(const struct slots *slots, struct place place);
void slots_take(struct slots *slots, struct place place);

/* The nearest free slot at PLACE or below; its row is more than PLACE_MOST if there is none. */
struct place slots_find(struct slots *slots, struct place place);

#endif
