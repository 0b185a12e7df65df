#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "unit/store/seat.h"

enum { ANA = 1, BEN = 2 };

/* A new board with the people ANA and BEN, made in one action (1). */
static const char *logbook_board(void **state, struct seat *seat)
{
	const char *path = seat_path(state, "b.evs");
	struct person ana = {.name = "Ana"}, ben = {.name = "Ben"};
	struct error err = ERROR_INIT;

	seat_open(seat, path, STORE_NEW);
	seat_begin(seat, 0);
	assert_int_equal(edit_create(&seat->edit, ENTITY_PERSON, &ana, &err), ANA);
	assert_int_equal(edit_create(&seat->edit, ENTITY_PERSON, &ben, &err), BEN);
	assert_int_equal(seat_end(seat), 1);
	return path;
}

/* What PERSON would take back: the id of the action that is taken back, 0 for none; *TARGET
 * the original. */
static int64_t logbook_target(struct seat *seat, int64_t person, enum action_kind kind, int64_t *target)
{
	struct error err = ERROR_INIT;
	struct action action;
	int64_t id;
	int found;

	action_init(&action);
	*target = 0;
	found = store_undo_target(seat->store, person, kind, &action, target, &err);
	assert_true(found >= 0);
	id = found ? action.id : 0;
	assert_int_equal(found, id > 0);
	assert_int_equal(action.changes.count > 0, found);
	action_release(&action);
	return id;
}

static void logbook_expect(struct seat *seat, int64_t person, enum action_kind kind, int64_t id, int64_t target)
{
	int64_t found;

	assert_int_equal(logbook_target(seat, person, kind, &found), id);
	assert_int_equal(found, target);
}

static void undo_goes_back_from_action_to_action_and_redo_forth(void **state)
{
	struct seat seat;
	const char *path = logbook_board(state, &seat);

	seat_put(&seat, ANA, "one", 1, 1); /* 2 */
	seat_put(&seat, ANA, "two", 2, 1); /* 3 */
	logbook_expect(&seat, ANA, ACTION_UNDO, 3, 3);
	logbook_expect(&seat, ANA, ACTION_REDO, 0, 0);
	assert_int_equal(seat_take_back(&seat, ANA, ACTION_UNDO), 4);
	logbook_expect(&seat, ANA, ACTION_UNDO, 2, 2);
	logbook_expect(&seat, ANA, ACTION_REDO, 4, 3);
	assert_int_equal(seat_take_back(&seat, ANA, ACTION_UNDO), 5);
	logbook_expect(&seat, ANA, ACTION_UNDO, 0, 0);
	logbook_expect(&seat, ANA, ACTION_REDO, 5, 2);
	assert_int_equal(board_count(seat.board, ENTITY_STICKY), 0);
	assert_int_equal(seat_take_back(&seat, ANA, ACTION_UNDO), 0);
	assert_int_equal(seat_take_back(&seat, ANA, ACTION_REDO), 6);
	logbook_expect(&seat, ANA, ACTION_UNDO, 6, 2); /* the redo is what made it stand */
	logbook_expect(&seat, ANA, ACTION_REDO, 4, 3);
	assert_int_equal(seat_take_back(&seat, ANA, ACTION_REDO), 7);
	assert_int_equal(board_count(seat.board, ENTITY_STICKY), 2);
	logbook_expect(&seat, ANA, ACTION_UNDO, 7, 3);
	assert_int_equal(seat_take_back(&seat, ANA, ACTION_UNDO), 8);
	logbook_expect(&seat, ANA, ACTION_UNDO, 6, 2);
	seat_check(&seat, path);
	seat_close(&seat);
}

static void a_new_action_forgets_what_its_person_could_redo_and_no_other(void **state)
{
	struct seat seat;
	const char *path = logbook_board(state, &seat);

	seat_put(&seat, ANA, "one", 1, 1);       /* 2 */
	seat_put(&seat, BEN, "two", 2, 1);       /* 3 */
	seat_take_back(&seat, ANA, ACTION_UNDO); /* 4 */
	seat_take_back(&seat, BEN, ACTION_UNDO); /* 5 */
	seat_put(&seat, ANA, "three", 3, 1);     /* 6 */
	logbook_expect(&seat, ANA, ACTION_REDO, 0, 0);
	logbook_expect(&seat, BEN, ACTION_REDO, 5, 3);
	logbook_expect(&seat, ANA, ACTION_UNDO, 6, 6);
	logbook_expect(&seat, BEN, ACTION_UNDO, 0, 0);
	seat_take_back(&seat, ANA, ACTION_UNDO);
	logbook_expect(&seat, ANA, ACTION_UNDO, 0, 0); /* what is forgotten does not come back */
	seat_check(&seat, path);
	seat_close(&seat);
}

