#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <locale.h>

#include "base/mem.h"
#include "format/svg_paint.h"
#include "lib/format_desk.h"

#define ENDS_MOST 512

/* Where lines of an outline begin or end. */
struct ends {
	int x[ENDS_MOST], y[ENDS_MOST];
	size_t count;
};

static void add_end(struct ends *ends, int x, int y)
{
	assert_true(ends->count < ENDS_MOST);
	ends->x[ends->count] = x;
	ends->y[ends->count++] = y;
}

/* Collects those of the outlines of COLOUR in SVG. */
static void collect(struct ends *ends, const char *svg, const char *colour)
{
	char path[64];

	snprintf(path, sizeof(path), "<path stroke=\"#%s\" d=\"", colour);
	for (const char *at = svg; (at = strstr(at, path));) {
		at += strlen(path);
		while (*at == 'M') {
			char *end;
			int x = (int)strtol(at + 1, &end, 10), y = (int)strtol(end, &end, 10);
			int to = (int)strtol(end + 1, (char **)&at, 10);

			add_end(ends, x, y);
			add_end(ends, *end == 'H' ? to : x, *end == 'H' ? y : to);
		}
	}
}

/* Do as many lines meet at each end as make closed lines? */
static bool closed(const struct ends *ends)
{
	for (size_t i = 0; i < ends->count; i++) {
		size_t met = 0;

		for (size_t k = 0; k < ends->count; k++)
			met += ends->x[k] == ends->x[i] && ends->y[k] == ends->y[i];
		if (met % 2)
			return false;
	}
	return true;
}

/* A row of a map is a row of slots; those with A are of one context, those with B of another. */
static void outlines_are_closed(void **state)
{
	static const char *const maps[][4] = {
		{"A", NULL},
		{"AA", NULL},
		{"A", "A", NULL},
		{"AA", "AA", NULL},
		{"A.", "AA", NULL},
		{".A", "AA", NULL},
		{"AA", "A.", NULL},
		{"AA", ".A", NULL},
		{"A.", ".A", NULL},
		{"AAA", "A.A", "AAA", NULL},
		{"A A", "AAA", ".A ", NULL},
		{"ABB", "AAB", "BAB", NULL},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(maps); i++) {
		struct format_desk desk;
		struct ends first = {.count = 0}, second = {.count = 0};
		char *svg, line[128], members[2][128] = {"context A", "context B"};
		int id = 0;

		format_desk_open(&desk);
		for (int row = 0; maps[i][row]; row++)
			for (int column = 0; maps[i][row][column]; column++) {
				char letter = maps[i][row][column];
				char *list = letter == 'B' ? members[1] : members[0];

				if (letter == ' ')
					continue;
				snprintf(line, sizeof(line), "add event -c %d -r %d x", column + 1, row + 1);
				format_desk_do(&desk, line);
				id++;
				if (letter != '.')
					snprintf(list + strlen(list), 128 - strlen(list), " %d", id);
			}
		format_desk_do(&desk, members[0]);
		if (strlen(members[1]) > strlen("context B"))
			format_desk_do(&desk, members[1]);
		svg = format_desk_write(&desk, "svg", NULL);
		collect(&first, svg, "87ff87");
		collect(&second, svg, "5fd7ff");
		assert_true(first.count);
		if (!closed(&first) || !closed(&second))
			fail_msg("the outlines of map %zu must be closed", i);
		free(svg);
		format_desk_close(&desk);
	}
}

/* What is written of a text that begins in cell 1; the caller frees it. */
static char *written(const char *words)
{
	struct svg_paint paint;
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	svg_paint_init(&paint, out, &(struct svg_form){.title = ""}, 10, 1);
	svg_paint_text(&paint, 1, 0, words, strlen(words), STYLE_BOARD);
	svg_paint_release(&paint);
	fclose(out);
	return text;
}

static void words_begin_at_their_cells(void **state)
{
	static const struct {
		const char *text, *written;
	} cases[] = {
		{"ab cd", "<tspan x=\"8\">ab</tspan> <tspan x=\"32\">cd</tspan>"},
		{"a  b", "<tspan x=\"8\">a</tspan>  <tspan x=\"32\">b</tspan>"},
		{"a가b", "<tspan x=\"8\">a</tspan><tspan x=\"16\" font-size=\"16\">가</tspan>"
			 "<tspan x=\"32\">b</tspan>"},
		{"a<b", "<tspan x=\"8\">a&lt;b</tspan>"},
		{"é", "<tspan x=\"8\">é</tspan>"},
		/* Whoever shows them puts words that go leftwards into order. */
		{"שלום עולם", "<tspan x=\"8\">שלום עולם</tspan>"},
		/* XML has no such character. */
		{"a\xef\xbf\xbf", "<tspan x=\"8\">a\xef\xbf\xbd</tspan>"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		char *text = written(cases[i].text);

		if (!strstr(text, cases[i].written))
			fail_msg("%s must be written %s: %s", cases[i].text, cases[i].written, text);
		free(text);
	}
}

/* Smaller ones leave room that readers of a PDF take for a blank: “주 문” is not found as “주문”. */
static void wide_letters_are_as_large_as_their_cells(void **state)
{
	char *text = written("주문"), *size = text;
	unsigned letters = 0;

	(void)state;
	while ((size = strstr(size, "<tspan "))) {
		size = strstr(size, "font-size=\"");
		assert_non_null(size);
		size += strlen("font-size=\"");
		assert_int_equal(strtol(size, NULL, 10), 2 * SVG_PAINT_ACROSS);
		letters++;
	}
	assert_int_equal(letters, 2);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(outlines_are_closed),
		cmocka_unit_test(words_begin_at_their_cells),
		cmocka_unit_test(wide_letters_are_as_large_as_their_cells),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("format/svg", tests, NULL, NULL);
}
