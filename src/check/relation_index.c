#include "check/relation_index.h"

#include <stdlib.h>
#include <string.h>

#include "check/pattern.h"

#define RELATION_INDEX_BIT(at) (UINT64_C(1) << (at))

void relation_index_init(struct relation_index *index)
{
	memset(index, 0, sizeof(*index));
	vec_init(&index->edges, sizeof(struct relation_index_edge));
}

void relation_index_release(struct relation_index *index)
{
	vec_release(&index->edges);
	map_release(&index->related);
}

static int relation_index_order(int64_t left, int64_t right)
{
	return (left > right) - (left < right);
}

static int relation_index_compare(const void *a, const void *b)
{
	const struct relation_index_edge *left = a, *right = b;
	int order = relation_index_order(left->source, right->source);

	if (!order)
		order = relation_index_order(left->target, right->target);
	return order ? order : relation_index_order(left->relation, right->relation);
}

/* The place of CONTEXT in `callers`, or the count. */
static size_t relation_index_place(const struct relation_index *index, int64_t context)
{
	size_t at = 0;

	while (at < index->count && index->callers[at] != context)
		at++;
	return at;
}

/* Adds CONTEXT to `callers`, in the order of ids; false if there is no room. */
static bool relation_index_enter(struct relation_index *index, int64_t context)
{
	size_t at = 0;

	while (at < index->count && index->callers[at] < context)
		at++;
	if (at < index->count && index->callers[at] == context)
		return true;
	if (index->count == RELATION_INDEX_CALLERS_MOST)
		return false;
	memmove(index->callers + at + 1, index->callers + at, (index->count - at) * sizeof(*index->callers));
	index->callers[at] = context;
	index->count++;
	return true;
}

static void relation_index_read_calls(struct relation_index *index)
{
	const struct relation_index_edge *edges = index->edges.items;

	index->count = 0;
	for (size_t i = 0; i < index->edges.count; i++) {
		if (edges[i].style != RELATION_SYNC)
			continue;
		if (!relation_index_enter(index, edges[i].source) || !relation_index_enter(index, edges[i].target)) {
			index->count = 0;
			return;
		}
	}
	memset(index->called, 0, sizeof(index->called));
	for (size_t i = 0; i < index->edges.count; i++)
		if (edges[i].style == RELATION_SYNC)
			index->called[relation_index_place(index, edges[i].source)] |=
				RELATION_INDEX_BIT(relation_index_place(index, edges[i].target));
}

/* Two related contexts, in any order. */
struct relation_index_pair {
	int64_t low, high;
};

static int relation_index_compare_pairs(const void *a, const void *b)
{
	const struct relation_index_pair *left = a, *right = b;
	int order = relation_index_order(left->low, right->low);

	return order ? order : relation_index_order(left->high, right->high);
}

static void relation_index_read_pairs(struct relation_index *index, const struct board *board)
{
	struct vec pairs = VEC_INIT(struct relation_index_pair);
	const struct relation *relation;
	size_t at = 0;

	while ((relation = board_next(board, ENTITY_RELATION, &at))) {
		bool ahead = relation->source < relation->target;

		if (!pattern_is_separate(relation) && relation->source != relation->target)
			vec_add(&pairs, struct relation_index_pair) =
				(struct relation_index_pair){ahead ? relation->source : relation->target,
					ahead ? relation->target : relation->source};
	}
	if (pairs.count)
		qsort(pairs.items, pairs.count, sizeof(struct relation_index_pair), relation_index_compare_pairs);
	index->pairs = 0;
	for (size_t i = 0; i < pairs.count; i++)
		index->pairs += !i || relation_index_compare_pairs(vec_at(&pairs, i), vec_at(&pairs, i - 1));
	vec_release(&pairs);
}

void relation_index_read(struct relation_index *index, const struct board *board)
{
	const struct relation *relation;
	size_t at = 0;

	vec_reset(&index->edges);
	map_release(&index->related);
	index->related = (struct map)MAP_INIT;
	while ((relation = board_next(board, ENTITY_RELATION, &at))) {
		vec_add(&index->edges, struct relation_index_edge) =
			(struct relation_index_edge){relation->source, relation->target, relation->style, relation->id};
		map_set(&index->related, (uint64_t)relation->source, index);
		map_set(&index->related, (uint64_t)relation->target, index);
	}
	if (index->edges.count)
		qsort(index->edges.items, index->edges.count, sizeof(struct relation_index_edge),
			relation_index_compare);
	relation_index_read_calls(index);
	relation_index_read_pairs(index, board);
}

