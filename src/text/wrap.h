/*
 * wrap: breaks a text into lines of so many cells.
 *
 * Breaks fall at spaces, after hyphens and slashes, between Han and Kana characters, inside
 * CamelCase words when the word does not fit a line, and at a cluster when nothing else is left; a
 * cluster that is wider than the line breaks between its parts.
 * Hangul breaks at spaces, as Korean is read.
 */
#ifndef TEXT_WRAP_H
#define TEXT_WRAP_H

#include <stdbool.h>
#include <stddef.h>

struct wrap_line {
	size_t start; /* byte offset in the text */
	size_t len;   /* bytes shown; the space or line feed at which it broke is not in it */
	int cells;    /* how wide these are, at most the width asked for */
};

/* Breaks LEN bytes of TEXT into at most MAX lines of at most WIDTH cells (2 or more) and returns how
 * many there are; *REST (may be NULL) tells whether text was left over. An empty text is one empty
 * line. */
size_t wrap_text(const char *text, size_t len, int width, struct wrap_line *lines, size_t max, bool *rest);

#endif
