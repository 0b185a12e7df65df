#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "base/mem.h"
#include "canvas/canvas.h"
#include "canvas/typing.h"
#include "shell/refused.h"

static char folder[] = "/tmp/evstorm-canvas-XXXXXX";
static char path[64];

static const struct view_command *const tables[] = {canvas_commands, shell_view_commands, NULL};

/* A canvas with a new board, and what it was last drawn into. */
struct table {
	struct shell shell;
	struct canvas canvas;
	struct session *session;
	struct cellbuf frame;
};

static void open_table(struct table *table)
{
	memset(table, 0, sizeof(*table));
	assert_int_equal(session_open(path, STORE_NEW, "ana", &table->session, NULL), 0);
	canvas_init(&table->canvas, "canvas.evs");
	shell_init(&table->shell, table->session, tables, &canvas_mode, &table->canvas);
	table->shell.screen.columns = 100;
	table->shell.screen.rows = 30;
	shell_watch(&table->shell);
	shell_draw(&table->shell, &table->frame);
}

static void close_table(struct table *table)
{
	struct error err = ERROR_INIT;

	if (store_verify(session_store(table->session), &err))
		fail_msg("%s", err.text);
	shell_release(&table->shell);
	canvas_release(&table->canvas);
	session_close(table->session);
	cellbuf_release(&table->frame);
	unlink(path);
}

static void press(struct table *table, const char *keys)
{
	while (*keys) {
		struct key key;
		char one[2] = {*keys++, '\0'};

		assert_non_null(key_parse(one, &key));
		shell_key(&table->shell, key);
	}
	shell_draw(&table->shell, &table->frame);
}

static size_t stickies(const struct table *table)
{
	return board_count(shell_board(&table->shell), ENTITY_STICKY);
}

/* 벼 is q and u; whoever leaves by it has nothing taken back. */
static void a_syllable_that_leaves_does_nothing_else(void **state)
{
	struct table table;

	(void)state;
	open_table(&table);
	press(&table, "iA");
	shell_key(&table.shell, (struct key){.code = KEY_CODE_ENTER});
	shell_key(&table.shell, (struct key){.code = 0xbcbc});
	assert_true(table.shell.quit);
	assert_int_equal(stickies(&table), 1);
	close_table(&table);
}

static void what_nobody_can_see_does_nothing(void **state)
{
	struct table table;

	(void)state;
	open_table(&table);
	press(&table, "iA");
	table.shell.screen.columns = 20;
	press(&table, "B");
	shell_key(&table.shell, (struct key){.code = KEY_CODE_ENTER});
	shell_paste(&table.shell, "C", 1);
	assert_int_equal(stickies(&table), 0);
	table.shell.screen.columns = 100;
	shell_key(&table.shell, (struct key){.code = KEY_CODE_ENTER});
	assert_int_equal(stickies(&table), 1);
	assert_string_equal(board_sticky(shell_board(&table.shell), 1)->text, "A");
	table.shell.screen.columns = 20;
	press(&table, "q");
	assert_true(table.shell.quit);
	close_table(&table);
}

/* Only that the button is up again is taken note of, or the view could not be led anywhere any more. */
static void where_nobody_sees_it_the_mouse_does_nothing(void **state)
{
	struct mouse press_at = {.action = MOUSE_PRESS, .x = 60, .y = 12, .left = true};
	struct mouse release_at = {.action = MOUSE_RELEASE, .x = 60, .y = 12};
	struct place cursor;
	struct table table;

	(void)state;
	open_table(&table);
	cursor = table.canvas.view.cursor;
	table.shell.screen.columns = 20;
	shell_mouse(&table.shell, press_at);
	assert_true(place_equal(table.canvas.view.cursor, cursor));
	table.shell.screen.columns = 100;
	shell_mouse(&table.shell, press_at);
	assert_false(place_equal(table.canvas.view.cursor, cursor));
	assert_true(table.shell.pressed);
	table.shell.screen.columns = 20;
	shell_mouse(&table.shell, release_at);
	assert_false(table.shell.pressed);
	close_table(&table);
}