static void what_can_be_undone_outlives_the_process(void **state)
{
	struct seat seat;
	const char *path = logbook_board(state, &seat);
	int64_t sticky = seat_put(&seat, ANA, "one", 1, 1);

	seat_write(&seat, ANA, sticky, "uno");
	seat_take_back(&seat, ANA, ACTION_UNDO);
	seat_close(&seat);
	seat_open(&seat, path, STORE_WRITE);
	assert_string_equal(board_sticky(seat.board, sticky)->text, "one");
	assert_true(seat_take_back(&seat, ANA, ACTION_REDO) > 0);
	assert_string_equal(board_sticky(seat.board, sticky)->text, "uno");
	seat_check(&seat, path);
	seat_close(&seat);
}

static void two_stores_on_one_file_see_each_other(void **state)
{
	struct seat ana, ben;
	const char *path = logbook_board(state, &ana);
	struct error err = ERROR_INIT;
	bool news = true;
	int64_t sticky;

	seat_open(&ben, path, STORE_WRITE);
	assert_int_equal(store_catch_up(ben.store, ben.board, &news, &err), 0);
	assert_false(news);
	sticky = seat_put(&ana, ANA, "from Ana", 1, 1);
	assert_null(board_sticky(ben.board, sticky));
	assert_int_equal(store_catch_up(ben.store, ben.board, &news, &err), 0);
	assert_true(news);
	assert_string_equal(board_sticky(ben.board, sticky)->text, "from Ana");
	assert_int_equal(store_catch_up(ben.store, ben.board, &news, &err), 0);
	assert_false(news);
	seat_write(&ben, BEN, sticky, "from Ben");
	assert_int_equal(store_catch_up(ben.store, ben.board, &news, &err), 0);
	assert_false(news); /* what one did oneself is no news */
	assert_int_equal(seat_put(&ana, ANA, "more", 2, 1), sticky + 1);
	assert_string_equal(board_sticky(ana.board, sticky)->text, "from Ben");
	assert_int_equal(store_catch_up(ben.store, ben.board, NULL, &err), 0);
	seat_check(&ana, path);
	seat_check(&ben, path);
	seat_close(&ana);
	seat_close(&ben);
}

static void a_reader_sees_what_is_done_meanwhile(void **state)
{
	struct seat ana, reader;
	const char *path = logbook_board(state, &ana);
	struct error err = ERROR_INIT;
	bool news = false;

	seat_close(&ana);
	seat_open(&reader, path, STORE_READ);
	seat_open(&ana, path, STORE_WRITE);
	seat_put(&ana, ANA, "new", 1, 1);
	assert_int_equal(store_catch_up(reader.store, reader.board, &news, &err), 0);
	assert_true(news);
	seat_close(&ana);
	seat_check(&reader, path);
	seat_close(&reader);
	assert_int_equal(seat_files(state), 1);
}

struct logbook_walk {
	int64_t ids[16];
	int64_t numbers[16];
	size_t actions;
	size_t changes;
	size_t most; /* stop after so many actions, with 1 */
};

static int logbook_visit(void *context, const struct action *action, struct error *err)
{
	struct logbook_walk *walk = context;

	(void)err;
	walk->ids[walk->actions++] = action->id;
	for (size_t i = 0; i < action->changes.count; i++)
		walk->numbers[walk->changes++] = action_change(action, i)->number;
	return walk->actions == walk->most;
}

