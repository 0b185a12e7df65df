/*
 * excalidraw_read: the sketch in a drawing of Excalidraw.
 */
#ifndef JSON_EXCALIDRAW_READ_H
#define JSON_EXCALIDRAW_READ_H

#include <jansson.h>
#include <stdbool.h>

#include "base/error.h"
#include "sketch/sketch.h"

/* Is ROOT one? */
bool excalidraw_read_is(const json_t *root);

/* Adds what ROOT shows to SKETCH. Errors do not name the file. */
int excalidraw_read(const json_t *root, struct sketch *sketch, struct error *err);

#endif
