/*
 * ringing: tells the other processes that a session has stored something: by waking them at once, or through a function
 * that will wake them soon anyway.
 */
#ifndef SESSION_RINGING_H
#define SESSION_RINGING_H

#include "live/doorbell.h"

/* Ensures that the others are woken soon. */
typedef void ringing_later(void *context);

struct ringing {
	ringing_later *later; /* or NULL */
	void *context;
};

/* Tells the others that there is something new. Call it after the commit; before that, they would find nothing. */
void ringing_do(const struct ringing *ringing, struct doorbell *bell);

#endif
