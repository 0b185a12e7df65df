/*
 * veil: hides from a person the stickies that others write during a silent round, and the votes of others while votes
 * are hidden.
 *
 * It protects screens, not the file: anybody with a shell can read everything, with `evstorm show` or with sqlite3.
 *
 * People cannot change hidden stickies, nor the items that refer to them: edit.h calls veil_guard() for every change.
 */
#ifndef MODEL_VEIL_H
#define MODEL_VEIL_H

#include "base/error.h"
#include "model/board.h"

struct veil {
	int64_t silent;  /* from this id on, they see only their own stickies; 0: all */
	int64_t person;  /* who is looking; 0 if they are not on the board yet */
	bool hides_dots; /* they see only their own votes */
};

/* Hides nothing. */
#define VEIL_NONE           \
	{                   \
		0, 0, false \
	}

/* What is hidden from PERSON, whatever their role, as a facilitator's screen may be projected. */
struct veil veil_for(const struct board *board, int64_t person);

/* Is STICKY hidden from them? */
bool veil_hides(const struct veil *veil, const struct sticky *sticky);

/* Returns 0 if they may see and change STICKY and the items that refer to it; an error while it is hidden. */
int veil_guard(const struct veil *veil, const struct sticky *sticky, struct error *err);

/* The text that they see: that of STICKY ("" if it has none), or "…" while it is hidden. */
const char *veil_text(const struct veil *veil, const struct sticky *sticky);

/* How many dots they see on it. */
int64_t veil_dots(const struct veil *veil, const struct sticky *sticky);

#endif
