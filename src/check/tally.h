/*
 * tally: what is counted over a whole board for the checks that look at all of it.
 *
 * Each sticky has a share in the counts. When something about it changes its old share is taken out
 * and the new one put in, so nothing is ever counted anew.
 */
#ifndef CHECK_TALLY_H
#define CHECK_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/map.h"

struct tally_share {
	bool failure;    /* an event that tells of failure */
	bool noted;      /* an aggregate with a note: somebody wrote down what must be true */
	int64_t voice;   /* of an event: its author, or 0 */
	bool mirrored;   /* a command that its event repeats */
	bool issued;     /* a command with an actor, */
	uint64_t issuer; /* and the group of that actor's name */
	int64_t context; /* the context that it is in, or 0 */
};

struct tally {
	size_t failures, noted, voiced, mirrored; /* how many stickies have that in their share */
	struct map voices;  /* id of a person -> how many events they wrote, as a pointer */
	struct map issuers; /* key of an actor's name -> how many commands, as a pointer */
	struct map contexts; /* id of a context -> how many stickies, as a pointer */
};

#define TALLY_INIT {.voices = MAP_INIT, .issuers = MAP_INIT, .contexts = MAP_INIT}

void tally_release(struct tally *tally);

void tally_put(struct tally *tally, const struct tally_share *share);
void tally_take(struct tally *tally, const struct tally_share *share);

/* How many COUNTS (one of the maps) has for KEY; the key with the highest count, which is in
 * *COUNT; of several the lowest. *COUNT is 0 when there is none. */
size_t tally_count(const struct map *counts, uint64_t key);
uint64_t tally_most(const struct map *counts, size_t *count);

#endif
