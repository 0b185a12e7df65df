#include "format/identifiers.h"

#include <inttypes.h>
#include <stdbool.h>
#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"

/* The letters of Hangul in the Revised Romanization, one by one. A syllable is a first letter, a vowel and a last
 * letter. */
static const char *const identifiers_firsts[] = {
	"g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h"};
static const char *const identifiers_vowels[] = {"a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe",
	"yo", "u", "wo", "we", "wi", "yu", "eu", "ui", "i"};
static const char *const identifiers_lasts[] = {"k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "p",
	"l", "m", "p", "p", "t", "t", "ng", "t", "t", "k", "t", "p", "t"};

/* Letters that are not others with marks. */
static const struct {
	int32_t code;
	const char *ascii;
} identifiers_letters[] = {{0xc6, "AE"}, {0xd0, "D"}, {0xd8, "O"}, {0xde, "Th"}, {0xdf, "ss"}, {0xe6, "ae"},
	{0xf0, "d"}, {0xf8, "o"}, {0xfe, "th"}, {0x110, "D"}, {0x111, "d"}, {0x131, "i"}, {0x141, "L"}, {0x142, "l"},
	{0x152, "OE"}, {0x153, "oe"}, {0x1e9e, "SS"}};

static const struct {
	int32_t first;
	const char *const *letters;
	size_t count;
} identifiers_hangul[] = {
	{0x1100, identifiers_firsts, ARRAY_SIZE(identifiers_firsts)},
	{0x1161, identifiers_vowels, ARRAY_SIZE(identifiers_vowels)},
	{0x11a8, identifiers_lasts, ARRAY_SIZE(identifiers_lasts)},
};

void identifiers_init(struct identifiers *identifiers, enum identifiers_style style, const char *const *reserved)
{
	*identifiers = (struct identifiers){style, reserved, NAMES_INIT};
}

void identifiers_release(struct identifiers *identifiers)
{
	names_release(&identifiers->taken);
}

static bool identifiers_is_letter(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool identifiers_is_digit(char byte)
{
	return byte >= '0' && byte <= '9';
}

static char identifiers_small(char byte)
{
	return byte >= 'A' && byte <= 'Z' ? (char)(byte + 'a' - 'A') : byte;
}

static char identifiers_capital(char byte)
{
	return byte >= 'a' && byte <= 'z' ? (char)(byte + 'A' - 'a') : byte;
}

/* CODE in Latin letters, perhaps ""; NULL if there are none for it. */
static const char *identifiers_latin(int32_t code)
{
	for (size_t i = 0; i < ARRAY_SIZE(identifiers_hangul); i++)
		if (code >= identifiers_hangul[i].first &&
			(size_t)(code - identifiers_hangul[i].first) < identifiers_hangul[i].count)
			return identifiers_hangul[i].letters[code - identifiers_hangul[i].first];
	for (size_t i = 0; i < ARRAY_SIZE(identifiers_letters); i++)
		if (identifiers_letters[i].code == code)
			return identifiers_letters[i].ascii;
	return code == '\'' || code == 0x2019 ? "" : NULL;
}

/* A name being made. */
struct identifiers_draft {
	enum identifiers_style style;
	struct strbuf *out;
	size_t start; /* where the name starts in it */
	bool breaks;  /* at a word boundary */
};

static void identifiers_put(struct identifiers_draft *draft, char byte)
{
	bool first = draft->out->len == draft->start;

	if (draft->out->len - draft->start >= IDENTIFIERS_MOST_BYTES)
		return;
	if (draft->style == IDENTIFIERS_SLUG) {
		if (draft->breaks && !first)
			strbuf_addch(draft->out, '-');
		byte = identifiers_small(byte);
	} else {
		if (first && identifiers_is_digit(byte))
			strbuf_addch(draft->out, '_');
		if (draft->breaks && (!first || draft->style == IDENTIFIERS_TYPE))
			byte = identifiers_capital(byte);
	}
	strbuf_addch(draft->out, byte);
	draft->breaks = false;
}

/* Appends as much of TEXT as can be kept. */
static void identifiers_draft_text(struct identifiers_draft *draft, const char *text)
{
	struct strbuf apart = STRBUF_INIT;
	size_t bytes;
	int32_t code;

	utf8_apart(&apart, text, strlen(text));
	for (size_t at = 0; at < apart.len; at += bytes) {
		const char *latin;

		bytes = utf8_decode(apart.text + at, apart.len - at, &code);
		if (!bytes) {
			bytes = 1;
			draft->breaks = true;
			continue;
		}
		if (bytes == 1 && (identifiers_is_letter((char)code) || identifiers_is_digit((char)code) ||
					  (code == '_' && draft->style != IDENTIFIERS_SLUG))) {
			identifiers_put(draft, (char)code);
			continue;
		}
		latin = identifiers_latin(code);
		draft->breaks = draft->breaks || !latin;
		for (; latin && *latin; latin++)
			identifiers_put(draft, *latin);
	}
	strbuf_release(&apart);
}

static bool identifiers_is_reserved(const struct identifiers *identifiers, const char *name)
{
	const char *const *word = identifiers->reserved;

	while (word && *word && strcmp(*word, name))
		word++;
	return word && *word;
}

/* Takes NAME if it is free. */
static bool identifiers_take(struct identifiers *identifiers, const char *name)
{
	struct strbuf small = STRBUF_INIT;
	bool free_still;

	for (; *name; name++)
		strbuf_addch(&small, identifiers_small(*name));
	free_still = !names_get(&identifiers->taken, small.text);
	names_set(&identifiers->taken, small.text, 1);
	strbuf_release(&small);
	return free_still;
}

void identifiers_reserve(struct identifiers *identifiers, const char *name)
{
	identifiers_take(identifiers, name);
}

void identifiers_make(
	struct identifiers *identifiers, const char *text, const char *word, int64_t id, struct strbuf *out)
{
	struct identifiers_draft draft = {identifiers->style, out, out->len, true};
	char apart = identifiers->style == IDENTIFIERS_SLUG ? '-' : '_';
	bool has_id = false;

	identifiers_draft_text(&draft, text ? text : "");
	if (out->len == draft.start) {
		identifiers_draft_text(&draft, word);
		if (identifiers->style == IDENTIFIERS_SLUG)
			strbuf_addch(out, apart);
		strbuf_addf(out, "%" PRId64, id);
		has_id = true;
	}
	if (identifiers_is_reserved(identifiers, out->text + draft.start))
		strbuf_addch(out, apart);
	while (!identifiers_take(identifiers, out->text + draft.start)) {
		if (has_id)
			strbuf_addch(out, apart);
		else
			strbuf_addf(out, "%c%" PRId64, apart, id);
		has_id = true;
	}
}
