#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "lib/ledger.h"
#include "lib/picture.h"

static int64_t board_test_add(struct ledger *ledger, enum kind kind, int32_t column, int32_t row)
{
	struct sticky sticky = {.kind = (int)kind, .text = (char *)"A", .place = {column, row}};
	struct edit edit;
	int64_t id;

	ledger_begin(ledger, "Ann", &edit);
	id = edit_create(&edit, ENTITY_STICKY, &sticky, NULL);
	ledger_end(ledger, true);
	return id;
}

static void a_new_board_is_empty(void **state)
{
	struct board *board = board_new();
	struct place_rect bounds = board_bounds(board);

	(void)state;
	assert_string_equal(board_title(board), "");
	assert_int_equal(board_step(board), 1);
	assert_null(picture_fault(board));
	assert_true(bounds.last.column < bounds.first.column);
	assert_null(board_newest(board));
	assert_null(board_at(board, (struct place){1, 1}));
	assert_null(board_sticky(board, 1));
	assert_int_equal(board_next_id(board, ENTITY_STICKY), 1);
	assert_int_equal(board_count(board, ENTITY_BOARD), 1);
	board_free(board);
	board_free(NULL);
}

static void stickies_are_found_where_they_lie(void **state)
{
	struct ledger ledger;
	struct place_rect bounds;
	struct place free;
	struct edit edit;

	(void)state;
	ledger_init(&ledger);
	assert_int_equal(board_test_add(&ledger, KIND_EVENT, 3, 4), 1);
	assert_int_equal(board_test_add(&ledger, KIND_POLICY, 3, 5), 2);
	assert_int_equal(board_test_add(&ledger, KIND_POLICY, 900000000, 1), 3);
	assert_int_equal(board_at(ledger.board, (struct place){3, 5})->id, 2);
	bounds = board_bounds(ledger.board);
	assert_int_equal(bounds.first.column, 3);
	assert_int_equal(bounds.first.row, 1);
	assert_int_equal(bounds.last.column, 900000000);
	assert_int_equal(bounds.last.row, 5);
	free = board_free_place(ledger.board, (struct place){3, 4});
	assert_int_equal(free.column, 3);
	assert_int_equal(free.row, 6);
	assert_int_equal(board_newest(ledger.board)->id, 3);
	assert_int_equal(board_count_kind(ledger.board, KIND_POLICY), 2);
	ledger_begin(&ledger, "Ann", &edit);
	assert_int_equal(edit_delete(&edit, ENTITY_STICKY, 3, NULL), 0);
	ledger_end(&ledger, true);
	assert_int_equal(board_newest(ledger.board)->id, 2);
	assert_int_equal(board_bounds(ledger.board).last.column, 3);
	assert_int_equal(board_count_kind(ledger.board, KIND_POLICY), 1);
	assert_int_equal(board_next_id(ledger.board, ENTITY_STICKY), 4);
	ledger_release(&ledger);
}

static void lists_are_in_order_and_append(void **state)
{
	struct vec list = VEC_INIT(const void *);
	struct ledger ledger;

	(void)state;
	ledger_init(&ledger);
	for (int32_t i = 1; i <= 200; i++)
		board_test_add(&ledger, KIND_EVENT, 201 - i, 1);
	board_list(ledger.board, ENTITY_PERSON, &list);
	board_list(ledger.board, ENTITY_STICKY, &list);
	assert_int_equal(list.count, 201);
	for (int64_t i = 1; i <= 200; i++)
		assert_int_equal(*vec_get(&list, const int64_t *, (size_t)i), i);
	vec_release(&list);
	ledger_release(&ledger);
}

static void a_column_lies_in_the_last_phase_that_began(void **state)
{
	static const struct {
		int32_t column;
		const char *name;
	} rows[] = {{1, NULL}, {2, "Order"}, {4, "Order"}, {5, "Pay"}, {999999999, "Pay"}};
	static const struct phase phases[] = {
		{.column = 5, .name = (char *)"Pay"}, {.column = 2, .name = (char *)"Order"}};
	struct ledger ledger;
	struct edit edit;

	(void)state;
	ledger_init(&ledger);
	ledger_begin(&ledger, "Ann", &edit);
	for (size_t i = 0; i < ARRAY_SIZE(phases); i++)
		assert_true(edit_create(&edit, ENTITY_PHASE, &phases[i], NULL) > 0);
	ledger_end(&ledger, true);
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		const struct phase *phase = board_phase_of(ledger.board, rows[i].column);

		if (rows[i].name)
			assert_string_equal(phase->name, rows[i].name);
		else
			assert_null(phase);
	}
	ledger_release(&ledger);
}

static void dots_are_added_up(void **state)
{
	static const struct vote votes[] = {
		{.sticky = 1, .person = 1, .dots = 1}, {.sticky = 1, .person = 0, .dots = 1000000}};
	struct ledger ledger;
	struct edit edit;

	(void)state;
	ledger_init(&ledger);
	board_test_add(&ledger, KIND_HOTSPOT, 1, 1);
	ledger_begin(&ledger, "Ann", &edit);
	for (size_t i = 0; i < ARRAY_SIZE(votes); i++)
		assert_true(edit_create(&edit, ENTITY_VOTE, &votes[i], NULL) > 0);
	ledger_end(&ledger, true);
	assert_int_equal(board_dots(board_sticky(ledger.board, 1)), 1000001);
	assert_int_equal(board_vote(board_sticky(ledger.board, 1), 1)->dots, 1);
	assert_null(board_vote(board_sticky(ledger.board, 1), 2));
	assert_null(picture_fault(ledger.board));
	ledger_release(&ledger);
}

static void every_change_makes_another_generation(void **state)
{
	struct ledger ledger;
	uint64_t before;

	(void)state;
	ledger_init(&ledger);
	before = board_generation(ledger.board);
	board_test_add(&ledger, KIND_EVENT, 1, 1);
	assert_true(board_generation(ledger.board) > before);
	ledger_release(&ledger);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_new_board_is_empty),
		cmocka_unit_test(stickies_are_found_where_they_lie),
		cmocka_unit_test(lists_are_in_order_and_append),
		cmocka_unit_test(a_column_lies_in_the_last_phase_that_began),
		cmocka_unit_test(dots_are_added_up),
		cmocka_unit_test(every_change_makes_another_generation),
	};

	return cmocka_run_group_tests_name("model/board", tests, NULL, NULL);
}
