#include "check/tokens.h"

#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"

enum tokens_class { TOKENS_GAP, TOKENS_LOWER, TOKENS_UPPER, TOKENS_HANGUL, TOKENS_OTHER };

/* A text being read. */
struct tokens_reading {
	struct tokens *tokens;
	size_t starts[TOKENS_WORDS_MOST]; /* of the words in `folded`, which moves as it grows */
	enum tokens_class before;         /* of the last character */
	bool hyphen;                      /* the last gap was a single hyphen */
	bool foreign;                     /* a letter of another alphabet was seen */
};

void tokens_init(struct tokens *tokens)
{
	strbuf_init(&tokens->folded);
	tokens->count = 0;
	tokens->english = tokens->hangul = tokens->bracketed = tokens->question = false;
}

void tokens_release(struct tokens *tokens)
{
	strbuf_release(&tokens->folded);
	tokens->count = 0;
}

bool tokens_is_hangul(int code)
{
	return code >= 0xac00 && code <= 0xd7a3;
}

/* Is CODE, beyond ASCII, punctuation, a symbol or a space? */
static bool tokens_is_mark(int code)
{
	static const int ranges[][2] = {{0x80, 0xbf}, {0x2000, 0x2bff}, {0x3000, 0x303f}, {0xfe00, 0xfe6f},
		{0xff00, 0xff20}, {0x1f000, 0x1ffff}};

	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++)
		if (code >= ranges[i][0] && code <= ranges[i][1])
			return true;
	return code == 0xd7 || code == 0xf7;
}

static enum tokens_class tokens_class(int code)
{
	if ((code >= 'a' && code <= 'z') || (code >= '0' && code <= '9') || code == '\'' || code == 0x2019)
		return TOKENS_LOWER;
	if (code >= 'A' && code <= 'Z')
		return TOKENS_UPPER;
	if (code < 0x80 || tokens_is_mark(code))
		return TOKENS_GAP;
	return tokens_is_hangul(code) ? TOKENS_HANGUL : TOKENS_OTHER;
}

/* Does a word begin at a character of class NOW, with BEFORE on its left and AFTER on its right? */
static bool tokens_begins(enum tokens_class before, enum tokens_class now, enum tokens_class after)
{
	if (before == TOKENS_GAP || (before == TOKENS_HANGUL) != (now == TOKENS_HANGUL))
		return true;
	if (now != TOKENS_UPPER)
		return false;
	return before != TOKENS_UPPER || after == TOKENS_LOWER;
}

static void tokens_append(struct tokens_reading *reading, const char *text, size_t len, int code)
{
	struct strbuf *folded = &reading->tokens->folded;

	if (code < 0x80)
		strbuf_addch(folded, code >= 'A' && code <= 'Z' ? (char)(code + 32) : (char)code);
	else if (code == 0x2019)
		strbuf_addch(folded, '\'');
	else if (tokens_is_hangul(code))
		strbuf_add(folded, text, len);
	else
		utf8_fold(folded, text, len);
}

static void tokens_begin_word(struct tokens_reading *reading, enum tokens_class now)
{
	struct tokens *tokens = reading->tokens;

	if (tokens->folded.len)
		strbuf_addch(&tokens->folded, '\0');
	reading->starts[tokens->count] = tokens->folded.len;
	tokens->words[tokens->count] =
		(struct token){.hangul = now == TOKENS_HANGUL, .joined = reading->hyphen && tokens->count};
	tokens->count++;
}

/* Stores the character at TEXT in *CODE and returns its bytes. Invalid bytes are gaps. */
static size_t tokens_decode(const char *text, size_t len, int *code)
{
	int32_t value;
	size_t used = utf8_decode(text, len, &value);

	*code = used ? value : ' ';
	return used ? used : 1;
}

static enum tokens_class tokens_peek(const char *text, size_t len)
{
	int code = ' ';

	if (len)
		tokens_decode(text, len, &code);
	/* Before an apostrophe or a digit, a capital does not start a word. */
	return code >= 'a' && code <= 'z' ? TOKENS_LOWER : TOKENS_GAP;
}

