#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/mem.h"
#include "draw/spotlight.h"
#include "session/session.h"
#include "review/review.h"

#define REVIEW_COLUMNS 100
#define REVIEW_ROWS 30

/* A review of a small workshop, and what it was last drawn into. */
struct bench {
	char folder[64], path[96], marks[96];
	struct review review;
	struct cellbuf frame;
};

/* Thirteen actions of one person and one of another, as moments 1 to 14. */
static const struct {
	const char *person, *line;
} bench_actions[] = {
	{"ana", "add event -c 1 -r 1 \"Order placed\""},  /* 1 */
	{"ana", "add event -c 2 -r 1 \"Order shipped\""}, /* 2 */
	{"ben", "add hotspot -c 2 -r 2 \"Who ships?\""},  /* 3 */
	{"ana", "step 3"},                                /* 4 */
	{"ana", "add command -c 1 -r 2 \"Place order\""}, /* 5 */
	{"ana", "edit 1 \"Order taken\""},                /* 6 */
	{"ana", "move 2 5 1"},                            /* 7 */
	{"ana", "resolve 3"},                             /* 8 */
	{"ana", "step 7"},                                /* 9 */
	{"ana", "context Ordering 1 4"},                  /* 10 */
	{"ana", "context Shipping 2"},                    /* 11 */
	{"ana", "relate Ordering async Shipping"},        /* 12 */
	{"ana", "delete 3"},                              /* 13 */
	{"ana", "step 3"},                                /* 14 */
};

static void bench_do(const char *path, enum store_mode mode, const char *person, const char *line)
{
	struct session_report report = SESSION_REPORT_INIT;
	struct error err = ERROR_INIT;
	struct session *session;
	struct words words;

	assert_int_equal(session_open(path, mode, person, &session, NULL), 0);
	words_from_line(&words, line);
	if (session_run(session, &words, 1, NULL, &report, &err))
		fail_msg("“%s” must be possible: %s", line, err.text);
	session_report_release(&report);
	session_close(session);
}

static int bench_set_up(void **state)
{
	struct bench *bench = mem_zalloc(sizeof(*bench));
	struct error err = ERROR_INIT;

	snprintf(bench->folder, sizeof(bench->folder), "/tmp/evstorm-review-XXXXXX");
	if (!mkdtemp(bench->folder))
		return -1;
	snprintf(bench->path, sizeof(bench->path), "%s/b.evs", bench->folder);
	snprintf(bench->marks, sizeof(bench->marks), "%s/b.marks", bench->folder);
	for (size_t i = 0; i < ARRAY_SIZE(bench_actions); i++)
		bench_do(bench->path, i ? STORE_WRITE : STORE_NEW, bench_actions[i].person, bench_actions[i].line);
	review_init(&bench->review, bench->path);
	if (review_open(&bench->review, &err))
		return -1;
	bench->review.shell.screen.columns = REVIEW_COLUMNS;
	bench->review.shell.screen.rows = REVIEW_ROWS;
	shell_draw(&bench->review.shell, &bench->frame);
	*state = bench;
	return 0;
}

static int bench_tear_down(void **state)
{
	struct bench *bench = *state;

	review_release(&bench->review);
	cellbuf_release(&bench->frame);
	unlink(bench->path);
	unlink(bench->marks);
	rmdir(bench->folder);
	free(bench);
	return 0;
}

/* Keys as they are typed; ^ is Enter, and a blank Space. */
static void bench_press(struct bench *bench, const char *keys)
{
	for (; *keys; keys++) {
		struct key key = {.code = *keys == '^' ? KEY_CODE_ENTER : *keys == ' ' ? KEY_CODE_SPACE : *keys};

		shell_key(&bench->review.shell, key);
	}
	shell_draw(&bench->review.shell, &bench->frame);
}

static size_t bench_at(const struct bench *bench)
{
	return replay_at(bench->review.replay);
}

static void bench_row(const struct bench *bench, int row, struct strbuf *out)
{
	for (int x = 0; x < bench->frame.columns; x++)
		strbuf_addstr(out, cellbuf_at(&bench->frame, x, row)->text);
}

static void bench_must_show(const struct bench *bench, const char *text)
{
	bool shown = false;

	for (int row = 0; row < bench->frame.rows && !shown; row++) {
		struct strbuf line = STRBUF_INIT;

		bench_row(bench, row, &line);
		shown = strstr(line.text, text);
		strbuf_release(&line);
	}
	if (!shown)
		fail_msg("the screen must show “%s”", text);
}

