/*
 * drawn_grid: the columns and rows of a drawing, in which shapes need not lie on a grid.
 *
 * If the drawing is a board that evstorm wrote, the shapes that are still where it put them tell where its columns and
 * rows are. Otherwise shapes that stand about one above the other are a column, and shapes about side by side a row;
 * a wide gap leaves one column or row empty.
 */
#ifndef IMPORT_DRAWN_GRID_H
#define IMPORT_DRAWN_GRID_H

#include "base/vec.h"
#include "model/item.h"

struct drawn_stop {
	double at;    /* in the drawing */
	int64_t slot; /* the column or row there */
};

/* One of its axes. */
struct drawn_axis {
	struct vec stops; /* of struct drawn_stop, ascending */
	double pitch;     /* from one slot to the next */
};

void drawn_axis_init(struct drawn_axis *axis);
void drawn_axis_release(struct drawn_axis *axis);

/* Says that SLOT is at AT. */
void drawn_axis_add(struct drawn_axis *axis, double at, int64_t slot);

/* Makes an axis of the stops that were added, each PITCH from the next. */
void drawn_axis_settle(struct drawn_axis *axis, double pitch);

/* Makes an axis of what was added, whose slots are ignored: those nearer than half of SIZE are one. */
void drawn_axis_cluster(struct drawn_axis *axis, double size);

/* The slot at AT, from 1 to PLACE_MOST. */
int32_t drawn_axis_slot(const struct drawn_axis *axis, double at);

#endif
