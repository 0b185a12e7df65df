/*
 * step: the eight steps of a workshop. They guide and never fence.
 */
#ifndef MODEL_STEP_H
#define MODEL_STEP_H

#include <stddef.h>

#include "model/kind.h"

#define STEP_FIRST 1
#define STEP_LAST 8

/* Each takes a step from STEP_FIRST to STEP_LAST; the texts are in the user's language. */
const char *step_name(int step);     /* "Domain events" */
const char *step_short(int step);    /* "Events": for the title bar */
const char *step_question(int step); /* what the facilitator asks */

/* How long it takes, in minutes: the longest that facilitators plan for it. */
int step_minutes(int step);

/* The kinds offered first, most wanted first; their number in *COUNT (at least 1). */
const enum kind *step_kinds(int step, size_t *count);

#endif
