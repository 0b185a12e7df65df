/*
 * keeper: divides the program into one process that works and one that keeps watch, so that when either is killed the
 * other is left to put away what was begun.
 */
#ifndef LIVE_KEEPER_H
#define LIVE_KEEPER_H

#include <stdbool.h>

#include "base/error.h"

/* What keeper_divide() returns. */
enum keeper_part {
	KEEPER_WORKS, /* in the process that is to work; it is asked to end (SIGTERM) when the other one ends */
	KEEPER_ENDED, /* in the one that watches: the work has ended, with *STATUS */
	KEEPER_ALONE, /* there too: the other was killed, and its children have become this one's */
};

/* Divides the program; the one that watches hands on what asks it to end, and returns when the work has ended. Less
 * than 0: that cannot be done. */
int keeper_divide(int *status, struct error *err);

#endif
