#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "model/step.h"

static void every_step_has_its_words_and_kinds(void **state)
{
	(void)state;
	for (int step = STEP_FIRST; step <= STEP_LAST; step++) {
		size_t count = 0;
		const enum kind *kinds = step_kinds(step, &count);

		assert_true(*step_name(step) && *step_short(step));
		assert_true(strlen(step_short(step)) <= strlen(step_name(step)));
		assert_non_null(strchr("?.", step_question(step)[strlen(step_question(step)) - 1]));
		assert_true(count >= 1);
		for (size_t i = 0; i < count; i++) {
			assert_in_range(kinds[i], 0, KIND_COUNT - 1);
			for (size_t k = 0; k < i; k++)
				assert_int_not_equal(kinds[i], kinds[k]);
		}
	}
}

static void the_first_kind_is_what_the_step_is_about(void **state)
{
	static const enum kind first[] = {
		KIND_EVENT, KIND_EXTERNAL_SYSTEM, KIND_COMMAND, KIND_HOTSPOT, KIND_ACTOR, KIND_AGGREGATE};
	size_t count;

	(void)state;
	for (int i = 0; i < 6; i++)
		assert_int_equal(step_kinds(STEP_FIRST + i, &count)[0], first[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_step_has_its_words_and_kinds),
		cmocka_unit_test(the_first_kind_is_what_the_step_is_about),
	};

	return cmocka_run_group_tests_name("model/step", tests, NULL, NULL);
}
