/*
 * maproute: the lines between the boxes of a context map, at right angles, in cells.
 *
 * Boxes are in a grid with channels between its columns and lanes between its rows. Lines leave and reach a box only
 * at its sides, each in a row of its own; they turn in channels, where each vertical stretch has a track, and pass
 * boxes through lanes or free slots of the grid. mapcourse chooses these, mapcourse and maptrack choose orders with few
 * crossings. Two lines share a row of cells only if one turns away before the other turns into it. Thus:
 *
 *	- no line runs through a box, or over a label or a mark, not even its own;
 *	- no two lines share a cell except where they cross at right angles;
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
	int column, row;   /* in the grid, from 1; different for all boxes */
	int width, height; /* in cells, border included: the least; maproute_find() may make the box larger */
	int x, y;          /* found: its upper left corner */
};

struct maproute_line {
	size_t source, target;        /* indices of boxes; may be the same */
	int label;                    /* cells of its label, or 0 */
	int source_mark, target_mark; /* cells of the texts at its ends, or 0 */
	/* Found: from the cell next to the source to the cell next to the target, for the arrowhead. */
	struct maproute_point points[MAPROUTE_POINTS_MOST];
	size_t count;
	struct maproute_point label_at;             /* the first cell of the label; each side has room for a blank */
	struct maproute_point source_at, target_at; /* the first cells of the marks */
};

struct maproute {
	struct maproute_box *boxes;
	size_t box_count;
	struct maproute_line *lines;
	size_t line_count;
	int pitch;         /* from one vertical track to the next, in cells, at least 1 */
	int width, height; /* found: of the whole map */
};

/* Sets all members marked "found". The caller owns the arrays. */
void maproute_find(struct maproute *route);

#endif