static void a_paste_of_five_thousand_lines_is_one_action(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct table table;

	(void)state;
	open_table(&table);
	for (int i = 0; i < 5000; i++)
		strbuf_addf(&text, "line %d 주문이 접수되었다\n\n", i);
	shell_paste(&table.shell, text.text, text.len);
	shell_draw(&table.shell, &table.frame);
	assert_int_equal(stickies(&table), 5000);
	press(&table, "u");
	assert_int_equal(stickies(&table), 0);
	strbuf_release(&text);
	close_table(&table);
}

static void a_paste_without_measure_is_cut(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct table table;

	(void)state;
	open_table(&table);
	for (int i = 0; i < 2000000; i++)
		strbuf_addstr(&text, "x\n");
	shell_paste(&table.shell, text.text, text.len);
	assert_int_equal(stickies(&table), 10000);
	assert_non_null(strstr(table.shell.message.text.text, "the first 10000 stickies"));
	press(&table, "u");
	assert_int_equal(stickies(&table), 0);
	press(&table, "i");
	shell_paste(&table.shell, text.text, text.len);
	assert_non_null(strstr(table.shell.message.text.text, "cut off"));
	strbuf_release(&text);
	close_table(&table);
}

static struct place place_of(const struct table *table, int64_t id)
{
	return board_sticky(shell_board(&table->shell), id)->place;
}

/* One undo takes it back, however it lies. */
static void a_list_runs_along_the_timeline_or_downwards(void **state)
{
	static const char list[] = "one\nC: two\n\n커맨드: three\n";
	struct table table;

	(void)state;
	open_table(&table);
	shell_paste(&table.shell, list, sizeof(list) - 1);
	assert_int_equal(place_of(&table, 3).column, 3);
	assert_int_equal(place_of(&table, 3).row, 1);
	assert_int_equal(board_sticky(shell_board(&table.shell), 3)->kind, KIND_COMMAND);
	assert_non_null(strstr(table.shell.message.text.text, "gp"));
	press(&table, "gp");
	assert_int_equal(stickies(&table), 3);
	assert_int_equal(place_of(&table, 6).column, 1);
	assert_int_equal(place_of(&table, 6).row, 3);
	press(&table, "gp");
	assert_int_equal(place_of(&table, 6).row, 3);
	press(&table, "u");
	assert_int_equal(stickies(&table), 0);
	close_table(&table);
}

static void mouse(struct table *table, enum mouse_action action, int x, int y)
{
	shell_mouse(&table->shell, (struct mouse){action, x, y, true, false});
	shell_draw(&table->shell, &table->frame);
}

static void a_drag_out_of_the_window_drops_nothing(void **state)
{
	const struct sticky *sticky;
	struct table table;

	(void)state;
	open_table(&table);
	assert_int_equal(shell_run(&table.shell, "add event -c 1 -r 1 Here"), 0);
	shell_draw(&table.shell, &table.frame);
	mouse(&table, MOUSE_PRESS, 5, 4);
	mouse(&table, MOUSE_DRAG, 30, 4);
	mouse(&table, MOUSE_DRAG, 5000, 4000);
	mouse(&table, MOUSE_RELEASE, 5000, 4000);
	sticky = board_sticky(shell_board(&table.shell), 1);
	assert_int_equal(sticky->place.column, 1);
	mouse(&table, MOUSE_DRAG, 40, 10);
	assert_int_equal(sticky->place.column, 1);
	assert_false(table.canvas.view.selecting);
	close_table(&table);
}

/* Whoever reads the board's file while somebody drops a sticky. */
struct reader {
	struct table *table;
	sqlite3 *db;
	int waits;
};

/* Draws, as the canvas does while it waits; then the reader is done. */
static bool wait_for_reader(void *context, const struct store_wait *wait)
{
	struct reader *reader = context;

	(void)wait;
	shell_draw(&reader->table->shell, &reader->table->frame);
	if (++reader->waits == 2)
		sqlite3_exec(reader->db, "COMMIT", NULL, NULL, NULL);
	return true;
}

