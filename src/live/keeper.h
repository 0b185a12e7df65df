/*
 * keeper: splits the program into a process that works and one that watches it, so that if one is killed, the other
 * cleans up.
 */
#ifndef LIVE_KEEPER_H
#define LIVE_KEEPER_H

#include <stdbool.h>

#include "base/error.h"

/* What keeper_divide() returns. */
enum keeper_part {
	KEEPER_WORKS, /* in the working process; it gets SIGTERM when the watcher ends */
	KEEPER_ENDED, /* in the watcher: the work has ended, with *STATUS */
	KEEPER_ALONE, /* in the watcher: the worker was killed, and its children are now the watcher's */
};

/* Splits the program. The watcher forwards signals to end, and returns once the worker has ended. Negative on failure.
 */
int keeper_divide(int *status, struct error *err);

#endif
