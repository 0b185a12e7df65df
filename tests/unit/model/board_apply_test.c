#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/mem.h"
#include "lib/picture.h"
#include "model/board_apply.h"

/* A change as a log from a stranger may hold it. */
struct apply_row {
	const char *must;
	enum entity entity;
	int64_t item;
	const char *field;
	const char *before, *after;
};

static int apply_row_run(struct board *board, const struct apply_row *row, bool back, struct error *err)
{
	struct change change = {.entity = row->entity,
		.item = row->item,
		.field = row->field ? field_find(row->entity, row->field) : NULL,
		.before = (char *)row->before,
		.after = (char *)row->after};

	return back ? board_revert(board, &change, err) : board_apply(board, &change, err);
}

static const struct apply_row apply_start[] = {
	{"a person", ENTITY_PERSON, 1, NULL, NULL, "name=Ann role=facilitator"},
	{"another", ENTITY_PERSON, 2, NULL, NULL, "name=Bob"},
	{"a context", ENTITY_CONTEXT, 1, NULL, NULL, "name=Sales"},
	{"another", ENTITY_CONTEXT, 2, NULL, NULL, "name=Stock"},
	{"a sticky", ENTITY_STICKY, 1, NULL, NULL, "text=A place=1,1 author=1 context=1"},
	{"another", ENTITY_STICKY, 2, NULL, NULL, "text=B place=5,1"},
	{"a link", ENTITY_LINK, 1, NULL, NULL, "source=1 target=2"},
	{"a vote", ENTITY_VOTE, 1, NULL, NULL, "sticky=1 person=1 dots=1"},
	{"a phase", ENTITY_PHASE, 1, NULL, NULL, "column=2 name=Start"},
	{"another", ENTITY_PHASE, 2, NULL, NULL, "column=9 name=End"},
	{"a lane", ENTITY_LANE, 1, NULL, NULL, "row=2 name=Shop"},
	{"another", ENTITY_LANE, 2, NULL, NULL, "row=7 name=Store"},
	{"a relation", ENTITY_RELATION, 1, NULL, NULL, "source=1 target=2"},
	{"a third sticky", ENTITY_STICKY, 3, NULL, NULL, "text=C place=5,9"},
	{"a message", ENTITY_MESSAGE, 1, NULL, NULL, "relation=1 sticky=3 type=notification"},
};

static struct board *apply_make_board(void)
{
	struct board *board = board_new();
	struct error err = ERROR_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(apply_start); i++)
		if (apply_row_run(board, &apply_start[i], false, &err))
			fail_msg("%s must be made: %s", apply_start[i].must, err.text);
	assert_null(picture_fault(board));
	return board;
}

/* Runs each row on the board of apply_start; none must be taken. */
static void apply_refuses(const struct apply_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;
		struct board *board = apply_make_board();
		struct error err = ERROR_INIT;

		picture_whole(board, &before);
		if (apply_row_run(board, &rows[i], false, &err) != ERROR_SYSTEM)
			fail_msg("%s", rows[i].must);
		picture_whole(board, &after);
		assert_string_equal(after.text, before.text);
		assert_null(picture_fault(board));
		assert_true(*err.text);
		assert_true(apply_row_run(board, &rows[i], false, NULL) < 0);
		board_free(board);
		strbuf_release(&before);
		strbuf_release(&after);
	}
}

