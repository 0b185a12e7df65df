/*
 * chronicle: what the log of a board tells beyond the board: who did how much, how long each step
 * took, who resolved what.
 *
 * Only time at work counts: a gap of more than CHRONICLE_PAUSE_MS between two actions is a pause, and a clock set back
 * adds nothing.
 */
#ifndef FORMAT_CHRONICLE_H
#define FORMAT_CHRONICLE_H

#include "base/map.h"
#include "model/step.h"
#include "store/store.h"

#define CHRONICLE_PAUSE_MS (10 * 60 * INT64_C(1000))

/* What somebody did. */
struct chronicle_person {
	int64_t id;       /* 0 for somebody unknown */
	int64_t first_ms; /* time at work until their first contribution; -1 if they made none */
	int64_t actions;
	int64_t made;     /* stickies */
	int64_t reworded; /* how often they changed a text */
	int64_t removed;  /* stickies they removed */
};

/* What was done in a step. */
struct chronicle_step {
	int64_t worked_ms;
	int64_t actions;
	int64_t made; /* stickies */
};

/* Who resolved a hotspot or an opportunity last, and when. */
struct chronicle_resolution {
	int64_t person; /* or 0 */
	int64_t time_ms;
};

struct chronicle {
	int64_t start_ms, end_ms; /* of the first and the last action; 0 without actions */
	int64_t worked_ms;        /* between them, without pauses */
	int64_t pauses;           /* how many */
	int64_t actions;
	struct vec people; /* of struct chronicle_person, in the order of their first action */
	struct chronicle_step steps[STEP_LAST + 1];
	struct map resolutions; /* id of a sticky -> struct chronicle_resolution *, owned */
};

void chronicle_init(struct chronicle *chronicle);
void chronicle_release(struct chronicle *chronicle);

/* Reads the log of STORE. Fails as the store does. */
int chronicle_read(struct chronicle *chronicle, struct store *store, struct error *err);

/* Who resolved a sticky last, and when; or NULL. */
const struct chronicle_resolution *chronicle_resolution(const struct chronicle *chronicle, int64_t sticky);

#endif
