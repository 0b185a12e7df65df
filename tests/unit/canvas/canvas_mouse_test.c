/* Stickies that are dragged with the mouse. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "lib/canvas_wall.h"
#include "lib/folder.h"

/* A sticky in column 1, row 1. */
static void open_wall(struct wall *wall, struct canvas *canvas)
{
	canvas_wall_open(wall, canvas);
	wall_run(wall, "add event -c 1 -r 1 Here");
}

/* Carries it over column 2. */
static void carry(struct wall *wall)
{
	wall_mouse(wall, MOUSE_PRESS, 5, 4);
	wall_mouse(wall, MOUSE_DRAG, 30, 4);
}

/* Only that the button is up again is taken note of, or the view could not be led anywhere any more. */
static void where_nobody_sees_it_the_mouse_does_nothing(void **state)
{
	struct mouse press_at = {.action = MOUSE_PRESS, .x = 60, .y = 12, .left = true};
	struct mouse release_at = {.action = MOUSE_RELEASE, .x = 60, .y = 12};
	struct place cursor;
	struct canvas canvas;
	struct wall wall;

	(void)state;
	canvas_wall_open(&wall, &canvas);
	cursor = canvas.view.cursor;
	wall.shell.screen.columns = 20;
	shell_mouse(&wall.shell, press_at);
	assert_true(place_equal(canvas.view.cursor, cursor));
	wall.shell.screen.columns = 100;
	shell_mouse(&wall.shell, press_at);
	assert_false(place_equal(canvas.view.cursor, cursor));
	assert_true(wall.shell.pressed);
	wall.shell.screen.columns = 20;
	shell_mouse(&wall.shell, release_at);
	assert_false(wall.shell.pressed);
	canvas_wall_close(&wall, &canvas);
}

static void a_drag_out_of_the_window_drops_nothing(void **state)
{
	const struct sticky *sticky;
	struct canvas canvas;
	struct wall wall;

	(void)state;
	open_wall(&wall, &canvas);
	carry(&wall);
	wall_mouse(&wall, MOUSE_DRAG, 5000, 4000);
	wall_mouse(&wall, MOUSE_RELEASE, 5000, 4000);
	sticky = board_sticky(shell_board(&wall.shell), 1);
	assert_int_equal(sticky->place.column, 1);
	wall_mouse(&wall, MOUSE_DRAG, 40, 10);
	assert_int_equal(sticky->place.column, 1);
	assert_false(canvas.view.selecting);
	canvas_wall_close(&wall, &canvas);
}

/* Whoever reads the board's file while somebody drops a sticky. */
struct reader {
	struct wall *wall;
	sqlite3 *db;
	int waits;
};

/* Draws, as the canvas does while it waits; then the reader is done. */
static bool wait_for_reader(void *context, const struct store_wait *wait)
{
	struct reader *reader = context;

	(void)wait;
	shell_draw(&reader->wall->shell, &reader->wall->frame);
	if (++reader->waits == 2)
		sqlite3_exec(reader->db, "COMMIT", NULL, NULL, NULL);
	return true;
}

