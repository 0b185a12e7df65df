/*
 * arrange: chooses places for stickies that have none in the file, so that they read as a timeline.
 *
 *	actor     Buyer                     Clerk
 *	flow      Place order  Order placed  Pack       Packed        one column each, left to right
 *	things    Order                     Pick list   Parcel
 *	hotspots               Twice?
 *
 * The flow (commands, events, policies) is one row, in the order of the file. Actors, things and comments have a row
 * each, in the column of the flow sticky that comes next in the file or, for some kinds, before. A new phase or
 * context begins right of everything already placed; between contexts a column stays free, unless a policy leads from
 * one to the other. Empty rows are left out.
 */
#ifndef IMPORT_ARRANGE_H
#define IMPORT_ARRANGE_H

#include "import/drafts.h"

/* Gives places to the drafts of INTAKE without one, from column FIRST on. Fails if the grid is too narrow. */
int arrange_drafts(const struct intake *intake, int32_t first, struct error *err);

#endif
