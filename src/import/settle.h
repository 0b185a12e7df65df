/*
 * settle: puts drafts on the board: gives them ids and places, then makes stickies, links, votes and phases.
 */
#ifndef IMPORT_SETTLE_H
#define IMPORT_SETTLE_H

#include "import/drafts.h"
#include "model/slots.h"

/* Puts the drafts of INTAKE, read from TABLE, on the board, and counts them in the report. */
int settle_drafts(struct intake *intake, struct table *table, struct error *err);

/* Gives slots of the board to DRAFTS (of struct draft *) and counts those that moved. */
int settle_in_slots(
	struct intake *intake, struct table *table, struct slots *slots, const struct vec *drafts, struct error *err);

#endif
