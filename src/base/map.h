/*
 * map: from a 64-bit key to a pointer.
 *
 * Open addressing with linear probing. Removing an entry moves its followers back, so there are no
 * tombstones, and lookups stay short however often entries come and go. Keys are mixed, so ids chosen
 * by an attacker cannot pile up in one place by being close together.
 */
#ifndef BASE_MAP_H
#define BASE_MAP_H

#include <stddef.h>
#include <stdint.h>

struct map_entry {
	uint64_t key;
	void *value; /* NULL marks a free place */
};

struct map {
	struct map_entry *entries;
	size_t count;    /* entries in use */
	size_t capacity; /* places, a power of two, or 0 */
};

#define MAP_INIT  \
	{         \
		0 \
	}

/* Frees the map, not what it points to. */
void map_release(struct map *map);

/* Removes all entries but keeps the memory. */
void map_reset(struct map *map);

/* The value of KEY, or NULL. */
void *map_get(const struct map *map, uint64_t key);

/* Makes room for COUNT entries in all. */
void map_reserve(struct map *map, size_t count);

/* Sets KEY to VALUE, which is not NULL; replaces an earlier value. */
void map_set(struct map *map, uint64_t key, void *value);

/* Removes KEY and returns its value, or NULL. */
void *map_remove(struct map *map, uint64_t key);

/* Walks all entries in no particular order: start with *AT = 0; NULL at the end. Do not change the map meanwhile. */
struct map_entry *map_next(const struct map *map, size_t *at);

#endif
