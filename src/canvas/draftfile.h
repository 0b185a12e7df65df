/*
 * draftfile: where a person was on a board, and what they were typing, when they left or their terminal went away;
 * kept until they are back. That is the text of a sticky, or a command line.
 *
 * There is one file per board and person, in $XDG_STATE_HOME/evstorm (by default ~/.local/state/evstorm).
 */
#ifndef CANVAS_DRAFTFILE_H
#define CANVAS_DRAFTFILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "layout/viewport.h"

struct draftfile {
	struct place cursor;
	enum zoom zoom;
	struct place first; /* the slot at the upper left of the view */
	/* An unfinished text: */
	struct strbuf text; /* empty: there was none, and the rest is unused */
	bool command;       /* it is a command line, and the rest is unused */
	struct place place;
	enum kind kind;
	int64_t sticky; /* the sticky being edited, or 0 for a new one */
};

/* Keeps DRAFT of PERSON for the board file PATH. Write errors are ignored: nobody is left to tell. */
void draftfile_keep(const char *path, const char *person, const struct draftfile *draft);

/* Takes what was kept for PERSON on the board PATH back into *DRAFT and removes the file; false if there is nothing.
 * Release DRAFT's text. */
bool draftfile_take(const char *path, const char *person, struct draftfile *draft);

/* Is a text kept for PERSON on the board PATH? If so, appends it to TEXT and the path of its file to FILE, without
 * taking it. */
bool draftfile_look(const char *path, const char *person, struct strbuf *text, struct strbuf *file);

#endif
