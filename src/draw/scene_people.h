/*
 * scene_people: where the others are: name tags at their cursors, with what they select and edit; and what one of them
 * points at.
 */
#ifndef DRAW_SCENE_PEOPLE_H
#define DRAW_SCENE_PEOPLE_H

#include "draw/scene.h"
#include "layout/viewport.h"

/* Another person on the board. */
struct scene_person {
	const char *name;            /* clean */
	struct place place;          /* of their cursor */
	bool typing;                 /* they type a new sticky there */
	int64_t edits;               /* the sticky whose text they edit, or 0 */
	struct place_rect selection; /* empty: they select nothing */
};

/* The style of NAME's tag: the same on every screen. */
enum style scene_person_style(const char *name);

/* Adds the tags of COUNT people to a scene of the board, whose grid begins LEFT cells from its left edge. */
void scene_people(struct scene *scene, const struct viewport *viewport, int left, const struct scene_person *people,
	size_t count);

/* Adds a frame around PLACE, where NAME points, with the name on it. It blinks: call it with BRIGHT on and off, so
 * that it shows without colour too. */
void scene_pointer(struct scene *scene, const struct viewport *viewport, int left, struct place place, const char *name,
	bool bright);

#endif
