/*
 * board_private: the representation of a board, for board.c and board_apply.c only.
 */
#ifndef MODEL_BOARD_PRIVATE_H
#define MODEL_BOARD_PRIVATE_H

#include "base/map.h"
#include "model/board.h"

struct board {
	struct map items[ENTITY_COUNT]; /* id -> item */
	int64_t next_id[ENTITY_COUNT];  /* ids are never used again */
	struct map slots;               /* place -> sticky */
	struct map phases;              /* column -> phase */
	struct map lanes;               /* row -> lane */
	struct board_facts *facts;      /* the one board item */
	int64_t newest;                 /* highest id of a sticky; 0 if not known */
	uint64_t generation;            /* grows with every change */
	size_t kinds[KIND_COUNT];       /* how many stickies of each kind there are */
	struct place_rect bounds;       /* of all stickies, unless stale */
	bool bounds_stale;
};

/* Update the bounds when a sticky comes to PLACE, or leaves it. */
void board_grow_bounds(struct board *board, struct place place);
void board_shrink_bounds(struct board *board, struct place place);

#endif
