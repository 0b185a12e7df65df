/*
 * fork: where two boards that began as one parted.
 */
#ifndef SESSION_FORK_H
#define SESSION_FORK_H

#include "session/replay.h"

/* Sets *COUNT to how many actions the logs of ONE and OTHER have in common, from the first one on. */
int fork_find(struct store *one, struct store *other, size_t *count, struct error *err);

#endif
