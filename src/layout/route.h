/*
 * route: the way of an arrow from one slot to another, through the gutters, so that it never crosses a sticky.
 *
 *	+----+   +----+         Neighbours are joined straight. Otherwise the arrow leaves at the side that
 *	| S  |-. |    |         looks at the target, goes along the column's gutter to the gutter above or
 *	+----+ | +----+         below the target's row, along that one to the target's column, and in there
 *	  .----'                at the near side. In one column it goes down, or up, the gutter at the right.
 *	  | +----+
 *	  '>| T  |              Cells are counted from the upper left corner of the viewport's area and may lie
 *	    +----+              outside of it.
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
	struct route_leg legs[ROUTE_LEGS_MOST]; /* each begins where the one before ends */
	int count;
	enum route_way out;  /* the side of the source at which it leaves */
	int head_x, head_y;  /* the cell of the head, the last one of the way */
	enum route_way head; /* where it points */
};

/* The way from SOURCE to TARGET, which are not the same slot. Zooms without gutters have none: false. */
bool route_find(const struct viewport *viewport, struct place source, struct place target, struct route *route);

#endif
