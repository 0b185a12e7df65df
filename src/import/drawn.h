/*
 * drawn: puts a drawing of another program (sketch/sketch.h) on the board, or one of evstorm's own that comes back.
 *
 * Boxes become stickies, of the kind whose colour they have; their places come from where they lie (drawn_grid.h).
 * Frames become contexts, arrows between stickies links, and arrows between contexts relations. What becomes nothing is
 * counted and named in the report.
 *
 * A drawing that evstorm wrote has every field of its items; what somebody has changed in it since (a place, a text, a
 * colour, a frame) counts, and the rest stays as it was.
 */
#ifndef IMPORT_DRAWN_H
#define IMPORT_DRAWN_H

#include "import/intake.h"
#include "sketch/sketch.h"

/* Adds what SKETCH, from the file NAME (safe to print), holds. SKETCH is used up; the caller releases it. */
int drawn_import(struct intake *intake, struct sketch *sketch, const char *name, struct error *err);

#endif
