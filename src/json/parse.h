/*
 * parse: parses JSON from anybody. More than PARSE_MIB_MOST, members twice and what is nested without end are refused.
 */
#ifndef JSON_PARSE_H
#define JSON_PARSE_H

#include <jansson.h>
#include <stdbool.h>
#include <stdio.h>

#include "base/error.h"

/* The largest document, in MiB. */
#define PARSE_MIB_MOST 64

/* Does an object begin at the place where IN, which can be rewound, is? No header of a table begins so. */
bool parse_begins(FILE *in);

/* Parses what is read from IN, with or without a byte order mark. Returns the value, the caller's; or NULL, with an
 * error that names the file NAME (safe to print) and the place in it. */
json_t *parse_json(FILE *in, const char *name, struct error *err);

#endif
