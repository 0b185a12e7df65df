#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "session/playback.h"

#define S INT64_C(1000)

/* Actions at these seconds of some day, as moments 1, 2, 3 ... */
static void playback_of(struct playback *playback, const int64_t *seconds, size_t count)
{
	playback_init(playback);
	for (size_t i = 0; i < count; i++)
		playback_add(playback, i + 1, (1772000000 + seconds[i]) * S);
}

static void time_passes_as_it_did(void **state)
{
	static const int64_t seconds[] = {0, 4, 4, 29};
	struct playback playback;

	(void)state;
	playback_of(&playback, seconds, ARRAY_SIZE(seconds));
	assert_int_equal(playback_at(&playback, 0), 0);
	assert_int_equal(playback_at(&playback, 1), PLAYBACK_FIRST_MS);
	assert_int_equal(playback_at(&playback, 2), PLAYBACK_FIRST_MS + 4 * S);
	assert_int_equal(playback_at(&playback, 3), PLAYBACK_FIRST_MS + 4 * S);
	assert_int_equal(playback_length(&playback), PLAYBACK_FIRST_MS + 29 * S);
	playback_release(&playback);
}

static void pauses_are_folded_and_a_clock_set_back_is_none(void **state)
{
	static const int64_t seconds[] = {0, 86400, 86390, 86395, 86402};
	static const int64_t played[] = {0, 30, 30, 30, 32};
	struct playback playback;

	(void)state;
	playback_of(&playback, seconds, ARRAY_SIZE(seconds));
	for (size_t i = 0; i < ARRAY_SIZE(played); i++)
		assert_int_equal(playback_at(&playback, i + 1), PLAYBACK_FIRST_MS + played[i] * S);
	playback_release(&playback);
}

static void a_played_time_leads_to_its_moment(void **state)
{
	static const int64_t seconds[] = {0, 4, 4, 29};
	static const struct {
		int64_t at_ms;
		size_t moment;
	} cases[] = {{0, 0}, {999, 0}, {1000, 1}, {4999, 1}, {5000, 3}, {29999, 3}, {30000, 4}, {9999999, 4}};
	struct playback playback;

	(void)state;
	playback_of(&playback, seconds, ARRAY_SIZE(seconds));
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		assert_int_equal(playback_moment(&playback, cases[i].at_ms), cases[i].moment);
	playback_release(&playback);
}

static void what_is_left_out_takes_no_time(void **state)
{
	struct playback playback;
	size_t at = 0;

	(void)state;
	playback_init(&playback);
	playback_add(&playback, 3, 10 * S);
	playback_add(&playback, 9, 500 * S);
	assert_int_equal(playback_at(&playback, 2), 0);
	assert_int_equal(playback_at(&playback, 8), PLAYBACK_FIRST_MS);
	assert_int_equal(playback_length(&playback), PLAYBACK_FIRST_MS + PLAYBACK_IDLE_MS);
	assert_true(playback_next(&playback, 0, &at));
	assert_int_equal(at, 3);
	assert_true(playback_next(&playback, 3, &at));
	assert_int_equal(at, 9);
	assert_false(playback_next(&playback, 9, &at));
	assert_true(playback_previous(&playback, 12, &at));
	assert_int_equal(at, 9);
	assert_true(playback_previous(&playback, 9, &at));
	assert_int_equal(at, 3);
	assert_false(playback_previous(&playback, 3, &at));
	playback_release(&playback);
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
	struct playback playback;

	(void)state;
	playback_of(&playback, seconds, ARRAY_SIZE(seconds));
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		for (size_t at = 0; at < 4; at++) {
			struct playhead head = {true, cases[i].speed, 0};

			playback_put(&head, &playback, at);
			assert_int_equal(playback_due_ms(&head, &playback), cases[i].dues[at]);
			assert_int_equal(playback_pass(&head, &playback, cases[i].dues[at] - 1), at);
			assert_int_equal(playback_pass(&head, &playback, 1), at + 1);
		}
	playback_release(&playback);
}

static void playing_ends_with_the_last_action(void **state)
{
	static const int64_t seconds[] = {0, 4};
	struct playhead head = {true, 1000, 0};
	struct playback playback;

	(void)state;
	playback_of(&playback, seconds, ARRAY_SIZE(seconds));
	assert_int_equal(playback_pass(&head, &playback, 3600 * S), 2);
	assert_false(head.runs);
	assert_int_equal(head.at_us, playback_length(&playback) * 1000);
	assert_int_equal(playback_due_ms(&head, &playback), -1);
	playback_release(&playback);
}

static void what_stands_does_not_go_on(void **state)
{
	static const int64_t seconds[] = {0, 4};
	struct playhead head = {false, 1000, 0};
	struct playback playback;

	(void)state;
	playback_of(&playback, seconds, ARRAY_SIZE(seconds));
	assert_int_equal(playback_due_ms(&head, &playback), -1);
	assert_int_equal(playback_pass(&head, &playback, 3600 * S), 0);
	playback_reset(&playback);
	head.runs = true;
	assert_int_equal(playback_due_ms(&head, &playback), -1);
	assert_int_equal(playback_pass(&head, &playback, 1), 0);
	assert_false(head.runs);
	playback_release(&playback);
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
