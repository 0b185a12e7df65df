#include "check/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check/duplicates.h"
#include "check/hangul.h"
#include "check/lexicon.h"
#include "check/propose_words.h"
#include "check/wording.h"

/* Weights, on the scale of those in evidence.c. */
#define VOCABULARY_CALLED 8.0
#define VOCABULARY_FIRST 1.0
#define VOCABULARY_LATER 0.25

/* With fewer texts, half of them means nothing. */
#define VOCABULARY_TEXTS_LEAST 5

void vocabulary_init(struct vocabulary *vocabulary)
{
	memset(vocabulary, 0, sizeof(*vocabulary));
	vec_init(&vocabulary->words, sizeof(struct vocabulary_word));
	vec_init(&vocabulary->uses, sizeof(struct vocabulary_use));
}

void vocabulary_release(struct vocabulary *vocabulary)
{
	for (size_t i = 0; i < vocabulary->words.count; i++)
		free(vec_get(&vocabulary->words, struct vocabulary_word, i).text);
	vec_release(&vocabulary->words);
	vec_release(&vocabulary->uses);
	map_release(&vocabulary->places);
}

/* The bytes of word AT that count; 0 if it says nothing about the subject. */
static size_t vocabulary_part(const struct tokens *tokens, size_t at, enum kind kind)
{
	static const enum lexicon_list idle[] = {
		LEXICON_COLLECTION, LEXICON_DETERMINER, LEXICON_SUBORDINATE, LEXICON_AUXILIARY, LEXICON_PARTICLE};
	const struct token *word = &tokens->words[at];

	if (word->hangul) {
		size_t len = hangul_stem(word->text, word->len), most = 2 * HANGUL_BYTES;

		return len < most || hangul_is_collection(word->text, len) ? 0 : most;
	}
	for (size_t i = 0; i < ARRAY_SIZE(idle); i++)
		if (lexicon_has(idle[i], word->text, word->len))
			return 0;
	if (kind == KIND_COMMAND && !at && tokens->count > 1 && wording_starts_bare(tokens))
		return 0;
	if (kind != KIND_AGGREGATE && wording_word_is_past(tokens, at))
		return 0;
	return propose_words_stem(word->text, word->len);
}

/* The place of a word, from 0. */
static size_t vocabulary_place(struct vocabulary *vocabulary, const struct token *word, size_t len)
{
	uint64_t hash = duplicates_hash(word->text, len);
	size_t place = (size_t)(uintptr_t)map_get(&vocabulary->places, hash), whole = word->hangul ? len : word->len;

	if (place)
		return place - 1;
	vec_add(&vocabulary->words, struct vocabulary_word) =
		(struct vocabulary_word){.text = mem_strndup(word->text, whole)};
	map_set(&vocabulary->places, hash, (void *)(uintptr_t)vocabulary->words.count);
	return vocabulary->words.count - 1;
}

/* Is PLACE among the uses from FROM on? */
static bool vocabulary_has(const struct vocabulary *vocabulary, size_t from, size_t place)
{
	for (size_t i = from; i < vocabulary->uses.count; i++)
		if (vec_get(&vocabulary->uses, struct vocabulary_use, i).word == place)
			return true;
	return false;
}

/* Adds the words that count or, with ALL, every word. */
static void vocabulary_use(
	struct vocabulary *vocabulary, size_t user, enum kind kind, const struct tokens *tokens, bool all)
{
	size_t from = vocabulary->uses.count;

	for (size_t at = 0; at < tokens->count; at++) {
		size_t len = all ? tokens->words[at].len : vocabulary_part(tokens, at, kind), place;
		struct vocabulary_use use = {.user = user, .first = vocabulary->uses.count == from};

		if (!len)
			continue;
		place = vocabulary_place(vocabulary, &tokens->words[at], len);
		if (vocabulary_has(vocabulary, from, place))
			continue;
		use.word = place;
		use.called = use.first && kind == KIND_AGGREGATE;
		vec_get(&vocabulary->words, struct vocabulary_word, place).texts++;
		vec_get(&vocabulary->words, struct vocabulary_word, place).aggregates += use.called;
		vec_add(&vocabulary->uses, struct vocabulary_use) = use;
	}
}

void vocabulary_add(struct vocabulary *vocabulary, size_t user, enum kind kind, const struct tokens *tokens)
{
	size_t from = vocabulary->uses.count;

	vocabulary_use(vocabulary, user, kind, tokens, false);
	if (vocabulary->uses.count == from && kind == KIND_AGGREGATE)
		vocabulary_use(vocabulary, user, kind, tokens, true);
	vocabulary->texts += vocabulary->uses.count > from;
	vocabulary->aggregates += vocabulary->uses.count > from && kind == KIND_AGGREGATE;
}

/* Is COUNT over half of ALL, so that the word does not tell anything apart? */
static bool vocabulary_is_everywhere(size_t count, size_t all)
{
	return all >= VOCABULARY_TEXTS_LEAST && 2 * count > all;
}

double vocabulary_weight(const struct vocabulary *vocabulary, const struct vocabulary_use *use)
{
	const struct vocabulary_word *word = vec_at(&vocabulary->words, use->word);

	if (use->called && word->aggregates > 1)
		return vocabulary_is_everywhere(word->aggregates, vocabulary->aggregates) ? 0 : VOCABULARY_CALLED;
	if (word->texts < 2 || vocabulary_is_everywhere(word->texts, vocabulary->texts))
		return 0;
	return (use->first ? VOCABULARY_FIRST : VOCABULARY_LATER) *
	       (1 - (double)word->texts / (double)vocabulary->texts);
}
