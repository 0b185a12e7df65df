#include "text/jamo.h"

#include "base/mem.h"
#include "text/utf8.h"

#define JAMO_INITIALS 0x1100
#define JAMO_VOWELS 0x1161
#define JAMO_FINALS 0x11a8
#define JAMO_SYLLABLES 0xac00
#define JAMO_LONE_VOWELS 0x314f
#define JAMO_REPLACEMENT 0xfffd

/* The initials and finals as letters of their own. */
static const int32_t jamo_initials[] = {0x3131, 0x3132, 0x3134, 0x3137, 0x3138, 0x3139, 0x3141, 0x3142, 0x3143, 0x3145,
	0x3146, 0x3147, 0x3148, 0x3149, 0x314a, 0x314b, 0x314c, 0x314d, 0x314e};
static const int32_t jamo_finals[] = {0x3131, 0x3132, 0x3133, 0x3134, 0x3135, 0x3136, 0x3137, 0x3139, 0x313a, 0x313b,
	0x313c, 0x313d, 0x313e, 0x313f, 0x3140, 0x3141, 0x3142, 0x3144, 0x3145, 0x3146, 0x3147, 0x3148, 0x314a, 0x314b,
	0x314c, 0x314d, 0x314e};
#define JAMO_VOWEL_COUNT 21

bool jamo_is(int32_t code)
{
	return (code >= 0x1100 && code <= 0x11ff) || (code >= 0xa960 && code <= 0xa97f) ||
	       (code >= 0xd7b0 && code <= 0xd7ff);
}

int32_t jamo_lead(int32_t code)
{
	size_t each = JAMO_VOWEL_COUNT * (ARRAY_SIZE(jamo_finals) + 1);
	size_t at = code < JAMO_SYLLABLES ? ARRAY_SIZE(jamo_initials) : (size_t)(code - JAMO_SYLLABLES) / each;

	return at < ARRAY_SIZE(jamo_initials) ? jamo_initials[at] : 0;
}

/* Which of COUNT letters from FROM on is at byte *USED of TEXT, which advances past it; -1 if none. */
static int jamo_at(const char *text, size_t len, int32_t from, size_t count, size_t *used)
{
	int32_t code;
	size_t bytes = utf8_decode(text + *used, len - *used, &code);

	if (!bytes || code < from || (size_t)(code - from) >= count)
		return -1;
	*used += bytes;
	return code - from;
}

int32_t jamo_drawn(const char *text, size_t len, size_t *used)
{
	int initial, vowel, final;
	int32_t code;

	*used = 0;
	initial = jamo_at(text, len, JAMO_INITIALS, ARRAY_SIZE(jamo_initials), used);
	vowel = jamo_at(text, len, JAMO_VOWELS, JAMO_VOWEL_COUNT, used);
	if (initial >= 0 && vowel < 0)
		return jamo_initials[initial];
	if (vowel >= 0 && initial < 0)
		return JAMO_LONE_VOWELS + vowel;
	final = jamo_at(text, len, JAMO_FINALS, ARRAY_SIZE(jamo_finals), used);
	if (initial >= 0)
		return JAMO_SYLLABLES + (initial * JAMO_VOWEL_COUNT + vowel) * ((int32_t)ARRAY_SIZE(jamo_finals) + 1) +
		       final + 1;
	if (final >= 0)
		return jamo_finals[final];
	*used = utf8_decode(text, len, &code);
	return JAMO_REPLACEMENT;
}
