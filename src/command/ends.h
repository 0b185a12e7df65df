/*
 * ends: finds the context that a command names, or the relation: by both ends and, if there are several, the label.
 */
#ifndef COMMAND_ENDS_H
#define COMMAND_ENDS_H

#include "command/command.h"

/* The context that argument AT of RUN names; NULL on failure. */
const struct context *ends_context(const struct run *run, size_t at, struct error *err);

/* The relation from SOURCE to TARGET whose label is LABEL ("" for none), or NULL. */
const struct relation *ends_relation(const struct board *board, int64_t source, int64_t target, const char *label);

/* The relation that arguments FROM, TO and LABEL, an option, name; NULL on failure. Without a label, it is the only
 * relation between them, or the one without a label. */
const struct relation *ends_named(const struct run *run, size_t from, size_t to, size_t label, struct error *err);

#endif