/* The first edge from SOURCE to TARGET, or the edge that would follow it. */
static size_t relation_index_find(const struct relation_index *index, int64_t source, int64_t target)
{
	const struct relation_index_edge wanted = {.source = source, .target = target};
	size_t low = 0, high = index->edges.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (relation_index_compare(vec_at(&index->edges, middle), &wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static const struct relation_index_edge *relation_index_edge(
	const struct relation_index *index, size_t at, int64_t source, int64_t target)
{
	const struct relation_index_edge *edge = at < index->edges.count ? vec_at(&index->edges, at) : NULL;

	return edge && edge->source == source && edge->target == target ? edge : NULL;
}

/* Is there a relation from SOURCE to TARGET, in any style? */
static bool relation_index_relates(const struct relation_index *index, int64_t source, int64_t target)
{
	return relation_index_edge(index, relation_index_find(index, source, target), source, target);
}

int64_t relation_index_relation(
	const struct relation_index *index, int64_t source, int64_t target, enum relation_style style)
{
	const struct relation_index_edge *edge;

	for (size_t at = relation_index_find(index, source, target);
		(edge = relation_index_edge(index, at, source, target)); at++)
		if (edge->style == (int)style)
			return edge->relation;
	return 0;
}

bool relation_index_covers(const struct relation_index *index, int64_t from, int64_t to)
{
	return relation_index_relates(index, from, to) || relation_index_relation(index, to, from, RELATION_SYNC);
}

bool relation_index_is_related(const struct relation_index *index, int64_t context)
{
	return map_get(&index->related, (uint64_t)context);
}

/* Finds the shortest way from FROM to TO by at least two calls, through places above FROM only. Fills PATH with its
 * places and returns how many, 0 for none. */
static size_t relation_index_way(const struct relation_index *index, size_t from, size_t to, size_t *path)
{
	size_t queue[RELATION_INDEX_CALLERS_MOST] = {from}, before[RELATION_INDEX_CALLERS_MOST] = {0};
	uint64_t met = RELATION_INDEX_BIT(from) | (RELATION_INDEX_BIT(from) - 1);
	size_t count = 1, len = 0;

	for (size_t at = 0; at < count; at++) {
		uint64_t next = index->called[queue[at]] & ~met;

		if (queue[at] == from)
			next &= ~RELATION_INDEX_BIT(to);
		for (; next; next &= next - 1) {
			size_t place = (size_t)__builtin_ctzll(next);

			before[place] = queue[at];
			met |= RELATION_INDEX_BIT(place);
			queue[count++] = place;
		}
	}
	if (!(met & RELATION_INDEX_BIT(to)))
		return 0;
	for (size_t at = to; at != from; at = before[at])
		len++;
	for (size_t at = to, left = len; left; at = before[at])
		path[left--] = at;
	path[0] = from;
	return len + 1;
}

static void relation_index_name(
	const struct relation_index *index, const size_t *places, size_t count, struct relation_index_path *path)
{
	path->count = count;
	for (size_t i = 0; i < count; i++)
		path->contexts[i] = index->callers[places[i]];
}

bool relation_index_ring(const struct relation_index *index, int64_t context, struct relation_index_path *path)
{
	size_t from = relation_index_place(index, context), best = 0;
	size_t places[RELATION_INDEX_CALLERS_MOST];

	for (size_t to = from + 1; to < index->count; to++) {
		size_t count = 0;

		if (index->called[to] & RELATION_INDEX_BIT(from))
			count = relation_index_way(index, from, to, places);
		if (!count || (best && count >= best))
			continue;
		best = count;
		relation_index_name(index, places, count, path);
	}
	return best;
}

/* The chains from each place, as far as known. */
struct relation_index_chains {
	const struct relation_index *index;
	bool done[RELATION_INDEX_CALLERS_MOST];
	size_t calls[RELATION_INDEX_CALLERS_MOST]; /* of the longest */
	size_t next[RELATION_INDEX_CALLERS_MOST];  /* where it continues */
};

/* Follows the calls from AT, without entering the places on the way there, ABOVE, again. */
static size_t relation_index_follow(struct relation_index_chains *chains, size_t at, uint64_t above)
{
	uint64_t next;

	above |= RELATION_INDEX_BIT(at);
	for (next = chains->index->called[at] & ~above; next; next &= next - 1) {
		size_t place = (size_t)__builtin_ctzll(next), calls;

		calls = 1 + (chains->done[place] ? chains->calls[place] : relation_index_follow(chains, place, above));
		if (calls <= chains->calls[at])
			continue;
		chains->calls[at] = calls;
		chains->next[at] = place;
	}
	chains->done[at] = true;
	return chains->calls[at];
}

bool relation_index_chain(const struct relation_index *index, int64_t context, struct relation_index_path *path)
{
	size_t from = relation_index_place(index, context), places[RELATION_INDEX_CALLERS_MOST], count = 0;
	struct relation_index_chains chains = {.index = index};

	for (size_t i = 0; i < index->count; i++)
		if (from < index->count && index->called[i] & RELATION_INDEX_BIT(from))
			return false;
	if (from == index->count || !relation_index_follow(&chains, from, 0))
		return false;
	for (size_t at = from, left = chains.calls[from]; left; at = chains.next[at], left--)
		places[count++] = at;
	places[count] = chains.next[places[count - 1]];
	relation_index_name(index, places, count + 1, path);
	return true;
}
