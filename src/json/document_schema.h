/*
 * document_schema: the JSON Schema (2020-12) of the JSON of a board (document.h), made from the table of fields.
 */
#ifndef JSON_DOCUMENT_SCHEMA_H
#define JSON_DOCUMENT_SCHEMA_H

#include <stdio.h>

/* Writes the schema to OUT. */
void document_schema_write(FILE *out);

#endif
