/*
 * complete: completes the end of a command line.
 */
#ifndef COMMAND_COMPLETE_H
#define COMMAND_COMPLETE_H

#include "base/vec.h"
#include "command/argument.h"
#include "model/veil.h"

/* The most stickies to offer. */
#define COMPLETE_STICKIES_MOST 20

/* A command that is not one of the board. */
struct complete_command {
	const char *name;                 /* NULL ends a list */
	const struct argument *arguments; /* ends with one without a name */
	const char *const *words;         /* the words that its argument accepts, NULL-terminated; or NULL */
};

/* The context of a completion. */
struct complete {
	const struct board *board;
	struct veil veil;                     /* hidden stickies are not offered */
	const struct complete_command *extra; /* further commands, or NULL */
};

/* Appends to LIST (of char *, which the caller frees) completions for LINE from byte *START on: words that begin like
 * the last word, sorted; or, where an id is expected, the ids of stickies in whose texts the end of LINE occurs, first
 * those that begin with it. Returns whether they are ids. */
bool complete_line(const struct complete *complete, const char *line, struct vec *list, size_t *start);

#endif
