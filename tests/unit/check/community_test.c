/* community: groups of nodes that hold together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "check/community.h"

#define NODES 6

/* Two triangles, 0 1 2 and 3 4 5, and a tie between them. FIXED is the number of nodes from 0 that are. */
static void community_of_two(struct community *community, size_t fixed, double bridge)
{
	community_init(community);
	for (size_t i = 0; i < NODES; i++)
		assert_int_equal(community_node(community, i < fixed), i);
	for (size_t i = 0; i < NODES; i++)
		community_tie(community, i, i / 3 * 3 + (i + 1) % 3, 1);
	community_tie(community, 2, 3, bridge);
}

static void what_holds_together_is_a_group(void **state)
{
	struct community community;
	size_t groups[NODES];

	(void)state;
	community_of_two(&community, 0, 0.5);
	assert_int_equal(community_find(&community, 1, groups), 2);
	for (size_t i = 0; i < NODES; i++)
		assert_int_equal(groups[i], i / 3);
	community_release(&community);
}

static void fixed_nodes_are_never_in_one_group(void **state)
{
	struct community community;
	size_t groups[NODES];

	(void)state;
	community_of_two(&community, 2, 0.5);
	assert_int_equal(community_find(&community, 1, groups), 3);
	assert_int_equal(groups[0], 0);
	assert_int_equal(groups[1], 1);
	assert_int_equal(groups[4], groups[5]);
	community_release(&community);
}

static void what_is_tied_to_nothing_is_alone(void **state)
{
	struct community community;
	size_t groups[2];

	(void)state;
	community_init(&community);
	assert_int_equal(community_find(&community, 1, groups), 0);
	community_node(&community, false);
	community_node(&community, false);
	community_tie(&community, 0, 0, 1);
	community_tie(&community, 0, 1, 0);
	assert_int_equal(community_find(&community, 1, groups), 2);
	assert_int_equal(groups[0], 0);
	assert_int_equal(groups[1], 1);
	community_release(&community);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_holds_together_is_a_group),
		cmocka_unit_test(fixed_nodes_are_never_in_one_group),
		cmocka_unit_test(what_is_tied_to_nothing_is_alone),
	};

	return cmocka_run_group_tests_name("check/community", tests, NULL, NULL);
}
