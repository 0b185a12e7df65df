/*
 * vocabulary: the words of a board, and which texts use them.
 *
 * A word is an English stem (propose_words.h) or the first two syllables of a Korean word, the noun that a compound
 * begins with: 주문 of 주문확정됨. Words that say nothing about the subject are left out: the verb of a command, the
 * words for something having happened, "list", "of". An aggregate named with nothing else keeps them.
 */
#ifndef CHECK_VOCABULARY_H
#define CHECK_VOCABULARY_H

#include "base/map.h"
#include "base/vec.h"
#include "check/tokens.h"
#include "model/kind.h"

struct vocabulary_word {
	char *text;        /* as first seen, folded; owned */
	size_t texts;      /* how many texts use it */
	size_t aggregates; /* how many aggregates begin with it */
};

struct vocabulary_use {
	size_t user; /* the caller's number for the text */
	size_t word; /* its place in `words` */
	bool first;  /* the text begins with it */
	bool called; /* the user is an aggregate, and the word is in its name */
};

struct vocabulary {
	struct vec words;         /* of struct vocabulary_word */
	struct map places;        /* hash of a word -> its place in `words`, from 1 */
	struct vec uses;          /* of struct vocabulary_use, text by text */
	size_t texts, aggregates; /* read so far that use any word */
};

void vocabulary_init(struct vocabulary *vocabulary);
void vocabulary_release(struct vocabulary *vocabulary);

/* Adds the text of a sticky of KIND, whose words are TOKENS. */
void vocabulary_add(struct vocabulary *vocabulary, size_t user, enum kind kind, const struct tokens *tokens);

/* How much USE says about what else belongs with its user, once all texts are added: the rarer a word, the more. A
 * word of over half of the texts, or in the names of over half of the aggregates, says nothing. */
double vocabulary_weight(const struct vocabulary *vocabulary, const struct vocabulary_use *use);

#endif
