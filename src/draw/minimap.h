/*
 * minimap: the whole board in a few cells. Each cell stands for a block of slots and has the colour of the most
 * important kind in it: hotspots first, then events.
 */
#ifndef DRAW_MINIMAP_H
#define DRAW_MINIMAP_H

#include "draw/cellbuf.h"
#include "layout/viewport.h"
#include "model/board.h"

struct minimap {
	int width, height;       /* in cells */
	struct place_rect slots; /* the area shown: from the first slot to the last with a sticky */
	int32_t across, down;    /* slots per cell */
	signed char *kinds;      /* enum kind of each cell, or -1 */
	uint64_t generation;     /* of the board that it was made from; 0 for none */
};

#define MINIMAP_INIT \
	{            \
		0    \
	}

void minimap_release(struct minimap *map);

/* Rebuilds it for BOARD, in at most WIDTH x HEIGHT cells, unless it is up to date. */
void minimap_update(struct minimap *map, const struct board *board, int width, int height);

/* Draws it at X, Y, with the visible area and the cursor marked. */
void minimap_draw(const struct minimap *map, struct cellbuf *buf, int x, int y, const struct viewport *viewport,
	struct place cursor);

#endif
