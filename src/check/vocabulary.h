/*
 * vocabulary: the words that a board is written in, and who uses which.
 *
 * A word is an English stem (propose_words.h), or the first two syllables of a Korean word, which are the noun that
 * a compound begins with: 주문 of 주문확정됨. What says nothing about the matter is left out: the verb of a
 * command, what says that something has happened, "list", "of". An aggregate called by nothing else is called by that.
 */
#ifndef CHECK_VOCABULARY_H
#define CHECK_VOCABULARY_H

#include "base/map.h"
#include "base/vec.h"
#include "check/tokens.h"
#include "model/kind.h"

struct vocabulary_word {
	char *text;        /* as it was met first, folded; owned */
	size_t texts;      /* how many use it */
	size_t aggregates; /* how many aggregates begin with it */
};

struct vocabulary_use {
	size_t user; /* whatever the caller calls it by */
	size_t word; /* its place in `words` */
	bool first;  /* the text begins with it */
	bool called; /* the user is an aggregate, which is called by it */
};

struct vocabulary {
	struct vec words;         /* of struct vocabulary_word */
	struct map places;        /* hash of a word -> its place in `words`, from 1 */
	struct vec uses;          /* of struct vocabulary_use, text by text */
	size_t texts, aggregates; /* that were read and use any word */
};

void vocabulary_init(struct vocabulary *vocabulary);
void vocabulary_release(struct vocabulary *vocabulary);

/* Adds the text of a sticky of KIND, whose words are TOKENS. */
void vocabulary_add(struct vocabulary *vocabulary, size_t user, enum kind kind, const struct tokens *tokens);

/* How much USE says about what else belongs to its user, once all texts are there: the rarer a word, the more. What
 * over half of the texts use says nothing, and neither does what over half of the aggregates are called by. */
double vocabulary_weight(const struct vocabulary *vocabulary, const struct vocabulary_use *use);

#endif
