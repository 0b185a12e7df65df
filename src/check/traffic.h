/*
 * traffic: how many flows (flow.h) lead from each context to each other one. Counted from changes,
 * as the tally is.
 */
#ifndef CHECK_TRAFFIC_H
#define CHECK_TRAFFIC_H

#include "base/map.h"
#include "check/flow.h"

struct traffic {
	struct map roads; /* id of a context -> struct map: id of another -> struct traffic_road */
};

struct traffic_road {
	size_t flows; /* never 0 */
	size_t seen;  /* those of them whose answer is looked at */
};

void traffic_release(struct traffic *traffic);

void traffic_put(struct traffic *traffic, const struct flow *flow);
void traffic_take(struct traffic *traffic, const struct flow *flow);

/* What leads from FROM to TO, or NULL for nothing. */
const struct traffic_road *traffic_road(const struct traffic *traffic, int64_t from, int64_t to);

#endif
