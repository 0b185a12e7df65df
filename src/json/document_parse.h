/*
 * document_parse: a document (document.h) as a tree, before anybody looks at what it says.
 */
#ifndef JSON_DOCUMENT_PARSE_H
#define JSON_DOCUMENT_PARSE_H

#include <jansson.h>
#include <stdio.h>

#include "base/error.h"

/* Is ROOT a board of a version that is known, without members that are not? Says what is wrong. */
int document_parse_check(const json_t *root, struct error *err);

/* The document that is read from IN, as parse_json() does, if document_parse_check() takes it; the caller's. NULL
 * otherwise, with an error that names the file NAME (safe to print). */
json_t *document_parse(FILE *in, const char *name, struct error *err);

#endif
