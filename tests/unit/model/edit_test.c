#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/mem.h"
#include "lib/ledger.h"
#include "lib/picture.h"

/* Stickies 1 to 3 in a row, 1 -> 2 -> 3, a vote on 2, 1 and 2 in context 1, which relates to
 * context 2. */
static void edit_test_fill(struct ledger *ledger)
{
	static const struct context contexts[] = {{.name = (char *)"X"}, {.name = (char *)"Y"}};
	static const struct link links[] = {{.source = 1, .target = 2}, {.source = 2, .target = 3}};
	static const struct relation relation = {.source = 1, .target = 2, .label = (char *)"asks"};
	static const struct vote vote = {.sticky = 2, .person = 1, .dots = 1};
	static const struct message message = {.relation = 1, .sticky = 1};
	struct edit edit;

	ledger_init(ledger);
	ledger_begin(ledger, "Ann", &edit);
	for (size_t i = 0; i < 2; i++)
		assert_true(edit_create(&edit, ENTITY_CONTEXT, &contexts[i], NULL) > 0);
	for (int32_t i = 1; i <= 3; i++) {
		struct sticky sticky = {.text = (char *)"A", .place = {i, 1}, .context = i < 3};

		assert_true(edit_create(&edit, ENTITY_STICKY, &sticky, NULL) > 0);
	}
	for (size_t i = 0; i < 2; i++)
		assert_true(edit_create(&edit, ENTITY_LINK, &links[i], NULL) > 0);
	assert_true(edit_create(&edit, ENTITY_VOTE, &vote, NULL) > 0);
	assert_true(edit_create(&edit, ENTITY_RELATION, &relation, NULL) > 0);
	assert_true(edit_create(&edit, ENTITY_MESSAGE, &message, NULL) > 0);
	ledger_end(ledger, true);
}

static void only_what_changes_is_recorded(void **state)
{
	struct ledger ledger;
	struct edit edit;

	(void)state;
	edit_test_fill(&ledger);
	ledger_begin(&ledger, "Ann", &edit);
	assert_int_equal(edit_set(&edit, ENTITY_STICKY, 1, "text", "A", NULL), 0);
	assert_int_equal(edit_move(&edit, 1, (struct place){1, 1}, NULL), 0);
	assert_int_equal(edit.action->changes.count, 0);
	assert_int_equal(edit_set(&edit, ENTITY_STICKY, 1, "text", "B", NULL), 0);
	assert_int_equal(edit.action->changes.count, 2); /* the text, and when */
	assert_int_equal(edit_set(&edit, ENTITY_STICKY, 1, "note", "n", NULL), 0);
	assert_int_equal(edit.action->changes.count, 3); /* the time is that of the action */
	assert_int_equal(edit_set(&edit, ENTITY_CONTEXT, 1, "name", "Z", NULL), 0);
	assert_int_equal(edit.action->changes.count, 4);
	ledger_end(&ledger, true);
	ledger_release(&ledger);
}

static void what_fails_leaves_board_and_action_alone(void **state)
{
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;
	struct sticky taken = {.text = (char *)"D", .place = {1, 1}};
	struct error err = ERROR_INIT;
	struct ledger ledger;
	struct edit edit;

	(void)state;
	edit_test_fill(&ledger);
	picture_whole(ledger.board, &before);
	ledger_begin(&ledger, "Ann", &edit);
	assert_true(edit_set(&edit, ENTITY_STICKY, 9, "text", "B", &err) < 0);
	assert_true(edit_set(&edit, ENTITY_STICKY, 1, "text", "\x1b", &err) < 0);
	assert_true(edit_set(&edit, ENTITY_CONTEXT, 1, "name", "Y", &err) < 0);
	assert_true(edit_move(&edit, 1, (struct place){0, 1}, &err) < 0);
	assert_true(edit_delete(&edit, ENTITY_STICKY, 9, &err) < 0);
	assert_true(edit_create(&edit, ENTITY_STICKY, &taken, &err) < 0);
	assert_true(edit_shift(&edit, (struct shift){AXIS_COLUMNS, 3, -1}, &err) < 0);
	assert_true(edit_delete(&edit, ENTITY_PERSON, 1, &err) < 0);
	assert_int_equal(edit.action->changes.count, 0);
	picture_whole(ledger.board, &after);
	assert_string_equal(after.text, before.text);
	ledger_end(&ledger, true);
	strbuf_release(&before);
	strbuf_release(&after);
	ledger_release(&ledger);
}

static void ids_run_out_in_good_order(void **state)
{
	struct sticky last = {.id = ITEM_ID_MOST, .text = (char *)"L", .place = {9, 9}};
	struct error err = ERROR_INIT;
	struct ledger ledger;
	struct edit edit;

	(void)state;
	edit_test_fill(&ledger);
	ledger_begin(&ledger, "Ann", &edit);
	assert_int_equal(edit_restore(&edit, ENTITY_STICKY, &last, &err), 0);
	last.place.row = 10;
	assert_int_equal(edit_create(&edit, ENTITY_STICKY, &last, &err), ERROR_REFUSED);
	assert_non_null(strstr(err.text, "no room left"));
	ledger_end(&ledger, false);
	ledger_release(&ledger);
}

