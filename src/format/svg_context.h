/*
 * svg_context: the boundaries of bounded contexts in a picture of a board, as draw/scene_context has
 * them on the canvas: a tinted ground, an outline in the gutters, and the name on each piece of it.
 */
#ifndef FORMAT_SVG_CONTEXT_H
#define FORMAT_SVG_CONTEXT_H

#include "format/svg_paint.h"
#include "layout/viewport.h"
#include "model/board.h"

/* A slot and where its box begins in the picture, in cells. */
struct svg_slot {
	struct place place;
	const struct sticky *sticky; /* that lies there, or NULL */
	int64_t context;             /* inside of whose boundary it is, or 0 */
	int x, y;
};

/* Paints the contexts of SLOTS (of struct svg_slot), which are all slots of BOARD that lie inside of a boundary:
 * grounds and outlines, and, over whatever crosses them, the names. */
void svg_context_shapes(struct svg_paint *paint, const struct board *board, const struct vec *slots,
	const struct viewport_zoom_size *size);
void svg_context_names(struct svg_paint *paint, const struct board *board, const struct vec *slots,
	const struct viewport_zoom_size *size);

#endif
