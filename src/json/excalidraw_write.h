/*
 * excalidraw_write: writes a sketch as a drawing of Excalidraw. A note is a rectangle with a text bound to it, a frame
 * a frame, and what is ours is in `customData`.
 */
#ifndef JSON_EXCALIDRAW_WRITE_H
#define JSON_EXCALIDRAW_WRITE_H

#include <stdio.h>

#include "sketch/sketch.h"

/* Writes SKETCH, whose ids and frames must exist. The caller checks for write errors. */
void excalidraw_write(const struct sketch *sketch, FILE *out);

#endif
