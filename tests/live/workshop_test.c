/*
 * A workshop: fay leads it from the machine itself, and ana and ben are there as participants, as sshd lets them
 * in, each at a terminal.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/sandbox.h"
#include "lib/screen.h"

#define LIMIT_MS 15000

static struct sandbox box;

/* Runs evstorm without a terminal. */
static void run_words(const char *const *words)
{
	char *output = NULL;

	if (sandbox_run(&box, (char *const *)words, &output, LIMIT_MS))
		fail_msg("evstorm %s must work: %s", words[1], output);
	free(output);
}

#define RUN(...) run_words((const char *const[]){"evstorm", __VA_ARGS__, NULL})

/* Each gets a key of their own, which nobody ever uses. */
static void invite(const char *name, const char *role, char sign)
{
	FILE *file = fopen("key.pub", "w");

	assert_non_null(file);
	fprintf(file, "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI%c%042d %s\n", sign, 0, name);
	fclose(file);
	RUN("invite", "b", name, "--role", role, "key.pub");
}

static int with_board(void **state)
{
	(void)state;
	if (!sandbox_init(&box))
		return -1;
	RUN("new", "b");
	RUN("do", "b", "--as", "fay", "add", "event", "Begun");
	RUN("do", "b", "--as", "fay", "add", "event", "-c", "30", "-r", "20", "Faraway");
	invite("ana", "participant", 'A');
	invite("ben", "participant", 'B');
	invite("oli", "observer", 'C');
	return 0;
}

static int without_board(void **state)
{
	(void)state;
	sandbox_release(&box);
	return 0;
}

static struct screen *lead(void)
{
	char *argv[] = {(char *)"evstorm", (char *)"b", (char *)"--as", (char *)"fay", NULL};
	struct screen *screen = screen_start(30, 100, argv, box.env.items);

	assert_non_null(screen);
	assert_true(screen_wait_text(screen, "Begun", LIMIT_MS));
	return screen;
}

static struct screen *attend_as(const char *name, const char *role)
{
	char list[4096], board[4096], *folder = realpath("../boards", NULL);
	char *argv[] = {
		(char *)"evstorm", (char *)"attend", (char *)"--", list, (char *)name, (char *)role, board, NULL};
	struct screen *screen;

	assert_non_null(folder);
	snprintf(list, sizeof(list), "%s.host/authorized_keys", folder);
	snprintf(board, sizeof(board), "%s/b.evs", folder);
	free(folder);
	screen = screen_start(30, 100, argv, box.env.items);
	assert_non_null(screen);
	assert_true(screen_wait_text(screen, "Events", LIMIT_MS));
	return screen;
}

static struct screen *attend(const char *name)
{
	return attend_as(name, "participant");
}

static void sees(struct screen *screen, const char *text)
{
	if (screen_wait_text(screen, text, LIMIT_MS))
		return;
	for (int row = 0; row < screen_rows(screen); row++) {
		char *line = screen_row_text(screen, row);

		printf("# %s\n", line);
		free(line);
	}
	fail_msg("“%s” must be seen", text);
}

static void sees_no_more(struct screen *screen, const char *text)
{
	if (!screen_wait_gone(screen, text, LIMIT_MS))
		fail_msg("“%s” must be gone", text);
}

static void keys(struct screen *screen, const char *notation)
{
	assert_true(screen_keys(screen, notation));
}

static void leave(struct screen *screen)
{
	int status;

	keys(screen, "<Esc>q");
	assert_true(screen_wait_exit(screen, &status, LIMIT_MS));
	assert_int_equal(status, 0);
	screen_close(screen);
}

static void in_a_silent_round_each_sees_their_own(void **state)
{
	struct screen *fay = lead(), *ana = attend("ana"), *ben = attend("ben");

	(void)state;
	keys(fay, ":silent on<Enter>");
	sees(ana, "silent round");
	keys(ana, "iSecret<Enter>");
	sees(ana, "1 of them yours");
	sees(ben, "1 new sticky");
	sees(ben, "…");
	assert_false(screen_contains(ben, "Secret"));
	assert_false(screen_contains(fay, "Secret"));
	keys(ben, "O");
	sees(ben, "Outline");
	sees(ben, "(domain event 3)");
	assert_false(screen_contains(ben, "Secret"));
	keys(ben, "q:edit 3 Mine<Enter>");
	sees(ben, "until the silent round ends");
	keys(ben, "/Secret<Enter>");
	sees(ben, "not found");
	assert_false(screen_contains(fay, "Secret"));
	keys(fay, ":silent off<Enter>");
	sees(fay, "1 sticky revealed, of 1 person");
	sees(ben, "Secret");
	sees(fay, "Secret");
	leave(ben);
	leave(ana);
	leave(fay);
}

