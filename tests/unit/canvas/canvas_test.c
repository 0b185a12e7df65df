#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "canvas/typing.h"
#include "lib/canvas_wall.h"
#include "lib/folder.h"
#include "shell/refused.h"

/* 벼 is q and u; whoever leaves by it has nothing taken back. */
static void a_syllable_that_leaves_does_nothing_else(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	canvas_wall_open(&wall, &canvas);
	wall_press(&wall, "iA");
	shell_key(&wall.shell, (struct key){.code = KEY_CODE_ENTER});
	shell_key(&wall.shell, (struct key){.code = 0xbcbc});
	assert_true(wall.shell.quit);
	assert_int_equal(wall_count(&wall), 1);
	canvas_wall_close(&wall, &canvas);
}

static void what_nobody_can_see_does_nothing(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	canvas_wall_open(&wall, &canvas);
	wall_press(&wall, "iA");
	wall.shell.screen.columns = 20;
	wall_press(&wall, "B");
	shell_key(&wall.shell, (struct key){.code = KEY_CODE_ENTER});
	shell_paste(&wall.shell, "C", 1);
	assert_int_equal(wall_count(&wall), 0);
	wall.shell.screen.columns = 100;
	shell_key(&wall.shell, (struct key){.code = KEY_CODE_ENTER});
	assert_int_equal(wall_count(&wall), 1);
	assert_string_equal(board_sticky(shell_board(&wall.shell), 1)->text, "A");
	wall.shell.screen.columns = 20;
	wall_press(&wall, "q");
	assert_true(wall.shell.quit);
	canvas_wall_close(&wall, &canvas);
}

static void a_paste_of_five_thousand_lines_is_one_action(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct canvas canvas;
	struct wall wall;

	(void)state;
	canvas_wall_open(&wall, &canvas);
	for (int i = 0; i < 5000; i++)
		strbuf_addf(&text, "line %d 주문이 접수되었다\n\n", i);
	shell_paste(&wall.shell, text.text, text.len);
	shell_draw(&wall.shell, &wall.frame);
	assert_int_equal(wall_count(&wall), 5000);
	wall_press(&wall, "u");
	assert_int_equal(wall_count(&wall), 0);
	strbuf_release(&text);
	canvas_wall_close(&wall, &canvas);
}

static void a_paste_without_measure_is_cut(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct canvas canvas;
	struct wall wall;

	(void)state;
	canvas_wall_open(&wall, &canvas);
	for (int i = 0; i < 2000000; i++)
		strbuf_addstr(&text, "x\n");
	shell_paste(&wall.shell, text.text, text.len);
	assert_int_equal(wall_count(&wall), 10000);
	assert_non_null(strstr(wall.shell.message.text.text, "the first 10000 stickies"));
	wall_press(&wall, "u");
	assert_int_equal(wall_count(&wall), 0);
	wall_press(&wall, "i");
	shell_paste(&wall.shell, text.text, text.len);
	assert_non_null(strstr(wall.shell.message.text.text, "cut off"));
	strbuf_release(&text);
	canvas_wall_close(&wall, &canvas);
}

/* One undo takes it back, however it lies. */
static void a_list_runs_along_the_timeline_or_downwards(void **state)
{
	static const char list[] = "one\nC: two\n\n커맨드: three\n";
	struct canvas canvas;
	struct wall wall;

	(void)state;
	canvas_wall_open(&wall, &canvas);
	shell_paste(&wall.shell, list, sizeof(list) - 1);
	assert_int_equal(wall_place(&wall, 3).column, 3);
	assert_int_equal(wall_place(&wall, 3).row, 1);
	assert_int_equal(board_sticky(shell_board(&wall.shell), 3)->kind, KIND_COMMAND);
	assert_non_null(strstr(wall.shell.message.text.text, "gp"));
	wall_press(&wall, "gp");
	assert_int_equal(wall_count(&wall), 3);
	assert_int_equal(wall_place(&wall, 6).column, 1);
	assert_int_equal(wall_place(&wall, 6).row, 3);
	wall_press(&wall, "gp");
	assert_int_equal(wall_place(&wall, 6).row, 3);
	wall_press(&wall, "u");
	assert_int_equal(wall_count(&wall), 0);
	canvas_wall_close(&wall, &canvas);
}

