/*
 * arrange: places for stickies that a file gives none, so that they read as a timeline.
 *
 *	actor     Buyer                     Clerk
 *	flow      Place order  Order placed  Pack       Packed        one column each, left to right
 *	things    Order                     Pick list   Parcel
 *	hotspots               Twice?
 *
 * What happens (command, event, policy) goes along one row in the file's order; every other kind
 *has a row of its own, at the column of what it comes before in the file, or of what it belongs to.
 *A new phase or context begins right of all that was placed. Rows that nothing lies in are left
 *out.
 */
#ifndef IMPORT_ARRANGE_H
#define IMPORT_ARRANGE_H

#include "import/drafts.h"

/* Gives places to the drafts of INTAKE without one, from column FIRST on. Refused: the grid is too
 * narrow. */
int arrange_drafts(const struct intake *intake, int32_t first, struct error *err);

#endif
