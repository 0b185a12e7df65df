/* What undo_action() itself promises; tests/unit/command/past_test.c tells the stories. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/mem.h"
#include "lib/ledger.h"
#include "lib/picture.h"
#include "model/undo.h"

static void undo_test_add(struct ledger *ledger, const char *name, int32_t column)
{
	struct sticky sticky = {.text = (char *)"A", .place = {column, 1}};
	struct edit edit;

	ledger_begin(ledger, name, &edit);
	assert_true(edit_create(&edit, ENTITY_STICKY, &sticky, NULL) > 0);
	ledger_end(ledger, true);
}

static void undo_test_set(struct ledger *ledger, const char *name, const char *field, const char *text)
{
	struct edit edit;

	ledger_begin(ledger, name, &edit);
	assert_int_equal(edit_set(&edit, ENTITY_STICKY, 1, field, text, NULL), 0);
	ledger_end(ledger, true);
}

static void undo_and_redo_walk_a_chain(void **state)
{
	static const char *const texts[] = {"A", "B", "C", "D", "E"};
	struct error err = ERROR_INIT;
	struct ledger ledger;
	size_t kept = 7;

	(void)state;
	ledger_init(&ledger);
	undo_test_add(&ledger, "Ann", 1);
	for (int i = 1; i < 5; i++)
		undo_test_set(&ledger, "Ann", "text", texts[i]);
	for (int round = 0; round < 3; round++) {
		for (int i = 4; i-- > 0;) {
			assert_int_equal(ledger_revert(&ledger, "Ann", ACTION_UNDO, 0, &kept, &err), 1);
			assert_string_equal(board_sticky(ledger.board, 1)->text, texts[i]);
		}
		for (int i = 1; i < 5; i++) {
			assert_int_equal(ledger_revert(&ledger, "Ann", ACTION_REDO, 0, &kept, &err), 1);
			assert_string_equal(board_sticky(ledger.board, 1)->text, texts[i]);
			assert_int_equal(kept, 0);
		}
		assert_int_equal(ledger_revert(&ledger, "Ann", ACTION_REDO, 0, &kept, &err), 0);
	}
	assert_null(picture_fault(ledger.board));
	ledger_release(&ledger);
}

static void the_time_of_a_sticky_goes_back_too(void **state)
{
	struct error err = ERROR_INIT;
	struct ledger ledger;
	int64_t before;
	size_t kept;

	(void)state;
	ledger_init(&ledger);
	undo_test_add(&ledger, "Ann", 1);
	undo_test_set(&ledger, "Ann", "text", "B");
	before = board_sticky(ledger.board, 1)->updated;
	undo_test_set(&ledger, "Ann", "text", "C");
	assert_int_equal(ledger_revert(&ledger, "Ann", ACTION_UNDO, 0, &kept, &err), 1);
	assert_int_equal(board_sticky(ledger.board, 1)->updated, before);
	ledger_release(&ledger);
}

static void what_stays_is_counted(void **state)
{
	struct error err = ERROR_INIT;
	struct ledger ledger;
	struct edit edit;
	size_t kept;

	(void)state;
	ledger_init(&ledger);
	undo_test_add(&ledger, "Bob", 1);
	ledger_begin(&ledger, "Ann", &edit);
	assert_int_equal(edit_set(&edit, ENTITY_STICKY, 1, "text", "B", NULL), 0);
	assert_int_equal(edit_set(&edit, ENTITY_STICKY, 1, "note", "n", NULL), 0);
	assert_int_equal(edit_set(&edit, ENTITY_STICKY, 1, "place", "4,4", NULL), 0);
	ledger_end(&ledger, true);
	undo_test_set(&ledger, "Bob", "text", "C");
	undo_test_set(&ledger, "Bob", "place", "5,5");
	assert_int_equal(ledger_revert(&ledger, "Ann", ACTION_UNDO, 0, &kept, &err), 1);
	assert_int_equal(kept, 2);
	assert_string_equal(board_sticky(ledger.board, 1)->text, "C");
	assert_null(board_sticky(ledger.board, 1)->note);
	assert_int_equal(board_sticky(ledger.board, 1)->place.column, 5);
	ledger_release(&ledger);
}

static void a_person_stays(void **state)
{
	struct error err = ERROR_INIT;
	struct ledger ledger;
	size_t kept;

	(void)state;
	ledger_init(&ledger);
	undo_test_add(&ledger, "Ann", 1);
	assert_int_equal(ledger_revert(&ledger, "Ann", ACTION_UNDO, 0, &kept, &err), 1);
	assert_int_equal(kept, 0);
	assert_int_equal(board_count(ledger.board, ENTITY_STICKY), 0);
	assert_int_equal(ledger_person(&ledger, "Ann"), 1);
	ledger_release(&ledger);
}

static void what_was_removed_and_is_there_stays(void **state)
{
	struct vec shifts = VEC_INIT(struct shift);
	struct error err = ERROR_INIT;
	struct ledger ledger;
	struct action done;
	struct edit edit;
	size_t kept;

	(void)state;
	ledger_init(&ledger);
	undo_test_add(&ledger, "Ann", 1);
	action_init(&done);
	action_add(&done, ENTITY_STICKY, 1, NULL, "text=Old place=3,3", NULL);
	ledger_begin(&ledger, "Ann", &edit);
	assert_int_equal(undo_action(&edit, &done, &shifts, &kept, &err), 0);
	assert_int_equal(kept, 1);
	assert_string_equal(board_sticky(ledger.board, 1)->text, "A");
	ledger_end(&ledger, false);
	action_release(&done);
	ledger_release(&ledger);
}

/* Actions as a log from a stranger may hold them. */
static void a_damaged_action_is_refused_whole(void **state)
{
	static const struct {
		enum entity entity;
		int64_t item;
		const char *field, *before, *after;
	} rows[] = {
		{ENTITY_STICKY, 1, "text", "\x1b[31m", "A"},
		{ENTITY_STICKY, 1, "place", "x", "1,1"},
		{ENTITY_STICKY, 9, NULL, "text=\"open", NULL},
		{ENTITY_STICKY, 1, NULL, NULL, "text=\"open"},
		{ENTITY_STICKY, 9, NULL, "place=0,0", NULL},
		{ENTITY_BOARD, 1, "columns", NULL, "x"},
		{ENTITY_BOARD, 1, "columns", NULL, NULL},
		{ENTITY_STICKY, 0, NULL, "text=A place=3,3", NULL},
		{ENTITY_LINK, 1, NULL, "source=1 target=1", NULL},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;
		struct vec shifts = VEC_INIT(struct shift);
		struct error err = ERROR_INIT;
		struct ledger ledger;
		struct action done;
		struct edit edit;
		size_t kept;

		ledger_init(&ledger);
		undo_test_add(&ledger, "Ann", 1);
		picture_whole(ledger.board, &before);
		action_init(&done);
		action_add(&done, rows[i].entity, rows[i].item,
			rows[i].field ? field_find(rows[i].entity, rows[i].field) : NULL, rows[i].before,
			rows[i].after);
		action_add(&done, ENTITY_BOARD, 1, field_find(ENTITY_BOARD, "title"), "Old", "");
		ledger_begin(&ledger, "Ann", &edit);
		if (undo_action(&edit, &done, &shifts, &kept, &err) != ERROR_SYSTEM)
			fail_msg("row %zu must be refused", i);
		assert_int_equal(edit.action->changes.count, 0);
		picture_whole(ledger.board, &after);
		assert_string_equal(after.text, before.text);
		assert_true(*err.text);
		ledger_end(&ledger, false);
		action_release(&done);
		ledger_release(&ledger);
		strbuf_release(&before);
		strbuf_release(&after);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(undo_and_redo_walk_a_chain),
		cmocka_unit_test(the_time_of_a_sticky_goes_back_too),
		cmocka_unit_test(what_stays_is_counted),
		cmocka_unit_test(a_person_stays),
		cmocka_unit_test(what_was_removed_and_is_there_stays),
		cmocka_unit_test(a_damaged_action_is_refused_whole),
	};

	return cmocka_run_group_tests_name("model/undo", tests, NULL, NULL);
}
