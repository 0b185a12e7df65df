/* What comes before, beside and after a sticky. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "check/trigger.h"
#include "unit/check/easel.h"

/* Three rows: two commands to one aggregate, from which two events come, each beside its command. */
#define BUSY "C:Pay . . . . E:Paid / . . . . G:Order / C:Ship . . . . E:Shipped"
#define BUSY_LINKS "1>3 4>3 3>2 3>5"

/* Two pairs in a row, with the aggregate below. */
#define PAIRS "C:Pay E:Paid . . C:Ship E:Shipped / . . . G:Order"
#define PAIRS_LINKS "1>5 3>5 5>2 5>4"

#define COMMAND KIND_BIT(KIND_COMMAND)
#define EVENT KIND_BIT(KIND_EVENT)
#define POLICY KIND_BIT(KIND_POLICY)

static void the_sticky_that_belongs_to_another_is_found(void **state)
{
	static const struct {
		const char *must, *drawing, *links;
		int64_t asked;
		unsigned kinds, sides;
		int64_t found, tied; /* by slots as well, and by links alone; 0: none */
	} cases[] = {
		{"a link counts before a slot", "C:Pay E:Paid . C:Bill", "3>2", 2, COMMAND, TRIGGER_BEFORE, 3, 3},
		{"a slot counts without a link", "C:Pay E:Paid", NULL, 2, COMMAND, TRIGGER_BEFORE, 1, 0},
		{"on the other side there is none", "C:Pay E:Paid", NULL, 2, COMMAND, TRIGGER_AFTER, 0, 0},
		{"of several linked ones the first counts", "C:Pay C:Bill . E:Paid", "2>3 1>3", 3, COMMAND,
			TRIGGER_BEFORE, 1, 1},
		{"an aggregate is passed through", "C:Pay . G:Order . E:Paid", "1>2 2>3", 3, COMMAND, TRIGGER_BEFORE, 1,
			1},
		{"also forwards", "C:Pay . G:Order . E:Paid", "1>2 2>3", 1, EVENT, TRIGGER_AFTER, 3, 3},
		{"but no other kind is", "C:Pay . P:Rule . E:Paid", "1>2 2>3", 3, COMMAND, TRIGGER_BEFORE, 0, 0},
		{"behind an aggregate the nearest counts", BUSY, BUSY_LINKS, 2, COMMAND, TRIGGER_BEFORE, 1, 1},
		{"not always the first", BUSY, BUSY_LINKS, 5, COMMAND, TRIGGER_BEFORE, 4, 4},
		{"nor forwards", BUSY, BUSY_LINKS, 4, EVENT, TRIGGER_AFTER, 5, 5},
		{"in a row, too, the first pair", PAIRS, PAIRS_LINKS, 2, COMMAND, TRIGGER_BEFORE, 1, 1},
		{"and the second", PAIRS, PAIRS_LINKS, 4, COMMAND, TRIGGER_BEFORE, 3, 3},
		{"forwards the first", PAIRS, PAIRS_LINKS, 1, EVENT, TRIGGER_AFTER, 2, 2},
		{"forwards the second", PAIRS, PAIRS_LINKS, 3, EVENT, TRIGGER_AFTER, 4, 4},
		{"of two that are as near the first", "C:Pay . C:Ship / . E:Paid / . G:Order", "1>4 2>4 4>3", 3,
			COMMAND, TRIGGER_BEFORE, 1, 1},
		{"an empty slot ends a sentence", "C:Pay . E:Paid", NULL, 2, COMMAND, TRIGGER_BEFORE, 0, 0},
		{"so does an event", "C:Pay E:Paid E:Sent", NULL, 3, COMMAND, TRIGGER_BEFORE, 0, 0},
		{"other kinds are passed", "P:Rule C:Pay G:Order E:Paid", NULL, 4, POLICY, TRIGGER_BEFORE, 1, 0},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		const struct sticky *asked, *found, *tied;
		struct easel easel;

		easel_init(&easel);
		easel_draw(&easel, cases[i].drawing, cases[i].links);
		asked = board_sticky(easel.board, cases[i].asked);
		found = trigger_find(easel.board, asked, cases[i].kinds, cases[i].sides);
		tied = trigger_tied(easel.board, asked, cases[i].kinds, cases[i].sides);
		if ((found ? found->id : 0) != cases[i].found || (tied ? tied->id : 0) != cases[i].tied)
			fail_msg("%s: found %d, by links %d", cases[i].must, found ? (int)found->id : 0,
				tied ? (int)tied->id : 0);
		easel_release(&easel);
	}
}

/* However far away in its column something is, what is in the next column is farther. */
static void columns_count_before_rows(void **state)
{
	struct easel easel;
	int64_t beside, below, order, paid;

	(void)state;
	easel_init(&easel);
	beside = easel_put(&easel, KIND_COMMAND, "Pay", (struct place){4, 1});
	below = easel_put(&easel, KIND_COMMAND, "Ship", (struct place){5, 5000});
	order = easel_put(&easel, KIND_AGGREGATE, "Order", (struct place){5, 3});
	paid = easel_put(&easel, KIND_EVENT, "Paid", (struct place){5, 1});
	easel_link(&easel, beside, order);
	easel_link(&easel, below, order);
	easel_link(&easel, order, paid);
	assert_int_equal(
		trigger_tied(easel.board, board_sticky(easel.board, paid), COMMAND, TRIGGER_BEFORE)->id, below);
	easel_release(&easel);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_sticky_that_belongs_to_another_is_found),
		cmocka_unit_test(columns_count_before_rows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
