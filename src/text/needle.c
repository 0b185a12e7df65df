#include "text/needle.h"

#include <string.h>

#include "base/mem.h"
#include "text/jamo.h"
#include "text/utf8.h"

#define NEEDLE_CONSONANT_FIRST 0x3131 /* ㄱ */
#define NEEDLE_CONSONANT_LAST 0x314e  /* ㅎ */
#define NEEDLE_CONSONANT_BYTES 3      /* of one in UTF-8 */

/* Two consonants that no syllable begins with, and what they are joined from. */
static const struct needle_joined {
	const char *joined, *apart;
} needle_joined[] = {{"ㄳ", "ㄱㅅ"}, {"ㄵ", "ㄴㅈ"}, {"ㄶ", "ㄴㅎ"}, {"ㄺ", "ㄹㄱ"}, {"ㄻ", "ㄹㅁ"}, {"ㄼ", "ㄹㅂ"},
	{"ㄽ", "ㄹㅅ"}, {"ㄾ", "ㄹㅌ"}, {"ㄿ", "ㄹㅍ"}, {"ㅀ", "ㄹㅎ"}, {"ㅄ", "ㅂㅅ"}};

static bool needle_is_consonant(int32_t code)
{
	return code >= NEEDLE_CONSONANT_FIRST && code <= NEEDLE_CONSONANT_LAST;
}

/* Does TEXT begin with a single consonant? */
static bool needle_has_consonant(const char *text)
{
	int32_t code;

	return utf8_decode(text, strlen(text), &code) && needle_is_consonant(code);
}

/* The consonants joined in the first LEN bytes of TEXT; NULL if these are not two joined consonants. */
static const char *needle_apart(const char *text, size_t len)
{
	for (size_t i = 0; i < ARRAY_SIZE(needle_joined); i++)
		if (len == NEEDLE_CONSONANT_BYTES && !memcmp(text, needle_joined[i].joined, len))
			return needle_joined[i].apart;
	return NULL;
}

void needle_make(struct strbuf *needle, const char *text)
{
	struct strbuf folded = STRBUF_INIT;
	const char *apart;
	int32_t code;
	size_t len;

	utf8_fold(&folded, text, strlen(text));
	for (const char *at = folded.text; (len = utf8_decode(at, strlen(at), &code)); at += len)
		if ((apart = needle_apart(at, len)))
			strbuf_addstr(needle, apart);
		else
			strbuf_add(needle, at, len);
	strbuf_release(&folded);
}

/* Does TEXT, folded, begin with NEEDLE? */
static bool needle_begins(const char *needle, const char *text)
{
	int32_t wanted, code;
	size_t wide, len;

	while (*needle) {
		wide = utf8_decode(needle, strlen(needle), &wanted);
		len = utf8_decode(text, strlen(text), &code);
		if (!wide || !len || (code != wanted && (!needle_is_consonant(wanted) || jamo_lead(code) != wanted)))
			return false;
		needle += wide;
		text += len;
	}
	return true;
}

static bool needle_has_consonants(const char *needle)
{
	for (; *needle; needle++)
		if (needle_has_consonant(needle))
			return true;
	return false;
}

bool needle_occurs(const char *needle, const char *text)
{
	struct strbuf folded = STRBUF_INIT;
	bool found = false;

	if (!needle_has_consonants(needle))
		return utf8_contains_folded(text, needle);
	utf8_fold(&folded, text, strlen(text));
	for (const char *at = folded.text; *at && !found; at++)
		found = needle_begins(needle, at);
	strbuf_release(&folded);
	return found;
}
