#include "text/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

size_t utf8_decode(const char *text, size_t len, int32_t *code)
{
	utf8proc_int32_t value;
	utf8proc_ssize_t used;

	if (!len)
		return 0;
	if ((unsigned char)*text < 0x80) {
		*code = *text;
		return 1;
	}
	used = utf8proc_iterate((const utf8proc_uint8_t *)text, len > 4 ? 4 : (utf8proc_ssize_t)len, &value);
	if (used <= 0)
		return 0;
	*code = value;
	return (size_t)used;
}

void utf8_append(struct strbuf *out, int32_t code)
{
	utf8proc_uint8_t bytes[4];

	strbuf_add(out, bytes, (size_t)utf8proc_encode_char(code, bytes));
}

static bool utf8_is_ascii(char byte)
{
	return (unsigned char)byte < 0x80;
}

size_t utf8_cluster(const char *text, size_t len)
{
	utf8proc_int32_t state = 0;
	int32_t before, after;
	size_t at, used;

	if (!len)
		return 0;
	if (utf8_is_ascii(text[0]) && (len == 1 || (utf8_is_ascii(text[1]) && text[1] != '\n')))
		return 1; /* of ASCII, only CR LF form a cluster */
	at = utf8_decode(text, len, &before);
	if (!at)
		return 1;
	while ((used = utf8_decode(text + at, len - at, &after))) {
		if (utf8proc_grapheme_break_stateful(before, after, &state))
			break;
		before = after;
		at += used;
	}
	return at;
}

size_t utf8_cluster_before(const char *text, size_t at)
{
	size_t line = at, start;

	/* Clusters can only be found forwards; a line break always ends one. */
	while (line > 0 && text[line - 1] != '\n')
		line--;
	if (line == at)
		return at ? at - 1 : 0;
	do {
		start = line;
		line += utf8_cluster(text + line, at - line);
	} while (line < at);
	return start;
}

bool utf8_valid(const char *text, size_t len)
{
	size_t used;
	int32_t code;

	for (size_t at = 0; at < len; at += used) {
		used = utf8_decode(text + at, len - at, &code);
		if (!used)
			return false;
	}
	return true;
}

size_t utf8_count(const char *text, size_t len)
{
	size_t count = 0;

	for (size_t i = 0; i < len; i++)
		count += ((unsigned char)text[i] & 0xc0) != 0x80;
	return count;
}

static void utf8_map(struct strbuf *out, const char *text, size_t len, utf8proc_option_t options)
{
	utf8proc_uint8_t *mapped = NULL;
	utf8proc_ssize_t size = -1;

	if (len <= UTF8_MAPPED_BYTES)
		size = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)len, &mapped, options);
	if (size < 0)
		strbuf_add(out, text, len); /* not UTF-8, or too long: as it is */
	else
		strbuf_add(out, mapped, (size_t)size);
	free(mapped);
}

void utf8_nfc(struct strbuf *out, const char *text, size_t len)
{
	utf8_map(out, text, len, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

void utf8_fold(struct strbuf *out, const char *text, size_t len)
{
	size_t ascii = 0;

	while (ascii < len && utf8_is_ascii(text[ascii]))
		ascii++;
	if (ascii < len) {
		utf8_map(out, text, len, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
		return;
	}
	strbuf_grow(out, len);
	for (size_t i = 0; i < len; i++) {
		char byte = text[i];

		strbuf_addch(out, byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte);
	}
}

void utf8_apart(struct strbuf *out, const char *text, size_t len)
{
	utf8_map(out, text, len, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK);
}

/* A Hangul syllable or a Han character in three bytes. */
static bool utf8_is_whole(const unsigned char *bytes)
{
	int32_t code = (bytes[0] & 0x0f) << 12 | (bytes[1] & 0x3f) << 6 | (bytes[2] & 0x3f);

	return (bytes[0] & 0xf0) == 0xe0 && (bytes[1] & 0xc0) == 0x80 && (bytes[2] & 0xc0) == 0x80 &&
	       ((code >= 0xac00 && code <= 0xd7a3) || (code >= 0x4e00 && code <= 0x9fff));
}

bool utf8_is_plain(const char *text, size_t len)
{
	const unsigned char *bytes = (const unsigned char *)text;

	for (size_t i = 0; i < len;) {
		if (bytes[i] < 0x80)
			i++;
		else if (len - i >= 3 && utf8_is_whole(bytes + i))
			i += 3;
		else
			return false;
	}
	return true;
}

static bool utf8_begins_with(const char *text, const char *needle)
{
	while (*needle && (*text >= 'A' && *text <= 'Z' ? *text - 'A' + 'a' : *text) == *needle) {
		text++;
		needle++;
	}
	return !*needle;
}

bool utf8_contains_folded(const char *text, const char *needle)
{
	struct strbuf folded = STRBUF_INIT;
	bool found = false;

	if (!*needle)
		return false;
	if (utf8_is_plain(text, strlen(text))) {
		for (; *text && !found; text++)
			found = utf8_begins_with(text, needle);
		return found;
	}
	utf8_fold(&folded, text, strlen(text));
	found = strstr(folded.text, needle) != NULL;
	strbuf_release(&folded);
	return found;
}
