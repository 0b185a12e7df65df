#include "check/flow_counts.h"

#include <stdlib.h>

#include "base/mem.h"

void flow_counts_reset(struct flow_counts *counts)
{
	struct map_entry *from, *to;
	size_t at = 0;

	while ((from = map_next(&counts->sources, &at))) {
		size_t inner = 0;

		while ((to = map_next(from->value, &inner)))
			free(to->value);
		map_release(from->value);
		free(from->value);
	}
	map_reset(&counts->sources);
}

void flow_counts_release(struct flow_counts *counts)
{
	flow_counts_reset(counts);
	map_release(&counts->sources);
}

/* The value of KEY in MAP; if there is none, a new one of SIZE bytes, all 0. */
static void *flow_counts_entry(struct map *map, int64_t key, size_t size)
{
	void *value = map_get(map, (uint64_t)key);

	if (!value) {
		value = mem_zalloc(size);
		map_set(map, (uint64_t)key, value);
	}
	return value;
}

void flow_counts_add(struct flow_counts *counts, const struct flow *flow)
{
	struct map *targets = flow_counts_entry(&counts->sources, flow->from, sizeof(*targets));
	struct flow_count *count = flow_counts_entry(targets, flow->to, sizeof(*count));

	count->flows++;
	count->seen += flow->seen;
	count->asks += flow->asks;
}

const struct flow_count *flow_counts_between(const struct flow_counts *counts, int64_t from, int64_t to)
{
	const struct map *targets = map_get(&counts->sources, (uint64_t)from);

	return targets ? map_get(targets, (uint64_t)to) : NULL;
}
