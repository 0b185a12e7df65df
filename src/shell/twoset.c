#include "shell/twoset.h"

#include <string.h>

#include "base/mem.h"

#define TWOSET_LETTERS 0x3131   /* ㄱ to ㅣ, as keyboards send them alone */
#define TWOSET_SYLLABLES 0xac00 /* 가 to 힣 */
#define TWOSET_INITIALS 0x1100  /* the letters of a syllable taken apart: 19, */
#define TWOSET_VOWELS 0x1161    /* 21, */
#define TWOSET_FINALS 0x11a8    /* 27 */
#define TWOSET_VOWEL_COUNT 21
#define TWOSET_FINAL_COUNT 27

/* The keys of ㄱ to ㅣ, in the order of Unicode. */
static const char *const twoset_letters[] = {"r", "R", "rt", "s", "sw", "sg", "e", "E", "f", "fr", "fa", "fq", "ft",
	"fx", "fv", "fg", "a", "q", "Q", "qt", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g", "k", "o", "i", "O",
	"j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l"};

/* The same for the letters of a syllable. */
static const char *const twoset_initials[] = {
	"r", "R", "s", "e", "E", "f", "a", "q", "Q", "t", "T", "d", "w", "W", "c", "z", "x", "v", "g"};
static const char *const twoset_vowels[TWOSET_VOWEL_COUNT] = {
	"k", "o", "i", "O", "j", "p", "u", "P", "h", "hk", "ho", "hl", "y", "n", "nj", "np", "nl", "b", "m", "ml", "l"};
static const char *const twoset_finals[TWOSET_FINAL_COUNT] = {"r", "R", "rt", "s", "sw", "sg", "e", "f", "fr", "fa",
	"fq", "ft", "fx", "fv", "fg", "a", "q", "qt", "t", "T", "d", "w", "c", "z", "x", "v", "g"};

static size_t twoset_put(char keys[TWOSET_KEYS_MOST], size_t count, const char *more)
{
	while (*more)
		keys[count++] = *more++;
	return count;
}

static size_t twoset_syllable(size_t number, char keys[TWOSET_KEYS_MOST])
{
	size_t final = number % (TWOSET_FINAL_COUNT + 1), rest = number / (TWOSET_FINAL_COUNT + 1);
	size_t count = twoset_put(keys, 0, twoset_initials[rest / TWOSET_VOWEL_COUNT]);

	count = twoset_put(keys, count, twoset_vowels[rest % TWOSET_VOWEL_COUNT]);
	return final ? twoset_put(keys, count, twoset_finals[final - 1]) : count;
}

size_t twoset_keys(int32_t code, char keys[TWOSET_KEYS_MOST])
{
	static const struct {
		int32_t from;
		const char *const *keys;
		size_t count;
	} rows[] = {
		{TWOSET_LETTERS, twoset_letters, ARRAY_SIZE(twoset_letters)},
		{TWOSET_INITIALS, twoset_initials, ARRAY_SIZE(twoset_initials)},
		{TWOSET_VOWELS, twoset_vowels, ARRAY_SIZE(twoset_vowels)},
		{TWOSET_FINALS, twoset_finals, ARRAY_SIZE(twoset_finals)},
	};
	size_t syllables = ARRAY_SIZE(twoset_initials) * TWOSET_VOWEL_COUNT * (TWOSET_FINAL_COUNT + 1);

	for (size_t i = 0; i < ARRAY_SIZE(rows); i++)
		if (code >= rows[i].from && (size_t)(code - rows[i].from) < rows[i].count)
			return twoset_put(keys, 0, rows[i].keys[code - rows[i].from]);
	if (code >= TWOSET_SYLLABLES && (size_t)(code - TWOSET_SYLLABLES) < syllables)
		return twoset_syllable((size_t)(code - TWOSET_SYLLABLES), keys);
	return 0;
}

int32_t twoset_letter(char key)
{
	for (size_t i = 0; i < ARRAY_SIZE(twoset_letters); i++)
		if (twoset_letters[i][0] == key && !twoset_letters[i][1])
			return TWOSET_LETTERS + (int32_t)i;
	return 0;
}
