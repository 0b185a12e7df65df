/*
 * svg_plan: where everything is in a picture of a board, or of a part of it. All columns are equally wide; each row is
 * as high as its longest text needs, so that nothing is cut.
 *
 * Links find their way on a grid of equal rows (layout/route.h); svg_plan_y() leads from there to the picture.
 */
#ifndef FORMAT_SVG_PLAN_H
#define FORMAT_SVG_PLAN_H

#include "format/axis.h"
#include "format/svg_context.h"

/* All columns and rows. */
#define SVG_PLAN_ALL                           \
	{                                      \
		{1, 1},                        \
		{                              \
			PLACE_MOST, PLACE_MOST \
		}                              \
	}

/* A row of the picture, in cells. */
struct svg_plan_row {
	int top;    /* of its boxes */
	int height; /* of its boxes */
};

struct svg_plan {
	const struct board *board;
	struct place_rect part; /* what is shown of the board */
	const struct viewport_zoom_size *size;
	struct vec slots;          /* of struct svg_slot, from left to right: slots with a sticky */
	struct vec inside;         /* of struct svg_slot: slots inside a boundary */
	struct axis columns, rows; /* their places in the picture */
	struct vec heights;        /* of struct svg_plan_row: each row of the picture */
	struct viewport viewport;  /* the same with rows of equal height */
	int width, height;         /* of the picture, in cells */
};

/* The plan of the stickies of BOARD in PART. */
void svg_plan_init(struct svg_plan *plan, const struct board *board, struct place_rect part);
void svg_plan_release(struct svg_plan *plan);

/* Is PLACE in the part that is shown? */
bool svg_plan_holds(const struct svg_plan *plan, struct place place);

/* The slot of the picture for PLACE, whose column and row are used. */
struct place svg_plan_place(const struct svg_plan *plan, struct place place);

/* The row of cells in the picture for row Y of cells of `viewport`. */
int svg_plan_y(const struct svg_plan *plan, int y);

/* The height of the box of STICKY, in cells. */
int svg_plan_box_height(const struct sticky *sticky);

/* The size of boxes that need no more room. */
const struct viewport_zoom_size *svg_plan_size(void);

#endif
