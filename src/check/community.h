/*
 * community: a graph whose nodes fall into groups that hold together.
 *
 * Groups are found by the method of Louvain: as long as it makes the modularity larger, nodes join the group of a
 * neighbour, then groups do. Modularity compares the ties inside a group with those that its nodes would have there
 * by chance, so that what is tied to everything draws nothing together. Nodes are asked in their order, so the same
 * graph always gives the same groups.
 */
#ifndef CHECK_COMMUNITY_H
#define CHECK_COMMUNITY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/vec.h"

struct community_tie {
	size_t from, to; /* never the same */
	double weight;   /* more than 0 */
};

struct community {
	struct vec ties;  /* of struct community_tie */
	struct vec fixed; /* of bool, for each node: two of these are never in one group */
};

void community_init(struct community *community);
void community_release(struct community *community);

/* A new node; its number, from 0. */
size_t community_node(struct community *community, bool fixed);

/* Ties two nodes, in no direction; several ties add up. One with itself, or without weight, is none. */
void community_tie(struct community *community, size_t from, size_t to, double weight);

/* Fills GROUPS, which has a place for each node, with the number of its group: from 0, in the order of their first
 * nodes. The larger RESOLUTION, the smaller the groups; 1 is the usual. Returns how many. */
size_t community_find(const struct community *community, double resolution, size_t *groups);

#endif
