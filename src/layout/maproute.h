/*
 * maproute: the lines between the boxes of a context map, at right angles, in cells.
 *
 * Boxes stand in a grid with channels between its columns and lanes between its rows. Lines leave and reach a box
 * at its sides only, each in a row of its own there; they turn in the channels, where every upright stretch has a
 * track of its own, and pass boxes in their way in the lanes or where a slot of the grid is free. mapcourse
 * chooses which, mapcourse and maptrack the orders with few crossings. Two lines share a row of cells only where
 * the one turns away before the other has turned into it. So, whatever is asked for:
 *
 *	- no line runs through a box, or over a label or a mark, not even its own;
 *	- no two lines share a cell but where they cross at right angles;
 *	- all coordinates are 0 or above, and less than `width` and `height`.
 */
#ifndef LAYOUT_MAPROUTE_H
#define LAYOUT_MAPROUTE_H

#include <stddef.h>

#define MAPROUTE_POINTS_MOST 6

struct maproute_point {
	int x, y;
};

struct maproute_box {
	int column, row;   /* in the grid, from 1; no two boxes in the same */
	int width, height; /* in cells with the border: the least it needs; maproute_find() makes it larger */
	int x, y;          /* found: its upper left corner */
};

struct maproute_line {
	size_t source, target;        /* indices of boxes; may be the same one */
	int label;                    /* cells of its label, or 0 */
	int source_mark, target_mark; /* cells of what is written at its ends, or 0 */
	/* Found: from the cell beside the source to the one beside the target, where an arrow head belongs. */
	struct maproute_point points[MAPROUTE_POINTS_MOST];
	size_t count;
	struct maproute_point label_at;             /* the first cell of the label; a blank fits on both sides */
	struct maproute_point source_at, target_at; /* the first cells of the marks */
};

struct maproute {
	struct maproute_box *boxes;
	size_t box_count;
	struct maproute_line *lines;
	size_t line_count;
	int pitch;         /* from one upright track to the next, in cells, from 1 */
	int width, height; /* found: of the whole map */
};

/* Finds places in cells and lines for what ROUTE lists; the arrays are the caller's. */
void maproute_find(struct maproute *route);

#endif
