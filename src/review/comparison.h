/*
 * comparison: what is different on a board from how it was at an earlier, or later, moment of its
 * log.
 */
#ifndef REVIEW_COMPARISON_H
#define REVIEW_COMPARISON_H

#include "session/replay.h"

struct comparison {
	struct board *base;     /* the board at the moment compared with, owned, or NULL */
	size_t base_at;         /* that moment */
	size_t at;              /* the moment that the rest is about */
	struct vec shifts;      /* of struct shift, on the way from one to the other */
	struct vec differences; /* of struct difference */
	struct vec lights;      /* of struct spotlight: those of the stickies */
};

void comparison_init(struct comparison *comparison);
void comparison_release(struct comparison *comparison);

/* From now on the moment at which REPLAY stands is compared with. Ends it. */
void comparison_begin(struct comparison *comparison, const struct replay *replay);
void comparison_end(struct comparison *comparison);

/* Brings it up to date for the moment at which REPLAY stands. */
int comparison_update(struct comparison *comparison, struct replay *replay, struct error *err);

/* Appends "12 added, 3 moved", or that nothing is different. */
void comparison_say(const struct comparison *comparison, struct strbuf *out);

#endif
