/*
 * verdict: how each relation of the map stands, by what is found about it and about what it carries.
 */
#ifndef CHECK_VERDICT_H
#define CHECK_VERDICT_H

#include "check/checklist.h"

enum verdict {
	VERDICT_UNSAID, /* nothing is found, but it is not known what it carries, or a question is open */
	VERDICT_GOOD,   /* nothing is found, and all is said */
	VERDICT_HINT,   /* a hint or a warning is found */
	VERDICT_ERROR,
	VERDICT_COUNT
};

/* Appends to FINDINGS (of struct finding) those of step 8 about RELATION, and those on the stickies
 * that it carries. */
void verdict_findings(const struct checklist *list, const struct relation *relation, struct vec *findings);

enum verdict verdict_of(const struct checklist *list, const struct relation *relation);

/* "", "✓", "?", "!": what tells a verdict where there are no colours. */
const char *verdict_mark(enum verdict verdict);

/* The verdict that one finding alone brings about. */
enum verdict verdict_of_finding(const struct finding *finding);

#endif
