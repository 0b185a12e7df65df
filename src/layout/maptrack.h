/*
 * maptrack: in which order the upright stretches of lines stand side by side in a channel of a context map.
 *
 * The order is one with few crossings; some stretches have to stand left of others, because their lines share a
 * row of cells, one up to its turn and the other from its turn on. Then the tracks are as few as the order allows:
 * stretches that do not overlap may share one.
 */
#ifndef LAYOUT_MAPTRACK_H
#define LAYOUT_MAPTRACK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"

/* An upright stretch. */
struct maptrack {
	size_t line;   /* no two in one channel are of the same line */
	int ends[2];   /* rows, the upper one first */
	bool right[2]; /* does the line go on to the right there, or to the left? */
	int *track;    /* found: where the answer belongs, from 0 */
};

/* That the stretch of line LEFT has to stand left of that of line RIGHT. */
struct maptrack_rule {
	int channel;
	size_t left, right;
};

/* Does what RULES (of struct maptrack_rule) say of CHANNEL leave open that LEFT stands left of RIGHT? */
bool maptrack_may(const struct vec *rules, int channel, size_t left, size_t right);

/* Finds the tracks of LIST (of struct maptrack) in CHANNEL; returns how many there are. */
int maptrack_settle(struct vec *list, const struct vec *rules, int channel);

#endif
