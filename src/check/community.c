#include "check/community.h"

#include <stdlib.h>

#include "base/mem.h"

#define COMMUNITY_SWEEPS_MOST 20   /* of one level; a few are enough */
#define COMMUNITY_GAIN_LEAST 1e-12 /* less is rounding */

struct community_end {
	size_t node;
	double weight;
};

/* The graph on one level. Its nodes are the groups of the level below. */
struct community_level {
	size_t count;
	double resolution, whole; /* twice the weight of all ties, including those inside nodes */
	size_t *first;            /* where the ends of each node begin in `ends`, and one more */
	struct community_end *ends;
	double *degree; /* of each node: its ties, and twice those inside it */
	double *inside; /* the weight of the ties inside each node */
	bool *fixed;
	size_t *group;  /* of each node */
	double *total;  /* of each group: the degrees of its nodes */
	double *toward; /* scratch: what ties one node to each group */
	size_t *met;    /* scratch: these groups */
};

void community_init(struct community *community)
{
	vec_init(&community->ties, sizeof(struct community_tie));
	vec_init(&community->fixed, sizeof(bool));
}

void community_release(struct community *community)
{
	vec_release(&community->ties);
	vec_release(&community->fixed);
}

size_t community_node(struct community *community, bool fixed)
{
	vec_add(&community->fixed, bool) = fixed;
	return community->fixed.count - 1;
}

void community_tie(struct community *community, size_t from, size_t to, double weight)
{
	if (from != to && weight > 0)
		vec_add(&community->ties, struct community_tie) = (struct community_tie){from, to, weight};
}

static const struct community_tie *community_at(const struct vec *ties, size_t at)
{
	return vec_at(ties, at);
}

static void community_level_init(struct community_level *level, size_t count, size_t ties, double resolution)
{
	*level = (struct community_level){.count = count, .resolution = resolution};
	level->first = mem_zalloc((count + 2) * sizeof(*level->first));
	level->ends = mem_zalloc((2 * ties + 1) * sizeof(*level->ends));
	level->degree = mem_zalloc((count + 1) * sizeof(*level->degree));
	level->inside = mem_zalloc((count + 1) * sizeof(*level->inside));
	level->total = mem_zalloc((count + 1) * sizeof(*level->total));
	level->toward = mem_zalloc((count + 1) * sizeof(*level->toward));
	level->fixed = mem_zalloc((count + 1) * sizeof(*level->fixed));
	level->group = mem_zalloc((count + 1) * sizeof(*level->group));
	level->met = mem_zalloc((count + 1) * sizeof(*level->met));
}

static void community_level_release(struct community_level *level)
{
	free(level->first);
	free(level->ends);
	free(level->degree);
	free(level->inside);
	free(level->total);
	free(level->toward);
	free(level->fixed);
	free(level->group);
	free(level->met);
}

/* Sorts the ends of TIES by node; `inside` and `fixed` are already set. Each node is then its own group. */
static void community_level_tie(struct community_level *level, const struct vec *ties)
{
	for (size_t i = 0; i < ties->count; i++) {
		level->first[community_at(ties, i)->from + 2]++;
		level->first[community_at(ties, i)->to + 2]++;
	}
	for (size_t node = 0; node < level->count; node++) {
		level->first[node + 1] += level->first[node];
		level->degree[node] = 2 * level->inside[node];
		level->group[node] = node;
	}
	if (level->count)
		level->first[level->count + 1] += level->first[level->count];
	for (size_t i = 0; i < ties->count; i++) {
		const struct community_tie *tie = community_at(ties, i);

		level->ends[level->first[tie->from + 1]++] = (struct community_end){tie->to, tie->weight};
		level->ends[level->first[tie->to + 1]++] = (struct community_end){tie->from, tie->weight};
		level->degree[tie->from] += tie->weight;
		level->degree[tie->to] += tie->weight;
	}
	for (size_t node = 0; node < level->count; node++) {
		level->total[node] = level->degree[node];
		level->whole += level->degree[node];
	}
}

