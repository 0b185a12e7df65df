/*
 * verdict: how good each relation of the map is, by the findings about it and about what it carries.
 */
#ifndef CHECK_VERDICT_H
#define CHECK_VERDICT_H

#include "check/checklist.h"

enum verdict {
	VERDICT_UNSAID, /* no findings, but what it carries is unknown or a question is open */
	VERDICT_GOOD,   /* no findings, and every question is answered */
	VERDICT_HINT,   /* there is a hint or a warning */
	VERDICT_ERROR,
	VERDICT_COUNT
};

/* Appends to FINDINGS (of struct finding) those of step 8 about RELATION and about the stickies that it carries. */
void verdict_findings(const struct checklist *list, const struct relation *relation, struct vec *findings);

enum verdict verdict_of(const struct checklist *list, const struct relation *relation);

/* "", "✓", "?", "!": the sign of a verdict, for terminals without colours. */
const char *verdict_mark(enum verdict verdict);

/* The verdict that FINDING alone would give. */
enum verdict verdict_of_finding(const struct finding *finding);

#endif
