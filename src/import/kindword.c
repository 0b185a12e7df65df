#include "import/kindword.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "draw/palette.h"
#include "draw/theme.h"

/* How far a code may be from a colour: the sum of the squared differences in red, green and blue. */
#define KINDWORD_FAR (64 * 64 * 3)

/* The colours for kinds that whiteboards and people use: folded, without blanks and dashes. */
static const struct kindword_colour {
	enum kind kind;
	unsigned rgb;
	const char *words[10];
} kindword_colours[] = {
	{KIND_EVENT, 0xff9d48, {"orange", "주황", "주황색", "오렌지", "오렌지색"}},
	{KIND_EVENT, 0xff9900, {NULL}},
	{KIND_EVENT, 0xffe6cc, {NULL}}, /* draw.io */
	{KIND_EVENT, 0xffcc99, {NULL}},
	{KIND_EVENT, 0xf0a30a, {NULL}},
	{KIND_EVENT, 0xfa6800, {NULL}},
	{KIND_EVENT, 0xffd8a8, {NULL}}, /* Excalidraw */
	{KIND_EVENT, 0xffa94d, {NULL}},
	{KIND_EVENT, 0xfd7e14, {NULL}},
	{KIND_COMMAND, 0x6cb8fa, {"blue", "lightblue", "파랑", "파란색", "파랑색", "하늘색", "청색"}},
	{KIND_COMMAND, 0x2d7ff9, {NULL}},
	{KIND_COMMAND, 0xa6ccf5, {NULL}},
	{KIND_COMMAND, 0x6cd8fa, {NULL}}, /* Miro */
	{KIND_COMMAND, 0x9ea9ff, {NULL}},
	{KIND_COMMAND, 0xdae8fc, {NULL}}, /* draw.io */
	{KIND_COMMAND, 0x7ea6e0, {NULL}},
	{KIND_COMMAND, 0x1ba1e2, {NULL}},
	{KIND_COMMAND, 0xa5d8ff, {NULL}}, /* Excalidraw */
	{KIND_COMMAND, 0x74c0fc, {NULL}},
	{KIND_EXTERNAL_SYSTEM, 0xffb3d1, {"pink", "lightpink", "분홍", "분홍색", "핑크", "핑크색", "연분홍"}},
	{KIND_EXTERNAL_SYSTEM, 0xea94bb, {NULL}},
	{KIND_EXTERNAL_SYSTEM, 0xffcee0, {NULL}}, /* Miro */
	{KIND_EXTERNAL_SYSTEM, 0xffcce6, {NULL}}, /* draw.io */
	{KIND_EXTERNAL_SYSTEM, 0xfcc2d7, {NULL}}, /* Excalidraw */
	{KIND_EXTERNAL_SYSTEM, 0xf783ac, {NULL}},
	{KIND_ACTOR, 0xfff9b1, {"lightyellow", "paleyellow", "연노랑", "연노란색", "연한노랑"}},
	{KIND_AGGREGATE, 0xf5d128, {"yellow", "darkyellow", "노랑", "노란색", "노랑색"}},
	{KIND_AGGREGATE, 0xfff2cc, {NULL}}, /* draw.io */
	{KIND_AGGREGATE, 0xffd966, {NULL}},
	{KIND_AGGREGATE, 0xe3c800, {NULL}},
	{KIND_AGGREGATE, 0xffec99, {NULL}}, /* Excalidraw */
	{KIND_AGGREGATE, 0xffd43b, {NULL}},
	{KIND_POLICY, 0xbe88c7, {"lilac", "violet", "lavender", "lightpurple", "연보라", "연보라색", "라일락"}},
	{KIND_POLICY, 0xd0bfff, {NULL}}, /* Excalidraw */
	{KIND_POLICY, 0xeebefa, {NULL}},
	{KIND_POLICY, 0xda77f2, {NULL}},
	{KIND_POLICY, 0xe1d5e7, {NULL}}, /* draw.io */
	{KIND_POLICY, 0xb5739d, {NULL}},
	{KIND_POLICY, 0x76608a, {NULL}},
	{KIND_READ_MODEL, 0x93d275, {"green", "lightgreen", "초록", "초록색", "녹색"}},
	{KIND_READ_MODEL, 0x40c057, {NULL}},
	{KIND_READ_MODEL, 0xd0e17a, {NULL}}, /* Miro */
	{KIND_READ_MODEL, 0xd5e8d4, {NULL}}, /* draw.io */
	{KIND_READ_MODEL, 0x97d077, {NULL}},
	{KIND_READ_MODEL, 0x60a917, {NULL}},
	{KIND_READ_MODEL, 0xb2f2bb, {NULL}}, /* Excalidraw */
	{KIND_READ_MODEL, 0x96f2d7, {NULL}},
	{KIND_READ_MODEL, 0x69db7c, {NULL}},
	{KIND_UI, 0xffffff, {"white", "흰색", "하양", "하얀색", "백색"}},
	{KIND_HOTSPOT, 0xf16c7f, {"red", "빨강", "빨간색", "purple", "magenta", "보라", "보라색", "자주", "자주색"}},
	{KIND_HOTSPOT, 0x7b2cbf, {NULL}},
	{KIND_HOTSPOT, 0xf8cecc, {NULL}}, /* draw.io */
	{KIND_HOTSPOT, 0xea6b66, {NULL}},
	{KIND_HOTSPOT, 0xe51400, {NULL}},
	{KIND_HOTSPOT, 0xd80073, {NULL}},
	{KIND_HOTSPOT, 0xffc9c9, {NULL}}, /* Excalidraw */
	{KIND_HOTSPOT, 0xff8787, {NULL}},
	{KIND_HOTSPOT, 0xfa5252, {NULL}},
	{KIND_OPPORTUNITY, 0xd5f692, {"lime", "limegreen", "연두", "연두색", "라임"}},
	{KIND_VALUE, 0x67c6c0, {NULL}}, /* Miro */
	{KIND_VALUE, 0x99e9f2, {NULL}}, /* Excalidraw */
	{KIND_VALUE, 0x3bc9db, {NULL}},
};