/* Otherwise the rectangle would reach from its old corner to what was undone, over other stickies. */
static void undoing_a_move_ends_the_rectangle(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	canvas_wall_open(&wall, &canvas);
	wall_run(&wall, "add event -c 1 -r 1 Here");
	wall_run(&wall, "add event -c 2 -r 1 There");
	wall_press(&wall, "vl");
	assert_true(canvas.view.selecting);
	wall_press(&wall, "J");
	assert_int_equal(wall_place(&wall, 2).row, 2);
	wall_press(&wall, "u");
	assert_int_equal(wall_place(&wall, 2).row, 1);
	assert_false(canvas.view.selecting);
	canvas_wall_close(&wall, &canvas);
}

static void resize(struct wall *wall, int columns, int rows)
{
	wall->shell.screen.columns = columns;
	wall->shell.screen.rows = rows;
	shell_draw(&wall->shell, &wall->frame);
}

static void a_larger_window_shows_more_of_the_board(void **state)
{
	const struct viewport *viewport;
	struct canvas canvas;
	struct wall wall;

	(void)state;
	canvas_wall_open(&wall, &canvas);
	viewport = &canvas.view.viewport;
	wall_run(&wall, "add event -c 1 -r 1 First");
	wall_run(&wall, "add event -c 12 -r 9 Last");
	wall_run(&wall, "go-to end");
	assert_int_equal(viewport->first.column, 8);
	resize(&wall, 200, 60);
	assert_int_equal(viewport->first.column, 2);
	assert_int_equal(viewport->first.row, 1);
	resize(&wall, 100, 30);
	assert_int_equal(viewport->first.column, 8);
	wall_press(&wall, "lll");
	resize(&wall, 110, 30);
	assert_int_equal(viewport->first.column + viewport_columns(viewport) - 1, 15);
	canvas_wall_close(&wall, &canvas);
}

/* Whoever has asked for the whole board gets it in every window, until they zoom. */
static void the_whole_board_stays_whole(void **state)
{
	const struct viewport *viewport;
	struct canvas canvas;
	struct wall wall;
	int width;

	(void)state;
	canvas_wall_open(&wall, &canvas);
	viewport = &canvas.view.viewport;
	wall_run(&wall, "add event -c 1 -r 1 First");
	wall_run(&wall, "add event -c 12 -r 9 Last");
	wall_press(&wall, "z");
	width = viewport_size(viewport)->width;
	resize(&wall, 200, 60);
	assert_true(viewport_size(viewport)->width > width);
	assert_true(viewport_columns(viewport) >= 12);
	resize(&wall, 100, 30);
	assert_int_equal(viewport_size(viewport)->width, width);
	wall_press(&wall, "+");
	width = viewport_size(viewport)->width;
	resize(&wall, 200, 60);
	assert_int_equal(viewport_size(viewport)->width, width);
	canvas_wall_close(&wall, &canvas);
}

static void what_cannot_be_kept_stays_to_be_mended(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct canvas canvas;
	struct wall wall;

	(void)state;
	canvas_wall_open(&wall, &canvas);
	wall_press(&wall, "i");
	for (int i = 0; i < 2100; i++)
		strbuf_addch(&text, 'x');
	shell_paste(&wall.shell, text.text, text.len);
	shell_key(&wall.shell, (struct key){.code = KEY_CODE_ENTER});
	shell_draw(&wall.shell, &wall.frame);
	assert_true(wall.shell.message.failed);
	assert_ptr_equal(shell_top(&wall.shell), &typing_mode);
	assert_int_equal(typing_mode.line(&wall.shell)->text.len, 2100);
	assert_int_equal(wall_count(&wall), 0);
	strbuf_release(&text);
	canvas_wall_close(&wall, &canvas);
}

