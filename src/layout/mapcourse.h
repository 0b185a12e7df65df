/*
 * mapcourse: how a line of a context map goes over the grid of its boxes, before it has places in cells.
 *
 * A line leads from its left end to its right end. It keeps the height of the left end up to a channel between
 * columns, turns there, goes on at another height, and turns in a later channel (or the same one) to the height
 * of its right end. In between it stays clear of boxes. A line between boxes of one column is a loop: out at the
 * right and in again there.
 *
 * Heights are those of the grid: row R is 2 * R, and the lane between the rows R - 1 and R is 2 * R - 1. Channel
 * C is the one left of column C. At one height lines can still be put in any order, so two courses cross only
 * where one is first above and then below the other: these are the crossings that have to be, and they are
 * counted as in layered drawings of graphs (Sugiyama, Tagawa, Toda 1981; Gansner, Koutsofios, North, Vo 1993),
 * with a line's heights between its ends for their virtual nodes.
 */
#ifndef LAYOUT_MAPCOURSE_H
#define LAYOUT_MAPCOURSE_H

#include <stdbool.h>
#include <stddef.h>

/* The slots of a map, by row * (columns + 2) + column. */
struct mapcourse_grid {
	int columns, rows; /* from 1 to these there may be boxes */
	bool *taken;       /* is there a box? */
};

struct mapcourse {
	int columns[2]; /* of its ends, the left one first; the same for a loop */
	int rows[2];    /* of its ends */
	int turns[2];   /* channels where it turns: columns[0] < turns[0] <= turns[1] <= columns[1], but for loops */
	int middle;     /* its height from the one to the other, when they are two */
};

bool mapcourse_is_loop(const struct mapcourse *course);

/* One stretch from box to box? */
bool mapcourse_is_straight(const struct mapcourse *course);

/* The course with few turns for the ends that COURSE has. */
void mapcourse_plain(struct mapcourse *course, const struct mapcourse_grid *grid);

/* How many times A and B cross at least. */
int mapcourse_crossings(const struct mapcourse *a, const struct mapcourse *b);

/* Which of two that are in COLUMN at the same height is the upper one there, so that they cross least: below 0
 * for A, above 0 for B, 0 when it is all the same. */
int mapcourse_compare(const struct mapcourse *a, const struct mapcourse *b, int column);

/* Takes COUNT plain courses and gives each in turn, the oldest first, the one of its courses with which it costs
 * least beside all others, until nothing is better. */
void mapcourse_untangle(struct mapcourse *courses, size_t count, const struct mapcourse_grid *grid);

#endif