static void an_item_goes_with_what_hangs_on_it(void **state)
{
	static const struct {
		enum entity entity;
		int64_t id;
		size_t links, votes, relations, messages, belong;
	} rows[] = {
		{ENTITY_STICKY, 1, 1, 1, 1, 0, 1},
		{ENTITY_STICKY, 2, 0, 0, 1, 1, 1},
		{ENTITY_CONTEXT, 1, 2, 1, 0, 0, 0},
		{ENTITY_CONTEXT, 2, 2, 1, 0, 0, 2},
		{ENTITY_RELATION, 1, 2, 1, 0, 0, 2},
		{ENTITY_LINK, 1, 1, 1, 1, 1, 2},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;
		struct ledger ledger;
		struct edit edit;
		size_t belong = 0;

		edit_test_fill(&ledger);
		picture_whole(ledger.board, &before);
		ledger_begin(&ledger, "Ann", &edit);
		assert_int_equal(edit_delete(&edit, rows[i].entity, rows[i].id, NULL), 0);
		assert_null(board_item(ledger.board, rows[i].entity, rows[i].id));
		assert_int_equal(board_count(ledger.board, ENTITY_LINK), rows[i].links);
		assert_int_equal(board_count(ledger.board, ENTITY_VOTE), rows[i].votes);
		assert_int_equal(board_count(ledger.board, ENTITY_RELATION), rows[i].relations);
		assert_int_equal(board_count(ledger.board, ENTITY_MESSAGE), rows[i].messages);
		for (int64_t id = 1; id <= 3; id++)
			belong += board_sticky(ledger.board, id) && board_sticky(ledger.board, id)->context;
		assert_int_equal(belong, rows[i].belong);
		assert_null(picture_fault(ledger.board));
		ledger_end(&ledger, false);
		picture_whole(ledger.board, &after);
		assert_string_equal(after.text, before.text);
		assert_null(picture_fault(ledger.board));
		ledger_release(&ledger);
		strbuf_release(&before);
		strbuf_release(&after);
	}
}

static void a_rollback_keeps_what_it_is_told_to(void **state)
{
	struct ledger ledger;
	struct edit edit;

	(void)state;
	edit_test_fill(&ledger);
	ledger_begin(&ledger, "Ann", &edit);
	assert_int_equal(edit_set(&edit, ENTITY_BOARD, BOARD_ITEM, "title", "T", NULL), 0);
	assert_int_equal(edit_set(&edit, ENTITY_BOARD, BOARD_ITEM, "step", "4", NULL), 0);
	edit_rollback(&edit, 1);
	assert_string_equal(board_title(ledger.board), "T");
	assert_int_equal(board_step(ledger.board), 1);
	edit_rollback(&edit, 0);
	assert_string_equal(board_title(ledger.board), "");
	ledger_end(&ledger, true);
	ledger_release(&ledger);
}

/* Silence begins with the next sticky, the fourth, which Ann and Ben make both. */
static void a_silent_round_takes_only_what_is_ones_own(void **state)
{
	struct ledger ledger;
	struct edit edit;
	struct sticky sticky = {.text = (char *)"B"};
	struct error err = ERROR_INIT;

	(void)state;
	edit_test_fill(&ledger);
	ledger_begin(&ledger, "Ann", &edit);
	assert_int_equal(edit_set(&edit, ENTITY_BOARD, BOARD_ITEM, "silent", "4", NULL), 0);
	sticky.place = (struct place){4, 1};
	assert_int_equal(edit_create(&edit, ENTITY_STICKY, &sticky, &err), ERROR_REFUSED);
	assert_non_null(strstr(err.text, "silent round"));
	sticky.author = edit.action->person;
	assert_int_equal(edit_create(&edit, ENTITY_STICKY, &sticky, NULL), 4);
	ledger_end(&ledger, true);
	ledger_begin(&ledger, "Ben", &edit);
	sticky.place = (struct place){5, 1};
	assert_int_equal(edit_create(&edit, ENTITY_STICKY, &sticky, NULL), ERROR_REFUSED);
	assert_int_equal(edit_set(&edit, ENTITY_STICKY, 4, "text", "B", NULL), ERROR_REFUSED);
	assert_int_equal(edit_move(&edit, 4, (struct place){9, 9}, NULL), ERROR_REFUSED);
	assert_int_equal(edit_delete(&edit, ENTITY_STICKY, 4, NULL), ERROR_REFUSED);
	assert_int_equal(edit_create(&edit, ENTITY_VOTE, &(struct vote){.sticky = 4, .dots = 1}, NULL), ERROR_REFUSED);
	assert_int_equal(edit_shift(&edit, (struct shift){AXIS_COLUMNS, 4, 2}, NULL), 0);
	assert_int_equal(board_sticky(ledger.board, 4)->place.column, 6);
	ledger_end(&ledger, true);
	ledger_release(&ledger);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_what_changes_is_recorded),
		cmocka_unit_test(what_fails_leaves_board_and_action_alone),
		cmocka_unit_test(a_silent_round_takes_only_what_is_ones_own),
		cmocka_unit_test(ids_run_out_in_good_order),
		cmocka_unit_test(an_item_goes_with_what_hangs_on_it),
		cmocka_unit_test(a_rollback_keeps_what_it_is_told_to),
	};

	return cmocka_run_group_tests_name("model/edit", tests, NULL, NULL);
}
