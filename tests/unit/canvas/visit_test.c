#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "canvas/visit.h"

#define NOW_S 1795183500

static void set_clock(const char *seconds)
{
	setenv("SOURCE_DATE_EPOCH", seconds, 1);
}

static void who_is_no_visitor_is_told_nothing(void **state)
{
	struct visit visit = {.guest = false};
	int minutes;

	(void)state;
	assert_int_equal(visit_next_ms(NULL), -1);
	assert_false(visit_is_over(NULL));
	assert_false(visit_warns(NULL, &minutes));
	assert_int_equal(visit_rest_ms(NULL), 0);
	assert_int_equal(visit_next_ms(&visit), -1);
	assert_false(visit_is_over(&visit));
	assert_false(visit_warns(&visit, &minutes));
}

static void the_end_is_told_twice_before_it_comes(void **state)
{
	struct visit visit = {.until_ms = (NOW_S + 600) * 1000LL};
	int minutes;

	(void)state;
	set_clock("1795183500");
	assert_false(visit_warns(&visit, &minutes));
	assert_int_equal(visit_next_ms(&visit), 300000);
	set_clock("1795183800");
	assert_true(visit_warns(&visit, &minutes));
	assert_int_equal(minutes, 5);
	assert_false(visit_warns(&visit, &minutes));
	assert_int_equal(visit_next_ms(&visit), 240000);
	set_clock("1795184050");
	assert_true(visit_warns(&visit, &minutes));
	assert_int_equal(minutes, 1);
	assert_int_equal(visit_next_ms(&visit), 50000);
	assert_false(visit_is_over(&visit));
	set_clock("1795184100");
	assert_true(visit_is_over(&visit));
	assert_int_equal(visit_next_ms(&visit), 0);
}

static void who_comes_late_is_told_once(void **state)
{
	struct visit visit = {.until_ms = (NOW_S + 30) * 1000LL};
	int minutes;

	(void)state;
	set_clock("1795183500");
	assert_true(visit_warns(&visit, &minutes));
	assert_int_equal(minutes, 1);
	assert_false(visit_warns(&visit, &minutes));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_is_no_visitor_is_told_nothing),
		cmocka_unit_test(the_end_is_told_twice_before_it_comes),
		cmocka_unit_test(who_comes_late_is_told_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
