#include "text/width.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#include <wchar.h>

#include "text/jamo.h"
#include "text/utf8.h"

/* ncurses keeps at most five wide characters in a cell (CCHARW_MAX). */
#define WIDTH_PIECE_CODES 5

static const char width_replacement[] = "\xef\xbf\xbd"; /* U+FFFD */

/* Is CODE not drawn? See the header. */
static bool width_is_dropped(int32_t code)
{
	return code == 0xad ||                         /* soft hyphen */
	       code == 0x61c ||                        /* Arabic letter mark */
	       code == 0x115f || code == 0x1160 ||     /* Hangul fillers */
	       code == 0x180e ||                       /* Mongolian vowel separator */
	       (code >= 0x200b && code <= 0x200f) ||   /* zero width space and joiners, direction marks */
	       (code >= 0x202a && code <= 0x202e) ||   /* direction embeddings and overrides */
	       (code >= 0x2060 && code <= 0x206f) ||   /* word joiner and other invisible characters */
	       code == 0x3164 || code == 0xffa0 ||     /* Hangul fillers */
	       code == 0xfeff ||                       /* byte order mark */
	       (code >= 0xfe00 && code <= 0xfe0f) ||   /* variation selectors */
	       (code >= 0x1f3fb && code <= 0x1f3ff) || /* skin tones */
	       (code >= 0xe0020 && code <= 0xe007f);   /* tags, as in regional flags */
}

static void width_start_piece(struct width_piece *piece, const char *bytes, size_t len, int32_t code)
{
	int cells = wcwidth((wchar_t)code);

	if (cells < 0) {
		bytes = width_replacement;
		len = sizeof(width_replacement) - 1;
		cells = 1;
	}
	memcpy(piece->text, bytes, len);
	piece->text[len] = '\0';
	piece->cells = cells;
}

/* Appends the marks at TEXT to the spacing character in PIECE; returns the bytes read. */
static size_t width_add_marks(struct width_piece *piece, const char *text, size_t len)
{
	size_t at = 0, used, filled = strlen(piece->text);
	int codes = 1;
	int32_t code;

	for (; (used = utf8_decode(text + at, len - at, &code)) && code >= 0x80; at += used) {
		if (width_is_dropped(code))
			continue;
		if (wcwidth((wchar_t)code) != 0 || jamo_is(code))
			break;
		if (codes == WIDTH_PIECE_CODES || filled + used >= WIDTH_PIECE_BYTES)
			continue;
		memcpy(piece->text + filled, text + at, used);
		filled += used;
		piece->text[filled] = '\0';
		codes++;
	}
	return at;
}

/* Starts PIECE for a conjoining Hangul letter, with what all terminals draw alike; returns the bytes read. */
static size_t width_start_jamo(struct width_piece *piece, const char *text, size_t len)
{
	struct strbuf drawn = STRBUF_INIT;
	size_t used;
	int32_t code = jamo_drawn(text, len, &used);

	utf8_append(&drawn, code);
	width_start_piece(piece, drawn.text, drawn.len, code);
	strbuf_release(&drawn);
	return used;
}

/* An ASCII character that no mark joins, because the next is ASCII too. */
static bool width_is_plain(const char *text, size_t len)
{
	return len && *text >= 0x20 && *text < 0x7f && (len == 1 || !(text[1] & 0x80));
}

size_t width_next(const char *text, size_t len, struct width_piece *piece)
{
	size_t used;
	int32_t code;

	if (width_is_plain(text, len)) {
		piece->text[0] = *text;
		piece->text[1] = '\0';
		piece->cells = 1;
		return 1;
	}
	used = utf8_decode(text, len, &code);
	if (!used) {
		width_start_piece(piece, width_replacement, sizeof(width_replacement) - 1, 0xfffd);
		return 1;
	}
	if (width_is_dropped(code) || code < 0x20) {
		piece->text[0] = '\0';
		piece->cells = 0;
		return used;
	}
	if (jamo_is(code))
		used = width_start_jamo(piece, text, len);
	else
		width_start_piece(piece, text, used, code);
	if (!piece->cells) { /* a mark without a base draws nothing */
		piece->text[0] = '\0';
		return used;
	}
	return used + width_add_marks(piece, text + used, len - used);
}

int width_of(const char *text, size_t len)
{
	struct width_piece piece;
	int cells = 0;

	for (size_t at = 0; at < len;) {
		if (width_is_plain(text + at, len - at)) {
			at++;
			cells++;
			continue;
		}
		at += width_next(text + at, len - at, &piece);
		cells += piece.cells;
	}
	return cells;
}

size_t width_fit(const char *text, size_t len, int cells, int *used)
{
	size_t at = 0;
	int total = 0;

	while (at < len) {
		bool plain = width_is_plain(text + at, len - at);
		size_t cluster = plain ? 1 : utf8_cluster(text + at, len - at);
		int wide = plain ? 1 : width_of(text + at, cluster);

		if (total + wide > cells)
			break;
		total += wide;
		at += cluster;
	}
	if (used)
		*used = total;
	return at;
}
