/*
 * view_command: the commands that change what one person sees and not the board: moving, zooming, typing.
 * Rows, for keys, the `:` line, the help and the manual, beside those of the board commands.
 */
#ifndef SHELL_VIEW_COMMAND_H
#define SHELL_VIEW_COMMAND_H

#include "command/argument.h"
#include "model/item.h"

struct shell;

enum view_flag {
	VIEW_ALOUD = 1, /* it alters nothing on the board, though not everybody may */
	VIEW_FILE = 2,  /* it names a file of the machine: not for whoever was invited */
	VIEW_GOES = 4,  /* it only moves what is seen */
	VIEW_TYPES = 8  /* text or a letter follows it */
};

struct view_command {
	const char *name;             /* NULL ends a table */
	const char *sentence;         /* what it does; to be translated */
	struct argument arguments[2]; /* ended by one without name */
	const char *const *choices;   /* the words that an ARGUMENT_WORD takes, ended by NULL */
	/* CHOICE is the way, or the index of the word, or the kind; -1 when it was not given. What is none of
	 * these is in shell->given. */
	void (*run)(struct shell *shell, int choice);
	enum role role; /* who may, at least */
	unsigned flags; /* of enum view_flag */
};

/* What every shell has. */
extern const struct view_command shell_view_commands[];

/* Says, as an error, why this person may not run COMMAND as things are; 0 when they may. */
int view_command_refuse(const struct view_command *command, const struct shell *shell, struct error *err);

/* The command called NAME of those that SHELL has, or NULL. */
const struct view_command *view_command_find(const struct shell *shell, const char *name);

/* The next of all that SHELL has, from *AT = 0 on; NULL behind the last. */
const struct view_command *view_command_next(const struct shell *shell, size_t *at);

/* Runs COMMAND with the words behind its name. */
int view_command_run(const struct view_command *command, struct shell *shell, struct words *words, struct error *err);

#endif
