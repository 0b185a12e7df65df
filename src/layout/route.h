/*
 * route: the way of an arrow from one slot to another, through the gutters, so that it crosses no sticky.
 *
 *	+----+   +----+         A straight line joins neighbours. Otherwise the arrow leaves at the side that
 *	| S  |-. |    |         faces the target, follows the gutter of the column to the gutter above or below
 *	+----+ | +----+         the row of the target, follows that to the column of the target, and enters at
 *	  .----'                the near side. Within a column it follows the gutter on the right, up or down.
 *	  | +----+
 *	  '>| T  |              Cells are counted from the upper left corner of the area of the viewport, and may
 *	    +----+              be outside it.
 */
#ifndef LAYOUT_ROUTE_H
#define LAYOUT_ROUTE_H

#include "layout/viewport.h"

#define ROUTE_LEGS_MOST 5

/* A straight piece, both ends included; x1 == x2 or y1 == y2. */
struct route_leg {
	int x1, y1, x2, y2;
};

enum route_way { ROUTE_RIGHT, ROUTE_LEFT, ROUTE_DOWN, ROUTE_UP };

struct route {
	struct route_leg legs[ROUTE_LEGS_MOST]; /* each begins where the previous one ends */
	int count;
	enum route_way out;  /* the side at which it leaves the source */
	int head_x, head_y;  /* the cell of the arrowhead, the last of the route */
	enum route_way head; /* the direction of the arrowhead */
};

/* Finds the way from SOURCE to TARGET, which are different slots. False if the zoom has no gutters. */
bool route_find(const struct viewport *viewport, struct place source, struct place target, struct route *route);

#endif
