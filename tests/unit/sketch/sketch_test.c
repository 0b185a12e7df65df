#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "sketch/sketch.h"

static void a_length_is_a_finite_number(void **state)
{
	static const struct {
		const char *text;
		bool is;
		double length;
	} rows[] = {{"0", true, 0}, {"12", true, 12}, {"-3.5", true, -3.5}, {" +1.25e2", true, 125},
		{"1e-2", true, 0.01}, {".5", true, 0.5}, {"10px", true, 10}, {"3,5", true, 3},
		{"1000000000", true, 1e9}, {"", false, 0}, {"x", false, 0}, {"-", false, 0}, {"nan", false, 0},
		{"inf", false, 0}, {"1e10", false, 0}, {"1e999999999999999999999", false, 0},
		{"-99999999999999999999", false, 0}};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		double length = 7;

		if (sketch_length(rows[i].text, &length) != rows[i].is)
			fail_msg("“%s”", rows[i].text);
		assert_float_equal(length, rows[i].is ? rows[i].length : 7, 1e-9);
	}
}

static void what_is_left_out_is_named_in_a_few_clean_words(void **state)
{
	struct sketch sketch;

	(void)state;
	sketch_init(&sketch);
	sketch_leave_out(&sketch, "an arrow", NULL);
	sketch_leave_out(&sketch, "a text", " \n");
	sketch_leave_out(&sketch, "a text", "one, \x1b[31mtwo");
	sketch_leave_out(&sketch, "a text", "The quick brown fox jumps over the lazy dog");
	assert_string_equal(vec_get(&sketch.left_out, char *, 0), "an arrow");
	assert_string_equal(vec_get(&sketch.left_out, char *, 1), "a text");
	assert_string_equal(vec_get(&sketch.left_out, char *, 2), "“one  \xef\xbf\xbd[31mtwo”");
	assert_string_equal(vec_get(&sketch.left_out, char *, 3), "“The quick brown fox jump…”");
	sketch_release(&sketch);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_length_is_a_finite_number),
		cmocka_unit_test(what_is_left_out_is_named_in_a_few_clean_words),
	};

	return cmocka_run_group_tests_name("sketch/sketch", tests, NULL, NULL);
}
