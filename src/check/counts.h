/*
 * counts: what is counted over a whole board for the checks that look at all of it.
 */
#ifndef CHECK_COUNTS_H
#define CHECK_COUNTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/map.h"

struct counts {
	size_t failures;     /* events that tell of failure */
	size_t noted;        /* aggregates with a note: somebody wrote down what must be true */
	size_t voiced;       /* events with an author */
	size_t mirrored;     /* commands that their event repeats */
	struct map voices;   /* id of a person -> how many events they wrote, as a pointer */
	struct map issuers;  /* id of the first actor of a name (duplicates.h) -> how many commands */
	struct map contexts; /* id of a context -> how many stickies */
};

void counts_release(struct counts *counts);

/* Sets all to nothing. */
void counts_reset(struct counts *counts);

/* Counts one more for KEY in MAP, one of the maps above. */
void counts_add(struct map *map, uint64_t key);

/* How many MAP has for KEY; the key with the highest count, which is in *COUNT; of several the
 * lowest. *COUNT is 0 when there is none. */
size_t counts_of(const struct map *map, uint64_t key);
uint64_t counts_most(const struct map *map, size_t *count);

#endif
