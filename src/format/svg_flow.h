/*
 * svg_flow: messages as a picture for HTML: a column for each who sends or receives, an arrow for each message, in
 * their order downwards.
 */
#ifndef FORMAT_SVG_FLOW_H
#define FORMAT_SVG_FLOW_H

#include <stdio.h>

#include "base/vec.h"

/* Writes COUNT of EXCHANGES (of struct exchange) from FIRST on; they are numbered from the first of all. */
void svg_flow_write(const struct vec *exchanges, size_t first, size_t count, const char *title, FILE *out);

#endif