static void a_drop_may_wait_for_somebody_who_reads(void **state)
{
	struct table table;
	struct reader reader = {.table = &table};

	(void)state;
	open_table(&table);
	assert_int_equal(shell_run(&table.shell, "add event -c 1 -r 1 Here"), 0);
	shell_draw(&table.shell, &table.frame);
	session_on_wait(table.session, wait_for_reader, &reader);
	mouse(&table, MOUSE_PRESS, 5, 4);
	mouse(&table, MOUSE_DRAG, 30, 4);
	assert_int_equal(sqlite3_open(path, &reader.db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(reader.db, "BEGIN; SELECT count(*) FROM action", NULL, NULL, NULL), SQLITE_OK);
	mouse(&table, MOUSE_RELEASE, 30, 4);
	assert_int_equal(reader.waits, 2);
	assert_int_equal(place_of(&table, 1).column, 2);
	assert_string_equal(table.shell.message.text.text, "moved to column 2, row 1");
	session_on_wait(table.session, NULL, NULL);
	sqlite3_close(reader.db);
	close_table(&table);
}

/* Otherwise the rectangle would reach from its old corner to what was undone, over other stickies. */
static void undoing_a_move_ends_the_rectangle(void **state)
{
	struct table table;

	(void)state;
	open_table(&table);
	assert_int_equal(shell_run(&table.shell, "add event -c 1 -r 1 Here"), 0);
	assert_int_equal(shell_run(&table.shell, "add event -c 2 -r 1 There"), 0);
	shell_draw(&table.shell, &table.frame);
	press(&table, "vl");
	assert_true(table.canvas.view.selecting);
	press(&table, "J");
	assert_int_equal(place_of(&table, 2).row, 2);
	press(&table, "u");
	assert_int_equal(place_of(&table, 2).row, 1);
	assert_false(table.canvas.view.selecting);
	close_table(&table);
}

/* Where the canvas does not hear of the button let go, the drag ends as by Esc, and no later button drops anything. */
static void a_drag_that_loses_its_button_ends(void **state)
{
	const struct sticky *sticky;
	struct table table;

	(void)state;
	open_table(&table);
	assert_int_equal(shell_run(&table.shell, "add event -c 1 -r 1 Here"), 0);
	shell_draw(&table.shell, &table.frame);
	sticky = board_sticky(shell_board(&table.shell), 1);
	for (int way = 0; way < 2; way++) {
		mouse(&table, MOUSE_PRESS, 5, 4);
		mouse(&table, MOUSE_DRAG, 30, 4);
		assert_non_null(canvas_landing(&table.shell));
		table.shell.screen.columns = way ? 100 : 20;
		table.shell.screen.rows = way ? 30 : 5;
		if (way)
			press(&table, "?");
		mouse(&table, MOUSE_RELEASE, 10, 2);
		table.shell.screen.columns = 100;
		table.shell.screen.rows = 30;
		if (way)
			shell_close(&table.shell);
		shell_draw(&table.shell, &table.frame);
		assert_null(canvas_landing(&table.shell));
		shell_mouse(&table.shell, (struct mouse){MOUSE_PRESS, 60, 10, false, false});
		shell_mouse(&table.shell, (struct mouse){MOUSE_RELEASE, 60, 10, false, false});
		assert_int_equal(sticky->place.column, 1);
		assert_int_equal(sticky->place.row, 1);
	}
	close_table(&table);
}

static void what_cannot_be_kept_stays_to_be_mended(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct table table;

	(void)state;
	open_table(&table);
	press(&table, "i");
	for (int i = 0; i < 2100; i++)
		strbuf_addch(&text, 'x');
	shell_paste(&table.shell, text.text, text.len);
	shell_key(&table.shell, (struct key){.code = KEY_CODE_ENTER});
	shell_draw(&table.shell, &table.frame);
	assert_true(table.shell.message.failed);
	assert_ptr_equal(shell_top(&table.shell), &typing_mode);
	assert_int_equal(typing_mode.line(&table.shell)->text.len, 2100);
	assert_int_equal(stickies(&table), 0);
	strbuf_release(&text);
	close_table(&table);
}

/* Is WORD anywhere on the screen? */
static bool is_shown(struct table *table, const char *word)
{
	struct strbuf text = STRBUF_INIT;
	bool shown;

	for (int i = 0; i < table->frame.columns * table->frame.rows; i++)
		strbuf_addstr(&text, table->frame.cells[i].text);
	shown = strstr(text.text, word);
	strbuf_release(&text);
	return shown;
}

static void aggregates_of_one_name_count_as_one(void **state)
{
	struct table table;

	(void)state;
	open_table(&table);
	assert_int_equal(shell_run(&table.shell, "add aggregate -c 1 -r 1 Order"), 0);
	assert_int_equal(shell_run(&table.shell, "add aggregate -c 9 -r 1 The orders"), 0);
	shell_draw(&table.shell, &table.frame);
	assert_true(is_shown(&table, "aggregate 1"));
	assert_int_equal(shell_run(&table.shell, "edit 2 Invoice"), 0);
	shell_draw(&table.shell, &table.frame);
	assert_true(is_shown(&table, "aggregate 2"));
	close_table(&table);
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
		struct table table;

		open_table(&table);
		session_close(table.session);
		assert_int_equal(session_open_as(path, rows[i].role, "ben", &table.session, NULL), 0);
		checklist_free(table.shell.checklist);
		table.shell.checklist = NULL;
		table.shell.session = table.session;
		table.shell.screen.columns = 160;
		shell_draw(&table.shell, &table.frame);
		assert_true(is_shown(&table, "q leave"));
		assert_int_equal(is_shown(&table, "i add"), rows[i].adds);
		assert_int_equal(is_shown(&table, "] next step"), rows[i].steps);
		table.shell.screen.rows = 400;
		press(&table, "?");
		assert_true(is_shown(&table, "start, end of the board"));
		assert_int_equal(is_shown(&table, "add KIND"), rows[i].adds);
		assert_int_equal(is_shown(&table, "timer MINUTES"), rows[i].steps);
		press(&table, "qi");
		assert_ptr_equal(shell_top(&table.shell), rows[i].adds ? &typing_mode : &refused_mode);
		close_table(&table);
	}
}