static void what_one_says_all_read(void **state)
{
	struct screen *fay = lead(), *ana = attend("ana"), *oli = attend_as("oli", "observer");

	(void)state;
	sees(fay, "oli");
	sees(oli, "ana");
	keys(ana, ":say a break at ten?<Enter>");
	sees(fay, "ana: a break at ten?");
	sees(oli, "ana: a break at ten?");
	keys(oli, ":say me too<Enter>");
	sees(oli, "read-only");
	keys(fay, ":say at eleven<Enter>");
	sees(ana, "fay: at eleven");
	keys(ana, "P");
	sees(ana, "ana: a break at ten?");
	leave(oli);
	leave(ana);
	leave(fay);
}

static void who_is_called_comes_when_they_are_done(void **state)
{
	struct screen *fay = lead(), *ana = attend("ana"), *ben = attend("ben");

	(void)state;
	sees(fay, "ana");
	sees(fay, "ben");
	sees(ana, "fay");
	sees(ben, "fay");
	keys(ben, "iHalf");
	sees(fay, "ben …");
	keys(fay, "G");
	sees(fay, "Faraway");
	keys(fay, ":summon<Enter>");
	sees(fay, "called 2 people");
	sees(ana, "Faraway");
	sees(ana, "fay has called everybody here");
	sees(ben, "You go there when you are done");
	assert_true(screen_contains(ben, "Half"));
	assert_false(screen_contains(ben, "Faraway"));
	keys(ben, "done<Enter>");
	sees(ben, "Faraway");
	keys(ana, ":summon<Enter>");
	sees(ana, "is for the role facilitator");
	leave(ben);
	leave(ana);
	leave(fay);
}

static void who_is_followed_leads_until_one_moves(void **state)
{
	struct screen *fay = lead(), *ana = attend("ana");

	(void)state;
	sees(ana, "fay");
	keys(ana, ":follow nobody<Enter>");
	sees(ana, "is not here");
	keys(ana, ":follow fay<Enter>");
	sees(ana, "you follow fay");
	keys(fay, "G");
	sees(ana, "Faraway");
	keys(fay, "gg");
	sees(ana, "Begun");
	sees_no_more(ana, "Faraway");
	keys(ana, "l");
	sees(ana, "follow fay no longer");
	keys(fay, "G");
	sees(fay, "Faraway");
	keys(fay, ":say there<Enter>"); /* whoever has heard this has heard of the move */
	sees(ana, "fay: there");
	assert_false(screen_contains(ana, "Faraway"));
	leave(ana);
	leave(fay);
}

static void what_is_shown_is_seen_for_a_moment(void **state)
{
	struct screen *fay = lead(), *ana = attend("ana");

	(void)state;
	sees(fay, "ana");
	keys(fay, ":spotlight 1<Enter>");
	sees(ana, ">> fay <<");
	sees(ana, "-- fay --");
	sees(fay, ">> fay <<");
	sees_no_more(ana, "fay --");
	keys(fay, ":spotlight 2<Enter>");
	sees(ana, "fay: look at column 30, row 20");
	leave(ana);
	leave(fay);
}

static void a_locked_board_is_the_facilitators(void **state)
{
	struct screen *fay = lead(), *ana = attend("ana");

	(void)state;
	keys(fay, ":lock<Enter>");
	sees(ana, "locked");
	keys(ana, "i");
	sees(ana, "a facilitator can unlock it");
	keys(ana, ":add event Sneaky<Enter>");
	sees(ana, "a facilitator can unlock it");
	keys(ana, ":say may I?<Enter>");
	sees(fay, "ana: may I?");
	assert_false(screen_contains(fay, "Sneaky"));
	keys(fay, ":unlock<Enter>");
	sees_no_more(ana, "locked");
	keys(ana, ":add event Welcome<Enter>");
	sees(fay, "Welcome");
	leave(ana);
	leave(fay);
}

