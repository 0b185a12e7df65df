/*
 * scene_context: the boundaries of bounded contexts. A context is the slots of its members: their ground is tinted,
 * an outline runs round them in the gutters, and each piece of it carries the name on its upper edge.
 *
 *	╭─ Ordering ──────────────────────╮
 *	│[sticky]          [sticky]       │
 *	│                  ╭──────────────╯
 *	│[sticky]          │ [sticky of another or of none]
 *	╰──────────────────╯
 *
 * Which empty slots belong to it is said in layout/boundary.h. Between two columns each side has a gutter cell of its
 *own; the row of gutter between two rows is shared, and lines that meet there join. A boundary that is only proposed is
 *dashed.
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

/* A boundary that is proposed: drawn dashed, and gone when nobody accepts it. */
struct scene_proposal {
	int64_t id;       /* below 0, another for each */
	const char *name; /* clean */
	bool chosen;      /* it is the one in focus */
};

/* What of the contexts is in focus. */
struct scene_context_focus {
	int64_t only;                  /* a context: the others are dimmed; 0: none are */
	const struct map *proposed;    /* id of a sticky -> the struct scene_proposal it would be in; or NULL */
	const struct landing *landing; /* what is carried: they run as they will when it has fallen; or NULL */
	bool bold;                     /* thick lines and no ground, as borders of stickies run where they run */
};

/* Adds the contexts that the viewport shows to SCENE, the grid beginning at X, Y of it. Only what is visible, and the
 * slots round it, are looked at. */
void scene_contexts(struct scene *scene, const struct board *board, const struct viewport *viewport,
	const struct scene_context_focus *focus, int x, int y);

#endif
