/*
 * jsoncanvas_write: writes a sketch as a JSON Canvas. What is ours is in a member `evstorm` of each node and edge,
 * which the format leaves to anybody.
 */
#ifndef JSON_JSONCANVAS_WRITE_H
#define JSON_JSONCANVAS_WRITE_H

#include <stdio.h>

#include "sketch/sketch.h"

/* Writes SKETCH, whose ids must exist. The caller checks for write errors. */
void jsoncanvas_write(const struct sketch *sketch, FILE *out);

#endif
