/*
 * prompt: a line that is asked for at the bottom of the screen, with what becomes of it; with history, completion of
 * commands, or lines to choose from.
 */
#ifndef SHELL_PROMPT_H
#define SHELL_PROMPT_H

#include "shell/mode.h"

struct question {
	const char *text; /* what stands before the line: a sign, or a sentence, to be translated */
	int (*answer)(struct shell *shell, const char *text);
	bool insists;   /* it is asked again when the answer fails */
	bool remembers; /* the lines before are brought back by Up */
	bool completes; /* a command line, which Tab completes */
	void (*list)(
		const struct shell *shell, struct vec *lines); /* appends (of char *) lines to choose from, or NULL */
	const char *title;                                     /* of that list, to be translated */
};

extern const struct mode prompt_mode;

/* Asks QUESTION, which outlives the shell; BEGIN is there already. */
void prompt_ask(struct shell *shell, const struct question *question, const char *begin);

/* Asks for a command line; a view command. The same for one that begins with LINE. */
void prompt_command(struct shell *shell, int choice);
void prompt_begin(struct shell *shell, const char *line);

#endif
