/*
 * ringing: how the other processes come to know that a session has kept something. They are rung for at once, unless
 * somebody has a word for them anyhow and sees to it.
 */
#ifndef SESSION_RINGING_H
#define SESSION_RINGING_H

#include "live/doorbell.h"

/* Is to ring for the others soon. */
typedef void ringing_later(void *context);

struct ringing {
	ringing_later *later; /* or NULL */
	void *context;
};

/* Tells the others that there is something new. After the commit: before it they would look in vain. */
void ringing_do(const struct ringing *ringing, struct doorbell *bell);

#endif