static void what_does_not_fit_is_not_made(void **state)
{
	static const struct apply_row rows[] = {
		{"no id is below 1", ENTITY_STICKY, 0, NULL, NULL, "text=C place=3,3"},
		{"no id is negative", ENTITY_STICKY, -7, NULL, NULL, "text=C place=3,3"},
		{"no id is too great", ENTITY_STICKY, ITEM_ID_MOST + 1, NULL, NULL, "text=C place=3,3"},
		{"no id is given twice", ENTITY_STICKY, 2, NULL, NULL, "text=C place=3,3"},
		{"no slot is taken twice", ENTITY_STICKY, 4, NULL, NULL, "text=C place=1,1"},
		{"no sticky is without a place", ENTITY_STICKY, 4, NULL, NULL, "text=C"},
		{"no context leads nowhere", ENTITY_STICKY, 4, NULL, NULL, "text=C place=3,3 context=9"},
		{"no author leads nowhere", ENTITY_STICKY, 4, NULL, NULL, "text=C place=3,3 author=9"},
		{"no text is hostile", ENTITY_STICKY, 4, NULL, NULL, "text=\x1b]0;x place=3,3"},
		{"no field is unknown", ENTITY_STICKY, 4, NULL, NULL, "text=C place=3,3 size=9"},
		{"no link lacks an end", ENTITY_LINK, 2, NULL, NULL, "source=1"},
		{"no link leads nowhere", ENTITY_LINK, 2, NULL, NULL, "source=1 target=9"},
		{"no link leads to its start", ENTITY_LINK, 2, NULL, NULL, "source=1 target=1"},
		{"no link is there twice", ENTITY_LINK, 2, NULL, NULL, "source=1 target=2"},
		{"no vote is without a sticky", ENTITY_VOTE, 2, NULL, NULL, "person=1 dots=1"},
		{"no vote is empty", ENTITY_VOTE, 2, NULL, NULL, "sticky=1 person=2"},
		{"nobody votes twice", ENTITY_VOTE, 2, NULL, NULL, "sticky=1 person=1 dots=1"},
		{"no two phases begin at a column", ENTITY_PHASE, 3, NULL, NULL, "column=2 name=X"},
		{"no phase is without a column", ENTITY_PHASE, 3, NULL, NULL, "name=X"},
		{"no phase is without a name", ENTITY_PHASE, 3, NULL, NULL, "column=3"},
		{"no two lanes have a row", ENTITY_LANE, 3, NULL, NULL, "row=2 name=X"},
		{"no lane is without a name", ENTITY_LANE, 3, NULL, NULL, "row=3"},
		{"no two people have a name", ENTITY_PERSON, 3, NULL, NULL, "name=Ann"},
		{"nobody is without a name", ENTITY_PERSON, 3, NULL, NULL, "role=observer"},
		{"no two contexts have a name", ENTITY_CONTEXT, 3, NULL, NULL, "name=Sales"},
		{"no relation lacks an end", ENTITY_RELATION, 2, NULL, NULL, "target=1"},
		{"no message is without a sticky", ENTITY_MESSAGE, 2, NULL, NULL, "relation=1"},
		{"no message is without a relation", ENTITY_MESSAGE, 2, NULL, NULL, "sticky=1"},
		{"no message is there twice", ENTITY_MESSAGE, 2, NULL, NULL, "relation=1 sticky=3"},
		{"no message is of an unknown type", ENTITY_MESSAGE, 2, NULL, NULL, "relation=1 sticky=1 type=rumour"},
		{"there is one board item", ENTITY_BOARD, 2, NULL, NULL, "title=X"},
	};

	(void)state;
	apply_refuses(rows, ARRAY_SIZE(rows));
}

static void what_is_needed_is_not_removed(void **state)
{
	static const struct apply_row rows[] = {
		{"a sticky with a link stays", ENTITY_STICKY, 2, NULL, "text=B place=5,1", NULL},
		{"an author stays", ENTITY_PERSON, 1, NULL, "name=Ann", NULL},
		{"a sticky that a relation carries stays", ENTITY_STICKY, 3, NULL, "text=C place=5,9", NULL},
		{"a relation with messages stays", ENTITY_RELATION, 1, NULL, "source=1 target=2", NULL},
		{"a context with stickies stays", ENTITY_CONTEXT, 1, NULL, "name=Sales", NULL},
		{"a context with relations stays", ENTITY_CONTEXT, 2, NULL, "name=Stock", NULL},
		{"the board item stays", ENTITY_BOARD, 1, NULL, "", NULL},
		{"what is not there cannot go", ENTITY_STICKY, 9, NULL, "text=B", NULL},
	};

	(void)state;
	apply_refuses(rows, ARRAY_SIZE(rows));
}

