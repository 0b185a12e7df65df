/*
 * visit: the limits of somebody who came in over SSH: how much of the machine they may use, and until when they may
 * stay.
 */
#ifndef CANVAS_VISIT_H
#define CANVAS_VISIT_H

#include <stdbool.h>
#include <stdint.h>

#include "live/ration.h"

struct visit {
	struct ration ration;
	bool guest;       /* they have no key of their own; others see that */
	int64_t until_ms; /* when they have to leave, by clock_now_ms(); 0: never */
	int64_t told_ms;  /* how long before the end they were last told; 0: not yet */
	bool ended;       /* they were made to leave */
};

/* The time in ms until a warning or the end; -1: never. VISIT may be NULL in all of these. */
int visit_next_ms(const struct visit *visit);

/* Is the time up? */
bool visit_is_over(const struct visit *visit);

/* Is a warning due? If so, *MINUTES is how many are left. */
bool visit_warns(struct visit *visit, int *minutes);

/* How long, in ms, the session must rest before it handles anything. */
int visit_rest_ms(struct visit *visit);

#endif