static void dots_are_counted_and_hidden(void **state)
{
	struct screen *fay = lead(), *ana = attend("ana"), *ben = attend("ben");

	(void)state;
	keys(fay, ":set votes 2<Enter>");
	sees(ana, "2 of 2 dots left");
	keys(fay, ":votes hide<Enter>");
	sees(ben, "dots hidden");
	keys(ana, "*");
	sees(ana, "1 of 2 dots left");
	keys(ben, "Oq:say seen<Enter>");
	sees(ben, "ben: seen");
	assert_false(screen_contains(ben, "● 1"));
	sees(fay, "ben: seen"); /* who leads does not see it either: their screen may be on the wall */
	assert_false(screen_contains(fay, "● 1"));
	keys(ben, "*:say again<Enter>");
	sees(fay, "ben: again");
	assert_false(screen_contains(fay, "● 2"));
	assert_false(screen_contains(ben, "● 2"));
	assert_false(screen_contains(ana, "● 2"));
	keys(fay, ":votes show<Enter>");
	sees(ben, "● 2");
	leave(ben);
	leave(ana);
	leave(fay);
}

static void who_edits_and_selects_is_seen(void **state)
{
	struct screen *ana = attend("ana"), *ben = attend("ben");

	(void)state;
	sees(ben, "ana");
	keys(ana, "e");
	sees(ana, "keep");
	sees(ben, "ana is editing");
	keys(ben, "e");
	sees(ben, "ana is editing this sticky; Enter");
	assert_false(screen_contains(ana, "ben is editing"));
	keys(ben, "x"); /* what they go on typing is no key */
	keys(ben, "<Enter>");
	sees(ana, "ben is editing");
	keys(ben, "<Esc>");
	sees_no_more(ana, "ben is editing");
	keys(ana, "<Esc>ljvlj");
	sees(ben, "╭");
	keys(ben, "P");
	sees(ben, "Who is here");
	sees(ben, "is selecting");
	sees(ben, "participant");
	sees(ben, "Not here now");
	keys(ben, "<Enter>");
	sees(ben, "you follow ana");
	leave(ben);
	leave(ana);
}

static void who_was_cut_off_goes_on_where_they_were(void **state)
{
	struct screen *ana = attend("ana");
	int status, row, column, row_before, column_before;

	(void)state;
	keys(ana, "G");
	sees(ana, "Faraway");
	keys(ana, "-");
	keys(ana, "jiHalfwa");
	sees(ana, "Halfwa");
	screen_cursor(ana, &row_before, &column_before, NULL);
	assert_int_equal(screen_signal(ana, SIGHUP), 0);
	assert_true(screen_wait_exit(ana, &status, LIMIT_MS));
	screen_close(ana);
	ana = attend("ana");
	sees(ana, "Halfwa");
	sees(ana, "Faraway");
	assert_true(screen_settle(ana, 100, LIMIT_MS));
	screen_cursor(ana, &row, &column, NULL);
	assert_int_equal(row, row_before);
	assert_int_equal(column, column_before);
	keys(ana, "y<Enter>");
	sees(ana, "Halfway");
	leave(ana);
	ana = attend("ana");
	sees(ana, "Faraway");
	assert_false(screen_contains(ana, "keep"));
	leave(ana);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(in_a_silent_round_each_sees_their_own, with_board, without_board),
		cmocka_unit_test_setup_teardown(what_one_says_all_read, with_board, without_board),
		cmocka_unit_test_setup_teardown(who_is_called_comes_when_they_are_done, with_board, without_board),
		cmocka_unit_test_setup_teardown(who_is_followed_leads_until_one_moves, with_board, without_board),
		cmocka_unit_test_setup_teardown(what_is_shown_is_seen_for_a_moment, with_board, without_board),
		cmocka_unit_test_setup_teardown(a_locked_board_is_the_facilitators, with_board, without_board),
		cmocka_unit_test_setup_teardown(dots_are_counted_and_hidden, with_board, without_board),
		cmocka_unit_test_setup_teardown(who_edits_and_selects_is_seen, with_board, without_board),
		cmocka_unit_test_setup_teardown(who_was_cut_off_goes_on_where_they_were, with_board, without_board),
	};

	return cmocka_run_group_tests_name("live/workshop", tests, NULL, NULL);
}
