/*
 * drawn_look: sees in a drawing what its shapes do not say: that a box around others is a frame, that words on a box
 * are its text, in which frame a box lies, and at which boxes the loose ends of arrows are.
 */
#ifndef IMPORT_DRAWN_LOOK_H
#define IMPORT_DRAWN_LOOK_H

#include "base/error.h"
#include "sketch/sketch.h"

/* Does so with SKETCH. Fails if too much lies on top of each other. */
int drawn_look(struct sketch *sketch, struct error *err);

#endif
