/*
 * parts: reads the smaller tables of a folder: contexts, phases, lanes and people.
 */
#ifndef IMPORT_PARTS_H
#define IMPORT_PARTS_H

#include "import/intake.h"

/* The visitors' context is a struct intake. Contexts are read twice: before the stickies, which name them, and after
 * them, for the members. People and contexts that are already on the board do not change. */
extern const struct table_reader parts_contexts, parts_members;
extern const struct table_reader parts_phases, parts_lanes, parts_people;

/* Is there a phase, or a lane, called NAME, wherever it is? */
bool parts_has_label(const struct board *board, enum entity entity, const char *name);

#endif
