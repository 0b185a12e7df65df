/*
 * visit: somebody who came in over SSH, as their canvas has to heed it: what they may take of the machine, and until
 * when they may stay.
 */
#ifndef CANVAS_VISIT_H
#define CANVAS_VISIT_H

#include <stdbool.h>
#include <stdint.h>

#include "live/ration.h"

struct visit {
	struct ration ration;
	bool guest;       /* they have no key of their own, which the others see */
	int64_t until_ms; /* when they have to leave, by clock_now_ms(); 0: never */
	int64_t told_ms;  /* how long before that they were told last; 0: not yet */
	bool ended;       /* they did not leave by themselves */
};

/* After how many ms there is something to tell, or it is over; -1: never. VISIT may be NULL in all of these. */
int visit_next_ms(const struct visit *visit);

/* Is the time over? */
bool visit_is_over(const struct visit *visit);

/* Are they to be told now how many minutes are left? *MINUTES: that. */
bool visit_warns(struct visit *visit, int *minutes);

/* So many ms the session has to rest before it takes in anything. */
int visit_rest_ms(struct visit *visit);

#endif
