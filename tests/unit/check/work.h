/*
 * work: what people do to a board, at random: single edits, most of which mean something to the checks.
 */
#ifndef TESTS_UNIT_CHECK_WORK_H
#define TESTS_UNIT_CHECK_WORK_H

#include "lib/gen.h"
#include "unit/check/easel.h"

struct work {
	struct gen *gen;     /* what chance decides */
	struct easel *easel; /* where it is done */
	size_t first;        /* the action's change at which this piece of work begins */
};

/* Any edit at all; one of those by which the integration of contexts is gone into. What cannot be done is
 * left undone. */
void work_any(const struct work *work);
void work_integrate(const struct work *work, struct error *err);

/* A new context; a sticky goes into a context, or out of it. */
void work_context(const struct work *work, struct error *err);
void work_enter(const struct work *work, struct error *err);

#endif
