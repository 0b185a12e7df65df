/*
 * check_run: the checks run once over a whole board, in slices where it is large.
 *
 *	gather: the stickies, in reading order
 *	read:   the words of each, for what is compared and counted over the board
 *	ask:    the checks about each
 *	close:  the checks about the board, its contexts and relations
 *
 * The board may change between slices: the run goes on over what is there now. What it finds is then neither what
 * was true before nor after the change, so the board wants another run.
 */
#ifndef CHECK_CHECK_RUN_H
#define CHECK_CHECK_RUN_H

#include "check/finding.h"
#include "model/step.h"

/* Something found on a sticky that lay at PLACE. */
struct check_run_row {
	struct finding finding;
	struct place place;
};

struct check_run {
	struct check_input input;
	enum role role; /* who is told */
	enum {
		CHECK_RUN_GATHER,
		CHECK_RUN_READ,
		CHECK_RUN_ASK,
		CHECK_RUN_CLOSE,
		CHECK_RUN_DONE
	} phase;                           /* what comes next */
	size_t at;                         /* where in it */
	struct vec stickies;               /* of struct check_run_sticky, in reading order */
	struct vec flows;                  /* of struct flow: for a moment only */
	struct vec general[STEP_LAST + 1]; /* of struct finding, by step: about the board, then about contexts
					      and relations, by check and id */
	struct vec placed[STEP_LAST + 1];  /* of struct check_run_row, by step: in reading order of the stickies,
					      on one of them as in the table of checks */
};

/* Has found nothing yet. BOARD, RELATIONS and MESSAGES must outlive it, and be the same at every slice. */
void check_run_init(struct check_run *run, const struct board *board, enum role role,
	const struct relation_index *relations, const struct message_index *messages);
void check_run_release(struct check_run *run);

/* Forgets what was found, and begins. */
void check_run_begin(struct check_run *run);

/* Does as much of what is left as COUNT stickies take; is all done? */
bool check_run_continue(struct check_run *run, size_t count);

/* Does the place come before the other in reading order, column by column and downwards? */
bool check_run_precedes(struct place place, struct place other);

#endif