/* Takes the words of TEXT; what is in brackets only with ALL. */
static void tokens_split(struct tokens_reading *reading, const char *text, size_t len, bool all)
{
	struct tokens *tokens = reading->tokens;
	int depth = 0, code;
	size_t used;

	for (size_t at = 0; at < len; at += used) {
		enum tokens_class now;

		used = tokens_decode(text + at, len - at, &code);
		depth += code == '(' || code == '[' || code == 0xff08;
		depth -= depth > 0 && (code == ')' || code == ']' || code == 0xff09);
		tokens->bracketed |= depth && !all;
		now = depth && !all ? TOKENS_GAP : tokens_class(code);
		reading->foreign |= now == TOKENS_OTHER;
		tokens->hangul |= now == TOKENS_HANGUL;
		tokens->english |= (now == TOKENS_LOWER && code >= 'a') || now == TOKENS_UPPER;
		if (now == TOKENS_GAP) {
			reading->hyphen = code == '-' && reading->before != TOKENS_GAP;
		} else {
			enum tokens_class after = tokens_peek(text + at + used, len - at - used);

			if (tokens_begins(reading->before, now, after)) {
				if (tokens->count == TOKENS_WORDS_MOST)
					break;
				tokens_begin_word(reading, now);
			}
			reading->hyphen = false;
			tokens_append(reading, text + at, used, code);
		}
		reading->before = now;
	}
}

static bool tokens_asks(const char *text, size_t len)
{
	/* the second is full width, the third Arabic */
	static const char *const marks[] = {"?", "\xef\xbc\x9f", "\xd8\x9f"};

	while (len && strchr(" \n.!\"')", text[len - 1]))
		len--;
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		size_t size = strlen(marks[i]);

		if (len >= size && !memcmp(text + len - size, marks[i], size))
			return true;
	}
	return false;
}

static void tokens_read_as(struct tokens *tokens, const char *text, bool all)
{
	struct tokens_reading reading = {.tokens = tokens};
	size_t len = text ? strlen(text) : 0;

	strbuf_reset(&tokens->folded);
	tokens->count = 0;
	tokens->english = tokens->hangul = tokens->bracketed = false;
	tokens->question = tokens_asks(text, len);
	tokens_split(&reading, text, len, all);
	if (!tokens->count && !all)
		tokens_split(&reading, text, len, true);
	if (reading.foreign)
		tokens->english = false;
	for (size_t i = 0; i < tokens->count; i++) {
		tokens->words[i].text = tokens->folded.text + reading.starts[i];
		tokens->words[i].len = strlen(tokens->words[i].text);
	}
}

void tokens_read(struct tokens *tokens, const char *text)
{
	tokens_read_as(tokens, text, false);
}

void tokens_read_whole(struct tokens *tokens, const char *text)
{
	tokens_read_as(tokens, text, true);
}

const struct token *tokens_last(const struct tokens *tokens)
{
	return tokens->count ? &tokens->words[tokens->count - 1] : NULL;
}

/* Endings of plurals, and how many bytes of them the singular does not have; the first that fits counts. */
static const struct {
	const char *ending;
	size_t cut;
	size_t least; /* bytes of a word with it */
} tokens_plurals[] = {
	{"'s", 2, 3},
	{"ies", 3, 5},
	{"sses", 2, 5},
	{"xes", 2, 5},
	{"zzes", 2, 5},
	{"ches", 2, 5},
	{"shes", 2, 5},
	{"auses", 1, 6}, /* clauses */
	{"ouses", 1, 6}, /* warehouses */
	{"uses", 2, 5},  /* statuses */
	{"ss", 0, 2},
	{"us", 0, 2}, /* status */
	{"s", 1, 4},
	{"y", 1, 4},
};

size_t tokens_singular(const struct token *word)
{
	for (size_t i = 0; i < ARRAY_SIZE(tokens_plurals); i++) {
		size_t len = strlen(tokens_plurals[i].ending);

		if (word->len >= tokens_plurals[i].least && word->len >= len &&
			!memcmp(word->text + word->len - len, tokens_plurals[i].ending, len))
			return word->len - tokens_plurals[i].cut;
	}
	return word->len;
}
