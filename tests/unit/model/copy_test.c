#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "model/compare.h"
#include "model/copy.h"
#include "model/edit.h"
#include "model/shift.h"

static struct board *copy_sample(void)
{
	struct context context = {.name = (char *)"Ordering", .colour = 1};
	struct sticky sticky = {.kind = KIND_EVENT, .text = (char *)"Order placed", .place = {2, 3}};
	struct phase phase = {.column = 2, .name = (char *)"Shop"};
	struct lane lane = {.row = 3, .name = (char *)"Happy"};
	struct action action;
	struct edit edit = {board_new(), &action};
	struct link link;

	action_init(&action);
	sticky.context = edit_create(&edit, ENTITY_CONTEXT, &context, NULL);
	link.source = edit_create(&edit, ENTITY_STICKY, &sticky, NULL);
	sticky.place.row++;
	link.target = edit_create(&edit, ENTITY_STICKY, &sticky, NULL);
	assert_true(edit_create(&edit, ENTITY_LINK, &link, NULL) > 0);
	assert_true(edit_create(&edit, ENTITY_PHASE, &phase, NULL) > 0);
	assert_true(edit_create(&edit, ENTITY_LANE, &lane, NULL) > 0);
	sticky.place.row++;
	assert_int_equal(edit_delete(&edit, ENTITY_STICKY, edit_create(&edit, ENTITY_STICKY, &sticky, NULL), NULL), 0);
	assert_int_equal(edit_set(&edit, ENTITY_BOARD, BOARD_ITEM, "title", "Shop", NULL), 0);
	assert_int_equal(edit_set(&edit, ENTITY_BOARD, BOARD_ITEM, "step", "4", NULL), 0);
	action_release(&action);
	return edit.board;
}

static void a_copy_is_the_same_and_stays_so(void **state)
{
	struct vec shifts = VEC_INIT(struct shift), differences = VEC_INIT(struct difference);
	struct board *board = copy_sample(), *copy = copy_board(board);
	struct action action;
	struct edit edit = {board, &action};

	(void)state;
	action_init(&action);
	compare_boards(board, copy, &shifts, &differences);
	assert_int_equal(differences.count, 0);
	for (int entity = 0; entity < ENTITY_COUNT; entity++) {
		assert_int_equal(board_count(copy, entity), board_count(board, entity));
		assert_int_equal(board_next_id(copy, entity), board_next_id(board, entity));
	}
	assert_int_equal(board_step(copy), 4);
	assert_non_null(board_link(copy, 1, 2));
	assert_int_equal(edit_set(&edit, ENTITY_STICKY, 1, "text", "Other", NULL), 0);
	assert_string_equal(board_sticky(copy, 1)->text, "Order placed");
	board_free(board);
	assert_string_equal(board_title(copy), "Shop");
	board_free(copy);
	action_release(&action);
	vec_release(&differences);
	vec_release(&shifts);
}

static void a_veiled_copy_has_nothing_hidden_in_it(void **state)
{
	struct board *board = copy_sample(), *copy;
	struct vote vote = {.sticky = 1, .dots = 2};
	struct person person = {.name = (char *)"Ana"};
	struct veil veil = {2, 7, true};
	struct action action;
	struct edit edit = {board, &action};
	const struct sticky *hidden;

	(void)state;
	action_init(&action);
	vote.person = edit_create(&edit, ENTITY_PERSON, &person, NULL);
	assert_true(edit_create(&edit, ENTITY_VOTE, &vote, NULL) > 0);
	assert_int_equal(edit_set(&edit, ENTITY_STICKY, 2, "note", "why", NULL), 0);
	copy = copy_veiled(board, &veil);
	hidden = board_sticky(copy, 2);
	assert_string_equal(hidden->text, "…");
	assert_null(hidden->note);
	assert_int_equal(hidden->context, 0);
	assert_true(place_equal(hidden->place, board_sticky(board, 2)->place));
	assert_string_equal(board_sticky(copy, 1)->text, "Order placed");
	assert_int_equal(board_count(copy, ENTITY_VOTE), 0);
	assert_non_null(board_link(copy, 1, 2));
	board_free(copy);
	veil = (struct veil)VEIL_NONE;
	assert_null(copy_veiled(board, &veil));
	action_release(&action);
	board_free(board);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_copy_is_the_same_and_stays_so),
		cmocka_unit_test(a_veiled_copy_has_nothing_hidden_in_it),
	};

	return cmocka_run_group_tests_name("model/copy", tests, NULL, NULL);
}
