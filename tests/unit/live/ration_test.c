#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

#include "live/ration.h"

static void who_never_rests_gets_half_of_a_processor(void **state)
{
	struct ration ration = {.left_ms = 10000};
	int64_t used = 0, now = 0, begin = 20000;

	(void)state;
	while (now < 120000) {
		int rest = ration_count(&ration, used, now);

		assert_in_range(rest, 0, 1000);
		now += rest ? rest : 100;
		used += rest ? 0 : 100;
		if (now >= begin) /* ten seconds at once, and half of the time */
			assert_in_range(used, now / 2, 10000 + now / 2 + 200);
	}
}

static void who_works_like_people_do_never_rests(void **state)
{
	struct ration ration = {.left_ms = 10000};
	int64_t used = 9000, now = 0; /* a large board was loaded */

	(void)state;
	for (; now < 3600000; now += 1000, used += 300)
		assert_int_equal(ration_count(&ration, used, now), 0);
	assert_in_range(ration.left_ms, 1, 10000); /* and saves up no more than that */
}

static void one_long_step_is_made_up_for(void **state)
{
	struct ration ration = {.left_ms = 10000};
	int64_t now = 60000, used = 60000;
	int rests = 0, rest;

	(void)state;
	for (; (rest = ration_count(&ration, used, now)) > 0; now += rest)
		rests++;
	assert_in_range(now, 100000, 101000);
	assert_in_range(rests, 40, 42);
}

static void a_session_stands_behind_and_has_its_memory_bounded(void **state)
{
	int before = getpriority(PRIO_PROCESS, 0);
	struct ration ration;
	struct rlimit limit;

	(void)state;
	ration_begin(&ration, "/nowhere.evs");
	assert_int_equal(getpriority(PRIO_PROCESS, 0), before + 5 > 19 ? 19 : before + 5);
	assert_int_equal(getrlimit(RLIMIT_CORE, &limit), 0);
	assert_int_equal(limit.rlim_cur, 0);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__clang__)
	assert_int_equal(getrlimit(RLIMIT_DATA, &limit), 0);
	assert_in_range(limit.rlim_cur, 1 << 20, 512 << 20);
#endif
	assert_int_equal(ration_rest_ms(&ration), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(who_never_rests_gets_half_of_a_processor),
		cmocka_unit_test(who_works_like_people_do_never_rests),
		cmocka_unit_test(one_long_step_is_made_up_for),
		cmocka_unit_test(a_session_stands_behind_and_has_its_memory_bounded),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
