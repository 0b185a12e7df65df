/*
 * keeper: splits the program into a working process and one that watches it, so that when one is killed, the other
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

/* Splits the program. The watcher passes on signals to end, and returns when the work has ended. Negative on failure.
 */
int keeper_divide(int *status, struct error *err);

#endif
