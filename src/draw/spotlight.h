/*
 * spotlight: highlighted slots, each with a frame and a word on it: what an action touched, and what differs between
 * two moments.
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
	const char *text; /* of a sticky that is gone, clean; or NULL */
};

/* Adds the visible ones of LIST (of struct spotlight) to a scene of the board whose grid begins LEFT cells from its
 * left edge. */
void spotlight_draw(struct scene *scene, const struct viewport *viewport, int left, const struct vec *list);

/* "added" in the user's language. */
const char *spotlight_word(enum spotlight_what what);

#endif
