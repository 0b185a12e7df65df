/*
 * match: finds the sticky on the board that a row of a table stands for, when a table that came from the board goes
 * back into it.
 *
 * First by its id, unless its time of creation shows that the id is not this sticky's: the column is empty, because
 * somebody has added the row and made up an id, or it has another time, as in a table of another board. What
 * spreadsheets make of a time counts for nothing. Then by its text; if several stickies have it, one of its kind and
 * context comes first.
 */
#ifndef IMPORT_MATCH_H
#define IMPORT_MATCH_H

#include "import/drafts.h"

/* Sets `match` of each draft of INTAKE, read from TABLE. No two get the same sticky. */
void match_drafts(struct intake *intake, const struct table *table);

#endif
