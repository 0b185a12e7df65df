/*
 * jsoncanvas_read: the sketch in a JSON Canvas, as Obsidian keeps it. A text may be Markdown; it is taken as it is.
 */
#ifndef JSON_JSONCANVAS_READ_H
#define JSON_JSONCANVAS_READ_H

#include <jansson.h>
#include <stdbool.h>

#include "base/error.h"
#include "sketch/sketch.h"

/* Is ROOT one? */
bool jsoncanvas_read_is(const json_t *root);

/* Adds what ROOT shows to SKETCH. Errors do not name the file. */
int jsoncanvas_read(const json_t *root, struct sketch *sketch, struct error *err);

#endif
