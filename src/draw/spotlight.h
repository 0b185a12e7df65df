/*
 * spotlight: slots that are set off on a board, each with a frame of its own and a word on it: what
 * an action touched, and what is different between two moments.
 */
#ifndef DRAW_SPOTLIGHT_H
#define DRAW_SPOTLIGHT_H

#include "base/vec.h"
#include "draw/scene.h"
#include "layout/viewport.h"

enum spotlight_what {
	SPOTLIGHT_TOUCHED,
	SPOTLIGHT_ADDED,
	SPOTLIGHT_REMOVED,
	SPOTLIGHT_MOVED,
	SPOTLIGHT_REWORDED,
	SPOTLIGHT_ALTERED, /* something else about it */
	SPOTLIGHT_WHAT_COUNT
};

struct spotlight {
	enum spotlight_what what;
	struct place place;
	const char *text; /* of a sticky that is not there any more, clean; or NULL */
};

/* Adds those of LIST (of struct spotlight) that are seen to a scene of the board, whose grid begins
 * LEFT cells from its left edge. */
void spotlight_draw(struct scene *scene, const struct viewport *viewport, int left, const struct vec *list);

/* "added" in the user's language. */
const char *spotlight_word(enum spotlight_what what);

#endif
