/*
 * when: the notation for moments of a log.
 *
 *	#120                when change 120 had been made, and all that was one action with it; #0
 *	                    is before everything, and the # may be left out
 *	2026-11-20 14:05    what had been done at that time, in the zone of whoever asks unless it says otherwise; RFC
 *	                    3339 too
 *	step:3              the last moment with the workshop in that step
 *	end                 now
 */
#ifndef SESSION_WHEN_H
#define SESSION_WHEN_H

#include "session/replay.h"

/* Does TEXT have the form of a moment? */
bool when_is(const char *text);

/* The moment that TEXT names, as replay_seek() takes it. ERROR_USAGE when it names none by its
 * form, ERROR_REFUSED when the log has no such moment. */
int when_find(const struct replay *replay, const char *text, size_t *at, struct error *err);

#endif
