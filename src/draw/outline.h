/*
 * outline: a board as indented text in reading order, for screen readers, mail and narrow terminals.
 *
 *	Payment                                     a phase
 *	  Payment approved (domain event 12)        an event; below it
 *	    after: Request payment (command 9)      what triggers it,
 *	      by: Buyer (actor 3)                   who does it,
 *	    then: Whenever … (policy 14)            what follows,
 *	    ! How often may one try again?          and what is unclear
 *
 * What comes before and after a sticky is found as in the checks (check/trigger.h). Stickies that no event leads to
 * come at the end of their phase.
 */
#ifndef DRAW_OUTLINE_H
#define DRAW_OUTLINE_H

#include "base/vec.h"
#include "model/veil.h"

struct outline_line {
	int indent;     /* how deep, from 0 */
	int64_t sticky; /* the sticky it is about, or 0 */
	char *text;     /* one line, owned */
};

struct outline {
	struct vec lines; /* of struct outline_line */
};

void outline_init(struct outline *outline);
void outline_release(struct outline *outline);

/* Fills OUTLINE, which must be empty, with BOARD as somebody behind VEIL may see it. */
void outline_build(struct outline *outline, const struct board *board, const struct veil *veil);

#endif
