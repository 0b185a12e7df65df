#include "check/speech.h"

#include <string.h>

#include "text/utf8.h"

enum speech_class { SPEECH_GAP, SPEECH_LOWER, SPEECH_UPPER, SPEECH_HANGUL, SPEECH_OTHER };

/* A reading at hand. */
struct speech_reading {
	struct speech *speech;
	size_t starts[SPEECH_WORDS_MOST]; /* of the words in `folded`, which moves as it grows */
	enum speech_class before;         /* of the last character */
	bool hyphen;                      /* the last gap was a hyphen and nothing else */
	bool foreign;                     /* a letter of another alphabet was met */
};

void speech_init(struct speech *speech)
{
	strbuf_init(&speech->folded);
	speech->count = 0;
	speech->english = speech->hangul = speech->question = false;
}

void speech_release(struct speech *speech)
{
	strbuf_release(&speech->folded);
	speech->count = 0;
}

bool speech_is_hangul(int code)
{
	return code >= 0xac00 && code <= 0xd7a3;
}

/* Is CODE, beyond ASCII, punctuation, a symbol or a space? */
static bool speech_is_mark(int code)
{
	static const int ranges[][2] = {{0x80, 0xbf}, {0x2000, 0x2bff}, {0x3000, 0x303f},
		{0xfe00, 0xfe6f}, {0xff00, 0xff20}, {0x1f000, 0x1ffff}};

	for (size_t i = 0; i < sizeof(ranges) / sizeof(ranges[0]); i++)
		if (code >= ranges[i][0] && code <= ranges[i][1])
			return true;
	return code == 0xd7 || code == 0xf7;
}

static enum speech_class speech_class(int code)
{
	if ((code >= 'a' && code <= 'z') || (code >= '0' && code <= '9') || code == '\'' ||
		code == 0x2019)
		return SPEECH_LOWER;
	if (code >= 'A' && code <= 'Z')
		return SPEECH_UPPER;
	if (code < 0x80 || speech_is_mark(code))
		return SPEECH_GAP;
	return speech_is_hangul(code) ? SPEECH_HANGUL : SPEECH_OTHER;
}

/* Does a word begin between the last character and one of class NOW, before which AFTER is the
 * next? */
static bool speech_begins(enum speech_class before, enum speech_class now, enum speech_class after)
{
	if (before == SPEECH_GAP || (before == SPEECH_HANGUL) != (now == SPEECH_HANGUL))
		return true;
	if (now != SPEECH_UPPER)
		return false;
	return before != SPEECH_UPPER || after == SPEECH_LOWER;
}

static void speech_append(struct speech_reading *reading, const char *text, size_t len, int code)
{
	struct strbuf *folded = &reading->speech->folded;

	if (code < 0x80)
		strbuf_addch(folded, code >= 'A' && code <= 'Z' ? (char)(code + 32) : (char)code);
	else if (code == 0x2019)
		strbuf_addch(folded, '\'');
	else if (speech_is_hangul(code))
		strbuf_add(folded, text, len);
	else
		utf8_fold(folded, text, len);
}

static void speech_begin_word(struct speech_reading *reading, enum speech_class now)
{
	struct speech *speech = reading->speech;

	if (speech->folded.len)
		strbuf_addch(&speech->folded, '\0');
	reading->starts[speech->count] = speech->folded.len;
	speech->words[speech->count] = (struct speech_word){.hangul = now == SPEECH_HANGUL,
		.joined = reading->hyphen && speech->count};
	speech->count++;
}

/* The character at TEXT; *CODE, and its bytes as result. Bytes that are no text are gaps. */
static size_t speech_decode(const char *text, size_t len, int *code)
{
	int32_t value;
	size_t used = utf8_decode(text, len, &value);

	*code = used ? value : ' ';
	return used ? used : 1;
}

static enum speech_class speech_peek(const char *text, size_t len)
{
	int code = ' ';

	if (len)
		speech_decode(text, len, &code);
	/* An apostrophe or a digit does not make the capital before it the first of a word. */
	return code >= 'a' && code <= 'z' ? SPEECH_LOWER : SPEECH_GAP;
}

/* Takes the words of TEXT; what is in brackets only with ALL. */
static void speech_split(struct speech_reading *reading, const char *text, size_t len, bool all)
{
	struct speech *speech = reading->speech;
	int depth = 0, code;
	size_t used;

	for (size_t at = 0; at < len; at += used) {
		enum speech_class now;

		used = speech_decode(text + at, len - at, &code);
		depth += code == '(' || code == '[' || code == 0xff08;
		depth -= depth > 0 && (code == ')' || code == ']' || code == 0xff09);
		now = depth && !all ? SPEECH_GAP : speech_class(code);
		reading->foreign |= now == SPEECH_OTHER;
		speech->hangul |= now == SPEECH_HANGUL;
		speech->english |= (now == SPEECH_LOWER && code >= 'a') || now == SPEECH_UPPER;
		if (now == SPEECH_GAP) {
			reading->hyphen = code == '-' && reading->before != SPEECH_GAP;
		} else {
			enum speech_class after = speech_peek(text + at + used, len - at - used);

			if (speech_begins(reading->before, now, after)) {
				if (speech->count == SPEECH_WORDS_MOST)
					break;
				speech_begin_word(reading, now);
			}
			reading->hyphen = false;
			speech_append(reading, text + at, used, code);
		}
		reading->before = now;
	}
}

static bool speech_asks(const char *text, size_t len)
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

void speech_read(struct speech *speech, const char *text)
{
	struct speech_reading reading = {.speech = speech};
	size_t len = text ? strlen(text) : 0;

	strbuf_reset(&speech->folded);
	speech->count = 0;
	speech->english = speech->hangul = false;
	speech->question = speech_asks(text, len);
	speech_split(&reading, text, len, false);
	if (!speech->count)
		speech_split(&reading, text, len, true);
	if (reading.foreign)
		speech->english = false;
	for (size_t i = 0; i < speech->count; i++) {
		speech->words[i].text = speech->folded.text + reading.starts[i];
		speech->words[i].len = strlen(speech->words[i].text);
	}
}

const struct speech_word *speech_last(const struct speech *speech)
{
	return speech->count ? &speech->words[speech->count - 1] : NULL;
}
