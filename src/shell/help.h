/*
 * help: a mode's keys and what they do, from its rows, and the commands.
 */
#ifndef SHELL_HELP_H
#define SHELL_HELP_H

#include "draw/panel.h"
#include "shell/mode.h"

/* The help while it is drawn; line numbers include lines out of sight. */
struct help {
	struct cellbuf *buf;
	struct panel panel;
	int top; /* the first visible line */
	int line;
	const char *needle; /* the text to search, prepared by text/needle.h; "" for none */
	struct vec hits;    /* of int: the matching lines */
};

extern const struct mode help_mode;

/* Opens the help about the topmost mode, over it; a view command. */
void help_open(struct shell *shell, int choice);

/* Adds a heading; a key and what it does. */
void help_head(struct help *help, const char *text);
void help_row(struct help *help, const char *left, const char *right);

#endif
