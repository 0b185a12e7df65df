/*
 * when: the notation for moments of a log.
 *
 *	#120                after the action with change 120; #0 is the beginning; the # may be left out
 *	2026-11-20 14:05    after everything done at that time or before, in the user's zone unless it names one;
 *	                    also in RFC 3339
 *	step:3              the last moment with the workshop in that step
 *	end                 after all actions
 */
#ifndef SESSION_WHEN_H
#define SESSION_WHEN_H

#include "session/replay.h"

/* Does TEXT have the form of a moment? */
bool when_is(const char *text);

/* The moment that TEXT means, for replay_seek(). ERROR_USAGE if it does not have the form of one, ERROR_REFUSED if
 * the log has no such moment. */
int when_find(const struct replay *replay, const char *text, size_t *at, struct error *err);

#endif
