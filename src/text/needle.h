/*
 * needle: searches a text. Case does not matter, and a single consonant matches all Hangul syllables that begin with
 * it: ㅈㅁ occurs in 주문.
 */
#ifndef TEXT_NEEDLE_H
#define TEXT_NEEDLE_H

#include <stdbool.h>

#include "base/strbuf.h"

/* Appends TEXT, which is clean, in the form that needle_occurs() needs: folded, and with joined consonants taken apart,
 * because keyboards join consonants typed one after the other (ㄱㅅ becomes ㄳ). */
void needle_make(struct strbuf *needle, const char *text);

/* Does NEEDLE occur in TEXT? An empty one never does. */
bool needle_occurs(const char *needle, const char *text);

#endif
