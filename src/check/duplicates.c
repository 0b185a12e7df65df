#include "check/duplicates.h"

#include <string.h>

#include "check/hangul.h"
#include "check/lexicon.h"
#include "check/wording.h"

#define DUPLICATES_TOLD (KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_POLICY))
#define DUPLICATES_NAMED (KIND_BIT(KIND_ACTOR) | KIND_BIT(KIND_EXTERNAL_SYSTEM))
/* Kinds that are compared by name, inside contexts only. */
#define DUPLICATES_NAMED_INSIDE KIND_BIT(KIND_AGGREGATE)

/* A name with at least as many consonants is compared by these alone. */
#define DUPLICATES_CONSONANTS_LEAST 4
#define DUPLICATES_NAME_MOST 128

/* FNV-1a followed by a mix, because sums of hashes must not be equal by chance. */
uint64_t duplicates_hash(const char *bytes, size_t len)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001b3);
	hash = (hash ^ (hash >> 32)) * UINT64_C(0xd6e8feb86659fd93);
	return hash ^ (hash >> 32);
}

uint64_t duplicates_next(uint64_t sequence, uint64_t key)
{
	return (sequence ^ key) * UINT64_C(0x9e3779b97f4a7c15) + 1;
}

uint64_t duplicates_spelling(const char *text)
{
	return text ? duplicates_hash(text, strlen(text)) : 0;
}

/* The key of the syllables of TEXT, in any order. */
static uint64_t duplicates_syllables(const char *text, size_t len)
{
	uint64_t sum = 0;

	for (size_t at = 0; at + HANGUL_BYTES <= len; at += HANGUL_BYTES)
		sum += duplicates_hash(text + at, HANGUL_BYTES);
	return sum;
}

/* The key of a text. The position of words in the past tense does not matter ("Order placed", "Placed order"), nor
 * does the order of Korean syllables; with NUMBER the plural counts. */
static uint64_t duplicates_said(const struct tokens *tokens, bool number)
{
	uint64_t anywhere = 0, order = 0;

	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *word = &tokens->words[i];
		size_t len = word->hangul || number ? word->len : tokens_singular(word);

		if (word->hangul)
			for (size_t at = 0; at < word->len; at += HANGUL_BYTES)
				order = duplicates_next(order, duplicates_hash(word->text + at, HANGUL_BYTES));
		else if (wording_word_is_past(tokens, i))
			anywhere += duplicates_hash(word->text, len);
		else if (!lexicon_has(LEXICON_ARTICLE, word->text, word->len))
			order = duplicates_next(order, duplicates_hash(word->text, len));
	}
	return order + anywhere;
}

uint64_t duplicates_text_key(const struct tokens *tokens)
{
	return duplicates_said(tokens, false);
}

uint64_t duplicates_intent_key(const struct tokens *tokens)
{
	return duplicates_said(tokens, true);
}

/* Appends a word to NAME as far as there is room; returns the bytes then used. */
static size_t duplicates_append(char *name, size_t used, const struct token *word)
{
	size_t len = word->hangul ? hangul_noun(word->text, word->len) : tokens_singular(word);

	if (len > DUPLICATES_NAME_MOST - used)
		len = DUPLICATES_NAME_MOST - used;
	memcpy(name + used, word->text, len);
	return used + len;
}

/* Writes the first letter and the consonants of NAME to OUT; returns how many bytes. */
static size_t duplicates_consonants(const char *name, size_t len, char *out)
{
	size_t used = 0;

	for (size_t i = 0; i < len; i++)
		if (!i || (!strchr("aeiouy", name[i]) && name[i] != out[used - 1]))
			out[used++] = name[i];
	return used;
}

uint64_t duplicates_name_key(const struct tokens *tokens)
{
	char name[DUPLICATES_NAME_MOST], consonants[DUPLICATES_NAME_MOST];
	size_t used = 0, count;

	for (size_t i = 0; i < tokens->count; i++)
		if (!lexicon_has(LEXICON_GENERIC, tokens->words[i].text, tokens->words[i].len))
			used = duplicates_append(name, used, &tokens->words[i]);
	for (size_t i = 0; i < tokens->count && !used; i++)
		used = duplicates_append(name, used, &tokens->words[i]);
	count = duplicates_consonants(name, used, consonants);
	return count >= DUPLICATES_CONSONANTS_LEAST && tokens->english && !tokens->hangul
		       ? duplicates_hash(consonants, count)
		       : duplicates_hash(name, used);
}