static void a_drop_may_wait_for_somebody_who_reads(void **state)
{
	struct canvas canvas;
	struct wall wall;
	struct reader reader = {.wall = &wall};

	(void)state;
	open_wall(&wall, &canvas);
	session_on_wait(wall.session, wait_for_reader, &reader);
	carry(&wall);
	assert_int_equal(sqlite3_open(folder_file(), &reader.db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(reader.db, "BEGIN; SELECT count(*) FROM action", NULL, NULL, NULL), SQLITE_OK);
	wall_mouse(&wall, MOUSE_RELEASE, 30, 4);
	assert_int_equal(reader.waits, 2);
	assert_int_equal(wall_place(&wall, 1).column, 2);
	assert_string_equal(wall.shell.message.text.text, "moved to column 2, row 1");
	session_on_wait(wall.session, NULL, NULL);
	sqlite3_close(reader.db);
	canvas_wall_close(&wall, &canvas);
}

/* Where the canvas does not hear of the button let go, the drag ends as by Esc, and no later button drops anything. */
static void a_drag_that_loses_its_button_ends(void **state)
{
	const struct sticky *sticky;
	struct canvas canvas;
	struct wall wall;

	(void)state;
	open_wall(&wall, &canvas);
	sticky = board_sticky(shell_board(&wall.shell), 1);
	for (int way = 0; way < 2; way++) {
		carry(&wall);
		assert_non_null(canvas_landing(&wall.shell));
		wall.shell.screen.columns = way ? 100 : 20;
		wall.shell.screen.rows = way ? 30 : 5;
		if (way)
			wall_press(&wall, "?");
		wall_mouse(&wall, MOUSE_RELEASE, 10, 2);
		wall.shell.screen.columns = 100;
		wall.shell.screen.rows = 30;
		if (way)
			shell_close(&wall.shell);
		shell_draw(&wall.shell, &wall.frame);
		assert_null(canvas_landing(&wall.shell));
		shell_mouse(&wall.shell, (struct mouse){MOUSE_PRESS, 60, 10, false, false});
		shell_mouse(&wall.shell, (struct mouse){MOUSE_RELEASE, 60, 10, false, false});
		assert_int_equal(sticky->place.column, 1);
		assert_int_equal(sticky->place.row, 1);
	}
	canvas_wall_close(&wall, &canvas);
}

/* What is carried is known from when it was picked up, not by the slot that something else may have come into. */
static void a_drag_says_what_others_do_to_it(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	open_wall(&wall, &canvas);
	wall_run(&wall, "add event -c 2 -r 2 There");
	carry(&wall);
	assert_true(wall_shows(&wall, "let go to move it to column 2, row 1"));
	wall_other(&wall, "move 2 2 1");
	assert_true(wall_shows(&wall, "column 2, row 1 is taken: it falls below, to row 2"));
	wall_other(&wall, "delete 1");
	assert_true(wall_shows(&wall, "somebody has removed what you carry"));
	wall_other(&wall, "move 2 1 1");
	wall_mouse(&wall, MOUSE_RELEASE, 30, 4);
	assert_true(wall_shows(&wall, "somebody has removed what you carried; nothing was moved"));
	assert_int_equal(wall_place(&wall, 2).column, 1);
	canvas_wall_close(&wall, &canvas);
}

/* News and the mouse may come without a frame in between. */
static void a_drag_of_what_has_just_gone_moves_the_rest(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	open_wall(&wall, &canvas);
	wall_run(&wall, "add event -c 1 -r 2 There");
	wall_run(&wall, "go-to start");
	wall_press(&wall, "vj");
	carry(&wall);
	wall_other_undrawn(&wall, "delete 1");
	shell_mouse(&wall.shell, (struct mouse){MOUSE_DRAG, 50, 4, true, false});
	wall_mouse(&wall, MOUSE_RELEASE, 50, 4);
	assert_int_equal(wall_place(&wall, 2).column, 3);
	canvas_wall_close(&wall, &canvas);
}

/* Whoever drags something with the mouse is not taken elsewhere before they let go. */
static void a_summons_waits_until_the_mouse_lets_go(void **state)
{
	const struct presence_call call = {.type = PRESENCE_SUMMON, .name = "ben", .place = {9, 9}};
	struct canvas canvas;
	struct wall wall;

	(void)state;
	open_wall(&wall, &canvas);
	wall_mouse(&wall, MOUSE_PRESS, 5, 4);
	attention_hear(&wall.shell, &call);
	attention_lead(&wall.shell);
	assert_int_equal(canvas.view.cursor.column, 1);
	wall_mouse(&wall, MOUSE_RELEASE, 5, 4);
	attention_lead(&wall.shell);
	assert_int_equal(canvas.view.cursor.column, 9);
	canvas_wall_close(&wall, &canvas);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(where_nobody_sees_it_the_mouse_does_nothing),
		cmocka_unit_test(a_drag_out_of_the_window_drops_nothing),
		cmocka_unit_test(a_drop_may_wait_for_somebody_who_reads),
		cmocka_unit_test(a_drag_that_loses_its_button_ends),
		cmocka_unit_test(a_drag_says_what_others_do_to_it),
		cmocka_unit_test(a_drag_of_what_has_just_gone_moves_the_rest),
		cmocka_unit_test(a_summons_waits_until_the_mouse_lets_go),
	};

	return cmocka_run_group_tests_name("canvas/mouse", tests, folder_make, folder_remove);
}
