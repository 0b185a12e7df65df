/*
 * document_field: a field of an item as a JSON value, made and read.
 */
#ifndef JSON_DOCUMENT_FIELD_H
#define JSON_DOCUMENT_FIELD_H

#include <jansson.h>
#include <stdbool.h>

#include "model/field.h"

/* Is FIELD of ITEM written? Defaults are not, except for choices. */
bool document_field_is_written(const struct field *field, const void *item);

/* The value of FIELD in ITEM; the caller's. */
json_t *document_field_make(const struct field *field, const void *item);

/* ITEM as an object, with its id and the fields that are written; the caller's. */
json_t *document_field_item(enum entity entity, const void *item);

/* Sets FIELD of ITEM to VALUE. Texts are cleaned. Refuses the wrong type and what is out of range; ITEM then stays as
 * it is. */
int document_field_read(const struct field *field, const json_t *value, void *item, struct error *err);

#endif
