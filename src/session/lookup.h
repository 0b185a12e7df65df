/*
 * lookup: where in a log a text came onto the board.
 */
#ifndef SESSION_LOOKUP_H
#define SESSION_LOOKUP_H

#include "session/filter.h"

/* Finds the first moment after AT, or the last one before it, whose action passes SIEVE and
 * gives an item a text in which NEEDLE (text/needle.h) occurs. 1: *FOUND is that moment; 0: there
 * is none; negative: error. */
int lookup_text(struct replay *replay, const struct filter *filter, const char *needle, size_t at, bool forward,
	size_t *found, struct error *err);

#endif
