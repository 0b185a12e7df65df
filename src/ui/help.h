/*
 * help: pages of keys and what they do.
 */
#ifndef UI_HELP_H
#define UI_HELP_H

#include "terminal/key.h"
#include "ui/panel.h"

/* Lines as they are drawn: LINE counts from the first, also those out of sight. */
struct help {
	struct cellbuf *buf;
	struct panel panel;
	int top; /* the first in sight */
	int line;
};

/* A heading; a key and what it does. */
void help_head(struct help *help, const char *text);
void help_row(struct help *help, const char *left, const char *right);

/* Is more in sight below the last line than need be? Then *TOP is brought back to where it is not. */
bool help_is_past(const struct help *help, int *top);

/* By how many lines KEY scrolls, on a screen of ROWS; 0: it leaves. */
int help_scroll(struct key key, int rows);

#endif
