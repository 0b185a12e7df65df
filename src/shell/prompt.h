/*
 * prompt: asks for a line at the bottom of the screen, with history, completion of commands, or a list to choose from.
 */
#ifndef SHELL_PROMPT_H
#define SHELL_PROMPT_H

#include "shell/mode.h"

struct question {
	const char *text; /* shown before the line: a sign, or a sentence, translated when shown */
	int (*answer)(struct shell *shell, const char *text);
	bool insists;   /* asks again when the answer fails, with the line as it was typed */
	bool remembers; /* has a history */
	bool completes; /* a command line, with completion; all share their history */
	void (*list)(
		const struct shell *shell, struct vec *lines); /* appends (of char *) lines to choose from, or NULL */
	const char *title;                                     /* of that list, translated when shown */
	/* Appends the command line that does what answering TEXT does, for when the terminal goes away meanwhile; NULL:
	 * the text is not worth keeping, or is one. */
	void (*keep)(const struct shell *shell, const char *text, struct strbuf *line);
};

extern const struct mode prompt_mode;

/* Asks QUESTION, which must outlive the shell; the line starts with BEGIN, as do the lines of its history. */
void prompt_ask(struct shell *shell, const struct question *question, const char *begin);

/* Asks for a command line; a view command. The same with a line that starts with LINE, until it succeeds. */
void prompt_command(struct shell *shell, int choice);
void prompt_begin(struct shell *shell, const char *line);

/* Appends the command line that is being typed, or that does what is typed; nothing if that is not to be kept. */
void prompt_save(const struct shell *shell, struct strbuf *line);

#endif
