#include "check/counts.h"

void counts_release(struct counts *counts)
{
	map_release(&counts->voices);
	map_release(&counts->issuers);
	map_release(&counts->contexts);
}

void counts_reset(struct counts *counts)
{
	counts->failures = counts->noted = counts->voiced = counts->mirrored = 0;
	map_reset(&counts->voices);
	map_reset(&counts->issuers);
	map_reset(&counts->contexts);
}

void counts_add(struct map *map, uint64_t key)
{
	map_set(map, key, (void *)(uintptr_t)(counts_of(map, key) + 1));
}

size_t counts_of(const struct map *map, uint64_t key)
{
	return (size_t)(uintptr_t)map_get(map, key);
}

uint64_t counts_most(const struct map *map, size_t *count)
{
	const struct map_entry *entry;
	uint64_t key = 0;
	size_t at = 0;

	*count = 0;
	while ((entry = map_next(map, &at))) {
		size_t here = (size_t)(uintptr_t)entry->value;

		if (here > *count || (here == *count && entry->key < key)) {
			*count = here;
			key = entry->key;
		}
	}
	return key;
}
