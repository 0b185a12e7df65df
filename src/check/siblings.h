/*
 * siblings: the events of each aggregate whose fields are known, so that one is compared with all others at once.
 */
#ifndef CHECK_SIBLINGS_H
#define CHECK_SIBLINGS_H

#include "base/map.h"
#include "check/namesakes.h"
#include "model/payload.h"

struct siblings {
	struct map families; /* the lowest id of an aggregate -> struct siblings_family *, owned */
};

void siblings_init(struct siblings *siblings);
void siblings_release(struct siblings *siblings);

/* Forgets all. */
void siblings_reset(struct siblings *siblings);

/* The lowest id of the stickies of the aggregate that EVENT is of, or 0. */
int64_t siblings_aggregate(const struct board *board, const struct namesakes *namesakes, const struct sticky *event);

/* Adds EVENT, which has a payload, to the events of AGGREGATE. Is it sent somewhere as a SNAPSHOT of the state? */
void siblings_add(struct siblings *siblings, int64_t aggregate, const struct sticky *event, bool snapshot);

/* Are there other events of AGGREGATE than one with the fields PAYLOAD, and does it have all of theirs? It is one of
 * those that were added. */
bool siblings_are_covered(const struct siblings *siblings, int64_t aggregate, const struct payload *payload);

/* The lowest id of an event of AGGREGATE, but EVENT, that is sent as a snapshot and has the same fields as PAYLOAD;
 * or 0. */
int64_t siblings_snapshot(
	const struct siblings *siblings, int64_t aggregate, int64_t event, const struct payload *payload);

#endif
