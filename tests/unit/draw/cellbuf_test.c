#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/strbuf.h"
#include "draw/cellbuf.h"

/* The first row as text. */
static void row_is(const struct cellbuf *buf, const char *expected)
{
	struct strbuf row = STRBUF_INIT;

	for (int x = 0; x < buf->columns; x++)
		strbuf_addstr(&row, cellbuf_at(buf, x, 0)->text);
	assert_string_equal(row.text, expected);
	strbuf_release(&row);
}

static void text(struct cellbuf *buf, int x, const char *text)
{
	cellbuf_text(buf, x, 0, 100, text, strlen(text), STYLE_BOARD);
}

static void a_half_that_is_left_over_becomes_a_blank(void **state)
{
	struct cellbuf buf = CELLBUF_INIT;

	(void)state;
	cellbuf_reset(&buf, 8, 1, STYLE_BOARD);
	text(&buf, 0, "가나다");
	row_is(&buf, "가나다  ");
	text(&buf, 1, "x");
	row_is(&buf, " x나다  ");
	text(&buf, 2, "y");
	row_is(&buf, " xy 다  ");
	text(&buf, 3, "라");
	row_is(&buf, " xy라   ");
	cellbuf_release(&buf);
}

static void nothing_is_drawn_across_an_edge(void **state)
{
	struct cellbuf buf = CELLBUF_INIT;

	(void)state;
	cellbuf_reset(&buf, 4, 1, STYLE_BOARD);
	text(&buf, 3, "가");
	row_is(&buf, "    ");
	text(&buf, -1, "가b");
	row_is(&buf, " b  ");
	cellbuf_text(&buf, 0, 5, 4, "below", 5, STYLE_BOARD);
	cellbuf_text(&buf, 0, -1, 4, "above", 5, STYLE_BOARD);
	cellbuf_fill(&buf, -5, -5, 100, 100, STYLE_PANEL);
	row_is(&buf, "    ");
	cellbuf_release(&buf);
}

static void cutting_keeps_to_the_width_and_says_so(void **state)
{
	static const struct {
		const char *text;
		int width;
		const char *row;
	} rows[] = {
		{"order", 8, "order   "},
		{"order placed", 8, "order p…"},
		{"주문이 접수", 8, "주문이 …"},
		{"주문주문주", 8, "주문주… "},
		{"a", 1, "a       "},
		{"ab", 1, "…       "},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct cellbuf buf = CELLBUF_INIT;

		cellbuf_reset(&buf, 8, 1, STYLE_BOARD);
		cellbuf_cut(&buf, 0, 0, rows[i].width, rows[i].text, STYLE_BOARD);
		row_is(&buf, rows[i].row);
		cellbuf_release(&buf);
	}
}

static int with_utf8(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_half_that_is_left_over_becomes_a_blank),
		cmocka_unit_test(nothing_is_drawn_across_an_edge),
		cmocka_unit_test(cutting_keeps_to_the_width_and_says_so),
	};

	return cmocka_run_group_tests_name("draw/cellbuf", tests, with_utf8, NULL);
}
