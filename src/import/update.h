/*
 * update: puts the drafts of a table that came from the board back into it.
 *
 * A sticky whose row is found (match.h) gets what the row says: text, kind, place, context, note, arrows, whether it is
 * resolved or pivotal; a column that the table does not have changes nothing.
 * Of another kind it loses what that kind cannot have. Votes, author, step and times stay as
 * they are on the board. Other rows become new stickies (settle.h).
 */
#ifndef IMPORT_UPDATE_H
#define IMPORT_UPDATE_H

#include "import/drafts.h"

/* Does so with the drafts of INTAKE, read from TABLE, and counts in the report. */
int update_drafts(struct intake *intake, struct table *table, struct error *err);

#endif
