#include "check/atlas.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check/pattern.h"

#define ATLAS_BIT(at) (UINT64_C(1) << (at))

void atlas_init(struct atlas *atlas)
{
	memset(atlas, 0, sizeof(*atlas));
	vec_init(&atlas->edges, sizeof(struct atlas_edge));
}

void atlas_release(struct atlas *atlas)
{
	vec_release(&atlas->edges);
	map_release(&atlas->related);
}

static int atlas_order(int64_t left, int64_t right)
{
	return (left > right) - (left < right);
}

static int atlas_compare(const void *a, const void *b)
{
	const struct atlas_edge *left = a, *right = b;
	int order = atlas_order(left->source, right->source);

	if (!order)
		order = atlas_order(left->target, right->target);
	return order ? order : atlas_order(left->relation, right->relation);
}

/* The place of CONTEXT in `callers`, or the count. */
static size_t atlas_place(const struct atlas *atlas, int64_t context)
{
	size_t at = 0;

	while (at < atlas->count && atlas->callers[at] != context)
		at++;
	return at;
}

/* Puts CONTEXT into `callers`, in the order of ids; false when there is no room. */
static bool atlas_enter(struct atlas *atlas, int64_t context)
{
	size_t at = 0;

	while (at < atlas->count && atlas->callers[at] < context)
		at++;
	if (at < atlas->count && atlas->callers[at] == context)
		return true;
	if (atlas->count == ATLAS_CALLERS_MOST)
		return false;
	memmove(atlas->callers + at + 1, atlas->callers + at,
		(atlas->count - at) * sizeof(*atlas->callers));
	atlas->callers[at] = context;
	atlas->count++;
	return true;
}

static void atlas_read_calls(struct atlas *atlas)
{
	const struct atlas_edge *edges = atlas->edges.items;

	atlas->count = 0;
	for (size_t i = 0; i < atlas->edges.count; i++) {
		if (edges[i].style != RELATION_SYNC)
			continue;
		if (!atlas_enter(atlas, edges[i].source) || !atlas_enter(atlas, edges[i].target)) {
			atlas->count = 0;
			return;
		}
	}
	memset(atlas->called, 0, sizeof(atlas->called));
	for (size_t i = 0; i < atlas->edges.count; i++)
		if (edges[i].style == RELATION_SYNC)
			atlas->called[atlas_place(atlas, edges[i].source)] |=
				ATLAS_BIT(atlas_place(atlas, edges[i].target));
}

/* Two contexts, in whichever order, that are related. */
struct atlas_pair {
	int64_t low, high;
};

static int atlas_compare_pairs(const void *a, const void *b)
{
	const struct atlas_pair *left = a, *right = b;
	int order = atlas_order(left->low, right->low);

	return order ? order : atlas_order(left->high, right->high);
}

static void atlas_read_pairs(struct atlas *atlas, const struct board *board)
{
	struct vec pairs = VEC_INIT(struct atlas_pair);
	const struct relation *relation;
	size_t at = 0;

	while ((relation = board_next(board, ENTITY_RELATION, &at))) {
		bool ahead = relation->source < relation->target;

		if (!pattern_is_separate(relation) && relation->source != relation->target)
			*(struct atlas_pair *)vec_push(&pairs) = (struct atlas_pair){
				ahead ? relation->source : relation->target,
				ahead ? relation->target : relation->source};
	}
	if (pairs.count)
		qsort(pairs.items, pairs.count, sizeof(struct atlas_pair), atlas_compare_pairs);
	atlas->pairs = 0;
	for (size_t i = 0; i < pairs.count; i++)
		atlas->pairs += !i ||
				atlas_compare_pairs(vec_at(&pairs, i), vec_at(&pairs, i - 1));
	vec_release(&pairs);
}

void atlas_read(struct atlas *atlas, const struct board *board)
{
	const struct relation *relation;
	size_t at = 0;

	vec_reset(&atlas->edges);
	map_release(&atlas->related);
	atlas->related = (struct map)MAP_INIT;
	while ((relation = board_next(board, ENTITY_RELATION, &at))) {
		*(struct atlas_edge *)vec_push(&atlas->edges) = (struct atlas_edge){
			relation->source, relation->target, relation->style, relation->id};
		map_set(&atlas->related, (uint64_t)relation->source, atlas);
		map_set(&atlas->related, (uint64_t)relation->target, atlas);
	}
	if (atlas->edges.count)
		qsort(atlas->edges.items, atlas->edges.count, sizeof(struct atlas_edge),
			atlas_compare);
	atlas_read_calls(atlas);
	atlas_read_pairs(atlas, board);
}

