/*
 * jsonschema: what a message carries, as JSON schemas: its payload, and as headers the attributes of a
 * CloudEvent with the rest of its metadata.
 */
#ifndef FORMAT_JSONSCHEMA_H
#define FORMAT_JSONSCHEMA_H

#include "format/yaml.h"

/* Writes the schema of the fields of PAYLOAD, as boards keep them, under "payload"; nothing when there are
 * none. */
void jsonschema_payload(struct yaml *yaml, const char *payload);

/* Writes the schema of the metadata, NULL for the usual, under "headers". SOURCE and TYPE are what a
 * CloudEvent of this message always has as such; SOURCE may be NULL. */
void jsonschema_headers(struct yaml *yaml, const char *metadata, const char *source, const char *type);

#endif
