/*
 * mode: what keys mean at the moment, and what is drawn.
 *
 * Modes lie on each other: the first shows the board, the others are opened over it and closed again. Each is one
 * constant with its keys as rows; the lowest line, the help, the manual and what `bind` can bind are made of these
 * rows. What a mode has to remember is its state, which the shell makes when the mode is opened first and keeps until
 * it ends.
 */
#ifndef SHELL_MODE_H
#define SHELL_MODE_H

#include "base/vec.h"
#include "draw/cellbuf.h"
#include "model/item.h"
#include "shell/lineedit.h"
#include "terminal/input.h"

struct focus;
struct help;
struct shell;

/* A row: keys and what they do. One with neither hint nor note belongs to the row above it, with which it is shown:
 * "h j k l  move the cursor". */
struct binding {
	const char *keys;    /* "j Down": each of them does it; NULL ends the rows */
	const char *command; /* the command line that they run; of RUN the name by which `bind` knows it */
	const char *hint;    /* what it is for in a word or two; to be translated, as is the next */
	const char *note;    /* the same in a sentence; NULL: the hint says enough */
	void (*run)(struct shell *shell, int argument); /* NULL: COMMAND is one of the board or of the view */
	int argument;
	enum role role;                             /* of RUN: who may, at least */
	bool (*applies)(const struct shell *shell); /* NULL: always; otherwise the keys mean nothing without it */
};

/* What the lowest line shows: the keys of a command, and what they are for. */
struct offer {
	const char *command;
	const char *keys; /* NULL: those of the command */
	const char *hint; /* NULL: as the row has it; otherwise translated already */
};

/* May the person be led elsewhere, when somebody calls? */
enum mode_calm {
	MODE_BUSY,    /* no: they would lose what they are at */
	MODE_READING, /* when it is important */
	MODE_FREE     /* they look at the board anyway */
};

struct mode {
	const char *name;  /* as `bind` has it */
	const char *title; /* of its keys in the help; to be translated */
	const struct binding *rows;
	enum mode_calm calm;
	bool covers; /* draws all that those below it would, but for the first */
	bool bare;   /* there is no lowest line but for what is said */
	bool passes; /* keys that are in no row mean what they mean to the mode below */

	/* It shows what is made of many texts: while a silent round goes on it keeps what it has, shows nothing of it,
	 * and takes no key but Esc. */
	bool waits;

	/* Its state: so many bytes, all 0 until INIT; RELEASE does not free them. Each may be NULL. */
	size_t size;
	void (*init)(struct shell *shell, void *state);
	void (*release)(void *state);

	/* Appends (of struct offer) what the lowest line is to show, in order; NULL: all rows that have a hint. */
	void (*offers)(const struct shell *shell, struct vec *offers);

	/* Adds to the help what is not in the rows; may be NULL. */
	void (*help)(struct help *help);

	/* Takes what is typed and is in no row: a line of text, or anything else; false when it means nothing. */
	struct lineedit *(*line)(struct shell *shell);
	bool (*rest)(struct shell *shell, struct key key);

	void (*paste)(struct shell *shell, const char *text, size_t len); /* NULL: its first line goes into the line */
	void (*mouse)(struct shell *shell, struct mouse mouse);

	/* Of the lowest mode: what commands are about that do not say it. IDS (of int64_t) is to hold the stickies. */
	void (*focus)(const struct shell *shell, struct focus *focus, struct vec *ids);

	/* Of the lowest mode: brings a place of the board into sight. */
	void (*show)(struct shell *shell, struct place place);

	/* Of the lowest mode: lets go of what is selected, after a command was typed about it. */
	void (*let_go)(struct shell *shell);

	void (*draw)(struct shell *shell, struct cellbuf *buf); /* may set the caret */
};

#endif
