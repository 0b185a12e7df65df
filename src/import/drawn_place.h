/*
 * drawn_place: the slots of the shapes of a drawing (drawn_grid.h).
 */
#ifndef IMPORT_DRAWN_PLACE_H
#define IMPORT_DRAWN_PLACE_H

#include "import/drawn_grid.h"
#include "sketch/sketch.h"

struct drawn_place {
	struct drawn_axis columns, rows;
	bool own;                /* the drawing is one of evstorm's own */
	double shift_x, shift_y; /* by which all of it has been moved */
	int32_t first;           /* of a drawing from elsewhere: the column where it begins */
};

/* Makes the grid for NOTES (of struct sketch_shape *), those that become stickies. FIRST is the first free column. */
void drawn_place_init(struct drawn_place *places, const struct vec *notes, int32_t first);
void drawn_place_release(struct drawn_place *places);

/* Has somebody moved SHAPE, or drawn it? */
bool drawn_place_is_moved(const struct drawn_place *places, const struct sketch_shape *shape);

/* The slot for SHAPE: WRITTEN, the one in its tags, unless it was moved. */
struct place drawn_place_of(const struct drawn_place *places, const struct sketch_shape *shape, struct place written);

#endif
