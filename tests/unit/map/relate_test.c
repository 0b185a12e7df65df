/* What is typed on the context map, and what somebody else does meanwhile. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/folder.h"
#include "lib/map_wall.h"
#include "map/map_mode.h"
#include "shell/prompt.h"
#include "shell/refused.h"

/* Three contexts; an event of the first leads to the second. */
static void open_contexts(struct wall *wall)
{
	map_wall_open(wall);
	wall_run(wall, "add event -c 1 -r 1 Order placed");
	wall_run(wall, "add policy -c 2 -r 1 Whenever");
	wall_run(wall, "add event -c 3 -r 1 Paid");
	wall_run(wall, "link 1 2");
	wall_run(wall, "context Shop 1");
	wall_run(wall, "context Billing 2");
	wall_run(wall, "context Stock 3");
}

static size_t relations(const struct wall *wall)
{
	return board_count(shell_board(&wall->shell), ENTITY_RELATION);
}

static void without_contexts_typing_does_nothing(void **state)
{
	struct wall wall;

	(void)state;
	map_wall_open(&wall);
	wall_press(&wall, "clsq");
	assert_ptr_equal(shell_top(&wall.shell), &refused_mode);
	wall_press(&wall, "<Esc>");
	assert_ptr_equal(shell_top(&wall.shell), &map_mode);
	wall_close(&wall);
}

/* A label whose first letter was taken for a style. */
static void after_a_key_that_is_no_style_typing_does_nothing(void **state)
{
	struct wall wall;

	(void)state;
	open_contexts(&wall);
	wall_press(&wall, "cl<Enter>orders");
	assert_ptr_equal(shell_top(&wall.shell), &refused_mode);
	assert_int_equal(relations(&wall), 0);
	wall_press(&wall, "<Esc>aorders<Enter>");
	assert_int_equal(relations(&wall), 1);
	wall_close(&wall);
}

/* The list of what crosses takes up and down; behind its ends is what was typed. */
static void the_list_keeps_what_is_typed(void **state)
{
	struct wall wall;

	(void)state;
	open_contexts(&wall);
	wall_press(&wall, "cl<Enter>aord<Down>");
	wall_assert_lowest(&wall, "What does it carry? Order placed");
	wall_press(&wall, "<Down>");
	wall_assert_lowest(&wall, "What does it carry? ord");
	wall_press(&wall, "<Up>");
	wall_assert_lowest(&wall, "What does it carry? Order placed");
	wall_press(&wall, "<Up>ers<Enter>");
	assert_int_equal(relations(&wall), 1);
	wall_close(&wall);
}

/* Without this, the relation would go to the box that is in focus instead. */
static void a_label_stays_when_its_context_goes(void **state)
{
	struct wall wall;

	(void)state;
	open_contexts(&wall);
	wall_press(&wall, "cl<Enter>aorders");
	wall_other(&wall, "delete-context Billing");
	wall_press(&wall, "<Enter>");
	assert_int_equal(relations(&wall), 0);
	assert_ptr_equal(shell_top(&wall.shell), &prompt_mode);
	wall_assert_lowest(&wall, "What does it carry? orders");
	assert_true(wall_shows(&wall, "the context is gone"));
	wall_press(&wall, "<Esc><Esc>");
	assert_ptr_equal(shell_top(&wall.shell), &map_mode);
	wall_close(&wall);
}

/* The answer to a question about a relation, in one's own words. */
static void own_words_stay_when_the_relation_goes(void **state)
{
	struct wall wall;

	(void)state;
	open_contexts(&wall);
	wall_run(&wall, "relate Shop async Billing");
	wall_press(&wall, "i");
	while (!wall_shows(&wall, "in your own words"))
		wall_press(&wall, "<Tab>");
	wall_press(&wall, "<Up><Enter>We wait");
	wall_other(&wall, "unrelate Shop Billing");
	wall_press(&wall, "<Enter>");
	assert_ptr_equal(shell_top(&wall.shell), &prompt_mode);
	wall_assert_lowest(&wall, "What happens then? We wait");
	assert_true(wall_shows(&wall, "the relation is gone"));
	wall_press(&wall, "<Esc>");
	assert_ptr_equal(shell_top(&wall.shell), &map_mode);
	wall_close(&wall);
}

static void own_words_that_a_lock_refuses_do_nothing(void **state)
{
	struct wall wall;

	(void)state;
	open_contexts(&wall);
	wall_run(&wall, "relate Shop async Billing");
	wall_run(&wall, "lock");
	wall_become(&wall, ROLE_PARTICIPANT, "cem");
	wall_press(&wall, "i");
	while (!wall_shows(&wall, "in your own words"))
		wall_press(&wall, "<Tab>");
	wall_press(&wall, "<Up><Enter>12 of them, quickly");
	assert_ptr_equal(shell_top(&wall.shell), &refused_mode);
	assert_true(wall_shows(&wall, "the board is locked"));
	wall_press(&wall, "<Esc>");
	assert_ptr_equal(shell_top(&wall.shell), &dialogue_mode);
	wall_close(&wall);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_contexts_typing_does_nothing),
		cmocka_unit_test(after_a_key_that_is_no_style_typing_does_nothing),
		cmocka_unit_test(the_list_keeps_what_is_typed),
		cmocka_unit_test(a_label_stays_when_its_context_goes),
		cmocka_unit_test(own_words_stay_when_the_relation_goes),
		cmocka_unit_test(own_words_that_a_lock_refuses_do_nothing),
	};

	return cmocka_run_group_tests_name("map/relate", tests, folder_make, folder_remove);
}
