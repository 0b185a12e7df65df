#include "csv/csv_text.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/utf8.h"

/* This many common syllables, and nothing else, are no accident. */
#define CSV_TEXT_USUAL 3

/* At most one in this many syllables of a CP949 text may be a rare one. */
#define CSV_TEXT_RARE 10

void csv_text_init(struct csv_text *text, FILE *in, const char *name, const char *encoding)
{
	*text = (struct csv_text){.in = in, .name = name, .encoding = encoding, .whole = STRBUF_INIT};
}

void csv_text_release(struct csv_text *text)
{
	strbuf_release(&text->whole);
}

/* Is it UTF-8, apart from a character that is cut off at the end? */
static bool csv_text_is_utf8(const char *bytes, size_t len)
{
	for (size_t cut = 0; cut < 4 && cut <= len; cut++)
		if (utf8_valid(bytes, len - cut))
			return true;
	return false;
}

/* Checks every pair of bytes beyond ASCII: KS X 1001 has punctuation, letters and signs in rows A1 to AC, and syllables
 * in B0 to C8; CP949 adds the other syllables in all other pairs, which Latin text has as well. */
static bool csv_text_is_korean(const char *bytes, size_t len)
{
	size_t usual = 0, rare = 0;

	for (size_t i = 0; i < len; i++) {
		unsigned char lead = (unsigned char)bytes[i], trail;

		if (lead < 0x80)
			continue;
		if (++i == len)
			break; /* the other byte has not been read yet */
		trail = (unsigned char)bytes[i];
		if (trail >= 0xa1 && trail <= 0xfe && lead >= 0xb0 && lead <= 0xc8)
			usual++;
		else if (trail < 0xa1 && trail > 0x40 && lead >= 0x81 && lead <= 0xc6)
			rare++;
		else if (trail < 0xa1 || trail == 0xff || lead < 0xa1 || lead > 0xac)
			return false;
	}
	return usual >= CSV_TEXT_USUAL && rare * CSV_TEXT_RARE <= usual;
}

/* UTF-16 without a mark has a NUL after or before each ASCII character, and so at its first line break. */
static const char *csv_text_guess_wide(const char *bytes, size_t len)
{
	const char *end = memchr(bytes, '\n', len);
	size_t at = end ? (size_t)(end - bytes) : len;

	if (at + 1 < len && at % 2 == 0 && !bytes[at + 1])
		return "UTF-16LE";
	return end && at % 2 && !bytes[at - 1] ? "UTF-16BE" : NULL;
}

/* The encoding of the file if it is certain; NULL for UTF-8 or unknown. */
static const char *csv_text_guess(const char *bytes, size_t len)
{
	if (len >= 2 && (!memcmp(bytes, "\xff\xfe", 2) || !memcmp(bytes, "\xfe\xff", 2)))
		return "UTF-16";
	if (memchr(bytes, '\0', len))
		return csv_text_guess_wide(bytes, len);
	return csv_text_is_utf8(bytes, len) || !csv_text_is_korean(bytes, len) ? NULL : "CP949";
}

/* Appends the rest of the file to RAW. */
static int csv_text_read_rest(struct csv_text *text, struct strbuf *raw, struct error *err)
{
	char bytes[16384];
	size_t len;

	while ((len = fread(bytes, 1, sizeof(bytes), text->in)) > 0) {
		if (raw->len + len > CSV_TEXT_BYTES_MOST)
			return error_set(err, ERROR_REFUSED,
				_("%s: the file is too large to be converted; convert it to UTF-8 with iconv(1)"),
				text->name);
		strbuf_add(raw, bytes, len);
	}
	return 0;
}

static int csv_text_refuse(const struct csv_text *text, const char *encoding, size_t at, struct error *err)
{
	return error_set(err, ERROR_REFUSED, _("%s: byte %zu is not valid in %s; say the encoding with --encoding"),
		text->name, at + 1, encoding);
}

/* Converts RAW into `whole`. */
static int csv_text_convert(struct csv_text *text, const char *encoding, struct strbuf *raw, struct error *err)
{
	iconv_t converter = iconv_open("UTF-8", encoding);
	char *from = raw->text, out[16384];
	size_t left = raw->len;
	int failed = 0;

	if (converter == (iconv_t)-1)
		return error_set(
			err, ERROR_USAGE, _("unknown encoding “%.40s”; iconv -l lists those that there are"), encoding);
	while (left && !failed) {
		char *to = out;
		size_t room = sizeof(out);
		bool stuck = iconv(converter, &from, &left, &to, &room) == (size_t)-1 && errno != E2BIG;

		strbuf_add(&text->whole, out, (size_t)(to - out));
		if (stuck)
			failed = csv_text_refuse(text, encoding, raw->len - left, err);
	}
	iconv_close(converter);
	return failed;
}

/* Converts the whole file from ENCODING; LEN BYTES of it have been read. */
static int csv_text_take(struct csv_text *text, const char *encoding, const char *bytes, size_t len, struct error *err)
{
	struct strbuf raw = STRBUF_INIT;
	int failed;

	strbuf_add(&raw, bytes, len);
	text->is_whole = true;
	failed = csv_text_read_rest(text, &raw, err);
	if (!failed)
		failed = csv_text_convert(text, encoding, &raw, err);
	strbuf_release(&raw);
	return failed;
}

/* Removes a byte order mark from LEN BYTES; returns the new length. */
static size_t csv_text_unmark(char *bytes, size_t len)
{
	if (len < 3 || memcmp(bytes, "\xef\xbb\xbf", 3))
		return len;
	memmove(bytes, bytes + 3, len - 3);
	return len - 3;
}

static size_t csv_text_give(struct csv_text *text, char *bytes, size_t size)
{
	size_t len = text->whole.len - text->given;

	if (len > size)
		len = size;
	memcpy(bytes, text->whole.text + text->given, len);
	text->given += len;
	return len;
}

size_t csv_text_read(struct csv_text *text, char *bytes, size_t size, int *failed, struct error *err)
{
	bool first = !text->begun;
	const char *encoding = NULL;
	size_t len;

	*failed = 0;
	text->begun = true;
	if (text->is_whole)
		return csv_text_give(text, bytes, size);
	len = fread(bytes, 1, size, text->in);
	if (!first || !len)
		return len;
	if (!text->encoding)
		encoding = csv_text_guess(bytes, len);
	else if (strcasecmp(text->encoding, "UTF-8") && strcasecmp(text->encoding, "UTF8"))
		encoding = text->encoding;
	if (encoding) {
		*failed = csv_text_take(text, encoding, bytes, len, err);
		len = *failed ? 0 : csv_text_give(text, bytes, size);
	}
	return csv_text_unmark(bytes, len);
}
