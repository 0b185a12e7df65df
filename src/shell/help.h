/*
 * help: a mode's keys and what they do, from its rows, and the commands.
 */
#ifndef SHELL_HELP_H
#define SHELL_HELP_H

#include "draw/panel.h"
#include "shell/mode.h"

/* Lines as they are drawn: LINE counts from the first, also those out of sight. */
struct help {
	struct cellbuf *buf;
	struct panel panel;
	int top; /* the first in sight */
	int line;
	const char *needle; /* what is searched for, as text/needle.h has it; "" for nothing */
	struct vec hits;    /* of int: the lines that have it */
};

extern const struct mode help_mode;

/* Opens it over the mode that it is about; a view command. */
void help_open(struct shell *shell, int choice);

/* A heading; a key and what it does. */
void help_head(struct help *help, const char *text);
void help_row(struct help *help, const char *left, const char *right);

#endif
