#include "check/traffic.h"

#include <stdlib.h>

#include "base/mem.h"

void traffic_release(struct traffic *traffic)
{
	struct map_entry *from, *to;
	size_t at = 0;

	while ((from = map_next(&traffic->roads, &at))) {
		size_t inner = 0;

		while ((to = map_next(from->value, &inner)))
			free(to->value);
		map_release(from->value);
		free(from->value);
	}
	map_release(&traffic->roads);
}

void traffic_put(struct traffic *traffic, const struct flow *flow)
{
	struct map *targets = map_get(&traffic->roads, (uint64_t)flow->from);
	struct traffic_road *road;

	if (!targets) {
		targets = mem_zalloc(sizeof(*targets));
		map_set(&traffic->roads, (uint64_t)flow->from, targets);
	}
	road = map_get(targets, (uint64_t)flow->to);
	if (!road) {
		road = mem_zalloc(sizeof(*road));
		map_set(targets, (uint64_t)flow->to, road);
	}
	road->flows++;
	road->seen += flow->seen;
}

void traffic_take(struct traffic *traffic, const struct flow *flow)
{
	struct map *targets = map_get(&traffic->roads, (uint64_t)flow->from);
	struct traffic_road *road = targets ? map_get(targets, (uint64_t)flow->to) : NULL;

	if (!road)
		BUG("no flow leads from context %lld to %lld", (long long)flow->from,
			(long long)flow->to);
	road->seen -= flow->seen;
	if (--road->flows)
		return;
	free(map_remove(targets, (uint64_t)flow->to));
	if (targets->count)
		return;
	map_remove(&traffic->roads, (uint64_t)flow->from);
	map_release(targets);
	free(targets);
}

const struct traffic_road *traffic_road(const struct traffic *traffic, int64_t from, int64_t to)
{
	const struct map *targets = map_get(&traffic->roads, (uint64_t)from);

	return targets ? map_get(targets, (uint64_t)to) : NULL;
}
