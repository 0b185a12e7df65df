/* What is typed after something that text follows was refused, or into a line that is left and come back to. */
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "canvas/view_list.h"
#include "lib/canvas_wall.h"
#include "lib/folder.h"
#include "shell/away.h"
#include "shell/prompt.h"
#include "shell/refused.h"

/* Letters that do something on the canvas, in every panel, or both. */
#define TYPED "x!pjkdDcrmu<Backspace>J ox?"

static void open_wall(struct wall *wall, struct canvas *canvas)
{
	canvas_wall_open(wall, canvas);
	wall_run(wall, "add actor -c 1 -r 1 Ann");
	wall_run(wall, "add event -c 2 -r 1 Order placed");
	wall_run(wall, "context Shop 2");
	wall_run(wall, "go-to start");
}

/* KEYS are refused with a message that has WHY; typing then does nothing, until Esc goes back to MODE. */
static void assert_refused(struct wall *wall, const char *keys, const char *why, const struct mode *mode)
{
	uint64_t generation;

	wall_press(wall, keys);
	if (!strstr(wall->shell.message.text.text, why))
		fail_msg("%s: %s", keys, wall->shell.message.text.text);
	generation = board_generation(shell_board(&wall->shell));
	assert_ptr_equal(shell_top(&wall->shell), &refused_mode);
	wall_press(wall, TYPED);
	assert_ptr_equal(shell_top(&wall->shell), &refused_mode);
	assert_true(board_generation(shell_board(&wall->shell)) == generation);
	assert_true(wall_shows(wall, why));
	wall_press(wall, "<Esc>");
	assert_ptr_equal(shell_top(&wall->shell), mode);
}

/* A row of a panel may be refused by its function, for the sticky, or before, for the role or a lock. */
static void after_a_refused_row_typing_does_nothing(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	open_wall(&wall, &canvas);
	wall_press(&wall, " ");
	assert_string_equal(shell_top(&wall.shell)->name, "details");
	assert_refused(&wall, "f", "only", &details_mode);
	assert_refused(&wall, "F", "only", &details_mode);
	assert_refused(&wall, "r", "only", &details_mode);
	wall_press(&wall, "<Down>");
	assert_refused(&wall, "f", "no sticky here", &details_mode);
	wall_become(&wall, ROLE_OBSERVER, "ben");
	wall_press(&wall, "<Up>l");
	assert_refused(&wall, "f", "read-only", &details_mode);
	wall_press(&wall, "<Esc>C");
	assert_refused(&wall, "r", "read-only", &contexts_mode);
	canvas_wall_close(&wall, &canvas);
}

static void what_is_pasted_into_a_panel_is_said_to_be_lost(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	open_wall(&wall, &canvas);
	wall_press(&wall, " ");
	shell_paste(&wall.shell, "x", 1);
	shell_draw(&wall.shell, &wall.frame);
	assert_true(wall_shows(&wall, "nothing can be pasted here"));
	assert_int_equal(wall_count(&wall), 2);
	canvas_wall_close(&wall, &canvas);
}

static void after_a_refused_command_typing_does_nothing(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	open_wall(&wall, &canvas);
	wall_press(&wall, "J<Up>");
	assert_refused(&wall, "b", "no sticky here", &canvas_mode);
	assert_refused(&wall, "c", "no sticky here", &canvas_mode);
	assert_refused(&wall, "=", "no sticky here", &canvas_mode);
	assert_refused(&wall, "R", "no sticky here", &canvas_mode);
	assert_refused(&wall, "<A-d>", "no finding here", &canvas_mode);
	assert_refused(&wall, "ay", "no kind", &canvas_mode);
	assert_refused(&wall, ":boundary<Enter>", "no sticky here", &canvas_mode);
	canvas_wall_close(&wall, &canvas);
}

/* As the message says: Tab goes to the next finding. Behind typed text it belongs to the text. */
static void tab_is_a_key_until_something_is_typed(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	open_wall(&wall, &canvas);
	wall_press(&wall, "<A-d><Tab>");
	assert_ptr_equal(shell_top(&wall.shell), &canvas_mode);
	wall_press(&wall, "<Down><Down><A-d>Because<Tab>");
	assert_ptr_equal(shell_top(&wall.shell), &refused_mode);
	canvas_wall_close(&wall, &canvas);
}

/* What has worked is no refusal, though nothing to type into opens and it may say something. */
static void what_was_done_is_not_taken_for_refused(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	open_wall(&wall, &canvas);
	wall_press(&wall, "X");
	assert_ptr_equal(shell_top(&wall.shell), &canvas_mode);
	wall_run(&wall, "add event -c 3 -r 1 Order is placed");
	wall_press(&wall, "lvl=");
	assert_int_equal(wall_count(&wall), 2);
	assert_ptr_equal(shell_top(&wall.shell), &canvas_mode);
	canvas_wall_close(&wall, &canvas);
}

