/*
 * assistant: a program that works on a board like a person: under a name, in a role, with an undo of its own. The
 * others see where it is, its actions are in the log, and what they write in a silent round or how they vote while that
 * is hidden never reaches it.
 */
#ifndef MCP_ASSISTANT_H
#define MCP_ASSISTANT_H

#include "check/checklist.h"
#include "session/peers.h"
#include "session/session.h"

/* How many of the lines said are kept. */
#define ASSISTANT_SAID 8

struct assistant {
	struct session *session; /* the caller's */
	bool votes;              /* it may vote */
	struct peers peers;
	struct vec said;    /* of char *: the last lines that others said */
	struct place place; /* where it worked last */
	int64_t touched_ms; /* when that was, by clock_span_ms() */
	struct checklist *checklist;
	int64_t checked_ms;   /* when the client last asked for findings, by clock_span_ms(); 0: never */
	struct board *veiled; /* a copy of the board without what is hidden; NULL: nothing is, or there is none yet, */
	uint64_t copied;      /* of this generation, */
	int64_t person;       /* for this person */
	struct vec texts;     /* of struct assistant_text: made from the board */
	struct vec in_time;   /* of const struct sticky *: the stickies of the board that it sees, in time, */
	uint64_t ordered;     /* of this generation */
	uint64_t seen;        /* the generation of the board at the last look, */
	int64_t moved_ms;     /* and since when, by clock_span_ms() */
};

/* Makes a text from the board that the assistant sees. */
typedef void assistant_make(struct assistant *assistant, struct strbuf *text);

/* An assistant on the board of SESSION, which must outlive it. */
void assistant_init(struct assistant *assistant, struct session *session, bool votes);
void assistant_release(struct assistant *assistant);

/* Brings the board up to date. Fails if its file is no longer in its place. */
int assistant_look(struct assistant *assistant, struct error *err);

/* The board as the assistant may see it, valid until the next look or command. */
const struct board *assistant_board(struct assistant *assistant);

/* Its stickies in time (of const struct sticky *); the text that MAKE makes of it. Both are kept until the board
 * changes.
 */
const struct vec *assistant_in_time(struct assistant *assistant);
const struct strbuf *assistant_text(struct assistant *assistant, assistant_make *make);

/* The findings of the checks, up to date; only while no silent round runs. */
struct checklist *assistant_findings(struct assistant *assistant);

/* May it use COMMAND at all: does its role suffice, and is it no vote, or are votes allowed? */
bool assistant_may(const struct assistant *assistant, const struct command *command);

/* Runs the command line in WORDS, that of COMMAND, as one action. */
int assistant_run(struct assistant *assistant, const struct command *command, struct words *words,
	struct session_report *report, struct error *err);

/* Reads where the others are now. */
void assistant_see(struct assistant *assistant);

/* Hears the others, and tells them where the assistant is. True if the log may have grown. */
bool assistant_attend(struct assistant *assistant);

/* The time in ms until there is something to do without the client; -1: never. */
int assistant_next_ms(const struct assistant *assistant);

/* Does what can be done while the client asks for nothing. */
void assistant_idle(struct assistant *assistant);

#endif
