/*
 * maptrack: the order of the vertical stretches of lines in a channel of a context map.
 *
 * The order aims at few crossings. Some stretches must be left of others, because their lines share a row
 * of cells, one up to its turn, the other from its turn on. There are as few tracks as the order allows:
 * stretches that do not overlap may share a track.
 */
#ifndef LAYOUT_MAPTRACK_H
#define LAYOUT_MAPTRACK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"

/* A vertical stretch. */
struct maptrack {
	size_t line;   /* different for all stretches in a channel */
	int ends[2];   /* rows, the upper one first */
	bool right[2]; /* does the line go on to the right at that end, rather than to the left? */
	int *track;    /* found: set to its track, from 0 */
};

/* The stretch of line LEFT must be left of that of line RIGHT. */
struct maptrack_rule {
	int channel;
	size_t left, right;
};

/* Do RULES (of struct maptrack_rule) allow line LEFT to be left of line RIGHT in CHANNEL? */
bool maptrack_may(const struct vec *rules, int channel, size_t left, size_t right);

/* Assigns tracks in CHANNEL to LIST (of struct maptrack), which it sorts; returns the number of tracks. */
int maptrack_settle(struct vec *list, const struct vec *rules, int channel);

#endif
