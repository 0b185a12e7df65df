#include "base/map.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#ifndef MAP_FIRST_CAPACITY
#define MAP_FIRST_CAPACITY 16
#endif

/* The finaliser of splitmix64 (Steele, Lea, Flood 2014): every bit of the key affects every bit of the result. */
static uint64_t map_mix(uint64_t key)
{
	key = (key ^ (key >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	key = (key ^ (key >> 27)) * UINT64_C(0x94d049bb133111eb);
	return key ^ (key >> 31);
}

/* Keys that differ only in their last three bits stay side by side, in one or two cache lines: ids are consecutive,
 * and so are the rows of a column. */
static size_t map_home(const struct map *map, uint64_t key)
{
	return (size_t)(map_mix(key >> 3) << 3 | (key & 7)) & (map->capacity - 1);
}

/* The place of KEY, or the free place where it would go. Needs a capacity. */
static size_t map_find(const struct map *map, uint64_t key)
{
	size_t at = map_home(map, key);

	while (map->entries[at].value && map->entries[at].key != key)
		at = (at + 1) & (map->capacity - 1);
	return at;
}

/* Rehashes into CAPACITY places, a power of two with room for all entries. */
static void map_move(struct map *map, size_t capacity)
{
	struct map old = *map;
	size_t at = 0;
	struct map_entry *entry;

	map->capacity = capacity;
	map->entries = mem_zalloc(map->capacity * sizeof(*map->entries));
	while ((entry = map_next(&old, &at)))
		map->entries[map_find(map, entry->key)] = *entry;
	free(old.entries);
}

void map_release(struct map *map)
{
	free(map->entries);
	memset(map, 0, sizeof(*map));
}

void map_reset(struct map *map)
{
	if (map->capacity)
		memset(map->entries, 0, map->capacity * sizeof(*map->entries));
	map->count = 0;
}

void *map_get(const struct map *map, uint64_t key)
{
	return map->capacity ? map->entries[map_find(map, key)].value : NULL;
}

void map_reserve(struct map *map, size_t count)
{
	size_t capacity = map->capacity ? map->capacity : MAP_FIRST_CAPACITY;

	while (count * 4 > capacity * 3)
		capacity *= 2;
	if (capacity != map->capacity)
		map_move(map, capacity);
}

void map_set(struct map *map, uint64_t key, void *value)
{
	size_t at;

	if (!value)
		BUG("a map cannot hold NULL");
	map_reserve(map, map->count + 1);
	at = map_find(map, key);
	if (!map->entries[at].value)
		map->count++;
	map->entries[at].key = key;
	map->entries[at].value = value;
}

void *map_remove(struct map *map, uint64_t key)
{
	size_t hole, at, mask = map->capacity - 1;
	void *value;

	if (!map->capacity)
		return NULL;
	hole = map_find(map, key);
	value = map->entries[hole].value;
	if (!value)
		return NULL;
	for (at = (hole + 1) & mask; map->entries[at].value; at = (at + 1) & mask) {
		size_t home = map_home(map, map->entries[at].key);

		if (((at - home) & mask) < ((at - hole) & mask))
			continue; /* an entry must not move before its home */
		map->entries[hole] = map->entries[at];
		hole = at;
	}
	map->entries[hole].value = NULL;
	map->count--;
	return value;
}

struct map_entry *map_next(const struct map *map, size_t *at)
{
	while (*at < map->capacity) {
		struct map_entry *entry = &map->entries[(*at)++];

		if (entry->value)
			return entry;
	}
	return NULL;
}
