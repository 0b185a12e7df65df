#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <string.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "text/width.h"

static void texts_take_so_many_cells(void **state)
{
	static const struct {
		const char *text;
		int cells;
	} rows[] = {
		{"", 0}, {"abc", 3}, {"한글", 4}, {"注文", 4}, {"e\xcc\x81", 1}, {"\xcc\x81", 0}, {"ｶﾅ", 2},
		{"ＡＢ", 4}, {"\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", 2},         /* jamo of 한 */
		{"\xf0\x9f\x91\x8d", 2}, {"\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd", 2}, /* a skin tone is not drawn */
		{"\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9", 4},              /* joined: side by side */
		{"\xe2\x9d\xa4\xef\xb8\x8f", 1},                                  /* nor is a variation */
		{"a\xff"
		 "b",
			3}, /* a byte is U+FFFD */
		{"a\x1b"
		 "b",
			2},
		{"\xc2\x9b", 1},
		{"a\u200bb\u2060c\u200ed\u200fe\u061cf\u00adg\ufeff", 7}, /* what is not seen is not drawn */
		{"\u3164\u115f\u1160\uffa0", 0},                          /* nor are fillers */
		{"\u1112", 2},                                            /* letters that join, by themselves */
		{"\u1161\u11ab", 4}, {"\u1112\u119e", 3},                 /* old Hangul */
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++)
		if (width_of(rows[i].text, strlen(rows[i].text)) != rows[i].cells)
			fail_msg("“%s” must take %d cells, not %d", rows[i].text, rows[i].cells,
				width_of(rows[i].text, strlen(rows[i].text)));
}

static void pieces_are_what_all_agree_on(void **state)
{
	static const struct {
		const char *text, *piece;
		size_t used;
		int cells;
	} rows[] = {
		{"ab", "a", 1, 1},
		{"e\xcc\x81x", "e\xcc\x81", 3, 1},
		{"한글", "한", 3, 2},
		{"\xe2\x9d\xa4\xef\xb8\x8f", "\xe2\x9d\xa4", 6, 1},
		{"\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9", "\xf0\x9f\x91\xa8", 7, 2},
		{"\x1bx", "", 1, 0},
		{"\xff", "\xef\xbf\xbd", 1, 1},
		{"\xc2\x9b", "\xef\xbf\xbd", 2, 1},
		{"\xcc\x81", "", 2, 0},
		{"\u1112\u1161\u11ab", "한", 9, 2},
		{"\u1161x", "ㅏ", 3, 2},
		{"\u11ab", "ㄴ", 3, 2},
		{"\u119e", "\xef\xbf\xbd", 3, 1},
		{"a\u200b\u200db", "a", 7, 1},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct width_piece piece;

		assert_int_equal(width_next(rows[i].text, strlen(rows[i].text), &piece), rows[i].used);
		assert_string_equal(piece.text, rows[i].piece);
		assert_int_equal(piece.cells, rows[i].cells);
	}
}

static void a_piece_has_no_more_marks_than_fit(void **state)
{
	struct width_piece piece;
	struct strbuf text = STRBUF_INIT;

	(void)state;
	strbuf_addch(&text, 'Z');
	for (int i = 0; i < 1000; i++)
		strbuf_addstr(&text, "\xcc\x81\xe1\xb7\x80");
	assert_int_equal(width_next(text.text, text.len, &piece), text.len);
	assert_string_equal(piece.text, "Z\xcc\x81\xe1\xb7\x80\xcc\x81\xe1\xb7\x80");
	assert_int_equal(piece.cells, 1);
	strbuf_release(&text);
}

static void whole_clusters_fit_or_do_not(void **state)
{
	static const struct {
		const char *text;
		int cells;
		size_t fits;
		int used;
	} rows[] = {
		{"abc", 2, 2, 2},
		{"abc", 9, 3, 3},
		{"한글", 3, 3, 2},
		{"한글", 1, 0, 0},
		{"", 5, 0, 0},
		{"abc", 0, 0, 0},
		{"abc", -1, 0, 0},
		{"ae\xcc\x81"
		 "b",
			2, 4, 2},
		{"\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9", 3, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		int used = -1;

		assert_int_equal(width_fit(rows[i].text, strlen(rows[i].text), rows[i].cells, &used), rows[i].fits);
		assert_int_equal(used, rows[i].used);
	}
	assert_int_equal(width_fit("abc", 3, 2, NULL), 2);
}

static int width_set_up(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(texts_take_so_many_cells),
		cmocka_unit_test(pieces_are_what_all_agree_on),
		cmocka_unit_test(a_piece_has_no_more_marks_than_fit),
		cmocka_unit_test(whole_clusters_fit_or_do_not),
	};

	return cmocka_run_group_tests_name("text/width", tests, width_set_up, NULL);
}
