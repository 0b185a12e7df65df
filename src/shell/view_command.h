/*
 * view_command: the commands that change what one person sees, not the board: moving, zooming, typing. Like board
 * commands they are rows, used by keys, the `:` line, the help and the manual.
 */
#ifndef SHELL_VIEW_COMMAND_H
#define SHELL_VIEW_COMMAND_H

#include "command/argument.h"
#include "model/item.h"

struct shell;

enum view_flag {
	VIEW_ALOUD = 1, /* changes nothing on the board, though it requires a role */
	VIEW_FILE = 2,  /* names a file of this machine: not for invited guests */
	VIEW_GOES = 4,  /* only moves the view */
	VIEW_TYPES = 8  /* text follows, or keys that mean something else elsewhere */
};

struct view_command {
	const char *name;             /* NULL ends a table */
	const char *sentence;         /* what it does; translated when shown */
	struct argument arguments[2]; /* ended by one without a name */
	const char *const *choices;   /* the words that an ARGUMENT_WORD accepts, NULL-terminated */
	/* CHOICE is the direction, the index of the word, or the kind; -1 if not given. Other arguments are in
	 * shell->given. */
	void (*run)(struct shell *shell, int choice);
	enum role role; /* the lowest role that may run it */
	unsigned flags; /* of enum view_flag */
};

/* The view commands of every shell. */
extern const struct view_command shell_view_commands[];

/* Returns 0 if this person may run COMMAND now; otherwise an error with the reason. */
int view_command_refuse(const struct view_command *command, const struct shell *shell, struct error *err);

/* The command of SHELL called NAME, or NULL. */
const struct view_command *view_command_find(const struct shell *shell, const char *name);

/* The next command of SHELL; start with *AT = 0. NULL after the last. */
const struct view_command *view_command_next(const struct shell *shell, size_t *at);

/* Runs COMMAND with WORDS, those after its name. */
int view_command_run(const struct view_command *command, struct shell *shell, struct words *words, struct error *err);

#endif
