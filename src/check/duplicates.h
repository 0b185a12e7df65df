/*
 * duplicates: which stickies of a board say the same, and the keys by which that is told: numbers that
 * are equal for texts that say the same.
 *
 * The first of those that say the same is the one with the lowest id. The others are compared with it,
 * so of two stickies with one text the later one is a finding, which names the first.
 */
#ifndef CHECK_DUPLICATES_H
#define CHECK_DUPLICATES_H

#include <stdint.h>

#include "base/map.h"
#include "base/vec.h"
#include "check/tokens.h"
#include "model/item.h"

/* A sticky that is compared with others. */
struct duplicate {
	int64_t id;
	uint64_t key;      /* equal for all that say the same */
	uint64_t spelling; /* of its text */
};

struct duplicates {
	struct vec all;    /* of struct duplicate */
	struct map ids;    /* id of a sticky -> its place in `all` from 1 on, as a pointer */
	struct map firsts; /* key -> the place of the first with it */
};

void duplicates_init(struct duplicates *duplicates);
void duplicates_release(struct duplicates *duplicates);

/* Forgets all stickies, and makes room for COUNT. */
void duplicates_reset(struct duplicates *duplicates, size_t count);

/* Adds STICKY, whose words are TOKENS. Events, commands and policies are compared by what they say in their context,
 * also in brackets; actors and external systems by name, and so are aggregates in contexts. Others, and empty ones, say
 * nothing. */
void duplicates_add(struct duplicates *duplicates, const struct sticky *sticky, const struct tokens *tokens);

/* The first of those that say the same as the sticky ID, which may be itself; NULL when that is not compared. */
const struct duplicate *duplicates_first(const struct duplicates *duplicates, int64_t id);

/* Of a whole text: case, punctuation, articles and the plural do not count, nor where a word in the past tense
 * stands; the order of the others does, as who did it to whom. Korean is compared by its syllables, as its spaces
 * are put freely. */
uint64_t duplicates_text_key(const struct tokens *tokens);

/* The same of what somebody wants: "Expire subscription" and "Expire subscriptions" are two intentions. */
uint64_t duplicates_intent_key(const struct tokens *tokens);

/* Of a name: spaces, case, punctuation, the plural and words like "system" do not count, and in
 * longer names neither do vowels and doubled letters, which are what is mistyped most. */
uint64_t duplicates_name_key(const struct tokens *tokens);

/* Of a deed: "Submit claim", "ClaimSubmitted" and 주문, 주문됨 are the same. */
uint64_t duplicates_deed_key(const struct tokens *tokens);

/* Of the very bytes; NULL is empty. */
uint64_t duplicates_spelling(const char *text);
uint64_t duplicates_hash(const char *bytes, size_t len);

/* Of a sequence, whose key so far is SEQUENCE and that goes on with KEY. */
uint64_t duplicates_next(uint64_t sequence, uint64_t key);

#endif
