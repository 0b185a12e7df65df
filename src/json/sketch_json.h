/*
 * sketch_json: members of the JSON of drawings, read and written.
 */
#ifndef JSON_SKETCH_JSON_H
#define JSON_SKETCH_JSON_H

#include <jansson.h>
#include <stdbool.h>

#include "base/error.h"
#include "sketch/sketch.h"

/* The text of member NAME of OBJECT, or NULL if there is none. */
const char *sketch_json_text(const json_t *object, const char *name);

/* Is the member true? */
bool sketch_json_flag(const json_t *object, const char *name);

/* Reads a length; without the member, *LENGTH stays. */
int sketch_json_length(const json_t *object, const char *name, double *length, struct error *err);

/* Reads x, y, width and height. */
int sketch_json_box(const json_t *object, struct sketch_shape *shape, struct error *err);

/* Takes the id and what is ours, from the object OWN or NULL, for PART. */
void sketch_json_part(const char *id, const json_t *own, struct sketch_part *part);

/* An object of what is ours of PART, the caller's; NULL if there is nothing. */
json_t *sketch_json_own(const struct sketch_part *part);

/* Refuses a list of COUNT more parts if SKETCH would have too many. */
int sketch_json_room(const struct sketch *sketch, size_t count, struct error *err);

#endif
