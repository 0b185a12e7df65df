/*
 * mapview: where somebody is on the context map and what of it they see. Each has their own.
 */
#ifndef DRAW_MAPVIEW_H
#define DRAW_MAPVIEW_H

#include "command/argument.h"
#include "draw/contextmap.h"

struct mapview {
	int64_t cursor;              /* the context in focus, or 0 */
	int left, top;               /* the cell of the map at the upper left of the screen */
	struct contextmap_form form; /* what fits the screen, or was asked for */
	bool sized;                  /* it was asked for */
	uint64_t generation;         /* of the board, and the screen's size, when the form was chosen */
	int width, height;
	struct contextmap laid; /* the map as it was laid out last, of a board that stays where it is; */
	bool is_laid;           /* is there one? */
};

void mapview_init(struct mapview *view);
void mapview_release(struct mapview *view);

/* Brings the cursor to a context that exists, and lays MAP out for a screen of WIDTH x HEIGHT cells. */
void mapview_make(struct mapview *view, struct contextmap *map, int width, int height);

/* The map of BOARD as mapview_make() lays it out, kept until board, form or screen change; it belongs to VIEW. BOARD
 * is the same each time. */
const struct contextmap *mapview_map(struct mapview *view, const struct board *board, int width, int height);

/* Moves, as little as need be, until the box in focus is seen in WIDTH x HEIGHT cells. */
void mapview_follow(struct mapview *view, const struct contextmap *map, int width, int height);

/* Goes to the nearest box in a direction, if there is one. */
void mapview_go(struct mapview *view, const struct contextmap *map, enum way way);

/* The context whose box holds a cell of the screen, or 0. */
int64_t mapview_at(const struct mapview *view, const struct contextmap *map, int x, int y);

/* The place in the grid that is nearest to a cell of the screen. */
struct place mapview_place(const struct mapview *view, const struct contextmap *map, int x, int y);

#endif
