/*
 * scene_context: the boundaries of bounded contexts. A context covers the slots of its members: their background is
 * tinted, an outline runs around them in the gutters, and each separate piece has the name on its upper edge.
 *
 *	╭─ Ordering ──────────────────────╮
 *	│[sticky]          [sticky]       │
 *	│                  ╭──────────────╯
 *	│[sticky]          │ [sticky of another or of none]
 *	╰──────────────────╯
 *
 * layout/boundary.h says which empty slots belong to it. Between two columns each side has a gutter cell of its own;
 * the row of gutter between two rows is shared, and lines that meet there join. A proposed boundary is dashed.
 */
#ifndef DRAW_SCENE_CONTEXT_H
#define DRAW_SCENE_CONTEXT_H

#include "base/map.h"
#include "draw/landing.h"
#include "draw/scene.h"
#include "layout/viewport.h"
#include "model/board.h"

/* The style of the lines of CONTEXT. */
enum style scene_context_style(const struct context *context);

/* A proposed boundary, drawn dashed until it is accepted or dropped. */
struct scene_proposal {
	int64_t id;       /* below 0, unique */
	const char *name; /* clean */
	bool chosen;      /* it is the one in focus */
};

/* Which context is in focus, and how contexts are drawn. */
struct scene_context_focus {
	int64_t only;                  /* a context: the others are dimmed; 0: none are */
	const struct map *proposed;    /* id of a sticky -> the struct scene_proposal it would be in; or NULL */
	const struct landing *landing; /* what is carried: they run as they will when it has fallen; or NULL */
	bool bold;                     /* thick lines and no tint, since the borders of stickies run there too */
};

/* Adds the contexts that the viewport shows to SCENE, whose grid begins at X, Y. Only the visible slots and those
 * around them are read. */
void scene_contexts(struct scene *scene, const struct board *board, const struct viewport *viewport,
	const struct scene_context_focus *focus, int x, int y);

#endif
