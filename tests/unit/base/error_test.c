#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/mem.h"

static void an_error_says_what_and_where(void **state)
{
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(error_set(&err, ERROR_REFUSED, "no sticky %d", 7), ERROR_REFUSED);
	assert_int_equal(err.code, ERROR_REFUSED);
	assert_string_equal(err.text, "no sticky 7");
	assert_int_equal(error_prefix(&err, ERROR_REFUSED, "line %d", 3), ERROR_REFUSED);
	assert_string_equal(err.text, "line 3: no sticky 7");
	assert_int_equal(error_set(NULL, ERROR_SYSTEM, "%s", "nobody listens"), ERROR_SYSTEM);
	assert_int_equal(error_prefix(NULL, ERROR_SYSTEM, "%s", "nobody listens"), ERROR_SYSTEM);
}

static void a_sentence_is_whole_characters_on_one_line(void **state)
{
	static const struct {
		const char *name, *sentence;
	} rows[] = {
		{"a가나다", "“a가나” is none"}, /* cut by %.8s between the bytes of 다 */
		{"가나다라", "“가나” is none"},
		{"ab\xf0\x9f\x91\x8d\xf0\x9f\x91\x8d", "“ab👍” is none"},
		{"a\nb\x1b[2J\x7f", "“a?b?[2J?” is none"},
		{"\xe1\x84", "“” is none"},
		{"\xffok", "“ok” is none"},
		{"", "“” is none"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct error err = ERROR_INIT;

		error_set(&err, ERROR_REFUSED, "“%.8s” is none", rows[i].name);
		assert_string_equal(err.text, rows[i].sentence);
	}
}

static void a_long_sentence_is_cut_between_characters(void **state)
{
	char text[4 * ERROR_TEXT_BYTES];
	struct error err = ERROR_INIT;

	(void)state;
	for (size_t start = 0; start < 4; start++) {
		memset(text, 'x', start);
		for (size_t at = start; at + 3 < sizeof(text); at += 3)
			memcpy(text + at, "가", 4);
		error_set(&err, ERROR_REFUSED, "%s", text);
		assert_true(strlen(err.text) > ERROR_TEXT_BYTES - 5);
		assert_int_equal((strlen(err.text) - start) % 3, 0);
		error_prefix(&err, ERROR_REFUSED, "%s", "12");
		assert_int_equal((strlen(err.text) - start - 4) % 3, 0);
		error_prefix(&err, ERROR_REFUSED, "%s", text);
		assert_true(strlen(err.text) < ERROR_TEXT_BYTES);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_error_says_what_and_where),
		cmocka_unit_test(a_sentence_is_whole_characters_on_one_line),
		cmocka_unit_test(a_long_sentence_is_cut_between_characters),
	};

	return cmocka_run_group_tests_name("base/error", tests, NULL, NULL);
}
