/*
 * wrap: breaks a text into lines of a width in cells.
 *
 * Lines break at spaces, after hyphens and slashes, and between Han and Kana characters; in CamelCase words that do
 * not fit a line; failing all that, between clusters, and inside a cluster wider than the line.
 * Hangul breaks at spaces only, as Korean is read.
 */
#ifndef TEXT_WRAP_H
#define TEXT_WRAP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

struct wrap_line {
	size_t start; /* byte offset in the text */
	size_t len;   /* bytes shown, without the space or line feed at which the line breaks */
	int cells;    /* their width, at most the width asked for */
};

/* Breaks LEN bytes of TEXT into at most MAX lines of at most WIDTH cells (2 or more) and returns their
 * number. Sets *REST (may be NULL) to whether text is left over. An empty text is one empty line. */
size_t wrap_text(const char *text, size_t len, int width, struct wrap_line *lines, size_t max, bool *rest);

/* Appends TEXT broken into lines of at most WIDTH cells, with line feeds between them. Returns how many they are. */
size_t wrap_lines(struct strbuf *out, const char *text, int width);

#endif
