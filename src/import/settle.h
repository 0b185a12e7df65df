/*
 * settle: puts drafts on the board: gives them their ids and places, then makes stickies, links,
 * votes and phases of them.
 */
#ifndef IMPORT_SETTLE_H
#define IMPORT_SETTLE_H

#include "import/drafts.h"

/* Puts the drafts of INTAKE, which were read from TABLE, on the board, and counts them in the
 * report. */
int settle_drafts(struct intake *intake, struct table *table, struct error *err);

#endif
