/*
 * veil: what of a board one person is not to see yet: what others wrote in a silent round that goes on, and how
 * many dots others gave while these are hidden.
 *
 * It is about screens, where people look while they work. Whoever has the file at a shell may read all of it, by
 * `evstorm show` as by sqlite3.
 *
 * What is hidden cannot be changed either, nor what is tied to it: edit.h asks veil_guard() for every change.
 */
#ifndef MODEL_VEIL_H
#define MODEL_VEIL_H

#include "base/error.h"
#include "model/board.h"

struct veil {
	int64_t silent;  /* of stickies from this id on only one's own can be read; 0: all can */
	int64_t person;  /* who looks, or 0 when they are not known to the board yet */
	bool hides_dots; /* of the dots only one's own can be seen */
};

/* It hides nothing. */
#define VEIL_NONE           \
	{                   \
		0, 0, false \
	}

/* What PERSON may not see, in whatever role: a facilitator's screen may be on the wall. */
struct veil veil_for(const struct board *board, int64_t person);

/* May they not read STICKY? */
bool veil_hides(const struct veil *veil, const struct sticky *sticky);

/* May they alter STICKY, or what is tied to it, or be told anything about it? Refused as long as it is hidden. */
int veil_guard(const struct veil *veil, const struct sticky *sticky, struct error *err);

/* What they see in place of its text: "…", or the text, "" when it has none. */
const char *veil_text(const struct veil *veil, const struct sticky *sticky);

/* How many dots they see on it. */
int64_t veil_dots(const struct veil *veil, const struct sticky *sticky);

#endif
