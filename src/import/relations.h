/*
 * relations: reads a table of relations between contexts.
 *
 * It also reads tables of flows between stickies (from_context, from_sticky, to_context, to_sticky, mode, label):
 * each row becomes an arrow between the stickies, and a relation if their contexts differ.
 */
#ifndef IMPORT_RELATIONS_H
#define IMPORT_RELATIONS_H

#include "import/intake.h"

/* The relation on the board with the ends and the label of WANTED, or 0. */
int64_t relations_find(struct intake *intake, const struct relation *wanted);

/* Makes the relation and counts it; its id, 0 if the board has it already, negative on failure. */
int64_t relations_create(struct intake *intake, const struct relation *relation, struct error *err);

/* The visitor's context is a struct intake. Relations that are already on the board do not change. */
extern const struct table_reader relations_reader;

#endif
