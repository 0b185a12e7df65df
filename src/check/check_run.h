/*
 * check_run: one run of the checks over a whole board, in slices if the board is large.
 *
 *	gather: the stickies, in reading order
 *	read:   the words of each, to compare and count over the whole board
 *	group:  the events of each aggregate whose fields are known
 *	ask:    the checks of each sticky
 *	close:  the checks of the board, its contexts and relations
 *
 * The board may change between slices; the run continues on the changed board. Its findings then match the board
 * neither before nor after the change, so another run is needed.
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
		CHECK_RUN_GROUP,
		CHECK_RUN_ASK,
		CHECK_RUN_CLOSE,
		CHECK_RUN_DONE
	} phase;                           /* what comes next */
	size_t at;                         /* where in it */
	struct vec stickies;               /* of struct check_run_sticky, in reading order */
	struct vec events;                 /* of int64_t: those whose fields are known */
	struct vec flows;                  /* of struct flow: for a moment only */
	size_t *times;                     /* how often each check found something, by its place in the table */
	struct vec general[STEP_LAST + 1]; /* of struct finding, by step: about the board, then about contexts
					      and relations, by check and id */
	struct vec placed[STEP_LAST + 1];  /* of struct check_run_row, by step: in reading order of the stickies,
					      on one of them as in the table of checks */
};

/* Starts without findings. BOARD, RELATIONS and MESSAGES must outlive the run and be the same in every slice. */
void check_run_init(struct check_run *run, const struct board *board, enum role role,
	const struct relation_index *relations, const struct message_index *messages);
void check_run_release(struct check_run *run);

/* Drops all findings and begins a run. */
void check_run_begin(struct check_run *run);

/* Goes on for COUNT stickies; is the run done? */
bool check_run_continue(struct check_run *run, size_t count);

#endif
