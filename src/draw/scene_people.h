/*
 * scene_people: where the others are, as name tags at the slots of their cursors.
 */
#ifndef DRAW_SCENE_PEOPLE_H
#define DRAW_SCENE_PEOPLE_H

#include "draw/scene.h"
#include "layout/viewport.h"

/* Somebody else who looks at the board. */
struct scene_person {
	const char *name;   /* clean */
	struct place place; /* of their cursor */
	bool typing;
};

/* The style of the tag of somebody called NAME: the same for everybody who sees it. */
enum style scene_person_style(const char *name);

/* Adds the tags of COUNT people to a scene of the board, whose grid begins LEFT cells from its left edge. */
void scene_people(struct scene *scene, const struct viewport *viewport, int left,
	const struct scene_person *people, size_t count);

#endif
