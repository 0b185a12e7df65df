/*
 * filter: selects actions of a log, and searches the texts that they put on the board.
 */
#ifndef SESSION_FILTER_H
#define SESSION_FILTER_H

#include "session/replay.h"

struct filter {
	int64_t person; /* only actions of this person; 0: of all */
	unsigned kinds; /* only actions that touch a sticky of these kinds, bits 1 << enum kind; 0: all actions */
	int step;       /* only actions in this step; 0: in all */
};

/* Does FILTER let all actions pass? Does ACTION pass? */
bool filter_is_open(const struct filter *filter);
bool filter_passes(const struct filter *filter, const struct replay_action *action);

/* Finds the first moment after AT (FORWARD), or the last one before it, whose action passes FILTER and gives an item a
 * text in which NEEDLE (text/needle.h) occurs. 1: *FOUND is that moment; 0: there is none; negative: error. */
int filter_find_text(struct replay *replay, const struct filter *filter, const char *needle, size_t at, bool forward,
	size_t *found, struct error *err);

#endif
