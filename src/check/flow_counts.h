/*
 * flow_counts: how many flows (flow.h) lead from each context to each other context.
 */
#ifndef CHECK_FLOW_COUNTS_H
#define CHECK_FLOW_COUNTS_H

#include "base/map.h"
#include "check/flow.h"

struct flow_counts {
	struct map sources; /* id of a context -> struct map: id of another -> struct flow_count */
};

struct flow_count {
	size_t flows; /* never 0 */
	size_t seen;  /* of these, those whose answer is looked at */
	size_t asks;  /* of these, those that ask for something */
};

void flow_counts_release(struct flow_counts *counts);

/* Sets all counts to 0. */
void flow_counts_reset(struct flow_counts *counts);

void flow_counts_add(struct flow_counts *counts, const struct flow *flow);

/* The flows from FROM to TO, or NULL if there are none. */
const struct flow_count *flow_counts_between(const struct flow_counts *counts, int64_t from, int64_t to);

#endif
