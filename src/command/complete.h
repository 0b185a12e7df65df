/*
 * complete: what could stand where a command line ends.
 */
#ifndef COMMAND_COMPLETE_H
#define COMMAND_COMPLETE_H

#include "base/vec.h"
#include "command/argument.h"
#include "model/veil.h"

/* So many stickies are offered at most. */
#define COMPLETE_STICKIES_MOST 20

/* A command that is not one of the board. */
struct complete_command {
	const char *name;                 /* NULL ends a list */
	const struct argument *arguments; /* ended by one without name */
	const char *const *words;         /* that its argument takes, ended by NULL; or NULL */
};

/* Who completes on which board. */
struct complete {
	const struct board *board;
	struct veil veil;                     /* what they may not read does not complete anything */
	const struct complete_command *extra; /* further commands, or NULL */
};

/* Appends to LIST (of char *, each to be freed by the caller) what the end of LINE, from the byte *START on, may
 * become: words that begin like its last one, in order; or else, where an id belongs, the ids of stickies whose texts
 * have what stands there, those that begin with it first. True when they are such ids. */
bool complete_line(const struct complete *complete, const char *line, struct vec *list, size_t *start);

#endif
