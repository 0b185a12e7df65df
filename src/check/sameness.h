/*
 * sameness: numbers that are equal for texts that say the same.
 */
#ifndef CHECK_SAMENESS_H
#define CHECK_SAMENESS_H

#include <stdint.h>

#include "check/speech.h"

/* Of a whole text: case, punctuation, the order of words, articles and the plural do not count.
 * Korean is compared by its syllables, as its spaces are put freely. */
uint64_t sameness_text(const struct speech *speech);

/* Of a name: spaces, case, punctuation, the plural and words like "system" do not count, and in
 * longer names neither do vowels and doubled letters, which are what is mistyped most. */
uint64_t sameness_name(const struct speech *speech);

/* Of a deed: "Submit claim", "ClaimSubmitted" and 주문, 주문됨 are the same. */
uint64_t sameness_deed(const struct speech *speech);

/* Of the very bytes; NULL is empty. */
uint64_t sameness_spelling(const char *text);

#endif