static void keys_lead_through_time(void **state)
{
	static const struct {
		const char *keys;
		size_t at;
	} cases[] = {
		{"", 14},
		{",", 13},
		{",,", 11},
		{".", 12},
		{"0", 0},
		{",", 0},
		{".", 1},
		{">", 4},
		{">", 9},
		{">", 14},
		{">", 14},
		{"<", 9},
		{"<", 4},
		{"<", 0},
		{"3", 4},
		{"3", 14},
		{"3", 4},
		{"1", 0},
		{"7", 9},
		{"5", 9},
		{"$", 14},
		{".", 14},
	};
	struct bench *bench = *state;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		bench_press(bench, cases[i].keys);
		if (bench_at(bench) != cases[i].at)
			fail_msg("case %zu: “%s” must lead to %zu, not %zu", i, cases[i].keys, cases[i].at,
				bench_at(bench));
	}
	bench_must_show(bench, "this is the end");
}

static void it_tells_who_did_what(void **state)
{
	struct bench *bench = *state;

	bench_press(bench, "0");
	bench_must_show(bench, "Nothing has happened yet.");
	bench_press(bench, "...");
	bench_must_show(bench, "adds hotspot “Who ships?”");
	bench_must_show(bench, " ben ");
	bench_must_show(bench, "╔");
	assert_int_equal(bench->review.touched.lights.count, 1);
	assert_int_equal(bench->review.canvas.cursor.column, 2);
	assert_int_equal(bench->review.canvas.cursor.row, 2);
	bench_press(bench, "$,");
	bench_must_show(bench, "removes hotspot “Who ships?”");
	bench_must_show(bench, "- removed");
}

static void playing_goes_on_as_it_is_due_and_ends(void **state)
{
	struct bench *bench = *state;
	struct review *review = &bench->review;
	size_t before = 0;
	int steps = 0;

	assert_int_equal(review_due_ms(review), -1);
	bench_press(bench, " ");
	assert_true(review->head.runs);
	assert_int_equal(bench_at(bench), 0);
	for (; review->head.runs && steps < 100; steps++) {
		int64_t due = review_due_ms(review);

		assert_true(due > 0);
		review_pass(review, due);
		assert_true(bench_at(bench) > before);
		before = bench_at(bench);
	}
	assert_int_equal(bench_at(bench), 14);
	assert_int_equal(review_due_ms(review), -1);
	bench_press(bench, "  ");
	assert_false(review->head.runs);
}

static void the_filter_leaves_the_others_out(void **state)
{
	struct bench *bench = *state;

	bench_press(bench, "fj^f0.");
	assert_int_equal(bench_at(bench), 3);
	bench_must_show(bench, "ben  3/14");
	bench_press(bench, ".");
	assert_int_equal(bench_at(bench), 3);
	bench_press(bench, "fxjjj^f0..."); /* command */
	bench_must_show(bench, "C");
	assert_int_equal(bench_at(bench), 10);
	bench_press(bench, " ");
	assert_true(bench->review.head.runs);
	assert_int_equal(bench_at(bench), 0);
	review_pass(&bench->review, review_due_ms(&bench->review));
	assert_int_equal(bench_at(bench), 5);
}

static void a_text_is_searched_for_in_time(void **state)
{
	struct bench *bench = *state;

	bench_press(bench, "0/order^");
	assert_int_equal(bench_at(bench), 1);
	bench_press(bench, "nn");
	assert_int_equal(bench_at(bench), 5);
	bench_press(bench, "N");
	assert_int_equal(bench_at(bench), 2);
	bench_press(bench, "/nowhere^");
	assert_int_equal(bench_at(bench), 2);
	bench_must_show(bench, "not found after this moment");
}

static void what_is_different_is_shown(void **state)
{
	struct bench *bench = *state;

	bench_press(bench, "0...d$zF");
	bench_must_show(bench, "4 added, 1 removed, 1 moved, 1 reworded, 2 changed");
	bench_press(bench, ",,");
	bench_must_show(bench, "3 changed");
	bench_press(bench, "0");
	bench_must_show(bench, "3 removed");
	bench_press(bench, "...");
	bench_must_show(bench, "nothing is different");
	bench_press(bench, "d");
	assert_null(bench->review.comparison.base);
}

