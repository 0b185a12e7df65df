/*
 * finding: what a check has found, and its wording.
 */
#ifndef CHECK_FINDING_H
#define CHECK_FINDING_H

#include "check/check.h"

struct finding {
	const struct check *check;
	int64_t sticky; /* where it is, or 0 for the board as a whole */
	int64_t other;  /* a second sticky involved, or 0 */
	int64_t item;   /* the context or relation, for checks of those; otherwise 0 */
	size_t times;   /* it is about the board and stands for so many (told.h), about nothing above; otherwise 0 */
	size_t asked;   /* of so many that could have been found */
	bool none;      /* the board has none of what they need */
};

/* Appends what was found, in the user's language, in one line: "not in the past tense", "Shop → Stock: nothing on the
 * board leads from one to the other", "not in the past tense (9 of 12)", "no actor is drawn yet: nobody
 * issues the commands (48 of 61)". */
void finding_say(const struct check_input *input, const struct finding *finding, struct strbuf *out);

/* The same without naming the context or relation that it is about. */
void finding_say_what(const struct check_input *input, const struct finding *finding, struct strbuf *out);

#endif
