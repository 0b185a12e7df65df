/*
 * told: what people are told of the findings of a run. A finding that is true of nearly everything that it could be
 * true of, or of which the answer is missing on the whole board ("no actor is drawn yet"), is told once, about the
 * board; everything else is told one by one.
 *
 * So a check is gathered if it found something at least TOLD_LEAST times, and that is TOLD_PERCENT of the stickies,
 * contexts or relations that it looks at, or the board has nothing at all of what it looks for (`run_none` of struct
 * check). Somebody may ask for each: the check is then open. Programs are told each finding.
 */
#ifndef CHECK_TOLD_H
#define CHECK_TOLD_H

#include <stdbool.h>

#include "check/check_run.h"

/* So many findings of one check can be read one by one; so large a part is nearly all. */
#define TOLD_LEAST 5
#define TOLD_PERCENT 75

struct told {
	bool *open;                        /* by the place of a check in the table: each is told */
	struct vec general[STEP_LAST + 1]; /* of struct finding, by step: about the board, then those that stand for
					      several, then about contexts and relations, by check and id */
	struct vec placed[STEP_LAST + 1];  /* of struct check_run_row, as in struct check_run */
};

void told_init(struct told *told);
void told_release(struct told *told);

/* Fills TOLD from RUN, which has ended. */
void told_read(struct told *told, const struct check_run *run);

/* Opens or closes CHECK; NULL is all. It counts from the next told_read() on. */
void told_open(struct told *told, const struct check *check, bool open);

#endif
