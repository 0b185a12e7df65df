/*
 * community: finds the groups of a graph whose nodes are closely tied.
 *
 * It uses the Louvain method: nodes, then groups, join the group of a neighbour as long as that raises the modularity.
 * Modularity compares the ties inside a group with those expected by chance, so a node that is tied to everything
 * pulls nothing together. Nodes are visited in order, so the same graph always gives the same groups.
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
	struct vec fixed; /* of bool, for each node: two fixed nodes never share a group */
};

void community_init(struct community *community);
void community_release(struct community *community);

/* Adds a node; returns its number, from 0. */
size_t community_node(struct community *community, bool fixed);

/* Ties two nodes, without direction; the weights of several ties add up. Ties of a node to itself or without weight
 * are ignored. */
void community_tie(struct community *community, size_t from, size_t to, double weight);

/* Fills GROUPS, an array with one place per node, with group numbers: from 0, in the order of their first nodes. The
 * larger RESOLUTION, the smaller the groups; 1 is usual. Returns the number of groups. */
size_t community_find(const struct community *community, double resolution, size_t *groups);

#endif
