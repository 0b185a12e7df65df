/*
 * ranking: stickies in reading order, column by column and in a column from top to bottom.
 *
 * The front of the array is sorted, what was added lately lies behind it until ranking_settle().
 * Whole columns and rows may move along without changing the order, so that is a walk over the
 * array.
 */
#ifndef CHECK_RANKING_H
#define CHECK_RANKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "model/shift.h"

struct rank {
	struct place place;
	int64_t id; /* of the sticky: two may meet in a slot while an action moves both */
};

struct ranking {
	struct vec ranks; /* of struct rank */
	size_t sorted;    /* how many at the front are in order */
};

void ranking_init(struct ranking *ranking);
void ranking_release(struct ranking *ranking);

void ranking_add(struct ranking *ranking, struct rank rank);

/* Takes out RANK, which is there. */
void ranking_remove(struct ranking *ranking, struct rank rank);

/* Moves the places along. */
void ranking_shift(struct ranking *ranking, struct shift shift);

/* Puts all in order. */
void ranking_settle(struct ranking *ranking);

/* How many there are; the one at AT; the first that comes after RANK (or is equal, with SAME), or
 * the count. The latter two are for settled rankings. */
size_t ranking_count(const struct ranking *ranking);
const struct rank *ranking_at(const struct ranking *ranking, size_t at);
size_t ranking_after(const struct ranking *ranking, struct rank rank, bool same);

#endif
