/*
 * sieve: which actions of a log somebody wants to see.
 */
#ifndef SESSION_SIEVE_H
#define SESSION_SIEVE_H

#include "session/replay.h"

struct sieve {
	int64_t person; /* only theirs; 0: everybody's */
	unsigned kinds; /* only those that touch a sticky of one of these, bits 1 << enum kind; 0: all */
	int step;       /* only those done in it; 0: in all */
};

/* Does it let everything through? Does ACTION pass? */
bool sieve_is_open(const struct sieve *sieve);
bool sieve_passes(const struct sieve *sieve, const struct replay_action *action);

#endif
