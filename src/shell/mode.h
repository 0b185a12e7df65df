/*
 * mode: what keys mean at the moment, and what is drawn.
 *
 * Modes form a stack: the lowest shows the board, others open over it and close again. Each mode is a constant with its
 * keys as rows; the lowest line, the help, the manual and `bind` follow from these rows. The shell creates the state of
 * a mode when it is first opened, and keeps it until the program ends.
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

/* A row: keys and what they do. A row with neither hint nor note belongs to the row above and is shown with it:
 * "h j k l  move the cursor". */
struct binding {
	const char *keys;    /* "j Down": each of these runs the row; NULL ends the rows */
	const char *command; /* the command line they run; with RUN, its name for `bind` */
	const char *hint;    /* a word or two for the lowest line; translated when shown, like the next */
	const char *note;    /* a sentence for the help; NULL: the hint is enough */
	void (*run)(struct shell *shell, int argument); /* NULL: COMMAND is a command line */
	int argument;
	enum role role;                             /* the lowest role that may RUN it */
	bool (*applies)(const struct shell *shell); /* when the keys mean something; NULL: always */
};

/* An entry of the lowest line: the keys of a command and their hint. */
struct offer {
	const char *command;
	const char *keys; /* NULL: the command's */
	const char *hint; /* already translated; NULL: the row's */
};

/* May somebody's call move this person's view? */
enum mode_calm {
	MODE_BUSY,    /* no: they would lose their work */
	MODE_READING, /* only for important calls */
	MODE_FREE     /* yes: they look at the board anyway */
};

struct mode {
	const char *name;  /* its name for `bind` */
	const char *title; /* heading of its keys in the help; translated when shown */
	const struct binding *rows;
	enum mode_calm calm;
	bool covers; /* below it, only the lowest mode is drawn */
	bool bare;   /* the lowest line shows messages only */
	bool passes; /* keys without a row go to the mode below */

	/* It combines many texts: during a silent round it keeps its state, shows nothing and accepts no key but
	 * Esc. */
	bool waits;

	/* Bytes of its state, zeroed before INIT; RELEASE does not free the state itself. Both may be NULL. */
	size_t size;
	void (*init)(struct shell *shell, void *state);
	void (*release)(void *state);

	/* Appends (of struct offer) the entries of the lowest line, in order; NULL: all rows with a hint. */
	void (*offers)(const struct shell *shell, struct vec *offers);

	/* Does text follow ROW, one with RUN, as things are now? If it then opens nothing to type into, typing does
	 * nothing (refused.h). NULL: it never does. */
	bool (*types)(const struct shell *shell, const struct binding *row);

	/* Adds more than the rows to the help; may be NULL. */
	void (*help)(struct help *help);

	/* Where keys without a row go: the line of text to type into; a function, false if the key means nothing to
	 * it. */
	struct lineedit *(*line)(struct shell *shell);
	bool (*rest)(struct shell *shell, struct key key);

	/* NULL: the first line is typed, if there is a line of text to type into. */
	void (*paste)(struct shell *shell, const char *text, size_t len);
	void (*mouse)(struct shell *shell, struct mouse mouse);

	/* Before a frame is drawn: notes what others have done, and may say so; may be NULL. */
	void (*look)(struct shell *shell);

	/* Lowest mode only: the default target of commands. IDS (of int64_t) keeps its stickies. */
	void (*focus)(const struct shell *shell, struct focus *focus, struct vec *ids);

	/* Lowest mode only: scrolls a place of the board into view. */
	void (*show)(struct shell *shell, struct place place);

	/* Lowest mode only: clears the selection after a command line has used it. */
	void (*clear_selection)(struct shell *shell);

	void (*draw)(struct shell *shell, struct cellbuf *buf); /* may set the caret */
};

#endif
