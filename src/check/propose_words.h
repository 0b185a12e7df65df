/*
 * propose_words: keys for what a name says, to find names that have something in common.
 */
#ifndef CHECK_PROPOSE_WORDS_H
#define CHECK_PROPOSE_WORDS_H

#include <stdint.h>

#include "base/vec.h"
#include "check/tokens.h"

/* One thing that a name says, and that another name may say too. */
struct propose_key {
	uint64_t hash;
	size_t weight; /* among equally frequent keys, the heavier says more */
};

/*
 * Appends to KEYS (of struct propose_key) what the name says, in order and without duplicates:
 *	- English words by their stems ("Shipment", "Shipping"), without those like "list";
 *	- Hangul words by the runs of at least two of their syllables (주문 of 주문서 and 주문항목);
 *	- other words whole.
 * A name made of nothing but generic words keeps them.
 */
void propose_words(const struct tokens *tokens, struct vec *keys);

/* The length of the English WORD in bytes without its endings. */
size_t propose_words_stem(const char *word, size_t len);

#endif