static void fields_keep_the_board_whole(void **state)
{
	static const struct apply_row rows[] = {
		{"no field of what is not there", ENTITY_STICKY, 9, "text", "", "X"},
		{"no sticky loses its place", ENTITY_STICKY, 1, "place", "1,1", ""},
		{"no sticky leaves the grid", ENTITY_STICKY, 1, "place", "1,1", "0,1"},
		{"no author leads nowhere", ENTITY_STICKY, 1, "author", "1", "9"},
		{"no reference is half a number", ENTITY_STICKY, 1, "author", "1", "2x"},
		{"no link changes its ends", ENTITY_LINK, 1, "source", "1", "2"},
		{"no vote changes its sticky", ENTITY_VOTE, 1, "sticky", "1", "2"},
		{"no vote is emptied", ENTITY_VOTE, 1, "dots", "1", ""},
		{"no vote changes its dots", ENTITY_VOTE, 1, "dots", "1", "0"},
		{"no phase loses its name", ENTITY_PHASE, 1, "name", "Start", ""},
		{"no phase loses its column", ENTITY_PHASE, 1, "column", "2", ""},
		{"no phase moves onto another", ENTITY_PHASE, 1, "column", "2", "9"},
		{"no lane moves onto another", ENTITY_LANE, 1, "row", "2", "7"},
		{"no column is beyond the grid", ENTITY_PHASE, 1, "column", "2", "4294967305"},
		{"nobody takes another's name", ENTITY_PERSON, 1, "name", "Ann", "Bob"},
		{"no context takes another's name", ENTITY_CONTEXT, 1, "name", "Sales", "Stock"},
		{"no context loses its name", ENTITY_CONTEXT, 1, "name", "Sales", ""},
		{"no step is 9", ENTITY_BOARD, 1, "step", "", "9"},
		{"a shift is one", ENTITY_BOARD, 1, "columns", NULL, "right"},
		{"a shift is there", ENTITY_BOARD, 1, "columns", NULL, NULL},
		{"no shift covers a sticky", ENTITY_BOARD, 1, "columns", NULL, "6-2"},
		{"no shift covers a phase", ENTITY_BOARD, 1, "columns", NULL, "3-1"},
		{"no shift covers a lane", ENTITY_BOARD, 1, "rows", NULL, "3-1"},
		{"no shift leaves the grid", ENTITY_BOARD, 1, "columns", NULL, "4+999999995"},
		{"no lane is shifted out of the grid", ENTITY_BOARD, 1, "rows", NULL, "4+999999993"},
	};

	(void)state;
	apply_refuses(rows, ARRAY_SIZE(rows));
}