static void aggregates_of_one_name_count_as_one(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	canvas_wall_open(&wall, &canvas);
	wall_run(&wall, "add aggregate -c 1 -r 1 Order");
	wall_run(&wall, "add aggregate -c 9 -r 1 The orders");
	assert_true(wall_shows(&wall, "aggregate 1"));
	wall_run(&wall, "edit 2 Invoice");
	assert_true(wall_shows(&wall, "aggregate 2"));
	canvas_wall_close(&wall, &canvas);
}

static void keys_and_help_show_what_the_role_may_do(void **state)
{
	static const struct {
		enum role role;
		bool adds, steps;
	} rows[] = {
		{ROLE_OBSERVER, false, false},
		{ROLE_PARTICIPANT, true, false},
		{ROLE_FACILITATOR, true, true},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct canvas canvas;
		struct wall wall;

		canvas_wall_open(&wall, &canvas);
		wall_become(&wall, rows[i].role, "ben");
		resize(&wall, 160, 30);
		assert_true(wall_shows(&wall, "q leave"));
		assert_int_equal(wall_shows(&wall, "i add"), rows[i].adds);
		assert_int_equal(wall_shows(&wall, "] next step"), rows[i].steps);
		wall.shell.screen.rows = 400;
		wall_press(&wall, "?");
		assert_true(wall_shows(&wall, "start, end of the board"));
		assert_int_equal(wall_shows(&wall, "add KIND"), rows[i].adds);
		assert_int_equal(wall_shows(&wall, "timer MINUTES"), rows[i].steps);
		wall_press(&wall, "qi");
		assert_ptr_equal(shell_top(&wall.shell), rows[i].adds ? &typing_mode : &refused_mode);
		canvas_wall_close(&wall, &canvas);
	}
}

/* Also a text that is all in quotes, which would count as those of a word. */
static void what_is_asked_again_is_kept_as_it_is(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	canvas_wall_open(&wall, &canvas);
	wall_run(&wall, "add event -c 1 -r 1 Paid");
	wall_run(&wall, "define 1 \"\\\"so called\\\"\"");
	wall_run(&wall, "context \"\\\"the shop\\\"\" 1");
	wall_press(&wall, " d<Enter><Esc>C");
	wall_press(&wall, "r<Enter>");
	assert_string_equal(board_sticky(shell_board(&wall.shell), 1)->definition, "\"so called\"");
	assert_non_null(board_context_named(shell_board(&wall.shell), "\"the shop\""));
	canvas_wall_close(&wall, &canvas);
}

/* Where something lies in the way of some, all go to the first row that has room. */
static void a_list_stays_together(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	canvas_wall_open(&wall, &canvas);
	wall_run(&wall, "add event -c 1 -r 1 A");
	wall_run(&wall, "add event -c 3 -r 2 B");
	wall_run(&wall, "go-to start");
	shell_paste(&wall.shell, "one\ntwo\nthree", 13);
	assert_int_equal(wall_count(&wall), 5);
	for (int i = 0; i < 3; i++)
		assert_non_null(board_at(shell_board(&wall.shell), (struct place){1 + i, 3}));
	canvas_wall_close(&wall, &canvas);
}

/* What is made of all texts of a board, and a silent round that somebody begins under it. */
static void a_panel_tells_nothing_of_a_silent_round(void **state)
{
	static const char *const rounds[] = {"silent on", "silent off"};
	struct canvas canvas;
	struct wall wall;

	(void)state;
	canvas_wall_open(&wall, &canvas);
	wall_run(&wall, "add aggregate Warehouse");
	wall_run(&wall, "propose-contexts");
	assert_string_equal(shell_top(&wall.shell)->name, "proposals");
	for (size_t i = 0; i < ARRAY_SIZE(rounds); i++) {
		wall_other(&wall, rounds[i]);
		assert_int_equal(wall_shows(&wall, "not until the silent round ends"), i == 0);
		shell_key(&wall.shell, (struct key){.code = KEY_CODE_ENTER});
		strbuf_reset(&wall.shell.message.text);
		assert_int_equal(board_count(session_board(wall.session), ENTITY_CONTEXT), i);
	}
	canvas_wall_close(&wall, &canvas);
}

