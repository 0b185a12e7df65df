#include "text/wrap.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"
#include "text/width.h"

/* Is CODE of a script without spaces, where a line may break on either side of every character? */
static bool wrap_breaks_anywhere(int32_t code)
{
	return (code >= 0x3041 && code <= 0x30ff) || /* Hiragana, Katakana */
	       (code >= 0x3400 && code <= 0x9fff) || /* Han */
	       (code >= 0xf900 && code <= 0xfaff) || (code >= 0x20000 && code <= 0x3ffff);
}

static int32_t wrap_code_at(const char *text, size_t len, size_t at)
{
	int32_t code;

	return at < len && utf8_decode(text + at, len - at, &code) ? code : 0;
}

static bool wrap_is_upper(int32_t code)
{
	return code >= 'A' && code <= 'Z';
}

static bool wrap_is_lower(int32_t code)
{
	return code >= 'a' && code <= 'z';
}

/* How good is a line break between BEFORE and AFTER? 0: not possible. */
static int wrap_border(int32_t before, int32_t after)
{
	if (after == ' ' || before == ' ')
		return 2;
	if ((before == '-' || before == '/' || before == '_') && after != ' ')
		return 2;
	if (wrap_breaks_anywhere(before) || wrap_breaks_anywhere(after))
		return 2;
	return wrap_is_lower(before) && wrap_is_upper(after) ? 1 : 0;
}

static void wrap_end_line(const char *text, struct wrap_line *line, size_t end)
{
	while (end > line->start && text[end - 1] == ' ')
		end--;
	line->len = end - line->start;
	line->cells = width_of(text + line->start, line->len);
}

/* Bytes of those pieces of a cluster that fit, if the cluster does not: an emoji of a family, drawn side by side. */
static size_t wrap_pieces(const char *text, size_t len, int width)
{
	struct width_piece piece;
	size_t at = 0, used;
	int cells = 0;

	for (; at < len; at += used, cells += piece.cells) {
		used = width_next(text + at, len - at, &piece);
		if (cells + piece.cells > width)
			break;
	}
	return at;
}

/* Fills LINE from its start; returns where the next line begins. */
static size_t wrap_one(const char *text, size_t len, int width, struct wrap_line *line)
{
	size_t at = line->start, best[3] = {0};
	int cells = 0;
	int32_t before = 0;

	while (at < len && text[at] != '\n') {
		size_t cluster = utf8_cluster(text + at, len - at);
		int wide = width_of(text + at, cluster);
		int32_t code = wrap_code_at(text, len, at);

		if (at > line->start)
			best[wrap_border(before, code)] = at;
		if (cells + wide > width && (code != ' ' || cluster > 1))
			break;
		cells += wide;
		at += cluster;
		before = code;
	}
	if (at < len && text[at] != '\n') { /* the next cluster does not fit */
		if (best[2] > line->start)
			at = best[2];
		else if (best[1] > line->start)
			at = best[1];
		else if (at == line->start)
			at += wrap_pieces(text + at, len - at, width);
		wrap_end_line(text, line, at);
		while (at < len && text[at] == ' ' && utf8_cluster(text + at, len - at) == 1)
			at++;
		return at;
	}
	wrap_end_line(text, line, at);
	return at;
}

size_t wrap_text(const char *text, size_t len, int width, struct wrap_line *lines, size_t max, bool *rest)
{
	size_t at = 0, count = 0;

	if (width < 2)
		BUG("a line of %d cells", width);
	if (rest)
		*rest = false;
	while (count < max) {
		lines[count].start = at;
		at = wrap_one(text, len, width, &lines[count++]);
		if (at >= len)
			return count;
		if (text[at] == '\n')
			at++;
	}
	if (rest)
		*rest = true;
	return count;
}

size_t wrap_lines(struct strbuf *out, const char *text, int width)
{
	size_t len = strlen(text);
	struct wrap_line *lines = mem_resize(NULL, len + 1, sizeof(*lines));
	size_t count = wrap_text(text, len, width, lines, len + 1, NULL);

	for (size_t i = 0; i < count; i++) {
		if (i)
			strbuf_addch(out, '\n');
		strbuf_add(out, text + lines[i].start, lines[i].len);
	}
	free(lines);
	return count;
}
