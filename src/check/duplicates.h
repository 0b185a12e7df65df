/*
 * duplicates: which stickies of a board say the same. Texts that say the same have equal keys.
 *
 * Among stickies that say the same, the first is the one with the lowest id; the others are compared with it. So of
 * two stickies with the same text, the later one is the finding, and it names the first.
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
	uint64_t spelling; /* key of the exact text */
};

struct duplicates {
	struct vec all;    /* of struct duplicate */
	struct map ids;    /* id of a sticky -> its place in `all` from 1 on, as a pointer */
	struct map firsts; /* key -> the place of the first with it */
};

void duplicates_init(struct duplicates *duplicates);
void duplicates_release(struct duplicates *duplicates);

/* Drops all stickies and makes room for COUNT. */
void duplicates_reset(struct duplicates *duplicates, size_t count);

/* Adds STICKY, whose words are TOKENS. Events, commands and policies are compared by their whole text, brackets
 * included, within their context; actors, external systems and aggregates in contexts by name. Other kinds and empty
 * stickies are not compared. */
void duplicates_add(struct duplicates *duplicates, const struct sticky *sticky, const struct tokens *tokens);

/* The first of the stickies that say the same as sticky ID, perhaps itself; NULL if ID is not compared. */
const struct duplicate *duplicates_first(const struct duplicates *duplicates, int64_t id);

/* The key of a whole text. Ignores case, punctuation, articles, plurals and the position of words in the past tense;
 * the order of other words counts, since it says who did what to whom. Korean is compared by its syllables, since its
 * spacing varies. */
uint64_t duplicates_text_key(const struct tokens *tokens);

/* The same for an intention, where the plural counts: "Expire subscription" and "Expire subscriptions" differ. */
uint64_t duplicates_intent_key(const struct tokens *tokens);

/* The key of a name. Ignores spaces, case, punctuation, plurals and words like "system"; in longer names also vowels
 * and doubled letters, which are mistyped most often. */
uint64_t duplicates_name_key(const struct tokens *tokens);

/* The key of an action: "Submit claim", "ClaimSubmitted" and 주문, 주문됨 are the same. */
uint64_t duplicates_deed_key(const struct tokens *tokens);

/* The key of the exact bytes; NULL is empty. */
uint64_t duplicates_spelling(const char *text);
uint64_t duplicates_hash(const char *bytes, size_t len);

/* The key of a sequence whose key so far is SEQUENCE, with KEY added. */
uint64_t duplicates_next(uint64_t sequence, uint64_t key);

#endif
