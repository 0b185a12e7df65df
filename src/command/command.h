/*
 * command: the table of board commands, shared by keys, the `:` line, scripts, the help and the manual.
 *
 * A command is one row: its name, its arguments, who may run it, on which stickies. The row is checked here, so
 * no command checks roles, or whether a sticky exists. To add a command, write it in the file of its family
 * (add.c, move.c, ...), and name it in command_rows.h.
 */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "command/argument.h"
#include "model/edit.h"

#define COMMAND_ARGUMENTS_MOST 7 /* including the end of the list */

struct run;

struct command {
	const char *name;
	const char *sentence; /* what it does, for help and manual; to be translated */
	enum role role;       /* the least role that may run it */
	bool ballot;          /* it casts a vote of the person, or takes it back */
	unsigned kinds;       /* bits 1 << enum kind: the stickies that it accepts; 0: all */
	const char *why;      /* with `kinds`: why it refuses others; to be translated */
	struct argument arguments[COMMAND_ARGUMENTS_MOST]; /* ends with one without a name */
	int (*run)(struct run *run, struct error *err);
};

/*
 * Access to earlier actions, which the board does not have. `target` combines store_undo_target(), or
 * store_undo_chosen() if CHANGE is not 0, with store_shifts_since(). It returns 1 if there is something to revert, 0
 * if not. `moves` is store_walk_moves().
 */
struct command_past {
	int (*target)(void *context, int64_t person, enum action_kind kind, int64_t change, struct action *done,
		struct vec *shifts, int64_t *target, struct error *err);
	int (*moves)(void *context, change_visit *visit, void *visitor, struct error *err);
	void *context;
};

/* One run of a command. */
struct run {
	const struct command *command;
	struct edit edit;                    /* makes all its changes */
	int64_t person;                      /* who runs it */
	enum role role;                      /* in which role */
	const struct command_past *past;     /* or NULL: there is none */
	bool watched;                        /* it runs on a screen; set by command_run() */
	const struct argument_value *values; /* one for each argument of the command */
	struct strbuf *output;               /* lines for standard output */
	int64_t made;                        /* the item that it made or found already there; otherwise 0 */
	struct strbuf *note;                 /* one sentence for the user, or nothing */
	int64_t again;                       /* set by a command to run this many times more, each time as
						another action */
};

/* The command called NAME, or NULL. */
const struct command *command_find(const char *name);

/* The table, in the order of the manual; *COUNT rows. */
const struct command *const *command_list(size_t *count);

/* Appends the synopsis: "add KIND [-c COL] [-r ROW] TEXT". */
void command_synopsis(const struct command *command, struct strbuf *out);

/* Reads a command line, of a key, a script, ..., and runs it. FOCUS (may be NULL) replaces missing arguments. RUN
 * has edit, person, role, past, output and note set. On failure the action is unchanged. ERROR_USAGE: the line is
 * malformed; ERROR_REFUSED: the command is not possible. */
int command_run(struct run *run, struct words *words, const struct focus *focus, struct error *err);

/* For the functions of commands: the value of argument AT. */
static inline const struct argument_value *run_value(const struct run *run, size_t at)
{
	return &run->values[at];
}

#endif