static const char *finding(const struct canvas *canvas)
{
	return canvas->finding.check ? canvas->finding.check->id : "none";
}

static void next_finding(struct wall *wall)
{
	assert_int_equal(shell_run(&wall->shell, "next-finding"), 0);
	shell_draw(&wall->shell, &wall->frame);
}

/* A large board is checked a moment later; until then nothing is said about it. */
static void a_large_board_is_not_good_before_it_is_checked(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct canvas canvas;
	struct wall wall;

	(void)state;
	canvas_wall_open(&wall, &canvas);
	for (int i = 0; i <= CHECKLIST_SMALL; i++)
		strbuf_addf(&text, "Thing %d\n", i);
	checklist_free(wall.shell.checklist);
	wall.shell.checklist = NULL;
	shell_watch(&wall.shell);
	shell_paste(&wall.shell, text.text, text.len);
	next_finding(&wall);
	assert_false(wall_shows(&wall, "finding"));
	assert_true(wall_shows(&wall, "the checks are still running"));
	while (!checklist_work(wall.shell.checklist, CHECKLIST_SLICE))
		;
	next_finding(&wall);
	assert_string_equal(finding(&canvas), "one-way"); /* what is true of nearly all comes later */
	strbuf_release(&text);
	canvas_wall_close(&wall, &canvas);
}

/* One on a sticky by the place of the cursor, one about a context in the list. */
static void dismissing_goes_on_to_the_next_finding(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	canvas_wall_open(&wall, &canvas);
	assert_int_equal(shell_run_lines(&wall.shell,
				 "add event -c 2 -r 1 Send a\nadd event -c 3 -r 1 B\n"
				 "context Shop 1\ncontext Stock 1\ncontext Bank 1\n"
				 "uncontext 1",
				 NULL),
		0);
	shell_draw(&wall.shell, &wall.frame);
	next_finding(&wall);
	assert_string_equal(finding(&canvas), "event-past-tense");
	assert_int_equal(canvas.finding.sticky, 1);
	wall_press(&wall, "d");
	assert_string_equal(finding(&canvas), "event-past-tense");
	assert_int_equal(canvas.finding.sticky, 2);
	assert_int_equal(shell_run(&wall.shell, "step 7"), 0);
	while (canvas.finding.item != 1)
		next_finding(&wall);
	assert_int_equal(shell_run(&wall.shell, "go-to start"), 0);
	for (int64_t context = 2; context <= 3; context++) {
		wall_press(&wall, "d");
		assert_string_equal(finding(&canvas), "context-empty");
		assert_int_equal(canvas.finding.item, context);
	}
	canvas_wall_close(&wall, &canvas);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_syllable_that_leaves_does_nothing_else),
		cmocka_unit_test(what_nobody_can_see_does_nothing),
		cmocka_unit_test(a_paste_of_five_thousand_lines_is_one_action),
		cmocka_unit_test(a_paste_without_measure_is_cut),
		cmocka_unit_test(a_list_runs_along_the_timeline_or_downwards),
		cmocka_unit_test(a_list_stays_together),
		cmocka_unit_test(what_is_asked_again_is_kept_as_it_is),
		cmocka_unit_test(a_panel_tells_nothing_of_a_silent_round),
		cmocka_unit_test(aggregates_of_one_name_count_as_one),
		cmocka_unit_test(keys_and_help_show_what_the_role_may_do),
		cmocka_unit_test(undoing_a_move_ends_the_rectangle),
		cmocka_unit_test(a_larger_window_shows_more_of_the_board),
		cmocka_unit_test(the_whole_board_stays_whole),
		cmocka_unit_test(what_cannot_be_kept_stays_to_be_mended),
		cmocka_unit_test(a_large_board_is_not_good_before_it_is_checked),
		cmocka_unit_test(dismissing_goes_on_to_the_next_finding),
	};

	return cmocka_run_group_tests_name("canvas/canvas", tests, folder_make, folder_remove);
}
