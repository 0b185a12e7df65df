#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/mem.h"
#include "text/clean.h"

static void what_is_harmful_is_left_out(void **state)
{
	static const struct {
		const char *must, *raw, *line, *lines;
	} rows[] = {
		{"plain text stays", "Order placed", "Order placed", "Order placed"},
		{"Hangul stays", "주문 접수", "주문 접수", "주문 접수"},
		{"white space at the ends goes", "  a b \n", "a b", "a b"},
		{"only white space is nothing", " \n\t\r\n ", "", ""},
		{"line breaks of all sorts are line feeds",
			"a\r\nb\rc\nd\xc2\x85"
			"e\xe2\x80\xa8"
			"f\xe2\x80\xa9g",
			"a b c d e f g", "a\nb\nc\nd\ne\nf\ng"},
		{"a tab is a space", "a\tb", "a b", "a b"},
		{"control codes go", "a\x1b[31mb\x07\x08\x7f", "a[31mb", "a[31mb"},
		{"C1 controls go",
			"a\xc2\x9b"
			"31mb\xc2\x80",
			"a31mb", "a31mb"},
		{"bidi overrides and isolates go",
			"\xe2\x80\xaa\xe2\x80\xab\xe2\x80\xac\xe2\x80\xad\xe2\x80\xaegnp"
			"\xe2\x81\xa6\xe2\x81\xa7\xe2\x81\xa8\xe2\x81\xa9",
			"gnp", "gnp"},
		{"a byte order mark goes",
			"\xef\xbb\xbf"
			"a",
			"a", "a"},
		{"jamo are composed", "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab\xe1\x84\x80\xe1\x85\xb3\xe1\x86\xaf",
			"한글", "한글"},
		{"accents are composed", "e\xcc\x81", "\xc3\xa9", "\xc3\xa9"},
		{"what stood round a control code is composed", "e\x07\xcc\x81", "\xc3\xa9", "\xc3\xa9"},
		{"a final jamo joins the syllable before it", "\xea\xb0\x80\xe1\x86\xab", "간", "간"},
		{"joiners of emoji stay", "\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9",
			"\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9", "\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9"},
		{"right-to-left scripts stay", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d", "\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d",
			"\xd7\xa9\xd7\x9c\xd7\x95\xd7\x9d"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf out = STRBUF_INIT;

		strbuf_addstr(&out, "old");
		assert_int_equal(clean_text(&out, rows[i].raw, strlen(rows[i].raw), CLEAN_ONE_LINE, NULL), 0);
		if (strcmp(out.text, rows[i].line))
			fail_msg("%s: on one line “%s”", rows[i].must, out.text);
		assert_true(clean_is_clean(out.text, CLEAN_ONE_LINE));
		assert_int_equal(clean_is_clean(rows[i].raw, CLEAN_ONE_LINE), !strcmp(rows[i].raw, rows[i].line));
		assert_int_equal(clean_text(&out, rows[i].raw, strlen(rows[i].raw), CLEAN_MANY_LINES, NULL), 0);
		if (strcmp(out.text, rows[i].lines))
			fail_msg("%s: on lines “%s”", rows[i].must, out.text);
		assert_int_equal(clean_is_clean(rows[i].raw, CLEAN_MANY_LINES), !strcmp(rows[i].raw, rows[i].lines));
		strbuf_release(&out);
	}
}

static void a_text_of_many_lines_goes_on_one(void **state)
{
	struct strbuf out = STRBUF_INIT;

	(void)state;
	clean_flatten(&out, "Order\nplaced");
	clean_flatten(&out, NULL);
	clean_flatten(&out, "");
	clean_flatten(&out, "\n\n주문\n");
	assert_string_equal(out.text, "Order placed  주문 ");
	strbuf_release(&out);
}

static void a_nul_inside_goes(void **state)
{
	struct strbuf out = STRBUF_INIT;

	(void)state;
	assert_int_equal(clean_text(&out, "a\0b", 3, CLEAN_ONE_LINE, NULL), 0);
	assert_string_equal(out.text, "ab");
	strbuf_release(&out);
}

static void what_is_no_utf8_is_refused_with_its_place(void **state)
{
	static const struct {
		const char *raw, *says;
	} rows[] = {
		{"\xff", "byte 0xff after 0 bytes"},
		{"abc\xc3", "byte 0xc3 after 3 bytes"},
		{"\xed\xa0\x80", "byte 0xed after 0 bytes"},       /* a surrogate */
		{"\xc0\xaf", "byte 0xc0 after 0 bytes"},           /* too long a form of '/' */
		{"가\xf4\x90\x80\x80", "byte 0xf4 after 3 bytes"}, /* beyond Unicode */
		{"가나\xeb\x8b", "byte 0xeb after 6 bytes"},
		{"\x80", "byte 0x80 after 0 bytes"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf out = STRBUF_INIT;
		struct error err = ERROR_INIT;

		strbuf_addstr(&out, "old");
		assert_int_equal(
			clean_text(&out, rows[i].raw, strlen(rows[i].raw), CLEAN_ONE_LINE, &err), ERROR_REFUSED);
		assert_string_equal(out.text, "");
		if (!strstr(err.text, rows[i].says))
			fail_msg("“%s” must be said, not “%s”", rows[i].says, err.text);
		assert_false(clean_is_clean(rows[i].raw, CLEAN_ONE_LINE));
		strbuf_release(&out);
	}
}

static void two_thousand_characters_are_the_most(void **state)
{
	static const char *const letters[] = {"x", "가", "\xc3\xa9", "\xf0\x9f\x91\x8d", "\n\xe1\x84\x92\xe1\x85\xa1"};
	static const size_t counts[] = {1, 1, 1, 1, 2};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(letters); i++) {
		struct strbuf raw = STRBUF_INIT, out = STRBUF_INIT;
		struct error err = ERROR_INIT;

		for (size_t n = 0; n < 2000; n += counts[i])
			strbuf_addstr(&raw, letters[i]);
		strbuf_addstr(&raw, "  "); /* it does not count what goes */
		if (clean_text(&out, raw.text, raw.len, CLEAN_MANY_LINES, &err))
			fail_msg("2000 times “%s” must pass: %s", letters[i], err.text);
		assert_true(clean_is_clean(out.text, CLEAN_MANY_LINES));
		strbuf_addstr(&raw, "yy");
		assert_int_equal(clean_text(&out, raw.text, raw.len, CLEAN_MANY_LINES, &err), ERROR_REFUSED);
		assert_non_null(strstr(err.text, "at most 2000"));
		assert_false(clean_is_clean(raw.text, CLEAN_MANY_LINES));
		strbuf_release(&raw);
		strbuf_release(&out);
	}
}

/* Putting them into order would take minutes. */
static void marks_without_number_are_refused_at_once(void **state)
{
	struct strbuf raw = STRBUF_INIT, out = STRBUF_INIT;
	struct error err = ERROR_INIT;

	(void)state;
	strbuf_addch(&raw, 'a');
	for (int i = 0; i < 300000; i++)
		strbuf_addstr(&raw, i < 150000 ? "\xcc\x81" : "\xcc\xa7");
	assert_int_equal(clean_text(&out, raw.text, raw.len, CLEAN_ONE_LINE, &err), ERROR_REFUSED);
	assert_non_null(strstr(err.text, "300001 characters; at most 2000"));
	assert_false(clean_is_clean(raw.text, CLEAN_ONE_LINE));
	strbuf_release(&raw);
	strbuf_release(&out);
}

static void what_composes_to_2000_passes(void **state)
{
	struct strbuf raw = STRBUF_INIT, out = STRBUF_INIT;
	struct error err = ERROR_INIT;

	(void)state;
	for (int i = 0; i < 2000; i++) /* U+1F82 from its four parts */
		strbuf_addstr(&raw, "\xce\xb1\xcc\x93\xcc\x80\xcd\x85");
	assert_int_equal(clean_text(&out, raw.text, raw.len, CLEAN_ONE_LINE, &err), 0);
	assert_int_equal(out.len, 6000);
	strbuf_release(&raw);
	strbuf_release(&out);
}

static void anything_can_be_shown(void **state)
{
	static const char *const rows[][2] = {
		{"board.evs", "board.evs"},
		{"보드", "보드"},
		{"a\x1b[2Jb\n", "a\xef\xbf\xbd[2Jb\xef\xbf\xbd"},
		{"\xff\xfe", "\xef\xbf\xbd\xef\xbf\xbd"},
		{"\xe1\x84", "\xef\xbf\xbd\xef\xbf\xbd"},
		{"x\xe2\x80\xaey", "x\xef\xbf\xbdy"},
		{"", ""},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf out = STRBUF_INIT;

		strbuf_addstr(&out, ">");
		clean_for_display(&out, rows[i][0], strlen(rows[i][0]));
		assert_string_equal(out.text + 1, rows[i][1]);
		strbuf_release(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_harmful_is_left_out),
		cmocka_unit_test(a_text_of_many_lines_goes_on_one),
		cmocka_unit_test(a_nul_inside_goes),
		cmocka_unit_test(what_is_no_utf8_is_refused_with_its_place),
		cmocka_unit_test(two_thousand_characters_are_the_most),
		cmocka_unit_test(marks_without_number_are_refused_at_once),
		cmocka_unit_test(what_composes_to_2000_passes),
		cmocka_unit_test(anything_can_be_shown),
	};

	return cmocka_run_group_tests_name("text/clean", tests, NULL, NULL);
}
