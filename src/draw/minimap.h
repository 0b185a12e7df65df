/*
 * minimap: the whole board in a few cells. Each stands for a block of slots and has the colour of the kind that
 * matters most there: a hotspot before an event before all others.
 */
#ifndef DRAW_MINIMAP_H
#define DRAW_MINIMAP_H

#include "draw/cellbuf.h"
#include "layout/viewport.h"
#include "model/board.h"

struct minimap {
	int width, height;       /* in cells */
	struct place_rect slots; /* what it shows: from the first slot to the last that holds a sticky */
	int32_t across, down;    /* slots of a cell */
	signed char *kinds;      /* enum kind of each cell, or -1 */
	uint64_t generation;     /* of the board that it was made from; 0 for none */
};

#define MINIMAP_INIT \
	{            \
		0    \
	}

void minimap_release(struct minimap *map);

/* Makes it anew for BOARD, in at most WIDTH x HEIGHT cells, unless it is up to date. */
void minimap_update(struct minimap *map, const struct board *board, int width, int height);

/* Draws it at X, Y, what the viewport sees and the cursor being marked. */
void minimap_draw(const struct minimap *map, struct cellbuf *buf, int x, int y, const struct viewport *viewport,
	struct place cursor);

#endif
