#include "check/sameness.h"

#include <string.h>

#include "check/hangul.h"
#include "check/lexicon.h"
#include "check/wording.h"

#define SAMENESS_SYLLABLE_BYTES 3

/* From this many consonants on a name is told by them alone. */
#define SAMENESS_CONSONANTS_LEAST 4
#define SAMENESS_NAME_MOST 128

/* FNV-1a, and behind it a mix, as sums of these must not be equal by chance. */
static uint64_t sameness_hash(const char *bytes, size_t len)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325);

	for (size_t i = 0; i < len; i++)
		hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001b3);
	hash = (hash ^ (hash >> 32)) * UINT64_C(0xd6e8feb86659fd93);
	return hash ^ (hash >> 32);
}

uint64_t sameness_spelling(const char *text)
{
	return text ? sameness_hash(text, strlen(text)) : 0;
}

/* The bytes of a word that are left without an English plural or possessive. */
static size_t sameness_singular(const struct speech_word *word)
{
	size_t len = word->len;

	if (len > 2 && !memcmp(word->text + len - 2, "'s", 2))
		return len - 2;
	if (len > 4 && !memcmp(word->text + len - 3, "ies", 3))
		return len - 3; /* as sameness_word() leaves out the y of "party" */
	if (len > 4 && !memcmp(word->text + len - 2, "es", 2) && strchr("sxz", word->text[len - 3]))
		return len - 2;
	if (len > 3 && word->text[len - 1] == 's' && !strchr("su'", word->text[len - 2]))
		return len - 1;
	return len > 3 && word->text[len - 1] == 'y' ? len - 1 : len;
}

/* The syllables from START to END, in any order. */
static uint64_t sameness_syllables(const char *text, size_t len)
{
	uint64_t sum = 0;

	for (size_t at = 0; at + SAMENESS_SYLLABLE_BYTES <= len; at += SAMENESS_SYLLABLE_BYTES)
		sum += sameness_hash(text + at, SAMENESS_SYLLABLE_BYTES);
	return sum;
}

uint64_t sameness_text(const struct speech *speech)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < speech->count; i++) {
		const struct speech_word *word = &speech->words[i];

		if (word->hangul)
			sum += sameness_syllables(word->text, word->len);
		else if (!lexicon_has(LEXICON_ARTICLE, word->text, word->len))
			sum += sameness_hash(word->text, sameness_singular(word));
	}
	return sum;
}

/* Appends a word of a name to NAME, as far as there is room. */
static size_t sameness_append(char *name, size_t used, const struct speech_word *word)
{
	size_t len = word->hangul ? hangul_noun(word->text, word->len) : sameness_singular(word);

	if (len > SAMENESS_NAME_MOST - used)
		len = SAMENESS_NAME_MOST - used;
	memcpy(name + used, word->text, len);
	return used + len;
}

/* Writes the first letter and the consonants of NAME to OUT; returns how many bytes. */
static size_t sameness_consonants(const char *name, size_t len, char *out)
{
	size_t used = 0;

	for (size_t i = 0; i < len; i++)
		if (!i || (!strchr("aeiouy", name[i]) && name[i] != out[used - 1]))
			out[used++] = name[i];
	return used;
}

uint64_t sameness_name(const struct speech *speech)
{
	char name[SAMENESS_NAME_MOST], consonants[SAMENESS_NAME_MOST];
	size_t used = 0, count;

	for (size_t i = 0; i < speech->count; i++)
		if (!lexicon_has(LEXICON_GENERIC, speech->words[i].text, speech->words[i].len))
			used = sameness_append(name, used, &speech->words[i]);
	for (size_t i = 0; i < speech->count && !used; i++)
		used = sameness_append(name, used, &speech->words[i]);
	count = sameness_consonants(name, used, consonants);
	return count >= SAMENESS_CONSONANTS_LEAST && speech->english && !speech->hangul
		       ? sameness_hash(consonants, count)
		       : sameness_hash(name, used);
}

/* The bytes of an English word that are left without what conjugates a regular verb. */
static size_t sameness_stem(const struct speech_word *word)
{
	size_t len = sameness_singular(word);
	const char *text = word->text;

	if (len > 4 && !memcmp(text + len - 2, "ed", 2))
		len -= 2;
	if (len > 3 && text[len - 1] == text[len - 2] && !strchr("aeiouls", text[len - 1]))
		len--; /* shipped */
	while (len > 3 && (text[len - 1] == 'e' || text[len - 1] == 'i' || text[len - 1] == 'y'))
		len--; /* place, applied */
	return len;
}

uint64_t sameness_deed(const struct speech *speech)
{
	uint64_t sum = 0;

	for (size_t i = 0; i < speech->count; i++) {
		const struct speech_word *word = &speech->words[i];
		const char *base = word->hangul ? NULL : lexicon_base(word->text, word->len);
		struct speech_word plain = *word;

		if (word->hangul) {
			size_t len = hangul_stem(word->text, word->len);

			sum += sameness_syllables(word->text, hangul_noun(word->text, len));
			continue;
		}
		if (lexicon_has(LEXICON_ARTICLE, word->text, word->len) ||
			!strcmp(word->text, "event"))
			continue;
		if (base)
			plain = (struct speech_word){.text = base, .len = strlen(base)};
		sum += sameness_hash(plain.text, sameness_stem(&plain));
	}
	return sum;
}
