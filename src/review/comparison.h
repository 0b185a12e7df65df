/*
 * comparison: how a board differs from another moment of its log, earlier or later.
 */
#ifndef REVIEW_COMPARISON_H
#define REVIEW_COMPARISON_H

#include "session/replay.h"

struct comparison {
	struct board *base;     /* the board at the moment compared with, owned, or NULL */
	size_t base_at;         /* the moment of `base` */
	size_t at;              /* the moment that the rest describes */
	struct vec shifts;      /* of struct shift, between the two moments */
	struct vec differences; /* of struct difference */
	struct vec lights;      /* of struct spotlight: those of the stickies */
};

void comparison_init(struct comparison *comparison);
void comparison_release(struct comparison *comparison);

/* Begins to compare with REPLAY's current moment. Ends it. */
void comparison_begin(struct comparison *comparison, const struct replay *replay);
void comparison_end(struct comparison *comparison);

/* Updates it for REPLAY's current moment. */
int comparison_update(struct comparison *comparison, struct replay *replay, struct error *err);

/* Appends "12 added, 3 moved", or that there are no differences. */
void comparison_say(const struct comparison *comparison, struct strbuf *out);

#endif
