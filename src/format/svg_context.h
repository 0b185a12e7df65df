/*
 * svg_context: the boundaries of bounded contexts in a picture of a board, like those on the canvas
 * (draw/scene_context.h): a tinted background, an outline in the gutters, and the name on each piece.
 */
#ifndef FORMAT_SVG_CONTEXT_H
#define FORMAT_SVG_CONTEXT_H

#include "format/svg_paint.h"
#include "layout/viewport.h"
#include "model/board.h"

/* A slot and the corner of its box in the picture, in cells. */
struct svg_slot {
	struct place place;
	const struct sticky *sticky; /* the sticky there, or NULL */
	int64_t context;             /* the context whose boundary it is inside, or 0 */
	int x, y;
	int height; /* of the box, in cells */
};

/* Paints the contexts of SLOTS (of struct svg_slot), which must be all slots inside a boundary in PART of BOARD: first
 * the backgrounds and outlines, open where they leave PART; then, over anything that crosses them, the names. */
void svg_context_shapes(struct svg_paint *paint, const struct board *board, const struct vec *slots,
	const struct viewport_zoom_size *size);
void svg_context_names(struct svg_paint *paint, const struct board *board, const struct vec *slots,
	const struct viewport_zoom_size *size, const struct place_rect *part);

#endif