static void a_walk_meets_every_action_in_order_with_its_changes(void **state)
{
	struct logbook_walk all = {.most = 99}, late = {.most = 99}, stopped = {.most = 2};
	struct error err = ERROR_INIT;
	struct seat seat;
	int64_t length, sticky;

	logbook_board(state, &seat);              /* 1: changes 1 and 2 */
	sticky = seat_put(&seat, ANA, "x", 1, 1); /* 2: change 3 */
	seat_begin(&seat, ANA);
	seat.action.time_ms++;
	assert_int_equal(edit_set(&seat.edit, ENTITY_STICKY, sticky, "text", "y", &err), 0);
	seat_end(&seat); /* 3: changes 4 and 5, the time with the text */
	assert_int_equal(store_walk(seat.store, 1, logbook_visit, &all, &err), 0);
	assert_int_equal(all.actions, 3);
	assert_int_equal(all.changes, 5);
	for (size_t i = 0; i < all.actions; i++)
		assert_int_equal(all.ids[i], i + 1);
	for (size_t i = 0; i < all.changes; i++)
		assert_int_equal(all.numbers[i], i + 1);
	assert_int_equal(store_walk(seat.store, 3, logbook_visit, &late, &err), 0);
	assert_int_equal(late.actions, 1);
	assert_int_equal(late.ids[0], 3);
	assert_int_equal(store_walk(seat.store, 1, logbook_visit, &stopped, &err), 1);
	assert_int_equal(stopped.actions, 2);
	assert_int_equal(store_log_length(seat.store, &length, &err), 0);
	assert_int_equal(length, 5);
	seat_close(&seat);
}

static void shifts_since_an_action_come_in_order(void **state)
{
	static const struct shift done[] = {{AXIS_COLUMNS, 2, 3}, {AXIS_ROWS, 1, 1}, {AXIS_COLUMNS, 5, -2}};
	struct vec shifts = VEC_INIT(struct shift);
	struct error err = ERROR_INIT;
	struct seat seat;
	const char *path = logbook_board(state, &seat);
	int64_t first = 0;

	seat_put(&seat, ANA, "left", 1, 1);
	seat_put(&seat, ANA, "right", 2, 1);
	for (size_t i = 0; i < 3; i++) {
		seat_begin(&seat, ANA);
		assert_int_equal(edit_shift(&seat.edit, done[i], &err), 0);
		if (!i)
			first = seat_end(&seat);
		else
			seat_end(&seat);
		seat_check(&seat, path);
	}
	assert_int_equal(store_shifts_since(seat.store, first - 1, &shifts, &err), 0);
	assert_int_equal(shifts.count, 3);
	for (size_t i = 0; i < 3; i++)
		assert_memory_equal(vec_at(&shifts, i), &done[i], sizeof(done[i]));
	vec_reset(&shifts);
	assert_int_equal(store_shifts_since(seat.store, first, &shifts, &err), 0);
	assert_int_equal(shifts.count, 2);
	vec_release(&shifts);
	seat_close(&seat);
}

static void what_is_rolled_back_never_was(void **state)
{
	struct sticky sticky = {.text = "gone", .place = {1, 1}};
	struct error err = ERROR_INIT;
	struct seat seat;
	const char *path = logbook_board(state, &seat);

	seat_begin(&seat, ANA);
	assert_true(edit_create(&seat.edit, ENTITY_STICKY, &sticky, &err) > 0);
	assert_int_equal(store_append(seat.store, &seat.action, seat.board, &err), 0);
	edit_rollback(&seat.edit, 0);
	store_rollback(seat.store);
	seat_check(&seat, path);
	seat_put(&seat, ANA, "kept", 1, 1);
	assert_int_equal(seat.action.id, 2);
	seat_check(&seat, path);
	seat_close(&seat);
}

int main(void)
{
#define LOGBOOK_TEST(name) cmocka_unit_test_setup_teardown(name, seat_folder_make, seat_folder_remove)
	const struct CMUnitTest tests[] = {
		LOGBOOK_TEST(undo_goes_back_from_action_to_action_and_redo_forth),
		LOGBOOK_TEST(a_new_action_forgets_what_its_person_could_redo_and_no_other),
		LOGBOOK_TEST(what_can_be_undone_outlives_the_process),
		LOGBOOK_TEST(two_stores_on_one_file_see_each_other),
		LOGBOOK_TEST(a_reader_sees_what_is_done_meanwhile),
		LOGBOOK_TEST(a_walk_meets_every_action_in_order_with_its_changes),
		LOGBOOK_TEST(shifts_since_an_action_come_in_order),
		LOGBOOK_TEST(what_is_rolled_back_never_was),
	};

	return cmocka_run_group_tests_name("store/logbook", tests, NULL, NULL);
}
