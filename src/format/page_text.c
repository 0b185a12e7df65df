#include "format/page_text.h"

#include <inttypes.h>
#include <string.h>

#include "check/duplicates.h"

size_t page_text_line(const char *text)
{
	const char *end = strchr(text, '\n');

	return end ? (size_t)(end - text) + 1 : strlen(text);
}

static size_t page_text_trimmed(const char *line, size_t len)
{
	while (len && strchr(" \t\r\n", line[len - 1]))
		len--;
	return len;
}

bool page_text_is(const char *line, size_t len, const char *word)
{
	len = page_text_trimmed(line, len);
	return len == strlen(word) && !memcmp(line, word, len);
}

/* The place of the colon behind the key that LINE begins with, or 0. */
static size_t page_text_colon(const char *line, size_t len)
{
	char quote = len && (*line == '"' || *line == '\'') ? *line : '\0';
	const char *end = quote ? memchr(line + 1, quote, len - 1) : line;
	const char *colon = end ? memchr(end, ':', len - (size_t)(end - line)) : NULL;

	return colon ? (size_t)(colon - line) : 0;
}

/* Appends LEN bytes without blanks around them, and without quotes. */
static void page_text_bare(const char *text, size_t len, struct strbuf *out)
{
	while (len && (*text == ' ' || *text == '\t')) {
		text++;
		len--;
	}
	len = page_text_trimmed(text, len);
	if (len > 1 && (*text == '"' || *text == '\'') && text[len - 1] == *text) {
		text++;
		len -= 2;
	}
	strbuf_add(out, text, len);
}

bool page_text_name(const char *line, size_t len, struct strbuf *name)
{
	size_t colon = page_text_colon(line, len);

	if (!colon || strchr(" \t-#[{", *line))
		return false;
	page_text_bare(line, colon, name);
	return true;
}

/* The bytes of a sign such as ">-", which says how the following lines are to be read; or 0. */
static size_t page_text_sign(const char *text)
{
	size_t len = 1;

	if (*text != '>' && *text != '|')
		return 0;
	while (text[len] && strchr("+-0123456789", text[len]))
		len++;
	return text[len] == '\n' || text[len] == '\r' ? len : 0;
}

/* The bytes of VALUE, of LEN bytes, that are before a comment. In quotes there is none. */
static size_t page_text_before_comment(const char *value, size_t len)
{
	char quote = len && (*value == '"' || *value == '\'') ? *value : '\0';

	for (size_t at = quote ? 1 : 0; at < len; at++) {
		bool escaped =
			quote && at + 1 < len && (quote == '"' ? value[at] == '\\' : !memcmp(value + at, "''", 2));

		if (escaped)
			at++;
		else if (quote && value[at] == quote)
			quote = '\0';
		else if (!quote && value[at] == '#' && (!at || strchr(" \t", value[at - 1])))
			return at;
	}
	return len;
}

bool page_text_value(const char *lines, struct strbuf *out)
{
	size_t len = page_text_line(lines), colon = page_text_colon(lines, len);
	const char *value = lines + colon + 1;
	bool below;

	if (!colon)
		return false;
	value += strspn(value, " ");
	below = page_text_sign(value);
	if (below)
		value = lines + len;
	len = page_text_line(value);
	if (value[len])
		return false;
	page_text_bare(value, below ? len : page_text_before_comment(value, len), out);
	return true;
}

void page_text_hash(struct strbuf *out, const char *text)
{
	struct strbuf squeezed = STRBUF_INIT;

	while (*text) {
		bool begins = squeezed.len && squeezed.text[squeezed.len - 1] == ':';
		size_t sign = begins ? page_text_sign(text) : 0;

		if (sign)
			text += sign;
		else if (*text == '\\' && text[1])
			text += strchr("n\\", text[1]) ? 2 : 1;
		else if (strchr(" \t\r\n\"'", *text))
			text++;
		else
			strbuf_addch(&squeezed, *text++);
	}
	strbuf_addf(out, "%016" PRIx64, duplicates_hash(squeezed.text, squeezed.len));
	strbuf_release(&squeezed);
}
