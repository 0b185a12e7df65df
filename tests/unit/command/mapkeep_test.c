/* A box of the context map moves only when somebody moves it or asks for a new layout. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>

#include "base/mem.h"
#include "layout/boardmap.h"
#include "lib/lines.h"

#define MOST 16

#define SHOP "Ann: context Shop\nAnn: context Desk\nAnn: context Bank\nAnn: context Post"

/* Somebody who has the board on a screen. */
static const struct focus screen = {.place = {1, 1}};

/* Where all boxes are. */
static size_t places_of(const struct board *board, struct mapplace places[MOST])
{
	size_t count = board_count(board, ENTITY_CONTEXT);

	assert_true(count <= MOST);
	boardmap_places(board, boardmap_columns(count), false, places);
	return count;
}

/* Runs LINE on a screen, or without one; how many of the boxes that were there and still are have moved. */
static size_t moved_by(struct ledger *ledger, const char *line, const struct focus *focus)
{
	struct mapplace before[MOST], after[MOST];
	size_t count = places_of(ledger->board, before), now, moved = 0;
	struct lines_said said = LINES_SAID_INIT;

	assert_int_equal(lines_run(ledger, "Ann", ROLE_PARTICIPANT, line, focus, &said), 0);
	now = places_of(ledger->board, after);
	for (size_t i = 0; i < count && i < now; i++)
		moved += before[i].column != after[i].column || before[i].row != after[i].row;
	lines_said_release(&said);
	return moved;
}

static void boxes_stay_whatever_else_comes_or_goes(void **state)
{
	static const char *const lines[] = {
		"relate Post sync Shop",
		"relate Bank sync Post -l pays",
		"context Archive",
		"relate Archive async Desk",
		"reverse Post Shop",
		"unrelate Bank Post pays",
		"rename-context Archive Attic",
		"relate Attic async Bank",
		"delete-context Attic",
	};
	struct ledger ledger;

	(void)state;
	ledger_init(&ledger);
	lines_play(&ledger, SHOP);
	for (size_t i = 0; i < ARRAY_SIZE(lines); i++)
		assert_int_equal(moved_by(&ledger, lines[i], &screen), 0);
	ledger_release(&ledger);
}

static void boxes_stay_however_many_there_become(void **state)
{
	struct ledger ledger;

	(void)state;
	ledger_init(&ledger);
	for (int i = 0; i < MOST; i++) {
		char line[40];

		snprintf(line, sizeof(line), "context C%d", i);
		assert_int_equal(moved_by(&ledger, line, &screen), 0);
	}
	ledger_release(&ledger);
}

static void once_a_box_is_kept_scripts_move_none_either(void **state)
{
	struct ledger ledger;

	(void)state;
	ledger_init(&ledger);
	lines_play(&ledger, SHOP "\nAnn: place-context Bank 3 3");
	assert_int_equal(moved_by(&ledger, "relate Post sync Shop", NULL), 0);
	assert_int_equal(moved_by(&ledger, "context Archive", NULL), 0);
	assert_int_equal(moved_by(&ledger, "relate Archive sync Post", NULL), 0);
	ledger_release(&ledger);
}

static void a_box_that_is_moved_trades_places(void **state)
{
	struct mapplace before[MOST], after[MOST];
	struct ledger ledger;
	char line[80];

	(void)state;
	ledger_init(&ledger);
	lines_play(&ledger, SHOP);
	places_of(ledger.board, before);
	snprintf(line, sizeof(line), "place-context Shop %d %d", before[2].column, before[2].row);
	assert_int_equal(moved_by(&ledger, line, &screen), 2);
	places_of(ledger.board, after);
	assert_int_equal(after[0].column, before[2].column);
	assert_int_equal(after[2].column, before[0].column);
	ledger_release(&ledger);
}

static void a_new_layout_follows_the_relations_and_is_kept(void **state)
{
	struct mapplace anew[MOST], places[MOST];
	struct ledger ledger;

	(void)state;
	ledger_init(&ledger);
	lines_play(
		&ledger, SHOP "\nAnn: place-context Post 9 9\nAnn: relate Post sync Shop\nAnn: relate Shop sync Desk");
	boardmap_places(ledger.board, 3, true, anew);
	lines_play(&ledger, "Ann: arrange-map 3");
	assert_true(boardmap_is_kept(ledger.board));
	for (size_t i = 0; i < places_of(ledger.board, places); i++) {
		assert_int_equal(places[i].column, anew[i].column);
		assert_int_equal(places[i].row, anew[i].row);
	}
	assert_true(places[3].column < places[0].column && places[0].column < places[1].column);
	lines_play(&ledger, "Ann: arrange-map 1");
	for (size_t i = 0; i < places_of(ledger.board, places); i++)
		assert_int_equal(places[i].column, 1);
	ledger_release(&ledger);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(boxes_stay_whatever_else_comes_or_goes),
		cmocka_unit_test(boxes_stay_however_many_there_become),
		cmocka_unit_test(once_a_box_is_kept_scripts_move_none_either),
		cmocka_unit_test(a_box_that_is_moved_trades_places),
		cmocka_unit_test(a_new_layout_follows_the_relations_and_is_kept),
	};

	return cmocka_run_group_tests_name("command/mapkeep", tests, NULL, NULL);
}
