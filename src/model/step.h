/*
 * step: the eight steps of a workshop. They guide people; they never forbid anything.
 */
#ifndef MODEL_STEP_H
#define MODEL_STEP_H

#include <stddef.h>

#include "model/kind.h"

#define STEP_FIRST 1
#define STEP_LAST 8

/* STEP is from STEP_FIRST to STEP_LAST; the texts are in the user's language. */
const char *step_name(int step);     /* "Domain events" */
const char *step_short(int step);    /* "Events", for the title bar */
const char *step_question(int step); /* the facilitator's question */

/* How long it takes at most, in minutes, as facilitators plan it. */
int step_minutes(int step);

/* The kinds to offer first, the most useful one at the front; sets *COUNT (at least 1) to their number. */
const enum kind *step_kinds(int step, size_t *count);

#endif
