/*
 * drawio_write: writes a sketch as a drawing of draw.io, plain. Frames are containers: what is in one moves with it.
 */
#ifndef SKETCH_DRAWIO_WRITE_H
#define SKETCH_DRAWIO_WRITE_H

#include <stdio.h>

#include "sketch/sketch.h"

/* Writes SKETCH, whose ids and frames must exist. The caller checks for write errors. */
void drawio_write(const struct sketch *sketch, FILE *out);

#endif
