/*
 * toolargs: the arguments of a tool, which are rows as for a command (command/argument.h): as a JSON Schema, and from
 * the object of a call.
 *
 * Each argument is a member, named like its row in lower case: COL is "col", "N|next|prev" is "step". A list of
 * stickies is "ids", the second of two "id" is "id2". The schema depends on the rows alone, never on a board: what
 * people have written must not reach a client as part of a description.
 */
#ifndef MCP_TOOLARGS_H
#define MCP_TOOLARGS_H

#include <jansson.h>

#include "command/argument.h"

/* The schema of an object with ARGUMENTS; the caller's. */
json_t *toolargs_schema(const struct argument *arguments);

/* Appends the members of OBJECT (NULL: none) to WORDS (of char *, which the caller frees), in the form that
 * argument_read() takes: options first. Fails if a member is unknown, is missing, or has the wrong type; what its value
 * must be is left to argument_read(). */
int toolargs_read(const struct argument *arguments, const json_t *object, struct vec *words, struct error *err);

#endif
