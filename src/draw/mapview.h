/*
 * mapview: where a person is on the context map and what they see of it. Each person has their own.
 */
#ifndef DRAW_MAPVIEW_H
#define DRAW_MAPVIEW_H

#include "command/argument.h"
#include "draw/contextmap.h"

struct mapview {
	int64_t cursor;              /* the context in focus, or 0 */
	int left, top;               /* the cell of the map at the upper left of the screen */
	struct contextmap_form form; /* what fits the screen, or what the user chose */
	bool sized;                  /* the user chose it */
	uint64_t generation;         /* of the board when the form was chosen, as is the screen's size below */
	int width, height;
	struct contextmap laid; /* the map as last laid out, of a board that must outlive it */
	bool is_laid;           /* is `laid` set? */
};

void mapview_init(struct mapview *view);
void mapview_release(struct mapview *view);

/* Moves the cursor to an existing context and lays MAP out for a screen of WIDTH x HEIGHT cells. */
void mapview_make(struct mapview *view, struct contextmap *map, int width, int height);

/* The map of BOARD as mapview_make() lays it out, kept until board, form or screen change; it belongs to VIEW. BOARD
 * must be the same each time. */
const struct contextmap *mapview_map(struct mapview *view, const struct board *board, int width, int height);

/* Scrolls, as little as needed, until the box in focus is visible in WIDTH x HEIGHT cells. */
void mapview_follow(struct mapview *view, const struct contextmap *map, int width, int height);

/* Moves to the nearest box in a direction, if any. */
void mapview_go(struct mapview *view, const struct contextmap *map, enum way way);

/* The context whose box covers the cell of the screen, or 0. */
int64_t mapview_at(const struct mapview *view, const struct contextmap *map, int x, int y);

/* The place in the grid at the cell of the screen, or the nearest one; behind the last boxes, one in a new column or
 * row. */
struct place mapview_place(const struct mapview *view, const struct contextmap *map, int x, int y);

/* The box of context AT if it were in PLACE and all others stayed where they are. */
struct maproute_box mapview_box(const struct contextmap *map, struct place place, size_t at);

#endif
