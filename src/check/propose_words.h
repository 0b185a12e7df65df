/*
 * propose_words: what the names of aggregates have in common.
 */
#ifndef CHECK_PROPOSE_WORDS_H
#define CHECK_PROPOSE_WORDS_H

#include <stdint.h>

#include "base/vec.h"
#include "check/tokens.h"

/* Something that a name says and that another may say as well. */
struct propose_key {
	uint64_t hash;
	size_t weight; /* of two that are as frequent, the heavier says more */
};

/*
 * Appends to KEYS (of struct propose_key) what the name says, the first word first and nothing twice:
 *	- English words by their stems ("Shipment", "Shipping"), without those like "list";
 *	- Hangul words by the runs of at least two of their syllables (주문 of 주문서 and 주문항목);
 *	- other words whole.
 * A name of nothing but such words is taken by them.
 */
void propose_words(const struct tokens *tokens, struct vec *keys);

/* Bytes that are left of the English WORD without its endings. */
size_t propose_words_stem(const char *word, size_t len);

#endif
