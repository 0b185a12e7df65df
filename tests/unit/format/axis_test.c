#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "format/axis.h"

#define AXIS_CASE_MOST 5

/* Columns in use, where they are shown, and how many there are then. */
static void long_empty_stretches_are_cut(void **state)
{
	static const struct {
		int32_t at[AXIS_CASE_MOST], shown[AXIS_CASE_MOST];
		size_t count;
		int32_t columns;
	} cases[] = {
		{{0}, {0}, 0, 0},
		{{1}, {1}, 1, 1},
		{{7}, {1}, 1, 1},
		{{3, 1, 2}, {3, 1, 2}, 3, 3},
		{{5, 5, 5}, {1, 1, 1}, 3, 1},
		{{1, 4}, {1, 4}, 2, 4},
		{{1, 5}, {1, 5}, 2, 5},
		{{1, 6}, {1, 5}, 2, 5},
		{{999999999, 1, 2, 1000000}, {10, 1, 2, 6}, 4, 10},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct axis axis;

		axis_init(&axis);
		for (size_t k = 0; k < cases[i].count; k++)
			axis_add(&axis, cases[i].at[k]);
		axis_settle(&axis);
		for (size_t k = 0; k < cases[i].count; k++)
			assert_int_equal(axis_shown(&axis, cases[i].at[k]), cases[i].shown[k]);
		assert_int_equal(axis_count(&axis), cases[i].columns);
		axis_release(&axis);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(long_empty_stretches_are_cut),
	};

	return cmocka_run_group_tests_name("format/axis", tests, NULL, NULL);
}
