/*
 * svg_context: the boundaries of bounded contexts in a picture of a board, as draw/scene_context has
 * them on the canvas: a tinted ground, an outline in the gutters, and the name on each piece of it.
 */
#ifndef FORMAT_SVG_CONTEXT_H
#define FORMAT_SVG_CONTEXT_H

#include "format/svg_paint.h"
#include "layout/viewport.h"
#include "model/board.h"

/* A sticky and where its box begins in the picture, in cells. */
struct svg_slot {
	const struct sticky *sticky;
	int x, y;
};

/* Paints the contexts of SLOTS (of struct svg_slot), which are all stickies of BOARD: grounds and outlines,
 * and, over whatever crosses them, the names. */
void svg_context_shapes(struct svg_paint *paint, const struct board *board, const struct vec *slots,
	const struct zoom_size *size);
void svg_context_names(struct svg_paint *paint, const struct board *board, const struct vec *slots,
	const struct zoom_size *size);

#endif
