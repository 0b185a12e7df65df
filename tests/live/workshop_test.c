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

#include "lib/person.h"

#define LIMIT_MS PERSON_LIMIT_MS

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

static void sees_no_more(struct screen *screen, const char *text)
{
	if (!screen_wait_gone(screen, text, LIMIT_MS))
		fail_msg("“%s” must be gone", text);
}

static void in_a_silent_round_each_sees_their_own(void **state)
{
	struct screen *fay = lead(), *ana = attend("ana"), *ben = attend("ben");

	(void)state;
	person_keys(fay, ":silent on<Enter>");
	person_sees(ana, "silent round");
	person_keys(ana, "iSecret<Enter>");
	person_sees(ana, "1 of them yours");
	person_sees(ben, "1 new sticky");
	person_sees(ben, "…");
	assert_false(screen_contains(ben, "Secret"));
	assert_false(screen_contains(fay, "Secret"));
	person_keys(ben, "O");
	person_sees(ben, "Outline");
	person_sees(ben, "(domain event 3)");
	assert_false(screen_contains(ben, "Secret"));
	person_keys(ben, "q:edit 3 Mine<Enter>");
	person_sees(ben, "until the silent round ends");
	person_keys(ben, "/Secret<Enter>");
	person_sees(ben, "not found");
	assert_false(screen_contains(fay, "Secret"));
	person_keys(fay, ":silent off<Enter>");
	person_sees(fay, "1 sticky revealed, by 1 person");
	person_sees(ben, "Secret");
	person_sees(fay, "Secret");
	person_leaves(ben, "<Esc>q");
	person_leaves(ana, "<Esc>q");
	person_leaves(fay, "<Esc>q");
}

static void what_one_says_all_read(void **state)
{
	struct screen *fay = lead(), *ana = attend("ana"), *oli = attend_as("oli", "observer");

	(void)state;
	person_sees(fay, "oli");
	person_sees(oli, "ana");
	person_keys(ana, ":say a break at ten?<Enter>");
	person_sees(fay, "ana: a break at ten?");
	person_sees(oli, "ana: a break at ten?");
	person_keys(oli, ":say me too<Enter>");
	person_sees(oli, "read-only");
	person_keys(fay, ":say at eleven<Enter>");
	person_sees(ana, "fay: at eleven");
	person_keys(ana, "P");
	person_sees(ana, "ana: a break at ten?");
	person_leaves(oli, "<Esc>q");
	person_leaves(ana, "<Esc>q");
	person_leaves(fay, "<Esc>q");
}

static void who_is_called_comes_when_they_are_done(void **state)
{
	struct screen *fay = lead(), *ana = attend("ana"), *ben = attend("ben");

	(void)state;
	person_sees(fay, "ana");
	person_sees(fay, "ben");
	person_sees(ana, "fay");
	person_sees(ben, "fay");
	person_keys(ben, "iHalf");
	person_sees(fay, "ben …");
	person_keys(fay, "G");
	person_sees(fay, "Faraway");
	person_keys(fay, ":summon<Enter>");
	person_sees(fay, "called 2 people");
	person_sees(ana, "Faraway");
	person_sees(ana, "fay called everybody here");
	person_sees(ben, "You will go there when you are done");
	assert_true(screen_contains(ben, "Half"));
	assert_false(screen_contains(ben, "Faraway"));
	person_keys(ben, "done<Enter>");
	person_sees(ben, "Faraway");
	person_keys(ana, ":summon<Enter>");
	person_sees(ana, "requires the role facilitator");
	person_leaves(ben, "<Esc>q");
	person_leaves(ana, "<Esc>q");
	person_leaves(fay, "<Esc>q");
}

static void who_is_followed_leads_until_one_moves(void **state)
{
	struct screen *fay = lead(), *ana = attend("ana");

	(void)state;
	person_sees(ana, "fay");
	person_keys(ana, ":follow nobody<Enter>");
	person_sees(ana, "is not here");
	person_keys(ana, ":follow fay<Enter>");
	person_sees(ana, "following fay");
	person_keys(fay, "G");
	person_sees(ana, "Faraway");
	person_keys(fay, "gg");
	person_sees(ana, "Begun");
	sees_no_more(ana, "Faraway");
	person_keys(ana, "l");
	person_sees(ana, "no longer follow fay");
	person_keys(ana, ":unfollow<Enter>");
	person_sees(ana, "not following anybody");
	person_keys(fay, "G");
	person_sees(fay, "Faraway");
	person_keys(fay, ":say there<Enter>"); /* whoever has heard this has heard of the move */
	person_sees(ana, "fay: there");
	assert_false(screen_contains(ana, "Faraway"));
	person_leaves(ana, "<Esc>q");
	person_leaves(fay, "<Esc>q");
}

static void what_is_shown_is_seen_for_a_moment(void **state)
{
	struct screen *fay = lead(), *ana = attend("ana");

	(void)state;
	person_sees(fay, "ana");
	person_keys(fay, ":spotlight 1<Enter>");
	person_sees(ana, ">> fay <<");
	person_sees(ana, "-- fay --");
	person_sees(fay, ">> fay <<");
	sees_no_more(ana, "fay --");
	person_keys(fay, ":spotlight 2<Enter>");
	person_sees(ana, "fay: look at column 30, row 20");
	person_leaves(ana, "<Esc>q");
	person_leaves(fay, "<Esc>q");
}