/* Where something lies in the way of some, all go to the first row that has room. */
static void a_list_stays_together(void **state)
{
	struct table table;

	(void)state;
	open_table(&table);
	shell_run(&table.shell, "add event -c 1 -r 1 A");
	shell_run(&table.shell, "add event -c 3 -r 2 B");
	shell_run(&table.shell, "go-to start");
	shell_paste(&table.shell, "one\ntwo\nthree", 13);
	assert_int_equal(stickies(&table), 5);
	for (int i = 0; i < 3; i++)
		assert_non_null(board_at(shell_board(&table.shell), (struct place){1 + i, 3}));
	close_table(&table);
}

/* What is made of all texts of a board, and a silent round that somebody begins under it. */
static void a_panel_tells_nothing_of_a_silent_round(void **state)
{
	static const char *const rounds[] = {"silent on", "silent off"};
	struct session *other = NULL;
	struct table table;

	(void)state;
	open_table(&table);
	assert_int_equal(shell_run(&table.shell, "add aggregate Warehouse"), 0);
	assert_int_equal(shell_run(&table.shell, "propose-contexts"), 0);
	shell_draw(&table.shell, &table.frame);
	assert_string_equal(shell_top(&table.shell)->name, "proposals");
	assert_int_equal(session_open_as(path, ROLE_FACILITATOR, "ben", &other, NULL), 0);
	for (size_t i = 0; i < ARRAY_SIZE(rounds); i++) {
		struct session_report report = SESSION_REPORT_INIT;
		struct words words;

		words_from_line(&words, rounds[i]);
		assert_int_equal(session_run(other, &words, 1, NULL, &report, NULL), 0);
		session_report_release(&report);
		assert_int_equal(session_catch_up(table.session, NULL, NULL), 0);
		shell_draw(&table.shell, &table.frame);
		assert_int_equal(is_shown(&table, "not until the silent round ends"), i == 0);
		shell_key(&table.shell, (struct key){.code = KEY_CODE_ENTER});
		strbuf_reset(&table.shell.message.text);
		assert_int_equal(board_count(session_board(table.session), ENTITY_CONTEXT), i);
	}
	session_close(other);
	close_table(&table);
}

static const char *finding(const struct table *table)
{
	return table->canvas.finding.check ? table->canvas.finding.check->id : "none";
}

static void next_finding(struct table *table)
{
	assert_int_equal(shell_run(&table->shell, "next-finding"), 0);
	shell_draw(&table->shell, &table->frame);
}

/* A large board is checked a moment later; until then nothing is said about it. */
static void a_large_board_is_not_good_before_it_is_checked(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct table table;

	(void)state;
	open_table(&table);
	for (int i = 0; i <= CHECKLIST_SMALL; i++)
		strbuf_addf(&text, "Thing %d\n", i);
	checklist_free(table.shell.checklist);
	table.shell.checklist = NULL;
	shell_watch(&table.shell);
	shell_paste(&table.shell, text.text, text.len);
	next_finding(&table);
	assert_false(is_shown(&table, "finding"));
	assert_true(is_shown(&table, "the checks are still running"));
	while (!checklist_work(table.shell.checklist, CHECKLIST_SLICE))
		;
	next_finding(&table);
	assert_string_equal(finding(&table), "event-past-tense");
	strbuf_release(&text);
	close_table(&table);
}

