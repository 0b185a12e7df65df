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
 * Between two columns each side has a gutter cell of its own; the row of gutter between two rows is shared, and
 * lines that meet there join.
 */
#ifndef DRAW_SCENE_CONTEXT_H
#define DRAW_SCENE_CONTEXT_H

#include "draw/scene.h"
#include "layout/viewport.h"
#include "model/board.h"

/* The style of the lines of CONTEXT. */
enum style scene_context_style(const struct context *context);

/* Adds the contexts that the viewport shows to SCENE, the grid beginning at X, Y of it. Only what is visible, and the
 * slots round it, are looked at. */
void scene_contexts(struct scene *scene, const struct board *board, const struct viewport *viewport,
	int x, int y);

#endif
