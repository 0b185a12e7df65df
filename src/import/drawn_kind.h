/*
 * drawn_kind: the kinds of the stickies of a drawing, by the colours of their boxes.
 */
#ifndef IMPORT_DRAWN_KIND_H
#define IMPORT_DRAWN_KIND_H

#include "import/intake.h"
#include "sketch/sketch.h"

struct drawn_kinds {
	struct intake *intake;
	double usual; /* the area of most boxes */
};

/* For SHAPES (of const struct sketch_shape *), those that become stickies. */
void drawn_kinds_init(struct drawn_kinds *kinds, const struct vec *shapes, struct intake *intake);

/* The kind of SHAPE, which was WRITTEN, if it is one that evstorm drew. A figure is an actor, and so is a small yellow
 * box among larger ones. A box of no colour gets the kind that stickies without one get; one of an unknown colour that
 * of the options, and is counted in the report. */
enum kind drawn_kinds_of(struct drawn_kinds *kinds, const struct sketch_shape *shape, enum kind written);

#endif