static void what_fits_goes_forwards_and_back(void **state)
{
	static const struct apply_row rows[] = {
		{"the text", ENTITY_STICKY, 1, "text", "A", "AA"},
		{"the place", ENTITY_STICKY, 1, "place", "1,1", "8,8"},
		{"the kind", ENTITY_STICKY, 1, "kind", "", "hotspot"},
		{"the context", ENTITY_STICKY, 1, "context", "1", "2"},
		{"no author", ENTITY_STICKY, 1, "author", "1", ""},
		{"a phase's column", ENTITY_PHASE, 1, "column", "2", "3"},
		{"a phase's own column", ENTITY_PHASE, 1, "column", "2", "2"},
		{"a lane's row", ENTITY_LANE, 1, "row", "2", "999999999"},
		{"a name", ENTITY_PERSON, 1, "name", "Ann", "Anna"},
		{"a role", ENTITY_PERSON, 1, "role", "facilitator", "participant"},
		{"the title", ENTITY_BOARD, 1, "title", "", "Shop"},
		{"the step", ENTITY_BOARD, 1, "step", "", "5"},
		{"room", ENTITY_BOARD, 1, "columns", NULL, "2+5"},
		{"the last room", ENTITY_BOARD, 1, "columns", NULL, "2+999999990"},
		{"less room", ENTITY_BOARD, 1, "columns", NULL, "5-2"},
		{"rows", ENTITY_BOARD, 1, "rows", NULL, "1+3"},
		{"a vote goes", ENTITY_VOTE, 1, NULL, "sticky=1 person=1 dots=1", NULL},
		{"a link goes", ENTITY_LINK, 1, NULL, "source=1 target=2", NULL},
		{"a new link", ENTITY_LINK, 7, NULL, NULL, "source=2 target=1"},
		{"a person without work goes", ENTITY_PERSON, 2, NULL, "name=Bob", NULL},
		{"the greatest id", ENTITY_STICKY, ITEM_ID_MOST, NULL, NULL, "place=999999999,999999999"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;
		struct board *board = apply_make_board();
		struct error err = ERROR_INIT;

		picture_whole(board, &before);
		if (apply_row_run(board, &rows[i], false, &err))
			fail_msg("%s must be taken: %s", rows[i].must, err.text);
		if (picture_fault(board))
			fail_msg("%s: %s", rows[i].must, picture_fault(board));
		if (apply_row_run(board, &rows[i], true, &err))
			fail_msg("%s must go back: %s", rows[i].must, err.text);
		picture_whole(board, &after);
		assert_string_equal(after.text, before.text);
		assert_null(picture_fault(board));
		board_free(board);
		strbuf_release(&before);
		strbuf_release(&after);
	}
}

static void two_may_meet_in_a_slot_for_a_moment(void **state)
{
	static const struct apply_row there = {"B onto A", ENTITY_STICKY, 2, "place", "5,1", "1,1"};
	static const struct apply_row away = {"A to B's", ENTITY_STICKY, 1, "place", "1,1", "5,1"};
	static const struct apply_row room = {"room", ENTITY_BOARD, 1, "columns", NULL, "1+3"};
	struct place slot = {1, 1};
	struct board *board = apply_make_board();

	(void)state;
	assert_int_equal(apply_row_run(board, &there, false, NULL), 0);
	assert_int_equal(board_at(board, slot)->id, 2);
	assert_int_equal(apply_row_run(board, &there, true, NULL), 0);
	assert_int_equal(board_at(board, slot)->id, 1); /* the one below is seen again */
	assert_null(picture_fault(board));
	assert_int_equal(apply_row_run(board, &there, false, NULL), 0);
	assert_int_equal(apply_row_run(board, &room, false, NULL), 0);
	assert_int_equal(board_at(board, (struct place){4, 1})->id, 2);
	assert_int_equal(board_sticky(board, 1)->place.column, 4);
	assert_int_equal(apply_row_run(board, &room, true, NULL), 0);
	assert_int_equal(apply_row_run(board, &away, false, NULL), 0);
	assert_null(picture_fault(board));
	assert_int_equal(apply_row_run(board, &away, true, NULL), 0);
	assert_int_equal(apply_row_run(board, &there, true, NULL), 0);
	assert_null(picture_fault(board));
	board_free(board);
}

static void ids_are_not_used_again(void **state)
{
	static const struct apply_row make = {"C", ENTITY_STICKY, 4, NULL, NULL, "text=C place=3,3"};
	static const struct apply_row gone = {"C", ENTITY_STICKY, 4, NULL, "text=C place=3,3", NULL};
	struct board *board = apply_make_board();

	(void)state;
	assert_int_equal(apply_row_run(board, &make, false, NULL), 0);
	assert_int_equal(apply_row_run(board, &gone, false, NULL), 0);
	assert_int_equal(board_next_id(board, ENTITY_STICKY), 5);
	assert_int_equal(apply_row_run(board, &gone, true, NULL), 0);
	assert_int_equal(apply_row_run(board, &make, true, NULL), 0);
	assert_int_equal(board_next_id(board, ENTITY_STICKY), 4); /* it was never there */
	board_reserve_ids(board, ENTITY_STICKY, 10);
	board_reserve_ids(board, ENTITY_STICKY, 5);
	assert_int_equal(board_next_id(board, ENTITY_STICKY), 10);
	board_free(board);
}

static void an_inserted_item_gives_its_texts_away(void **state)
{
	struct sticky good = {.id = 4, .text = mem_strdup("C"), .place = {3, 3}};
	struct sticky bad = {.id = 4, .text = mem_strdup("D"), .place = {4, 4}};
	struct board *board = apply_make_board();

	(void)state;
	assert_int_equal(board_insert(board, ENTITY_STICKY, &good, NULL), 0);
	assert_null(good.text);
	assert_true(board_insert(board, ENTITY_STICKY, &bad, NULL) < 0);
	assert_null(bad.text);
	assert_true(board_is_referred(board, ENTITY_STICKY, 1));
	assert_false(board_is_referred(board, ENTITY_STICKY, 4));
	assert_true(board_is_referred(board, ENTITY_PERSON, 1));
	assert_false(board_is_referred(board, ENTITY_PERSON, 2));
	board_free(board);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_does_not_fit_is_not_made),
		cmocka_unit_test(what_is_needed_is_not_removed),
		cmocka_unit_test(fields_keep_the_board_whole),
		cmocka_unit_test(what_fits_goes_forwards_and_back),
		cmocka_unit_test(two_may_meet_in_a_slot_for_a_moment),
		cmocka_unit_test(ids_are_not_used_again),
		cmocka_unit_test(an_inserted_item_gives_its_texts_away),
	};

	return cmocka_run_group_tests_name("model/board_apply", tests, NULL, NULL);
}
