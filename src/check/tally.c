#include "check/tally.h"

void tally_release(struct tally *tally)
{
	map_release(&tally->voices);
	map_release(&tally->issuers);
	map_release(&tally->contexts);
}

size_t tally_count(const struct map *counts, uint64_t key)
{
	return (size_t)(uintptr_t)map_get(counts, key);
}

static void tally_add(struct map *counts, uint64_t key, int by)
{
	size_t count = tally_count(counts, key) + (size_t)by;

	if (count)
		map_set(counts, key, (void *)(uintptr_t)count);
	else
		map_remove(counts, key);
}

static void tally_change(struct tally *tally, const struct tally_share *share, int by)
{
	tally->failures += share->failure ? (size_t)by : 0;
	tally->noted += share->noted ? (size_t)by : 0;
	tally->voiced += share->voice ? (size_t)by : 0;
	tally->mirrored += share->mirrored ? (size_t)by : 0;
	if (share->voice)
		tally_add(&tally->voices, (uint64_t)share->voice, by);
	if (share->issued)
		tally_add(&tally->issuers, share->issuer, by);
	if (share->context)
		tally_add(&tally->contexts, (uint64_t)share->context, by);
}

void tally_put(struct tally *tally, const struct tally_share *share)
{
	tally_change(tally, share, 1);
}

void tally_take(struct tally *tally, const struct tally_share *share)
{
	tally_change(tally, share, -1);
}

uint64_t tally_most(const struct map *counts, size_t *count)
{
	const struct map_entry *entry;
	uint64_t key = 0;
	size_t at = 0;

	*count = 0;
	while ((entry = map_next(counts, &at))) {
		size_t here = (size_t)(uintptr_t)entry->value;

		if (here > *count || (here == *count && entry->key < key)) {
			*count = here;
			key = entry->key;
		}
	}
	return key;
}
