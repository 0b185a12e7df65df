/*
 * rewording: which words of a text became which.
 *
 *	Payment done  ->  Payment approved in full
 *	kept "Payment", out "done", in "approved in full"
 */
#ifndef TEXT_REWORDING_H
#define TEXT_REWORDING_H

#include <stddef.h>

#include "base/strbuf.h"
#include "base/vec.h"

enum rewording_what { REWORDING_KEPT, REWORDING_OUT, REWORDING_IN };

/* Some words, with the spaces between them. */
struct rewording_part {
	enum rewording_what what;
	const char *text; /* in the text before, or after for REWORDING_IN; not ended by a NUL */
	size_t len;       /* bytes */
};

/* Fills PARTS (of struct rewording_part) with what became of BEFORE on the way to AFTER, in order;
 * what went out stands before what came in. Words are what stands between white space. Texts of
 * thousands of words that have nothing in common are one part out, one in. */
void rewording_find(const char *before, const char *after, struct vec *parts);

/* Appends that as text, with the marks of wdiff(1): "Payment [-done-] {+approved in full+}". */
void rewording_format(const char *before, const char *after, struct strbuf *out);

#endif
