/*
 * landing: where stickies that are carried with the mouse fall when it lets go. It is what a move of each of them does,
 * one after the other: on the slot that is meant, or, when that is taken, on the next free one below.
 */
#ifndef DRAW_LANDING_H
#define DRAW_LANDING_H

#include "base/map.h"
#include "base/vec.h"
#include "model/board.h"

/* One of them. */
struct landing_slot {
	int64_t id;
	struct place from;
	struct place meant; /* as far from there as the mouse went */
	struct place place; /* where it falls */
};

/* Why nothing moves. */
enum landing_bar {
	LANDING_FREE, /* something does */
	LANDING_HERE, /* the mouse is where it was pressed */
	LANDING_EDGE, /* a slot that is meant lies outside of the board */
	LANDING_FULL  /* a column has no free slot below */
};

struct landing {
	enum landing_bar bar;
	struct vec slots; /* of struct landing_slot, in the order of the moves */
	struct map from;  /* place -> the slot that comes from there; only of those that were moved */
	struct map to;    /* place -> the slot that falls there */
};

void landing_init(struct landing *landing);
void landing_release(struct landing *landing);

/* Works out where the stickies IDS (of int64_t) fall that are carried over COLUMNS and ROWS. With a bar it is empty. */
void landing_reckon(
	struct landing *landing, const struct board *board, const struct vec *ids, int64_t columns, int64_t rows);

/* How many of them do not fall where they are meant to. */
size_t landing_count_taken(const struct landing *landing);

/* Does the sticky in PLACE of the board go away from there? LANDING may be NULL, here and below: nothing is carried. */
bool landing_leaves(const struct landing *landing, struct place place);

/* Does a carried sticky fall on PLACE? */
bool landing_falls(const struct landing *landing, struct place place);

/* The sticky that is in PLACE when they have fallen; NULL for none. */
const struct sticky *landing_at(const struct landing *landing, const struct board *board, struct place place);

#endif
