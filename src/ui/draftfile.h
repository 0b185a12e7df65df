/*
 * draftfile: what somebody was typing when their terminal went away, kept until they are back.
 *
 * One file a board and person, in $XDG_STATE_HOME/evstorm (else ~/.local/state/evstorm).
 */
#ifndef UI_DRAFTFILE_H
#define UI_DRAFTFILE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "model/item.h"

/* A text that was not finished. */
struct draftfile {
	struct place place;
	enum kind kind;
	int64_t sticky;     /* the one whose text it was to become, or 0 for a new one */
	struct strbuf text;
};

/* Keeps DRAFT of PERSON for the board file PATH. What cannot be written is lost: nobody is left to be told. */
void draftfile_keep(const char *path, const char *person, const struct draftfile *draft);

/* Takes what PERSON was typing on the board PATH back into *DRAFT, whose text is to be released; false when there is
 * none. */
bool draftfile_take(const char *path, const char *person, struct draftfile *draft);

#endif