static bool kindword_is_colour(const struct kindword_colour *colour, const char *word)
{
	for (size_t i = 0; i < ARRAY_SIZE(colour->words) && colour->words[i]; i++)
		if (!strcmp(word, colour->words[i]))
			return true;
	return false;
}

/* Reads "#f90" or "#ff9900", folded. */
static bool kindword_code(const char *word, unsigned *rgb)
{
	size_t digits = *word == '#' ? strspn(word + 1, "0123456789abcdef") : 0;
	unsigned long code;

	if ((digits != 3 && digits != 6) || word[1 + digits])
		return false;
	code = strtoul(word + 1, NULL, 16);
	if (digits == 3)
		code = (code >> 8) * 0x110000 + (code >> 4 & 15) * 0x1100 + (code & 15) * 0x11;
	*rgb = (unsigned)code;
	return true;
}

static unsigned kindword_distance(unsigned a, unsigned b)
{
	unsigned sum = 0;

	for (int shift = 0; shift < 24; shift += 8) {
		int between = (int)(a >> shift & 255) - (int)(b >> shift & 255);

		sum += (unsigned)(between * between);
	}
	return sum;
}

static const struct kindword_colour *kindword_nearest(unsigned rgb)
{
	const struct kindword_colour *best = NULL;
	unsigned least = KINDWORD_FAR;

	for (size_t i = 0; i < ARRAY_SIZE(kindword_colours); i++) {
		unsigned distance = kindword_distance(rgb, kindword_colours[i].rgb);

		if (distance < least) {
			least = distance;
			best = &kindword_colours[i];
		}
	}
	return best;
}

static const struct kindword_colour *kindword_find(const char *word)
{
	unsigned rgb;

	if (kindword_code(word, &rgb))
		return kindword_nearest(rgb);
	for (size_t i = 0; i < ARRAY_SIZE(kindword_colours); i++)
		if (kindword_is_colour(&kindword_colours[i], word))
			return &kindword_colours[i];
	return NULL;
}

/* Is RGB the colour in which we draw KIND? */
static bool kindword_is_ours(unsigned rgb, enum kind kind)
{
	return rgb == palette_rgb(theme_look(STYLE_KIND + kind, SCHEME_LIGHT).background) ||
	       rgb == palette_rgb(theme_look(STYLE_KIND + kind, SCHEME_256).background);
}

bool kindword_is_drawn(const char *colour, enum kind kind)
{
	struct strbuf word = STRBUF_INIT;
	unsigned rgb;
	bool is;

	kind_fold(&word, colour);
	is = kindword_code(word.text, &rgb) && kindword_is_ours(rgb, kind);
	strbuf_release(&word);
	return is;
}

/* Finds the kind that we draw in the colour with that code. */
static bool kindword_of_ours(const char *word, enum kind *kind)
{
	unsigned rgb;

	if (!kindword_code(word, &rgb))
		return false;
	for (int i = 0; i < KIND_COUNT; i++)
		if (kindword_is_ours(rgb, (enum kind)i)) {
			*kind = (enum kind)i;
			return true;
		}
	return false;
}

static bool kindword_parse_word(const char *cell, enum kind *kind)
{
	const struct kindword_colour *colour;
	struct strbuf word = STRBUF_INIT;

	if (kind_parse(cell, kind))
		return true;
	kind_fold(&word, cell);
	if (kindword_of_ours(word.text, kind)) {
		strbuf_release(&word);
		return true;
	}
	colour = kindword_find(word.text);
	strbuf_release(&word);
	if (colour)
		*kind = colour->kind;
	return colour;
}

bool kindword_parse(const char *cell, enum kind *kind)
{
	struct strbuf label = STRBUF_INIT;
	bool found = kindword_parse_word(cell, kind);

	for (size_t len; *cell && !found; cell += len + (cell[len] != '\0')) {
		len = strcspn(cell, ",;()");
		strbuf_reset(&label);
		strbuf_add(&label, cell, len);
		found = kindword_parse_word(label.text, kind);
	}
	strbuf_release(&label);
	return found;
}