/* One on a sticky by the place of the cursor, one about a context in the list. */
static void dismissing_goes_on_to_the_next_finding(void **state)
{
	struct table table;

	(void)state;
	open_table(&table);
	assert_int_equal(shell_run_lines(&table.shell,
				 "add event -c 2 -r 1 Send a\nadd event -c 3 -r 1 B\n"
				 "context Shop 1\ncontext Stock 1\ncontext Bank 1\n"
				 "uncontext 1",
				 NULL),
		0);
	shell_draw(&table.shell, &table.frame);
	next_finding(&table);
	assert_string_equal(finding(&table), "event-past-tense");
	assert_int_equal(table.canvas.finding.sticky, 1);
	press(&table, "d");
	assert_string_equal(finding(&table), "event-past-tense");
	assert_int_equal(table.canvas.finding.sticky, 2);
	assert_int_equal(shell_run(&table.shell, "step 7"), 0);
	while (table.canvas.finding.item != 1)
		next_finding(&table);
	assert_int_equal(shell_run(&table.shell, "go-to start"), 0);
	for (int64_t context = 2; context <= 3; context++) {
		press(&table, "d");
		assert_string_equal(finding(&table), "context-empty");
		assert_int_equal(table.canvas.finding.item, context);
	}
	close_table(&table);
}

/* Whoever drags something with the mouse is not taken elsewhere before they let go. */
static void a_summons_waits_until_the_mouse_lets_go(void **state)
{
	const struct presence_call call = {.type = PRESENCE_SUMMON, .name = "ben", .place = {9, 9}};
	struct table table;

	(void)state;
	open_table(&table);
	assert_int_equal(shell_run(&table.shell, "add event -c 1 -r 1 Here"), 0);
	shell_draw(&table.shell, &table.frame);
	mouse(&table, MOUSE_PRESS, 5, 4);
	attention_hear(&table.shell, &call);
	attention_lead(&table.shell);
	assert_int_equal(table.canvas.view.cursor.column, 1);
	mouse(&table, MOUSE_RELEASE, 5, 4);
	attention_lead(&table.shell);
	assert_int_equal(table.canvas.view.cursor.column, 9);
	close_table(&table);
}

static int with_folder(void **state)
{
	(void)state;
	if (!setlocale(LC_CTYPE, "C.UTF-8") || !mkdtemp(folder))
		return -1;
	snprintf(path, sizeof(path), "%s/canvas.evs", folder);
	return 0;
}

static int without_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_syllable_that_leaves_does_nothing_else),
		cmocka_unit_test(what_nobody_can_see_does_nothing),
		cmocka_unit_test(where_nobody_sees_it_the_mouse_does_nothing),
		cmocka_unit_test(a_paste_of_five_thousand_lines_is_one_action),
		cmocka_unit_test(a_paste_without_measure_is_cut),
		cmocka_unit_test(a_list_runs_along_the_timeline_or_downwards),
		cmocka_unit_test(a_list_stays_together),
		cmocka_unit_test(a_panel_tells_nothing_of_a_silent_round),
		cmocka_unit_test(aggregates_of_one_name_count_as_one),
		cmocka_unit_test(keys_and_help_show_what_the_role_may_do),
		cmocka_unit_test(a_drag_out_of_the_window_drops_nothing),
		cmocka_unit_test(a_drop_may_wait_for_somebody_who_reads),
		cmocka_unit_test(undoing_a_move_ends_the_rectangle),
		cmocka_unit_test(a_drag_that_loses_its_button_ends),
		cmocka_unit_test(what_cannot_be_kept_stays_to_be_mended),
		cmocka_unit_test(a_large_board_is_not_good_before_it_is_checked),
		cmocka_unit_test(dismissing_goes_on_to_the_next_finding),
		cmocka_unit_test(a_summons_waits_until_the_mouse_lets_go),
	};

	return cmocka_run_group_tests_name("canvas/canvas", tests, with_folder, without_folder);
}
