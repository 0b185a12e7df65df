/* Two people on one board, each at a terminal. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/person.h"

#define LIMIT_MS PERSON_LIMIT_MS

static struct sandbox box;

static struct screen *come(const char *name)
{
	return person_comes(&box, 30, 100, name, NULL, "empty");
}

static int with_board(void **state)
{
	(void)state;
	return person_box(&box, "evstorm new b");
}

static int without_board(void **state)
{
	(void)state;
	sandbox_release(&box);
	return 0;
}

static void each_sees_what_the_other_does(void **state)
{
	struct screen *ana = come("ana"), *ben = come("ben");

	(void)state;
	assert_true(screen_wait_text(ana, "ben", LIMIT_MS));
	assert_true(screen_wait_text(ben, "ana", LIMIT_MS));
	assert_true(screen_keys(ben, "llji"));
	assert_true(screen_wait_text(ana, "ben …", LIMIT_MS));
	assert_true(screen_keys(ben, "Ordered<Enter>"));
	assert_true(screen_wait_text(ana, "Ordered", LIMIT_MS));
	assert_true(screen_keys(ben, "gg"));
	assert_true(screen_wait_gone(ana, "ben …", LIMIT_MS));
	person_leaves(ben, "q");
	assert_true(screen_wait_gone(ana, "ben", LIMIT_MS));
	assert_true(screen_keys(ana, ":delete 1<Enter>"));
	assert_true(screen_wait_text(ana, "empty", LIMIT_MS));
	person_leaves(ana, "q");
}

/* Where no bell can be hung, something lying in its place, there is a look now and then. */
static void who_cannot_be_rung_looks(void **state)
{
	char *argv[] = {(char *)"sh", (char *)"-c", (char *)"evstorm do b add event Ordered", NULL};
	struct screen *ana;
	FILE *file = fopen("../boards/b.evs.live", "w");

	(void)state;
	assert_non_null(file);
	fclose(file);
	ana = come("ana");
	assert_int_equal(sandbox_run(&box, argv, NULL, LIMIT_MS), 0);
	assert_true(screen_wait_text(ana, "Ordered", LIMIT_MS));
	person_leaves(ana, "q");
}

static void who_is_killed_is_gone_soon(void **state)
{
	struct screen *ana = come("ana"), *ben = come("ben");

	(void)state;
	assert_true(screen_wait_text(ana, "ben", LIMIT_MS));
	assert_int_equal(screen_signal(ben, SIGKILL), 0);
	assert_true(screen_wait_gone(ana, "ben", LIMIT_MS));
	screen_close(ben);
	person_leaves(ana, "q");
	assert_int_equal(access("../boards/b.evs.live", F_OK), -1);
}

/* Somebody who only reads, with the option -r. */
static struct screen *come_to_read(const char *name)
{
	return person_comes(&box, 30, 100, name, "-r", "empty");
}

static void who_only_reads_is_woken_too(void **state)
{
	struct screen *ana = come("ana"), *eva = come_to_read("eva");
	char name[64];

	(void)state;
	snprintf(name, sizeof(name), "../boards/b.evs.live/%ld.calls", (long)screen_pid(eva));
	assert_int_equal(access(name, F_OK), 0); /* it listens */
	assert_true(screen_wait_text(eva, "ana", LIMIT_MS));
	assert_true(screen_keys(ana, "iOrdered<Enter>"));
	assert_true(screen_wait_text(eva, "Ordered", LIMIT_MS));
	person_leaves(eva, "q");
	person_leaves(ana, "q");
	assert_int_equal(access("../boards/b.evs.live", F_OK), -1);
}

static void where_there_can_be_no_bell_the_log_is_looked_at(void **state)
{
	struct screen *ana, *eva;
	FILE *in_the_way = fopen("../boards/b.evs.live", "w");

	(void)state;
	assert_non_null(in_the_way);
	fclose(in_the_way);
	ana = come("ana");
	eva = come_to_read("eva");
	assert_true(screen_keys(ana, "iOrdered<Enter>"));
	assert_true(screen_wait_text(eva, "Ordered", LIMIT_MS));
	assert_true(screen_keys(ana, "u"));
	assert_true(screen_wait_text(eva, "empty", LIMIT_MS));
	person_leaves(eva, "q");
	person_leaves(ana, "q");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(each_sees_what_the_other_does, with_board, without_board),
		cmocka_unit_test_setup_teardown(who_cannot_be_rung_looks, with_board, without_board),
		cmocka_unit_test_setup_teardown(who_is_killed_is_gone_soon, with_board, without_board),
		cmocka_unit_test_setup_teardown(who_only_reads_is_woken_too, with_board, without_board),
		cmocka_unit_test_setup_teardown(
			where_there_can_be_no_bell_the_log_is_looked_at, with_board, without_board),
	};

	return cmocka_run_group_tests_name("live", tests, NULL, NULL);
}
