/*
 * view_command: the commands that change what one person sees and not the board: moving, zooming, typing.
 * One table, for keys, the `:` line, the help and the manual, beside that of the board commands.
 */
#ifndef UI_VIEW_COMMAND_H
#define UI_VIEW_COMMAND_H

#include "command/argument.h"
#include "model/item.h"

struct desk;

struct view_command {
	const char *name;
	const char *sentence;         /* what it does; to be translated */
	struct argument arguments[2]; /* ended by one without name */
	const char *const *choices;   /* the words that an ARGUMENT_WORD takes, ended by NULL */
	/* CHOICE is the way, or the index of the word, or the kind; -1 when it was not given. What is none of
	 * these is in desk->given. */
	void (*run)(struct desk *desk, int choice);
	enum role role;               /* who may, at least */
};

/* The table, *COUNT rows. */
const struct view_command *view_command_list(size_t *count);

/* The command called NAME, or NULL. */
const struct view_command *view_command_find(const char *name);

/* Runs COMMAND with the words behind its name. */
int view_command_run(const struct view_command *command, struct desk *desk, struct words *words,
	struct error *err);

#endif