static void a_locked_board_is_the_facilitators(void **state)
{
	struct screen *fay = lead(), *ana = attend("ana");

	(void)state;
	person_keys(fay, ":lock<Enter>");
	person_sees(ana, "locked");
	person_keys(ana, "i");
	person_sees(ana, "a facilitator can unlock it");
	person_keys(ana, ":add event Sneaky<Enter>");
	person_sees(ana, "a facilitator can unlock it");
	person_keys(ana, ":say may I?<Enter>");
	person_sees(fay, "ana: may I?");
	assert_false(screen_contains(fay, "Sneaky"));
	person_keys(fay, ":unlock<Enter>");
	sees_no_more(ana, "locked");
	person_keys(ana, ":add event Welcome<Enter>");
	person_sees(fay, "Welcome");
	person_leaves(ana, "<Esc>q");
	person_leaves(fay, "<Esc>q");
}

static void dots_are_counted_and_hidden(void **state)
{
	struct screen *fay = lead(), *ana = attend("ana"), *ben = attend("ben");

	(void)state;
	person_keys(fay, ":set votes 2<Enter>");
	person_sees(ana, "2 of 2 votes left");
	person_keys(fay, ":votes hide<Enter>");
	person_sees(ben, "votes hidden");
	person_keys(ana, "*");
	person_sees(ana, "1 of 2 votes left");
	person_keys(ben, "Oq:say seen<Enter>");
	person_sees(ben, "ben: seen");
	assert_false(screen_contains(ben, "● 1"));
	person_sees(fay, "ben: seen"); /* who leads does not see it either: their screen may be on the wall */
	assert_false(screen_contains(fay, "● 1"));
	person_keys(ben, "*:say again<Enter>");
	person_sees(fay, "ben: again");
	assert_false(screen_contains(fay, "● 2"));
	assert_false(screen_contains(ben, "● 2"));
	assert_false(screen_contains(ana, "● 2"));
	person_keys(fay, ":votes show<Enter>");
	person_sees(ben, "● 2");
	person_leaves(ben, "<Esc>q");
	person_leaves(ana, "<Esc>q");
	person_leaves(fay, "<Esc>q");
}

static void who_edits_and_selects_is_seen(void **state)
{
	struct screen *ana = attend("ana"), *ben = attend("ben");

	(void)state;
	person_sees(ben, "ana");
	person_keys(ana, "e");
	person_sees(ana, "keep");
	person_sees(ben, "ana is editing");
	person_keys(ben, "e");
	person_sees(ben, "ana is editing this sticky; Enter");
	assert_false(screen_contains(ana, "ben is editing"));
	person_keys(ben, "x<Enter>"); /* what they go on typing is no key, nor is the line break behind it */
	person_keys(ben, "<Enter>");
	person_sees(ana, "ben is editing");
	person_keys(ben, "<Esc>");
	sees_no_more(ana, "ben is editing");
	person_keys(ben, "e");
	person_sees(ben, "ana is editing this sticky; Enter");
	person_keys(ana, "<Esc>");
	person_sees(ben, "nobody else is editing this sticky any more; Enter");
	person_keys(ben, "<Enter>");
	person_sees(ana, "ben is editing");
	person_keys(ben, "<Esc>");
	sees_no_more(ana, "ben is editing");
	person_keys(ana, "ljvlj");
	person_sees(ben, "╭");
	person_keys(ben, "P");
	person_sees(ben, "Who is here");
	person_sees(ben, "is selecting");
	person_sees(ben, "participant");
	person_sees(ben, "Not here now");
	person_keys(ben, "<Enter>");
	person_sees(ben, "following ana");
	person_leaves(ben, "<Esc>q");
	person_leaves(ana, "<Esc>q");
}

static void who_was_cut_off_goes_on_where_they_were(void **state)
{
	struct screen *ana = attend("ana");
	int status, row, column, row_before, column_before;

	(void)state;
	person_keys(ana, "G");
	person_sees(ana, "Faraway");
	person_keys(ana, "-");
	person_keys(ana, "jiHalfwa");
	person_sees(ana, "Halfwa");
	screen_cursor(ana, &row_before, &column_before, NULL);
	assert_int_equal(screen_signal(ana, SIGHUP), 0);
	assert_true(screen_wait_exit(ana, &status, LIMIT_MS));
	screen_close(ana);
	ana = attend("ana");
	person_sees(ana, "Halfwa");
	person_sees(ana, "Faraway");
	assert_true(screen_settle(ana, 100, LIMIT_MS));
	screen_cursor(ana, &row, &column, NULL);
	assert_int_equal(row, row_before);
	assert_int_equal(column, column_before);
	person_keys(ana, "y<Enter>");
	person_sees(ana, "Halfway");
	person_leaves(ana, "<Esc>q");
	ana = attend("ana");
	person_sees(ana, "Faraway");
	assert_false(screen_contains(ana, "keep"));
	person_leaves(ana, "<Esc>q");
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
