/*
 * slots: gives stickies slots of a board; where one is taken, the nearest free slot below it.
 */
#ifndef MODEL_SLOTS_H
#define MODEL_SLOTS_H

#include "base/map.h"
#include "base/vec.h"
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

/* Gives each of PLACES (of struct place *) to the first that wants it, in order; then changes the others to free ones
 * below, and adds to *MOVED how many they are. Returns the index of one for which nothing is free, or else the count
 * of PLACES. */
size_t slots_give(struct slots *slots, const struct vec *places, size_t *moved);

#endif
