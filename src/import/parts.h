/*
 * parts: the smaller tables of a folder: contexts, phases, lanes and people.
 */
#ifndef IMPORT_PARTS_H
#define IMPORT_PARTS_H

#include "import/intake.h"

/* Their readers; the visitors' context is a struct intake. Contexts are read before the
 * stickies, which name them, and once more for their members after. People and contexts that the
 * board has stay as they are there. */
extern const struct table_reader parts_contexts, parts_members;
extern const struct table_reader parts_phases, parts_lanes, parts_people;

#endif
