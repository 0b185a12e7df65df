/*
 * lines: command lines run on a ledger, each an action of its own, and tables of what they must do.
 */
#ifndef TESTS_LIB_LINES_H
#define TESTS_LIB_LINES_H

#include "command/command.h"
#include "lib/ledger.h"

/* What a line said. */
struct lines_said {
	struct strbuf output;
	struct strbuf note;
	struct error err;
};

#define LINES_SAID_INIT                              \
	{                                            \
		STRBUF_INIT, STRBUF_INIT, ERROR_INIT \
	}

void lines_said_release(struct lines_said *said);

/* Runs LINE as an action of NAME in ROLE; FOCUS as command_run(). SAID is emptied first. What the
 * line wants to do again is done. */
int lines_run(struct ledger *ledger, const char *name, enum role role, const char *line, const struct focus *focus,
	struct lines_said *said);

/* Runs the lines of SCRIPT, each "NAME: COMMAND"; the test fails when one does. */
void lines_play(struct ledger *ledger, const char *script);

/* One thing that must hold. Texts that are NULL are not looked at; if the line succeeds, one must be there. */
struct lines_case {
	const char *must;   /* the sentence */
	const char *script; /* what was before, as lines_play() */
	const char *line;   /* what Ann runs then */
	int code;           /* what it must return */
	const char *says;   /* what its error, or when there is none its note, must contain */
	const char *board;  /* what picture_brief() must give then */
	const char *output; /* what it must print */
};

/* Checks COUNT cases, each on a new board, and each with FOCUS; and that after each undo (when the
 * line succeeded and changed something) the board is as it was. */
void lines_check(const struct lines_case *cases, size_t count, const struct focus *focus);

#endif
