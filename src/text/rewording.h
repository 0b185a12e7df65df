/*
 * rewording: the difference between two texts, word by word.
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
	const char *text; /* points into BEFORE, for REWORDING_IN into AFTER; not NUL-terminated */
	size_t len;       /* bytes */
};

/* Fills PARTS (of struct rewording_part) with what was kept, taken out and put in between BEFORE and AFTER, in order;
 * in one place, out precedes in. Words are separated by white space. Texts of thousands of words that differ all over
 * are not compared: one part out, one in. */
void rewording_find(const char *before, const char *after, struct vec *parts);

/* Appends that as text, with the marks of wdiff(1): "Payment [-done-] {+approved in full+}". */
void rewording_format(const char *before, const char *after, struct strbuf *out);

#endif