static void the_view_stays_where_it_was_put(void **state)
{
	struct bench *bench = *state;

	bench_press(bench, "0.jjj");
	assert_false(bench->review.follows);
	bench_press(bench, "..");
	assert_int_equal(bench->review.canvas.cursor.row, 4);
	bench_press(bench, "F");
	assert_int_equal(bench->review.canvas.cursor.row, 2);
	bench_press(bench, ",");
	assert_int_equal(bench->review.canvas.cursor.row, 1);
}

static void the_mouse_leads_to_moments(void **state)
{
	struct bench *bench = *state;
	struct mouse mouse = {MOUSE_PRESS, 1, REVIEW_ROWS - 4, true, false};

	shell_mouse(&bench->review.shell, mouse);
	assert_int_equal(bench_at(bench), 0);
	mouse.action = MOUSE_DRAG;
	mouse.x = REVIEW_COLUMNS + 5;
	mouse.y = 3;
	shell_mouse(&bench->review.shell, mouse);
	assert_int_equal(bench_at(bench), 14);
	mouse.action = MOUSE_RELEASE;
	mouse.x = 1;
	shell_mouse(&bench->review.shell, mouse);
	mouse.action = MOUSE_DRAG;
	mouse.x = 50;
	shell_mouse(&bench->review.shell, mouse);
	assert_int_equal(bench_at(bench), 14);
}

static void bookmarks_are_kept_beside_the_board(void **state)
{
	struct bench *bench = *state;

	bench_press(bench, "B");
	bench_must_show(bench, "no bookmarks");
	bench_press(bench, "0...bHere it began^$bThe end^");
	bench_press(bench, "B");
	bench_must_show(bench, "Here it began");
	bench_press(bench, "^");
	assert_int_equal(bench_at(bench), 3);
	bench_press(bench, "Bx");
	assert_int_equal(bench->review.bookmarks.list.count, 1);
	bench_press(bench, "x");
	assert_int_equal(access(bench->marks, F_OK), 0);
}

static void the_map_is_that_of_the_moment(void **state)
{
	struct bench *bench = *state;

	bench_press(bench, "0m");
	bench_must_show(bench, "There are no contexts yet at this moment.");
	bench_press(bench, "7.");
	bench_must_show(bench, "Ordering");
	bench_press(bench, "..");
	bench_must_show(bench, "async");
	bench_press(bench, "m");
	bench_must_show(bench, "Order taken");
}

/* What is done meanwhile is not seen, and does no harm. */
static void the_board_may_be_altered_meanwhile(void **state)
{
	struct bench *bench = *state;

	bench_do(bench->path, STORE_WRITE, "cem", "add event \"Order lost\"");
	bench_press(bench, "0$,,.0>>");
	assert_int_equal(replay_count(bench->review.replay), 14);
	assert_int_equal(bench->review.shell.message.text.len, 0);
}

static void every_size_draws(void **state)
{
	static const char *const keys[] = {
		"0", "$", "m", "m", "z", "M", "d0", "f", "x", "f", "?", "q", "^", "^", "/", "^"};
	struct bench *bench = *state;

	for (size_t i = 0; i < ARRAY_SIZE(keys); i++) {
		bench_press(bench, keys[i]);
		for (int columns = 1; columns < 140; columns += 13)
			for (int rows = 1; rows < 60; rows += 7) {
				bench->review.shell.screen.columns = columns;
				bench->review.shell.screen.rows = rows;
				shell_draw(&bench->review.shell, &bench->frame);
			}
	}
	bench->review.shell.screen.columns = 59;
	shell_draw(&bench->review.shell, &bench->frame);
	bench_must_show(bench, "need 60x16");
}

#define BENCH_TEST(test) cmocka_unit_test_setup_teardown(test, bench_set_up, bench_tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		BENCH_TEST(keys_lead_through_time),
		BENCH_TEST(it_tells_who_did_what),
		BENCH_TEST(playing_goes_on_as_it_is_due_and_ends),
		BENCH_TEST(the_filter_leaves_the_others_out),
		BENCH_TEST(a_text_is_searched_for_in_time),
		BENCH_TEST(what_is_different_is_shown),
		BENCH_TEST(the_view_stays_where_it_was_put),
		BENCH_TEST(the_mouse_leads_to_moments),
		BENCH_TEST(bookmarks_are_kept_beside_the_board),
		BENCH_TEST(the_map_is_that_of_the_moment),
		BENCH_TEST(the_board_may_be_altered_meanwhile),
		BENCH_TEST(every_size_draws),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("canvas/review", tests, NULL, NULL);
}
