#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "model/shift.h"

static void a_shift_moves_what_is_at_or_after_it(void **state)
{
	static const struct {
		struct shift shift;
		int32_t from, to;
	} rows[] = {
		{{AXIS_COLUMNS, 3, 2}, 2, 2},
		{{AXIS_COLUMNS, 3, 2}, 3, 5},
		{{AXIS_COLUMNS, 3, 2}, 9, 11},
		{{AXIS_COLUMNS, 5, -2}, 2, 2},
		{{AXIS_COLUMNS, 5, -2}, 3, 3},
		{{AXIS_COLUMNS, 5, -2}, 4, 3}, /* inside of the closed gap: its edge */
		{{AXIS_COLUMNS, 5, -2}, 5, 3},
		{{AXIS_COLUMNS, 5, -2}, PLACE_MOST, PLACE_MOST - 2},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++)
		if (shift_index(rows[i].shift, rows[i].from) != rows[i].to)
			fail_msg("%d%+d must move %d to %d, not %d", rows[i].shift.at, rows[i].shift.by, rows[i].from,
				rows[i].to, shift_index(rows[i].shift, rows[i].from));
}

static void the_inverse_takes_it_back(void **state)
{
	static const struct shift shifts[] = {{AXIS_ROWS, 1, 1}, {AXIS_ROWS, 4, 7}, {AXIS_ROWS, 8, -3}};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(shifts); i++) {
		struct shift back = shift_inverse(shifts[i]), again = shift_inverse(back);

		assert_int_equal(again.at, shifts[i].at);
		assert_int_equal(again.by, shifts[i].by);
		assert_int_equal(back.axis, shifts[i].axis);
		for (int32_t index = 1; index < 20; index++) {
			bool closed = shifts[i].by < 0 && index < shifts[i].at && index >= shifts[i].at + shifts[i].by;

			if (!closed)
				assert_int_equal(shift_index(back, shift_index(shifts[i], index)), index);
		}
	}
}

static void each_axis_moves_its_own(void **state)
{
	struct place place = {5, 5};

	(void)state;
	assert_int_equal(shift_place((struct shift){AXIS_COLUMNS, 2, 3}, place).column, 8);
	assert_int_equal(shift_place((struct shift){AXIS_COLUMNS, 2, 3}, place).row, 5);
	assert_int_equal(shift_place((struct shift){AXIS_ROWS, 2, 3}, place).column, 5);
	assert_int_equal(shift_place((struct shift){AXIS_ROWS, 2, 3}, place).row, 8);
}

static void text_and_shift_lead_to_each_other(void **state)
{
	static const char *const good[] = {"1+1", "5-2", "999999999-999999998", "1+999999998"};
	static const char *const bad[] = {"", "1", "+1", "1+0", "0+1", "2-2", "1-1", "1+1 ", " 1+1", "1+1x", "x",
		"1++1", "1+-1", "-1+3", "1+999999999", "1000000000-1", "1+99999999999999999999",
		"99999999999999999999+1", "1-99999999999999999999", "+", "-", "1+"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
		struct strbuf text = STRBUF_INIT;
		struct shift shift;

		assert_true(shift_parse(good[i], AXIS_ROWS, &shift));
		assert_int_equal(shift.axis, AXIS_ROWS);
		shift_format(shift, &text);
		assert_string_equal(text.text, good[i]);
		strbuf_release(&text);
	}
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		struct shift shift;

		if (shift_parse(bad[i], AXIS_COLUMNS, &shift))
			fail_msg("“%s” must be no shift", bad[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_shift_moves_what_is_at_or_after_it),
		cmocka_unit_test(the_inverse_takes_it_back),
		cmocka_unit_test(each_axis_moves_its_own),
		cmocka_unit_test(text_and_shift_lead_to_each_other),
	};

	return cmocka_run_group_tests_name("model/shift", tests, NULL, NULL);
}
