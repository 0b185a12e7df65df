/*
 * drawio_style: the style of a cell of draw.io, words and "name=value" between semicolons: "text;html=1;fillColor=red".
 */
#ifndef SKETCH_DRAWIO_STYLE_H
#define SKETCH_DRAWIO_STYLE_H

#include <stdbool.h>

#include "base/strbuf.h"

/* Replaces *OUT by the value of NAME in STYLE (NULL is empty), or of NAME as a word by "1". False, with *OUT empty, if
 * it is not there. */
bool drawio_style_get(const char *style, const char *name, struct strbuf *out);

/* Is it there with VALUE? */
bool drawio_style_is(const char *style, const char *name, const char *value);

/* Has it the word? */
bool drawio_style_has(const char *style, const char *word);

/* Replaces *OUT by a colour of STYLE: "#rrggbb" or its name, that for light backgrounds. False if it is none. */
bool drawio_style_colour(const char *style, const char *name, struct strbuf *out);

#endif
