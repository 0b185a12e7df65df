/*
 * counts: counts over a whole board, for the checks of the board as a whole.
 */
#ifndef CHECK_COUNTS_H
#define CHECK_COUNTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/map.h"

struct counts {
	size_t failures;     /* events about failure */
	size_t noted;        /* aggregates with a note, where their invariants are written down */
	size_t voiced;       /* events with an author */
	size_t mirrored;     /* commands that are repeated by their event */
	struct map voices;   /* id of a person -> how many events they wrote, as a pointer */
	struct map issuers;  /* id of the first actor of a name (duplicates.h) -> how many commands */
	struct map contexts; /* id of a context -> how many stickies */
};

void counts_release(struct counts *counts);

/* Sets all counts to 0. */
void counts_reset(struct counts *counts);

/* Adds one to the count of KEY in MAP, one of the maps above. */
void counts_add(struct map *map, uint64_t key);

/* The count of KEY in MAP; the key with the highest count, which is stored in *COUNT (of several such keys the lowest;
 * *COUNT is 0 if MAP is empty). */
size_t counts_of(const struct map *map, uint64_t key);
uint64_t counts_most(const struct map *map, size_t *count);

#endif
