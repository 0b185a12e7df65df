/*
 * veil: what one person may not see of a board yet: what others write during a silent round, and the votes of others
 * while these are hidden.
 *
 * It protects screens, not the file: with a shell, people can read everything, with `evstorm show` or with sqlite3.
 *
 * What is hidden cannot be changed either, nor what is tied to it: edit.h asks veil_guard() for every change.
 */
#ifndef MODEL_VEIL_H
#define MODEL_VEIL_H

#include "base/error.h"
#include "model/board.h"

struct veil {
	int64_t silent;  /* from this id on, only their own stickies are visible; 0: all are */
	int64_t person;  /* who looks, or 0 when they are not known to the board yet */
	bool hides_dots; /* only their own votes are visible */
};

/* It hides nothing. */
#define VEIL_NONE           \
	{                   \
		0, 0, false \
	}

/* What PERSON may not see, whatever their role: a facilitator's screen may be projected. */
struct veil veil_for(const struct board *board, int64_t person);

/* Is STICKY hidden from them? */
bool veil_hides(const struct veil *veil, const struct sticky *sticky);

/* Returns 0 if they may change STICKY or what is tied to it, or learn about it; an error while it is hidden. */
int veil_guard(const struct veil *veil, const struct sticky *sticky, struct error *err);

/* The text that they see: its own ("" if it has none), or "…" while hidden. */
const char *veil_text(const struct veil *veil, const struct sticky *sticky);

/* How many votes they see on it. */
int64_t veil_dots(const struct veil *veil, const struct sticky *sticky);

#endif