static void what_a_key_asked_for_stays_when_it_is_refused(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	open_wall(&wall, &canvas);
	wall_press(&wall, "l f<C-e>id: text; id: text<Enter>");
	assert_ptr_equal(shell_top(&wall.shell), &prompt_mode);
	wall_assert_lowest(&wall, ":payload 2 id: text; id: text");
	assert_true(wall.shell.message.failed);
	assert_true(wall_shows(&wall, wall.shell.message.text.text));
	wall_press(&wall, "<Esc><Esc>");
	wall_other(&wall, "lock");
	wall_become(&wall, ROLE_PARTICIPANT, "cem");
	wall_press(&wall, ":context \"Shop\" 1<Enter>");
	assert_ptr_equal(shell_top(&wall.shell), &canvas_mode);
	assert_true(wall.shell.message.failed);
	wall_press(&wall, ":<Up>");
	wall_assert_lowest(&wall, ":context \"Shop\" 1");
	canvas_wall_close(&wall, &canvas);
}

/* The name of a boundary: other lines of the history do not come in between. */
static void up_and_down_keep_what_is_typed(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	open_wall(&wall, &canvas);
	wall_press(&wall, ":title Something<Enter>bBilling<Enter>");
	wall_press(&wall, ":vote 1<Enter>bFin<Up>");
	wall_assert_lowest(&wall, ":context \"Billing\"");
	wall_press(&wall, "<Up><Up>");
	wall_assert_lowest(&wall, ":context \"Billing\"");
	wall_press(&wall, "<Left>s<Down>");
	wall_assert_lowest(&wall, ":context \"Fin");
	wall_press(&wall, "ance<Down><Up>");
	wall_assert_lowest(&wall, ":context \"Billings\"");
	wall_press(&wall, "<Down>");
	wall_assert_lowest(&wall, ":context \"Finance");
	wall_press(&wall, "<Esc>:own<Up>");
	wall_assert_lowest(&wall, ":vote 1");
	wall_press(&wall, "<Up><Up>");
	wall_assert_lowest(&wall, ":title Something");
	wall_press(&wall, "<Down><Down><Down>");
	wall_assert_lowest(&wall, ":own");
	wall_press(&wall, "<Esc>:<Up>");
	wall_assert_lowest(&wall, ":vote 1");
	canvas_wall_close(&wall, &canvas);
}

/* Where nothing has been asked before, they do nothing. */
static void up_and_down_do_nothing_without_a_history(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	open_wall(&wall, &canvas);
	wall_press(&wall, "bFin<Up><Down><Up>");
	wall_assert_lowest(&wall, ":context \"Fin");
	canvas_wall_close(&wall, &canvas);
}

/* Behind the last completion comes what was typed. */
static void tab_comes_back_to_what_is_typed(void **state)
{
	struct canvas canvas;
	struct wall wall;

	(void)state;
	open_wall(&wall, &canvas);
	wall_press(&wall, ":delete-c<Tab>");
	wall_assert_lowest(&wall, ":delete-column");
	wall_press(&wall, "<Tab><Tab>");
	wall_assert_lowest(&wall, ":delete-c");
	wall_press(&wall, "<BackTab>");
	wall_assert_lowest(&wall, ":delete-context");
	canvas_wall_close(&wall, &canvas);
}

/* Waits until there is something to learn about the file, and looks. */
static void await_news(struct wall *wall)
{
	for (int i = 0; i < 100 && away_is(&wall->shell); i++) {
		int most_ms;
		struct pollfd wait = {.fd = session_watch(wall->session, &most_ms), .events = POLLIN};

		poll(&wait, 1, most_ms < 0 ? 1000 : most_ms);
		away_look(&wall->shell);
	}
}

/* Somebody puts the file back while its user types where to save the board. */
static void a_line_stays_when_the_file_comes_back(void **state)
{
	struct canvas canvas;
	struct wall wall;
	char aside[80];

	(void)state;
	snprintf(aside, sizeof(aside), "%s.aside", folder_file());
	open_wall(&wall, &canvas);
	assert_int_equal(store_backup(session_store(wall.session), aside, false, NULL), 0);
	assert_int_equal(unlink(folder_file()), 0);
	away_look(&wall.shell);
	wall_press(&wall, "q");
	assert_ptr_equal(shell_top(&wall.shell), &away_mode);
	wall_press(&wall, "w<C-u>other");
	assert_ptr_equal(shell_top(&wall.shell), &prompt_mode);
	assert_int_equal(rename(aside, folder_file()), 0);
	await_news(&wall);
	shell_draw(&wall.shell, &wall.frame);
	assert_false(away_is(&wall.shell));
	assert_ptr_equal(shell_top(&wall.shell), &prompt_mode);
	wall_assert_lowest(&wall, "Save the board to other");
	wall_press(&wall, "<Esc>");
	assert_ptr_equal(shell_top(&wall.shell), &canvas_mode);
	canvas_wall_close(&wall, &canvas);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(after_a_refused_row_typing_does_nothing),
		cmocka_unit_test(what_is_pasted_into_a_panel_is_said_to_be_lost),
		cmocka_unit_test(after_a_refused_command_typing_does_nothing),
		cmocka_unit_test(tab_is_a_key_until_something_is_typed),
		cmocka_unit_test(what_was_done_is_not_taken_for_refused),
		cmocka_unit_test(what_a_key_asked_for_stays_when_it_is_refused),
		cmocka_unit_test(up_and_down_keep_what_is_typed),
		cmocka_unit_test(up_and_down_do_nothing_without_a_history),
		cmocka_unit_test(tab_comes_back_to_what_is_typed),
		cmocka_unit_test(a_line_stays_when_the_file_comes_back),
	};

	return cmocka_run_group_tests_name("canvas/refused", tests, folder_make, folder_remove);
}
