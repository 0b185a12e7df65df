/*
 * scene_people: where the others are, as name tags at the slots of their cursors, with what they select and what
 * they are writing on; and what one of them shows to all.
 */
#ifndef DRAW_SCENE_PEOPLE_H
#define DRAW_SCENE_PEOPLE_H

#include "draw/scene.h"
#include "layout/viewport.h"

/* Somebody else who looks at the board. */
struct scene_person {
	const char *name;            /* clean */
	struct place place;          /* of their cursor */
	bool typing;                 /* a new sticky there */
	int64_t edits;               /* the sticky whose text they edit, or 0 */
	struct place_rect selection; /* empty: they select nothing */
};

/* The style of the tag of somebody called NAME: the same for everybody who sees it. */
enum style scene_person_style(const char *name);

/* Adds the tags of COUNT people to a scene of the board, whose grid begins LEFT cells from its left edge. */
void scene_people(struct scene *scene, const struct viewport *viewport, int left, const struct scene_person *people,
	size_t count);

/* Adds a frame round PLACE, to which NAME points, with the name on it. It takes turns: BRIGHT or not, so that it is
 * seen without colour too. */
void scene_pointer(struct scene *scene, const struct viewport *viewport, int left, struct place place, const char *name,
	bool bright);

#endif