/* What NODE, which is in no group, would gain by joining GROUP. */
static double community_gain(const struct community_level *level, size_t node, size_t group)
{
	return level->toward[group] - level->resolution * level->degree[node] * level->total[group] / level->whole;
}

/* Moves NODE to where it gains most; has it left its group? */
static bool community_move(struct community_level *level, size_t node)
{
	size_t count = 0, before = level->group[node], best = before;
	double gain;

	for (size_t at = level->first[node]; at < level->first[node + 1]; at++) {
		size_t group = level->group[level->ends[at].node];

		if (level->toward[group] == 0)
			level->met[count++] = group;
		level->toward[group] += level->ends[at].weight;
	}
	level->total[before] -= level->degree[node];
	gain = community_gain(level, node, before);
	for (size_t i = 0; i < count; i++) {
		double other = community_gain(level, node, level->met[i]);

		if (other > gain + COMMUNITY_GAIN_LEAST) {
			best = level->met[i];
			gain = other;
		}
	}
	for (size_t i = 0; i < count; i++)
		level->toward[level->met[i]] = 0;
	level->total[best] += level->degree[node];
	level->group[node] = best;
	return best != before;
}

/* Moves nodes until none gains anything; has any moved? */
static bool community_settle(struct community_level *level)
{
	bool any = false, moved = true;

	for (int sweep = 0; sweep < COMMUNITY_SWEEPS_MOST && moved; sweep++) {
		moved = false;
		for (size_t node = 0; node < level->count; node++)
			if (!level->fixed[node] && community_move(level, node))
				any = moved = true;
	}
	return any;
}

/* Numbers the groups by their first nodes; how many? */
static size_t community_number(struct community_level *level)
{
	size_t count = 0;

	for (size_t node = 0; node < level->count; node++)
		level->met[node] = level->count;
	for (size_t node = 0; node < level->count; node++) {
		size_t *number = &level->met[level->group[node]];

		if (*number == level->count)
			*number = count++;
		level->group[node] = *number;
	}
	return count;
}

/* Turns LEVEL, whose groups are numbered up to COUNT, into the level above, with TIES between its nodes. */
static void community_go_up(struct community_level *level, size_t count, struct vec *ties)
{
	struct community_level above;
	size_t kept = 0;

	community_level_init(&above, count, ties->count, level->resolution);
	for (size_t node = 0; node < level->count; node++) {
		above.inside[level->group[node]] += level->inside[node];
		above.fixed[level->group[node]] |= level->fixed[node];
	}
	for (size_t i = 0; i < ties->count; i++) {
		struct community_tie tie = *community_at(ties, i);

		tie.from = level->group[tie.from];
		tie.to = level->group[tie.to];
		if (tie.from == tie.to)
			above.inside[tie.from] += tie.weight;
		else
			vec_get(ties, struct community_tie, kept++) = tie;
	}
	ties->count = kept;
	community_level_tie(&above, ties);
	community_level_release(level);
	*level = above;
}

size_t community_find(const struct community *community, double resolution, size_t *groups)
{
	struct vec ties = VEC_INIT(struct community_tie);
	size_t nodes = community->fixed.count, count = nodes;
	struct community_level level;

	community_level_init(&level, nodes, community->ties.count, resolution);
	for (size_t i = 0; i < community->ties.count; i++)
		vec_add(&ties, struct community_tie) = *community_at(&community->ties, i);
	for (size_t node = 0; node < nodes; node++) {
		level.fixed[node] = vec_get(&community->fixed, bool, node);
		groups[node] = node;
	}
	community_level_tie(&level, &ties);
	while (ties.count && community_settle(&level)) {
		count = community_number(&level);
		for (size_t node = 0; node < nodes; node++)
			groups[node] = level.group[groups[node]];
		community_go_up(&level, count, &ties);
	}
	community_level_release(&level);
	vec_release(&ties);
	return count;
}
