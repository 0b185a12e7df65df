/*
 * jsonschema: what a message carries, as JSON schemas: its payload and, as headers, the attributes of a CloudEvent
 * with other metadata.
 */
#ifndef FORMAT_JSONSCHEMA_H
#define FORMAT_JSONSCHEMA_H

#include "format/yaml.h"

/* Writes the schema of the fields of PAYLOAD (model/payload.h) under "payload"; nothing if it has none. */
void jsonschema_payload(struct yaml *yaml, const char *payload);

/* Writes the schema of METADATA (NULL: the usual) under "headers". SOURCE and TYPE are the fixed values of these
 * CloudEvent attributes; SOURCE may be NULL. */
void jsonschema_headers(struct yaml *yaml, const char *metadata, const char *source, const char *type);

#endif
