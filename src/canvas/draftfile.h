/*
 * draftfile: where somebody was on a board and what they were typing when they left or their terminal went away,
 * kept until they are back.
 *
 * One file a board and person, in $XDG_STATE_HOME/evstorm (else ~/.local/state/evstorm).
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
	/* A text that was not finished: */
	struct strbuf text; /* empty: there was none, and what follows says nothing */
	struct place place;
	enum kind kind;
	int64_t sticky; /* the one whose text it was to become, or 0 for a new one */
};

/* Keeps DRAFT of PERSON for the board file PATH. What cannot be written is lost: nobody is left to be told. */
void draftfile_keep(const char *path, const char *person, const struct draftfile *draft);

/* Takes what was kept for PERSON on the board PATH back into *DRAFT, whose text is to be released; false when there is
 * nothing. */
bool draftfile_take(const char *path, const char *person, struct draftfile *draft);

/* Looks whether a text is kept for PERSON on the board PATH, without taking it: appends it to TEXT, and the file that
 * it is in to FILE. */
bool draftfile_look(const char *path, const char *person, struct strbuf *text, struct strbuf *file);

#endif
