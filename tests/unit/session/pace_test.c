#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "session/pace.h"

#define S INT64_C(1000)

/* Actions at these seconds of some day, as moments 1, 2, 3 ... */
static void pace_of(struct pace *pace, const int64_t *seconds, size_t count)
{
	pace_init(pace);
	for (size_t i = 0; i < count; i++)
		pace_add(pace, i + 1, (1772000000 + seconds[i]) * S);
}

static void time_passes_as_it_did(void **state)
{
	static const int64_t seconds[] = {0, 4, 4, 29};
	struct pace pace;

	(void)state;
	pace_of(&pace, seconds, ARRAY_SIZE(seconds));
	assert_int_equal(pace_at(&pace, 0), 0);
	assert_int_equal(pace_at(&pace, 1), PACE_FIRST_MS);
	assert_int_equal(pace_at(&pace, 2), PACE_FIRST_MS + 4 * S);
	assert_int_equal(pace_at(&pace, 3), PACE_FIRST_MS + 4 * S);
	assert_int_equal(pace_length(&pace), PACE_FIRST_MS + 29 * S);
	pace_release(&pace);
}

static void pauses_are_folded_and_a_clock_set_back_is_none(void **state)
{
	static const int64_t seconds[] = {0, 86400, 86390, 86395, 86402};
	static const int64_t played[] = {0, 30, 30, 30, 32};
	struct pace pace;

	(void)state;
	pace_of(&pace, seconds, ARRAY_SIZE(seconds));
	for (size_t i = 0; i < ARRAY_SIZE(played); i++)
		assert_int_equal(pace_at(&pace, i + 1), PACE_FIRST_MS + played[i] * S);
	pace_release(&pace);
}

static void a_played_time_leads_to_its_moment(void **state)
{
	static const int64_t seconds[] = {0, 4, 4, 29};
	static const struct {
		int64_t at_ms;
		size_t moment;
	} cases[] = {{0, 0}, {999, 0}, {1000, 1}, {4999, 1}, {5000, 3}, {29999, 3}, {30000, 4},
		{9999999, 4}};
	struct pace pace;

	(void)state;
	pace_of(&pace, seconds, ARRAY_SIZE(seconds));
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		assert_int_equal(pace_moment(&pace, cases[i].at_ms), cases[i].moment);
	pace_release(&pace);
}

static void what_is_left_out_takes_no_time(void **state)
{
	struct pace pace;
	size_t at = 0;

	(void)state;
	pace_init(&pace);
	pace_add(&pace, 3, 10 * S);
	pace_add(&pace, 9, 500 * S);
	assert_int_equal(pace_at(&pace, 2), 0);
	assert_int_equal(pace_at(&pace, 8), PACE_FIRST_MS);
	assert_int_equal(pace_length(&pace), PACE_FIRST_MS + PACE_IDLE_MS);
	assert_true(pace_next(&pace, 0, &at));
	assert_int_equal(at, 3);
	assert_true(pace_next(&pace, 3, &at));
	assert_int_equal(at, 9);
	assert_false(pace_next(&pace, 9, &at));
	assert_true(pace_previous(&pace, 12, &at));
	assert_int_equal(at, 9);
	assert_true(pace_previous(&pace, 9, &at));
	assert_int_equal(at, 3);
	assert_false(pace_previous(&pace, 3, &at));
	pace_release(&pace);
}

static void each_action_is_due_when_its_time_has_come(void **state)
{
	static const int64_t seconds[] = {0, 4, 4000, 4010};
	static const struct {
		int speed;
		int64_t dues[4]; /* ms until each action, from the one before */
	} cases[] = {
		{1, {1000, 4000, 30000, 10000}},
		{10, {100, 400, 3000, 1000}},
		{1000, {1, 4, 30, 10}},
		{300, {4, 14, 100, 34}},
	};
	struct pace pace;

	(void)state;
	pace_of(&pace, seconds, ARRAY_SIZE(seconds));
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		for (size_t at = 0; at < 4; at++) {
			struct playhead head = {true, cases[i].speed, 0};

			playhead_put(&head, &pace, at);
			assert_int_equal(playhead_due_ms(&head, &pace), cases[i].dues[at]);
			assert_int_equal(playhead_pass(&head, &pace, cases[i].dues[at] - 1), at);
			assert_int_equal(playhead_pass(&head, &pace, 1), at + 1);
		}
	pace_release(&pace);
}

static void playing_ends_with_the_last_action(void **state)
{
	static const int64_t seconds[] = {0, 4};
	struct playhead head = {true, 1000, 0};
	struct pace pace;

	(void)state;
	pace_of(&pace, seconds, ARRAY_SIZE(seconds));
	assert_int_equal(playhead_pass(&head, &pace, 3600 * S), 2);
	assert_false(head.runs);
	assert_int_equal(head.at_us, pace_length(&pace) * 1000);
	assert_int_equal(playhead_due_ms(&head, &pace), -1);
	pace_release(&pace);
}

static void what_stands_does_not_go_on(void **state)
{
	static const int64_t seconds[] = {0, 4};
	struct playhead head = {false, 1000, 0};
	struct pace pace;

	(void)state;
	pace_of(&pace, seconds, ARRAY_SIZE(seconds));
	assert_int_equal(playhead_due_ms(&head, &pace), -1);
	assert_int_equal(playhead_pass(&head, &pace, 3600 * S), 0);
	pace_reset(&pace);
	head.runs = true;
	assert_int_equal(playhead_due_ms(&head, &pace), -1);
	assert_int_equal(playhead_pass(&head, &pace, 1), 0);
	assert_false(head.runs);
	pace_release(&pace);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(time_passes_as_it_did),
		cmocka_unit_test(pauses_are_folded_and_a_clock_set_back_is_none),
		cmocka_unit_test(a_played_time_leads_to_its_moment),
		cmocka_unit_test(what_is_left_out_takes_no_time),
		cmocka_unit_test(each_action_is_due_when_its_time_has_come),
		cmocka_unit_test(playing_ends_with_the_last_action),
		cmocka_unit_test(what_stands_does_not_go_on),
	};

	return cmocka_run_group_tests_name("session/pace", tests, NULL, NULL);
}
