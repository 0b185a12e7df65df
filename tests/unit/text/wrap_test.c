#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <string.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "text/wrap.h"

#define WRAP_LINES_MOST 12

/* The lines of TEXT with a bar between them, and an ellipsis when text was left over. */
static void wrap_show(const char *text, int width, size_t max, struct strbuf *out)
{
	struct wrap_line lines[WRAP_LINES_MOST];
	bool rest;
	size_t count = wrap_text(text, strlen(text), width, lines, max, &rest);

	for (size_t i = 0; i < count; i++) {
		if (i)
			strbuf_addch(out, '|');
		strbuf_add(out, text + lines[i].start, lines[i].len);
		assert_true(lines[i].cells <= width);
	}
	if (rest)
		strbuf_addstr(out, "|...");
}

static void lines_break_where_one_reads(void **state)
{
	static const struct {
		const char *must, *text;
		int width;
		const char *lines;
	} rows[] = {
		{"an empty text is one empty line", "", 5, ""},
		{"what fits stays on one line", "Order", 5, "Order"},
		{"lines break at spaces", "Order was placed", 9, "Order was|placed"},
		{"spaces at a break go", "Order   placed", 6, "Order|placed"},
		{"spaces at the end take no room", "Order     ", 5, "Order"},
		{"line feeds break", "a\nb\n\nc", 5, "a|b||c"},
		{"a line feed at the end begins a line", "a\n", 5, "a|"},
		{"Hangul breaks at spaces", "주문이 접수되었다", 10, "주문이|접수되었다"},
		{"Hangul that is too long breaks between syllables", "접수되었다", 5, "접수|되었|다"},
		{"Han breaks anywhere", "注文受付", 5, "注文|受付"},
		{"Kana breaks anywhere", "テスト", 4, "テス|ト"},
		{"hyphens and slashes end lines", "read-model/view", 6, "read-|model/|view"},
		{"camels break at humps when need be", "OrderPlaced", 8, "Order|Placed"},
		{"but not when they fit", "an OrderPlaced", 11, "an|OrderPlaced"},
		{"what has no place to break breaks anywhere", "aaaaaaa", 3, "aaa|aaa|a"},
		{"accents stay with their letters",
			"e\xcc\x81"
			"e\xcc\x81"
			"e\xcc\x81",
			2,
			"e\xcc\x81"
			"e\xcc\x81|e\xcc\x81"},
		{"jamo stay together", "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab\xe1\x84\x92\xe1\x85\xa1", 3,
			"\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab|\xe1\x84\x92\xe1\x85\xa1"},
		{"a family that is wider than the line breaks between people",
			"\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7", 4,
			"\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d|"
			"\xf0\x9f\x91\xa7"},
		{"a space with a mark takes its room", "abc \xcc\x88", 3, "abc| \xcc\x88"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf out = STRBUF_INIT;

		wrap_show(rows[i].text, rows[i].width, WRAP_LINES_MOST, &out);
		if (strcmp(out.text, rows[i].lines))
			fail_msg("%s: “%s” and not “%s”", rows[i].must, rows[i].lines, out.text);
		strbuf_release(&out);
	}
}

static void what_is_left_over_is_told(void **state)
{
	static const struct {
		const char *text;
		size_t max;
		const char *lines;
	} rows[] = {
		{"aa bb cc", 1, "aa|..."},
		{"aa bb cc", 2, "aa|bb|..."},
		{"aa bb cc", 3, "aa|bb|cc"},
		{"aa   ", 1, "aa"},
		{"aa\nbb", 1, "aa|..."},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf out = STRBUF_INIT;

		wrap_show(rows[i].text, 2, rows[i].max, &out);
		assert_string_equal(out.text, rows[i].lines);
		strbuf_release(&out);
	}
}

static int wrap_set_up(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_break_where_one_reads),
		cmocka_unit_test(what_is_left_over_is_told),
	};

	return cmocka_run_group_tests_name("text/wrap", tests, wrap_set_up, NULL);
}
