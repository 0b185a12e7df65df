/*
 * filter: selects actions of a log, and finds where among these a text came onto the board.
 */
#ifndef SESSION_FILTER_H
#define SESSION_FILTER_H

#include "session/replay.h"

struct filter {
	int64_t person; /* only theirs; 0: everybody's */
	unsigned kinds; /* only those that touch a sticky of one of these, bits 1 << enum kind; 0: all */
	int step;       /* only those done in it; 0: in all */
};

/* Does it let everything through? Does ACTION pass? */
bool filter_is_open(const struct filter *filter);
bool filter_passes(const struct filter *filter, const struct replay_action *action);

/* Finds the first moment after AT, or the last one before it, whose action passes FILTER and
 * gives an item a text in which NEEDLE (text/needle.h) occurs. 1: *FOUND is that moment; 0: there
 * is none; negative: error. */
int filter_find_text(struct replay *replay, const struct filter *filter, const char *needle, size_t at, bool forward,
	size_t *found, struct error *err);

#endif
