/*
 * drawio_read: reads a drawing of draw.io (diagrams.net): <mxfile> with pages, plain or compressed, or a bare
 * <mxGraphModel>.
 */
#ifndef SKETCH_DRAWIO_READ_H
#define SKETCH_DRAWIO_READ_H

#include <stdio.h>

#include "base/error.h"
#include "sketch/sketch.h"

/* Adds page PAGE, a name or a number from 1 (NULL: the first), of the drawing in IN to SKETCH, which is empty. Errors
 * do not name the file. */
int drawio_read(FILE *in, const char *page, struct sketch *sketch, struct error *err);

#endif
