#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/action.h"

static void an_action_owns_copies_of_its_texts(void **state)
{
	char text[] = "before";
	struct action action;

	(void)state;
	action_init(&action);
	for (int64_t i = 0; i < 20; i++)
		action_add(&action, ENTITY_STICKY, i, field_find(ENTITY_STICKY, "text"), text, "after");
	text[0] = 'X';
	assert_int_equal(action.changes.count, 20);
	assert_string_equal(action_change(&action, 0)->before, "before");
	assert_int_equal(action_change(&action, 19)->item, 19);
	action_release(&action);
	assert_int_equal(action.changes.count, 0);
}

static void making_and_removing_are_told_by_what_is_missing(void **state)
{
	static const struct {
		const char *before, *after;
		int field, makes, removes;
	} rows[] = {
		{NULL, "name=A", 0, 1, 0},
		{"name=A", NULL, 0, 0, 1},
		{"a", "b", 1, 0, 0},
		{NULL, "3+1", 1, 0, 0},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct action action;
		struct change *change;

		action_init(&action);
		change = action_add(&action, ENTITY_PHASE, 1, rows[i].field ? field_find(ENTITY_PHASE, "name") : NULL,
			rows[i].before, rows[i].after);
		assert_int_equal(change_makes(change), rows[i].makes);
		assert_int_equal(change_removes(change), rows[i].removes);
		action_release(&action);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(an_action_owns_copies_of_its_texts),
		cmocka_unit_test(making_and_removing_are_told_by_what_is_missing),
	};

	return cmocka_run_group_tests_name("model/action", tests, NULL, NULL);
}
