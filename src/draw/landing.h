/*
 * landing: where stickies dragged with the mouse land when the button is released: as if each were moved in turn, on
 * the intended slot or, if that is taken, on the next free one below.
 */
#ifndef DRAW_LANDING_H
#define DRAW_LANDING_H

#include "base/map.h"
#include "base/vec.h"
#include "model/board.h"

/* A dragged sticky. */
struct landing_slot {
	int64_t id;
	struct place from;
	struct place meant; /* the intended slot, as far from there as the mouse was dragged */
	struct place place; /* where it lands */
};

/* Why nothing would move. */
enum landing_bar {
	LANDING_FREE, /* something would */
	LANDING_HERE, /* the mouse is where it was pressed */
	LANDING_EDGE, /* an intended slot is outside the board */
	LANDING_FULL  /* a column has no free slot below */
};

struct landing {
	enum landing_bar bar;
	struct vec slots; /* of struct landing_slot, in the order of the moves */
	struct map from;  /* place -> the struct landing_slot that comes from there; only those that move */
	struct map to;    /* place -> the struct landing_slot that lands there */
};

void landing_init(struct landing *landing);
void landing_release(struct landing *landing);

/* Computes where the stickies IDS (of int64_t) land if dragged by COLUMNS and ROWS. If nothing would move, `bar` says
 * why and there are no slots. */
void landing_reckon(
	struct landing *landing, const struct board *board, const struct vec *ids, int64_t columns, int64_t rows);

/* How many of them do not land on their intended slot. */
size_t landing_count_taken(const struct landing *landing);

/* Does the sticky in PLACE move away? LANDING may be NULL, here and below: nothing is dragged. */
bool landing_leaves(const struct landing *landing, struct place place);

/* Does a dragged sticky land on PLACE? */
bool landing_falls(const struct landing *landing, struct place place);

/* The sticky in PLACE after they have landed; NULL for none. */
const struct sticky *landing_at(const struct landing *landing, const struct board *board, struct place place);

#endif
