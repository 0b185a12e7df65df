/*
 * mapcourse: the course of a line over the grid of boxes of a context map, before it has coordinates in cells.
 *
 * A line runs from its left end to its right end. It stays at the height of its left end up to a channel between
 * columns, turns there, continues at another height, and turns in a later channel (or the same one) to the height
 * of its right end. In between it avoids boxes. A line between boxes of one column is a loop, which leaves and
 * arrives on their right.
 *
 * Heights are those of the grid: row R is 2 * R, and the lane between rows R - 1 and R is 2 * R - 1. Channel C is
 * left of column C. Lines at one height can still be put in any order, so two courses must cross only where one is
 * above the other first and below it later. These unavoidable crossings are counted as in layered drawings of graphs
 * (Sugiyama, Tagawa, Toda 1981; Gansner, Koutsofios, North, Vo 1993), with the heights of a line between its ends in
 * the role of virtual nodes.
 */
#ifndef LAYOUT_MAPCOURSE_H
#define LAYOUT_MAPCOURSE_H

#include <stdbool.h>
#include <stddef.h>

/* The slots of a map, by row * (columns + 2) + column. */
struct mapcourse_grid {
	int columns, rows; /* boxes are in columns and rows from 1 to these */
	bool *taken;       /* for each slot: is there a box? */
};

struct mapcourse {
	int columns[2]; /* of its ends, the left one first; the same for a loop */
	int rows[2];    /* of its ends */
	int turns[2];   /* channels where it turns: columns[0] < turns[0] <= turns[1] <= columns[1], except for loops */
	int middle;     /* its height between the two turns, if they differ */
};

bool mapcourse_is_loop(const struct mapcourse *course);

/* Has it no turns? */
bool mapcourse_is_straight(const struct mapcourse *course);

/* Sets COURSE to a course with few turns between its ends. */
void mapcourse_plain(struct mapcourse *course, const struct mapcourse_grid *grid);

/* How often A and B must cross. */
int mapcourse_crossings(const struct mapcourse *a, const struct mapcourse *b);

/* Which of two courses at the same height in COLUMN should be above the other, so that they cross least: below 0
 * means A, above 0 means B, 0 either. */
int mapcourse_compare(const struct mapcourse *a, const struct mapcourse *b, int column);

/* Improves COUNT courses from mapcourse_plain(): gives each in turn, the oldest first, its cheapest course given all
 * others, until none improves. */
void mapcourse_untangle(struct mapcourse *courses, size_t count, const struct mapcourse_grid *grid);

#endif
