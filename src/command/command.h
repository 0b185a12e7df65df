/*
 * command: the table of board commands, which keys, the `:` line, scripts, the help and the manual share.
 *
 * A command is one row: what it is called, what it takes, who may run it, on which stickies. Rows are
 * checked here, so no command looks at roles or at whether there is a sticky at all. To add one, write it
 * beside its family (add.c, move.c, ...), name it in command_rows.h.
 */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "command/argument.h"
#include "model/edit.h"

#define COMMAND_ARGUMENTS_MOST 7 /* the end of the list among them */

struct run;

struct command {
	const char *name;
	const char *sentence; /* what it does, for help and manual; to be translated */
	enum role role;       /* who may, at least */
	unsigned kinds;       /* bits 1 << enum kind: stickies that it applies to; 0 for all */
	const char *why;      /* with `kinds`: why it refuses others; to be translated */
	struct argument arguments[COMMAND_ARGUMENTS_MOST]; /* ended by one without name */
	int (*run)(struct run *run, struct error *err);
};

/*
 * How commands reach what was done before, which the board alone does not know. `target` is
 * store_undo_target(), or with a CHANGE other than 0 store_undo_chosen(), and store_shifts_since() in one: 1 when
 * there is something to take back.
 */
struct command_past {
	int (*target)(void *context, int64_t person, enum action_kind kind, int64_t change, struct action *done,
		struct vec *shifts, int64_t *target, struct error *err);
	void *context;
};

/* One run of a command. */
struct run {
	const struct command *command;
	struct edit edit;                    /* what it does goes through this */
	int64_t person;                      /* who runs it */
	enum role role;                      /* in which role */
	const struct command_past *past;     /* for undo and redo */
	bool watched;                        /* it is done on a screen; set by command_run() */
	const struct argument_value *values; /* as many as the command has arguments */
	struct strbuf *output;               /* lines for standard output */
	int64_t made;                        /* the item that it made, or made sure is there; else 0 */
	struct strbuf *note;                 /* one sentence for the user, or nothing */
	int64_t again;                       /* set by a command that wants to run as often again, each
						time as an action of its own */
};

/* The command called NAME, or NULL. */
const struct command *command_find(const char *name);

/* The table, in the order of the manual; *COUNT rows. */
const struct command *const *command_list(size_t *count);

/* Appends "add KIND [-c COL] [-r ROW] TEXT". */
void command_synopsis(const struct command *command, struct strbuf *out);

/* Reads a command line (the words behind a key, of a script, ...) and runs it. FOCUS, or NULL, is what missing
 * arguments stand for. RUN has edit, person, role, past, output and note set. ERROR_USAGE: the line is
 * not understood; ERROR_REFUSED: it cannot be done. The action then holds what it held before. */
int command_run(struct run *run, struct words *words, const struct focus *focus, struct error *err);

/* For the functions of commands: the value of argument AT. */
static inline const struct argument_value *run_value(const struct run *run, size_t at)
{
	return &run->values[at];
}

#endif