/* The first edge from SOURCE to TARGET, or what would come behind it. */
static size_t atlas_find(const struct atlas *atlas, int64_t source, int64_t target)
{
	const struct atlas_edge wanted = {.source = source, .target = target};
	size_t low = 0, high = atlas->edges.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (atlas_compare(vec_at(&atlas->edges, middle), &wanted) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static const struct atlas_edge *atlas_edge(const struct atlas *atlas, size_t at, int64_t source,
	int64_t target)
{
	const struct atlas_edge *edge =
		at < atlas->edges.count ? vec_at(&atlas->edges, at) : NULL;

	return edge && edge->source == source && edge->target == target ? edge : NULL;
}

bool atlas_relates(const struct atlas *atlas, int64_t source, int64_t target)
{
	return atlas_edge(atlas, atlas_find(atlas, source, target), source, target);
}

int64_t atlas_relation(const struct atlas *atlas, int64_t source, int64_t target,
	enum relation_style style)
{
	const struct atlas_edge *edge;

	for (size_t at = atlas_find(atlas, source, target);
		(edge = atlas_edge(atlas, at, source, target)); at++)
		if (edge->style == (int)style)
			return edge->relation;
	return 0;
}

bool atlas_covers(const struct atlas *atlas, int64_t from, int64_t to)
{
	return atlas_relates(atlas, from, to) || atlas_relation(atlas, to, from, RELATION_SYNC);
}

bool atlas_is_related(const struct atlas *atlas, int64_t context)
{
	return map_get(&atlas->related, (uint64_t)context);
}

/* The shortest way from FROM to TO by at least two calls, through places above FROM; its places in
 * PATH, and how many these are, 0 for none. */
static size_t atlas_way(const struct atlas *atlas, size_t from, size_t to, size_t *path)
{
	size_t queue[ATLAS_CALLERS_MOST] = {from}, before[ATLAS_CALLERS_MOST] = {0};
	uint64_t met = ATLAS_BIT(from) | (ATLAS_BIT(from) - 1);
	size_t count = 1, len = 0;

	for (size_t at = 0; at < count; at++) {
		uint64_t next = atlas->called[queue[at]] & ~met;

		if (queue[at] == from)
			next &= ~ATLAS_BIT(to);
		for (; next; next &= next - 1) {
			size_t place = (size_t)__builtin_ctzll(next);

			before[place] = queue[at];
			met |= ATLAS_BIT(place);
			queue[count++] = place;
		}
	}
	if (!(met & ATLAS_BIT(to)))
		return 0;
	for (size_t at = to; at != from; at = before[at])
		len++;
	for (size_t at = to, left = len; left; at = before[at])
		path[left--] = at;
	path[0] = from;
	return len + 1;
}

static void atlas_name(const struct atlas *atlas, const size_t *places, size_t count,
	struct atlas_path *path)
{
	path->count = count;
	for (size_t i = 0; i < count; i++)
		path->contexts[i] = atlas->callers[places[i]];
}

bool atlas_ring(const struct atlas *atlas, int64_t context, struct atlas_path *path)
{
	size_t from = atlas_place(atlas, context), best = 0;
	size_t places[ATLAS_CALLERS_MOST];

	for (size_t to = from + 1; to < atlas->count; to++) {
		size_t count = 0;

		if (atlas->called[to] & ATLAS_BIT(from))
			count = atlas_way(atlas, from, to, places);
		if (!count || (best && count >= best))
			continue;
		best = count;
		atlas_name(atlas, places, count, path);
	}
	return best;
}

/* What is known of the chains from each place. */
struct atlas_chains {
	const struct atlas *atlas;
	bool done[ATLAS_CALLERS_MOST];
	size_t calls[ATLAS_CALLERS_MOST]; /* of the longest */
	size_t next[ATLAS_CALLERS_MOST];  /* where it goes on */
};

/* Follows the calls from AT. What lies on the way there, ABOVE, is not gone to again. */
static size_t atlas_follow(struct atlas_chains *chains, size_t at, uint64_t above)
{
	uint64_t next;

	above |= ATLAS_BIT(at);
	for (next = chains->atlas->called[at] & ~above; next; next &= next - 1) {
		size_t place = (size_t)__builtin_ctzll(next), calls;

		calls = 1 + (chains->done[place] ? chains->calls[place]
						 : atlas_follow(chains, place, above));
		if (calls <= chains->calls[at])
			continue;
		chains->calls[at] = calls;
		chains->next[at] = place;
	}
	chains->done[at] = true;
	return chains->calls[at];
}

bool atlas_chain(const struct atlas *atlas, int64_t context, struct atlas_path *path)
{
	size_t from = atlas_place(atlas, context), places[ATLAS_CALLERS_MOST], count = 0;
	struct atlas_chains chains = {.atlas = atlas};

	for (size_t i = 0; i < atlas->count; i++)
		if (from < atlas->count && atlas->called[i] & ATLAS_BIT(from))
			return false;
	if (from == atlas->count || !atlas_follow(&chains, from, 0))
		return false;
	for (size_t at = from, left = chains.calls[from]; left; at = chains.next[at], left--)
		places[count++] = at;
	places[count] = chains.next[places[count - 1]];
	atlas_name(atlas, places, count + 1, path);
	return true;
}