/* The length of an English word in bytes without the endings of a regular verb. */
static size_t duplicates_stem(const struct token *word)
{
	size_t len = tokens_singular(word);
	const char *text = word->text;

	if (len > 4 && !memcmp(text + len - 2, "ed", 2))
		len -= 2;
	if (len > 3 && text[len - 1] == text[len - 2] && !strchr("aeiouls", text[len - 1]))
		len--; /* shipped */
	while (len > 3 && (text[len - 1] == 'e' || text[len - 1] == 'i' || text[len - 1] == 'y'))
		len--; /* place, applied */
	return len;
}

uint64_t duplicates_deed_key(const struct tokens *tokens)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *word = &tokens->words[i];
		const char *base = word->hangul ? NULL : lexicon_base(word->text, word->len);
		struct token plain = *word;

		if (word->hangul) {
			size_t len = hangul_stem(word->text, word->len);

			sum += duplicates_syllables(word->text, hangul_noun(word->text, len));
			continue;
		}
		if (lexicon_has(LEXICON_ARTICLE, word->text, word->len) || !strcmp(word->text, "event"))
			continue;
		if (base)
			plain = (struct token){.text = base, .len = strlen(base)};
		sum += duplicates_hash(plain.text, duplicates_stem(&plain));
	}
	return sum;
}

void duplicates_init(struct duplicates *duplicates)
{
	vec_init(&duplicates->all, sizeof(struct duplicate));
	duplicates->ids = duplicates->firsts = (struct map)MAP_INIT;
}

void duplicates_release(struct duplicates *duplicates)
{
	vec_release(&duplicates->all);
	map_release(&duplicates->ids);
	map_release(&duplicates->firsts);
}

void duplicates_reset(struct duplicates *duplicates, size_t count)
{
	vec_reset(&duplicates->all);
	map_reset(&duplicates->ids);
	map_reset(&duplicates->firsts);
	map_reserve(&duplicates->ids, count);
	map_reserve(&duplicates->firsts, count);
}

/* The sticky at the place that MAP has for KEY, or NULL. */
static const struct duplicate *duplicates_at(const struct duplicates *duplicates, const struct map *map, uint64_t key)
{
	size_t place = (size_t)(uintptr_t)map_get(map, key);

	return place ? vec_at(&duplicates->all, place - 1) : NULL;
}

/* The key of a sticky on the timeline. It includes text in brackets, which may be the only difference, and the
 * context, since the same text in two contexts is about two things. */
static uint64_t duplicates_told(const struct sticky *sticky, const struct tokens *tokens)
{
	uint64_t (*read)(const struct tokens *) =
		sticky->kind == KIND_EVENT ? duplicates_text_key : duplicates_intent_key;
	uint64_t key;

	if (tokens->bracketed) {
		struct tokens whole;

		tokens_init(&whole);
		tokens_read_whole(&whole, sticky->text);
		key = read(&whole);
		tokens_release(&whole);
	} else {
		key = read(tokens);
	}
	return duplicates_next(key, (uint64_t)sticky->context);
}

void duplicates_add(struct duplicates *duplicates, const struct sticky *sticky, const struct tokens *tokens)
{
	unsigned kind = KIND_BIT(sticky->kind);
	bool told = kind & DUPLICATES_TOLD;
	bool named = kind & DUPLICATES_NAMED || (kind & DUPLICATES_NAMED_INSIDE && sticky->context);
	const struct duplicate *first;
	uint64_t key;
	void *place;

	if (!tokens->count || !(told || named))
		return;
	key = told ? duplicates_told(sticky, tokens) : duplicates_name_key(tokens);
	key ^= (uint64_t)(sticky->kind + 1) << 56; /* different kinds are different things */
	vec_add(&duplicates->all, struct duplicate) =
		(struct duplicate){sticky->id, key, duplicates_spelling(sticky->text)};
	place = (void *)(uintptr_t)duplicates->all.count;
	map_set(&duplicates->ids, (uint64_t)sticky->id, place);
	first = duplicates_at(duplicates, &duplicates->firsts, key);
	if (!first || sticky->id < first->id)
		map_set(&duplicates->firsts, key, place);
}

const struct duplicate *duplicates_first(const struct duplicates *duplicates, int64_t id)
{
	const struct duplicate *self = duplicates_at(duplicates, &duplicates->ids, (uint64_t)id);

	return self ? duplicates_at(duplicates, &duplicates->firsts, self->key) : NULL;
}
