#include "check/propose_words.h"

#include <string.h>

#include "base/mem.h"
#include "check/duplicates.h"
#include "check/hangul.h"
#include "check/lexicon.h"

#define PROPOSE_WORDS_SYLLABLES 12 /* of a word; the rest is ignored */
#define PROPOSE_WORDS_BYTES 64     /* of a stem; longer words have none */

/* Endings that turn a stem into another word, and how much of the word must be left. */
static const struct {
	const char *ending;
	size_t least;
} propose_words_endings[] = {
	{"ations", 3},
	{"ation", 3},
	{"tions", 3},
	{"tion", 3},
	{"ments", 3},
	{"ment", 3},
	{"ings", 3},
	{"ing", 3},
	{"eries", 4},
	{"ery", 4},
	{"ies", 3},
	{"ers", 4},
	{"er", 4},
	{"ed", 3},
	{"es", 4},
	{"s", 3},
	{"y", 3},
	{"e", 3},
};

/* The length of WORD in bytes without one ending; LEN if it has none. */
static size_t propose_words_shorten(const char *word, size_t len)
{
	for (size_t i = 0; i < ARRAY_SIZE(propose_words_endings); i++) {
		size_t size = strlen(propose_words_endings[i].ending);

		if (len < size + propose_words_endings[i].least ||
			memcmp(word + len - size, propose_words_endings[i].ending, size))
			continue;
		if (size == 1 && word[len - 1] == 's' && strchr("su", word[len - 2]))
			continue;
		return len - size;
	}
	return len;
}

size_t propose_words_stem(const char *word, size_t len)
{
	size_t before;

	do {
		before = len;
		len = propose_words_shorten(word, len);
		/* shipp of shipping */
		if (len < before && len > 3 && word[len - 1] == word[len - 2] && !strchr("aeiouls", word[len - 1]))
			len--;
	} while (len < before);
	return len;
}

static void propose_words_add(struct vec *keys, const char *text, size_t len, size_t weight)
{
	char copy[PROPOSE_WORDS_BYTES];
	uint64_t hash;

	if (len >= sizeof(copy))
		len = sizeof(copy) - 1;
	memcpy(copy, text, len);
	copy[len] = '\0';
	hash = duplicates_spelling(copy);
	for (size_t i = 0; i < keys->count; i++)
		if (vec_get(keys, struct propose_key, i).hash == hash)
			return;
	vec_add(keys, struct propose_key) = (struct propose_key){hash, weight};
}

static void propose_words_hangul(struct vec *keys, const struct token *word, bool all)
{
	size_t len = word->len, most = PROPOSE_WORDS_SYLLABLES * HANGUL_BYTES;

	if (len > most)
		len = most;
	if (len == HANGUL_BYTES)
		propose_words_add(keys, word->text, len, 1);
	for (size_t at = 0; at < len; at += HANGUL_BYTES)
		for (size_t size = 2 * HANGUL_BYTES; at + size <= len; size += HANGUL_BYTES)
			if (all || !hangul_is_collection(word->text + at, size))
				propose_words_add(keys, word->text + at, size, size / HANGUL_BYTES);
}

/* The keys of TOKENS; with ALL, also of generic words. */
static void propose_words_of(const struct tokens *tokens, struct vec *keys, bool all)
{
	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *word = &tokens->words[i];

		if (word->hangul)
			propose_words_hangul(keys, word, all);
		else if (all || !lexicon_has(LEXICON_COLLECTION, word->text, word->len))
			propose_words_add(keys, word->text, propose_words_stem(word->text, word->len), 0);
	}
}

void propose_words(const struct tokens *tokens, struct vec *keys)
{
	propose_words_of(tokens, keys, false);
	if (!keys->count)
		propose_words_of(tokens, keys, true);
}
