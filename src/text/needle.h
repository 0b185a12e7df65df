/*
 * needle: whether a text that somebody searches for occurs in another. Case does not count, and a consonant alone
 * stands for all Hangul syllables that begin with it: ㅈㅁ occurs in 주문.
 */
#ifndef TEXT_NEEDLE_H
#define TEXT_NEEDLE_H

#include <stdbool.h>

#include "base/strbuf.h"

/* Appends TEXT, which is clean, as needle_occurs() wants it: folded, and joined consonants apart, as keyboards join
 * what is typed after another (ㄳ is ㄱㅅ). */
void needle_make(struct strbuf *needle, const char *text);

/* Does NEEDLE occur in TEXT? An empty one never does. */
bool needle_occurs(const char *needle, const char *text);

#endif
