#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/mem.h"

static void times_are_read_and_written(void **state)
{
	static const struct {
		const char *text, *written;
		int64_t time_ms;
	} rows[] = {
		{"1970-01-01T00:00:00Z", NULL, 0},
		{"2026-11-20T14:05:00Z", NULL, INT64_C(1795183500000)},
		{"2026-11-20T14:05:00.250Z", NULL, INT64_C(1795183500250)},
		{"1969-12-31T23:59:59.999Z", NULL, -1},
		{"0001-01-01T00:00:00Z", NULL, INT64_C(-62135596800000)},
		{"9999-12-31T23:59:59.999Z", NULL, INT64_C(253402300799999)},
		{"2000-02-29T00:00:00Z", NULL, INT64_C(951782400000)},
		{"2026-11-20 14:05", "2026-11-20T14:05:00Z", INT64_C(1795183500000)},
		{"2026/11/20 14:05:00", "2026-11-20T14:05:00Z", INT64_C(1795183500000)},
		{"2026-11-20t14:05:00z", "2026-11-20T14:05:00Z", INT64_C(1795183500000)},
		{"2026-11-20T23:05:00+09:00", "2026-11-20T14:05:00Z", INT64_C(1795183500000)},
		{"2026-11-20T08:35:00-05:30", "2026-11-20T14:05:00Z", INT64_C(1795183500000)},
		{"2026-11-20T14:05:00.25", "2026-11-20T14:05:00.250Z", INT64_C(1795183500250)},
		{"2026-11-20T14:05:00.2509999999Z", "2026-11-20T14:05:00.250Z", INT64_C(1795183500250)},
		{"2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z", INT64_C(1483228800000)},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		char out[CLOCK_TEXT_BYTES];
		int64_t time_ms = 7;

		if (!clock_parse(rows[i].text, &time_ms) || time_ms != rows[i].time_ms)
			fail_msg("%s must be %lld, not %lld", rows[i].text, (long long)rows[i].time_ms,
				(long long)time_ms);
		clock_format(rows[i].time_ms, out);
		assert_string_equal(out, rows[i].written ? rows[i].written : rows[i].text);
	}
}

static void what_is_no_time_leaves_the_time_alone(void **state)
{
	static const char *const rows[] = {"9999-12-31T23:59:59.999-00:01", "0001-01-01T00:00:00+00:01", "", "now",
		"2026", "2026-11-20", "2026-11-20T", "2026-11-20T14", "2026-11-20T14:05:", "2026-11-20T14:05:00.",
		"2026-11-20T14:05:00ZZ", "2026-11-20T14:05:00+9:00", "2026-11-20T14:05:00+09",
		"2026-11-20T14:05:00+24:00", "2026-11-20T14:05:00.5x", "0000-01-01T00:00:00Z", "2026-13-01T00:00:00Z",
		"2026-00-01T00:00:00Z", "2026-11-31T00:00:00Z", "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z",
		"2026-11-00T00:00:00Z", "2026-11-20T24:00:00Z", "2026-11-20T23:60:00Z", "2026-11-20T23:59:61Z",
		" 2026-11-20T14:05:00Z", "2026-11-20T14:05:00Z ", "-026-11-20T14:05:00Z", "2026/11-20 14:05",
		"2026-11-20/14:05", "20/11/2026 14:05", "2026/11/20"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		int64_t time_ms = 7;

		if (clock_parse(rows[i], &time_ms) || time_ms != 7)
			fail_msg("“%s” must be no time", rows[i]);
	}
}

static void every_day_of_400_years_is_read_back(void **state)
{
	(void)state;
	for (int64_t day = -60000; day < 90000; day++) {
		char out[CLOCK_TEXT_BYTES];
		int64_t time_ms = 0;

		clock_format(day * 86400000 + 1, out);
		assert_true(clock_parse(out, &time_ms));
		assert_int_equal(time_ms, day * 86400000 + 1);
	}
}

static void times_outside_of_four_digit_years_are_written_as_the_nearest(void **state)
{
	char out[CLOCK_TEXT_BYTES];

	(void)state;
	clock_format(INT64_MIN, out);
	assert_string_equal(out, "0001-01-01T00:00:00Z");
	clock_format(INT64_MAX, out);
	assert_string_equal(out, "9999-12-31T23:59:59.999Z");
}

static void the_time_can_be_held(void **state)
{
	static const char *const bad[] = {"", "x", "1x", "-1", "99999999999999999999", "253402300800"};
	int64_t now;

	(void)state;
	setenv("SOURCE_DATE_EPOCH", "1795183500", 1);
	assert_int_equal(clock_now_ms(), INT64_C(1795183500000));
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
		setenv("SOURCE_DATE_EPOCH", bad[i], 1);
		now = clock_now_ms();
		assert_true(now > INT64_C(1700000000000) && now < INT64_C(99999999999999));
	}
	unsetenv("SOURCE_DATE_EPOCH");
	now = clock_now_ms();
	assert_true(clock_now_ms() >= now);
}

static void times_are_in_the_zone_of_whoever_reads(void **state)
{
	static const struct {
		const char *zone, *local, *name;
	} rows[] = {
		{"UTC", "2026-11-20T14:05:00", "UTC"},
		{"KST-9", "2026-11-20T23:05:00", "KST"},
		{"<-03>3", "2026-11-20T11:05:00", "UTC-03"},
		{"NST3:30", "2026-11-20T10:35:00", "NST"},
	};
	const int64_t time_ms = INT64_C(1795183500250);

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		char text[CLOCK_TEXT_BYTES];
		int64_t read_ms = 0;

		setenv("TZ", rows[i].zone, 1);
		clock_format_local(time_ms, text);
		assert_string_equal(text, rows[i].local);
		assert_true(clock_parse_local(text, &read_ms));
		assert_int_equal(read_ms, time_ms - 250);
		assert_true(clock_parse_local("2026-11-20T14:05:00.25Z", &read_ms));
		assert_int_equal(read_ms, time_ms);
		assert_false(clock_parse_local("2026-11-31T14:05:00", &read_ms));
		clock_zone(time_ms, text);
		assert_string_equal(text, rows[i].name);
		clock_format_local(INT64_C(-62135596800000), text);
		assert_int_equal(strlen(text), 19);
	}
	unsetenv("TZ");
}

static void the_shorter_wait_is_taken(void **state)
{
	static const int rows[][3] = {{1, 2, 1}, {2, 1, 1}, {-1, 5, 5}, {5, -1, 5}, {0, 7, 0}, {7, 0, 0}};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_int_equal(clock_earlier(rows[i][0], rows[i][1]), rows[i][2]);
	assert_true(clock_earlier(-1, -1) < 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(times_are_read_and_written),
		cmocka_unit_test(what_is_no_time_leaves_the_time_alone),
		cmocka_unit_test(every_day_of_400_years_is_read_back),
		cmocka_unit_test(times_outside_of_four_digit_years_are_written_as_the_nearest),
		cmocka_unit_test(the_time_can_be_held),
		cmocka_unit_test(times_are_in_the_zone_of_whoever_reads),
		cmocka_unit_test(the_shorter_wait_is_taken),
	};

	return cmocka_run_group_tests_name("base/clock", tests, NULL, NULL);
}
