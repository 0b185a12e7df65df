#include "text/clean.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "text/utf8.h"

static bool clean_is_control(int32_t code)
{
	return code < 0x20 || (code >= 0x7f && code < 0xa0);
}

/* Characters that reorder the text around them (explicit formatting in Unicode TR9), and the byte order mark. */
static bool clean_is_banned(int32_t code)
{
	return (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069) || code == 0xfeff;
}

static bool clean_is_line_break(int32_t code)
{
	return code == '\n' || code == '\r' || code == 0x85 || code == 0x2028 || code == 0x2029;
}

static void clean_add(struct strbuf *out, int32_t code, enum clean_lines lines)
{
	if (clean_is_line_break(code))
		strbuf_addch(out, lines == CLEAN_MANY_LINES ? '\n' : ' ');
	else if (code == '\t')
		strbuf_addch(out, ' ');
	else if (!clean_is_control(code) && !clean_is_banned(code))
		utf8_append(out, code);
}

static void clean_trim(struct strbuf *out)
{
	size_t start = 0, end = out->len;

	while (end > 0 && (out->text[end - 1] == ' ' || out->text[end - 1] == '\n'))
		end--;
	strbuf_truncate(out, end);
	while (start < end && (out->text[start] == ' ' || out->text[start] == '\n'))
		start++;
	strbuf_remove(out, 0, start);
}

/* A quick test: most texts are clean and in NFC already. */
static bool clean_is_plain(const char *text, size_t len)
{
	for (size_t i = 0; i < len; i++)
		if ((unsigned char)text[i] < 0x20 || text[i] == 0x7f)
			return false;
	return utf8_is_plain(text, len);
}

/* Composing joins at most four characters into one (the longest canonical decomposition), so a text of more
 * characters than this is too long in any form. A shorter one has at most UTF8_MAPPED_BYTES. */
#define CLEAN_MOST_UNCOMPOSED (4 * CLEAN_MOST_CHARACTERS)

static int clean_check_count(const struct strbuf *text, size_t most, struct error *err)
{
	size_t count = utf8_count(text->text, text->len);

	return count <= most ? 0
			     : error_set(err, ERROR_REFUSED, _("the text has %zu characters; at most %d are allowed"),
				       count, CLEAN_MOST_CHARACTERS);
}

static int clean_filter(struct strbuf *out, const char *text, size_t len, enum clean_lines lines, struct error *err)
{
	size_t used;
	int32_t code;

	for (size_t at = 0; at < len; at += used) {
		used = utf8_decode(text + at, len - at, &code);
		if (!used)
			return error_set(err, ERROR_REFUSED, _("the text is not UTF-8 (byte 0x%02x after %zu bytes)"),
				(unsigned char)text[at], at);
		if (code == '\r' && at + 1 < len && text[at + 1] == '\n')
			continue;
		clean_add(out, code, lines);
	}
	return 0;
}

int clean_text(struct strbuf *out, const char *text, size_t len, enum clean_lines lines, struct error *err)
{
	struct strbuf filtered = STRBUF_INIT;
	int failed = 0;

	strbuf_reset(out);
	if (clean_is_plain(text, len)) {
		strbuf_add(out, text, len);
	} else {
		failed = clean_filter(&filtered, text, len, lines, err);
		clean_trim(&filtered);
		if (!failed)
			failed = clean_check_count(&filtered, CLEAN_MOST_UNCOMPOSED, err);
		if (!failed)
			utf8_nfc(out, filtered.text, filtered.len);
		strbuf_release(&filtered);
	}
	clean_trim(out);
	if (!failed)
		failed = clean_check_count(out, CLEAN_MOST_CHARACTERS, err);
	if (failed)
		strbuf_reset(out);
	return failed;
}

bool clean_is_clean(const char *text, enum clean_lines lines)
{
	struct strbuf cleaned = STRBUF_INIT;
	size_t len = strlen(text);
	bool same;

	if (clean_is_plain(text, len) && len <= CLEAN_MOST_CHARACTERS)
		return !len || (text[0] != ' ' && text[len - 1] != ' ');
	same = !clean_text(&cleaned, text, len, lines, NULL) && !strcmp(cleaned.text, text);
	strbuf_release(&cleaned);
	return same;
}

void clean_flatten(struct strbuf *out, const char *text)
{
	for (; text && *text; text++)
		strbuf_addch(out, *text == '\n' ? ' ' : *text);
}

void clean_for_display(struct strbuf *out, const char *bytes, size_t len)
{
	size_t used;
	int32_t code;

	for (size_t at = 0; at < len; at += used) {
		used = utf8_decode(bytes + at, len - at, &code);
		if (!used || clean_is_control(code) || clean_is_banned(code) || clean_is_line_break(code))
			code = 0xfffd;
		if (!used)
			used = 1;
		utf8_append(out, code);
	}
}

void clean_format(struct strbuf *out, const char *format, va_list arguments)
{
	struct strbuf text = STRBUF_INIT;
	char *line = NULL;
	int len = vasprintf(&line, format, arguments);

	if (len > 0)
		clean_for_display(&text, line, (size_t)len);
	free(line);
	strbuf_release(out);
	*out = text;
}
