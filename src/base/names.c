#include "base/names.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

struct names_entry {
	struct names_entry *next; /* with the same hash */
	int64_t number;
	char text[];
};

/* FNV-1a; the map mixes it further. */
static uint64_t names_hash(const char *text)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (; *text; text++)
		hash = (hash ^ (unsigned char)*text) * UINT64_C(0x100000001b3);
	return hash;
}

static struct names_entry *names_find(const struct names *names, uint64_t hash, const char *text)
{
	struct names_entry *entry = map_get(&names->map, hash);

	while (entry && strcmp(entry->text, text))
		entry = entry->next;
	return entry;
}

void names_release(struct names *names)
{
	struct map_entry *at;
	size_t cursor = 0;

	while ((at = map_next(&names->map, &cursor))) {
		struct names_entry *entry = at->value, *next;

		for (; entry; entry = next) {
			next = entry->next;
			free(entry);
		}
	}
	map_release(&names->map);
}

int64_t names_get(const struct names *names, const char *text)
{
	const struct names_entry *entry = names_find(names, names_hash(text), text);

	return entry ? entry->number : 0;
}

void names_set(struct names *names, const char *text, int64_t number)
{
	uint64_t hash = names_hash(text);
	struct names_entry *entry = names_find(names, hash, text);
	size_t bytes = strlen(text) + 1;

	if (!entry) {
		entry = mem_alloc(sizeof(*entry) + bytes);
		memcpy(entry->text, text, bytes);
		entry->next = map_get(&names->map, hash);
		map_set(&names->map, hash, entry);
	}
	entry->number = number;
}
