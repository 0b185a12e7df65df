/* Another program keeps the board locked: whoever works on it is told, the screen stays alive, and no key does what it
 * was not meant for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/child.h"
#include "lib/person.h"

#define LIMIT_MS PERSON_LIMIT_MS
#define APART_MS 300

static struct sandbox box;

/* The other program: it has taken the lock, and keeps it until it is told to end. */
struct locker {
	pid_t pid;
	int end;
};

static _Noreturn void lock_keep(const char *how, int locked, int end)
{
	sqlite3 *db;
	char byte = 0;

	if (sqlite3_open("../boards/b.evs", &db) != SQLITE_OK || sqlite3_busy_timeout(db, LIMIT_MS) != SQLITE_OK ||
		sqlite3_exec(db, how, NULL, NULL, NULL) != SQLITE_OK || write(locked, &byte, 1) != 1)
		_exit(1);
	while (read(end, &byte, 1) > 0)
		;
	sqlite3_exec(db, "ROLLBACK", NULL, NULL, NULL);
	_exit(0);
}

static struct locker lock_take(const char *how)
{
	struct locker locker;
	int locked[2], end[2];
	char byte;

	assert_int_equal(pipe(locked) | pipe(end), 0);
	locker.pid = fork();
	assert_true(locker.pid >= 0);
	if (!locker.pid) {
		for (int fd = 3; fd < 256; fd++) /* a terminal that it keeps open would never hang up */
			if (fd != locked[1] && fd != end[0])
				close(fd);
		lock_keep(how, locked[1], end[0]);
	}
	close(locked[1]);
	close(end[0]);
	assert_int_equal(read(locked[0], &byte, 1), 1);
	close(locked[0]);
	locker.end = end[1];
	return locker;
}

static void lock_give(struct locker *locker)
{
	int status;

	close(locker->end);
	assert_int_equal(waitpid(locker->pid, &status, 0), locker->pid);
	assert_int_equal(status, 0);
}

static struct screen *come(const char *name)
{
	return person_comes(&box, 16, 120, name, NULL, "First");
}

static int with_board(void **state)
{
	(void)state;
	return person_box(&box, "evstorm new b && evstorm do b add event First");
}

static int without_board(void **state)
{
	(void)state;
	sandbox_release(&box);
	return 0;
}

/* What is typed behind the key that waits does afterwards what it would have done. */
static void keys_are_put_by(void **state)
{
	struct screen *ana = come("ana");
	struct locker locker = lock_take("BEGIN IMMEDIATE");

	(void)state;
	person_keys(ana, "liPaid<Tab>");
	person_sees(ana, "waiting for lock_test (process ");
	person_keys(ana, "Shipped<Tab>Received<Enter>i");
	assert_true(screen_resize(ana, 20, 110));
	person_sees(ana, "waiting for");
	assert_true(screen_contains(ana, "Paid"));
	assert_false(screen_contains(ana, "Shipped"));
	lock_give(&locker);
	person_sees(ana, "Received");
	person_sees(ana, "saved · 4");
	assert_true(screen_contains(ana, "Shipped"));
	person_sees(ana, "A-Enter"); /* the i, on the slot of the last, types beside it */
	person_keys(ana, "<Esc>");
	person_leaves(ana, "q");
}

static void giving_up_leaves_all_as_it_was(void **state)
{
	struct screen *ana = come("ana");
	struct locker locker = lock_take("BEGIN EXCLUSIVE");

	(void)state;
	person_keys(ana, "liPaid<Enter>");
	person_sees(ana, "waiting for");
	person_keys(ana, "xx");
	assert_true(screen_paste(ana, "one\ntwo"));
	screen_settle(ana, APART_MS, LIMIT_MS); /* what comes on the heels of a paste belongs to it */
	person_keys(ana, "<Esc>");
	person_sees(ana, "the 3 keys after it were ignored");
	assert_true(screen_contains(ana, "Paid"));
	assert_true(screen_contains(ana, "First"));
	lock_give(&locker);
	person_keys(ana, "!<Enter>");
	person_sees(ana, "saved · 2");
	assert_true(screen_contains(ana, "Paid!"));
	person_leaves(ana, "q");
}

/* The cursor goes on, and so do the others. */
static void the_screen_stays_alive(void **state)
{
	struct screen *ana = come("ana"), *ben = come("ben");
	struct locker locker;

	(void)state;
	person_sees(ana, "ben");
	person_keys(ana, "l");
	locker = lock_take("BEGIN IMMEDIATE");
	person_keys(ana, ":add event Paid<Enter>");
	person_sees(ana, "waiting for");
	person_keys(ana, "z");
	person_keys(ben, "lli");
	person_sees(ana, "ben …");
	person_keys(ben, "<Esc>");
	assert_true(screen_wait_gone(ana, "ben …", LIMIT_MS));
	lock_give(&locker);
	person_sees(ana, "saved · 2");
	person_leaves(ben, "q");
	person_leaves(ana, "q");
}

/* A program that has written something and lets nobody read it: who only looks is told as well, and nothing hangs. */
static void who_looks_is_told(void **state)
{
	struct screen *ana = come("ana"), *ben = come("ben");
	struct locker locker;
	char *argv[] = {
		(char *)"evstorm", (char *)"do", (char *)"b", (char *)"add", (char *)"event", (char *)"Paid", NULL};

	(void)state;
	person_sees(ana, "ben");
	locker = lock_take("PRAGMA locking_mode = EXCLUSIVE; UPDATE sticky SET text = 'Other'");
	person_keys(ana, "l");
	person_sees(ana, "lock_test (process ");
	assert_true(screen_contains(ana, "what others do is hidden"));
	person_keys(ana, "?");
	person_sees(ana, "Keys on the canvas");
	person_keys(ana, "<Esc>");
	assert_true(screen_wait_gone(ana, "Keys on the canvas", LIMIT_MS));
	person_sees(ana, "lock_test (process ");
	lock_give(&locker);
	person_sees(ana, "no longer locked");
	assert_int_equal(sandbox_run(&box, argv, NULL, LIMIT_MS), 0);
	person_sees(ana, "Paid");
	person_leaves(ben, "q");
	person_leaves(ana, "q");
}

/* A program that lets nobody read what has not changed is in nobody's way who only looks. */
static void who_has_seen_all_is_not_disturbed(void **state)
{
	struct screen *ana = come("ana");
	struct locker locker = lock_take("BEGIN EXCLUSIVE");

	(void)state;
	person_keys(ana, "l?");
	person_sees(ana, "Keys on the canvas");
	person_keys(ana, "<Esc>:");
	person_sees(ana, ":");
	person_keys(ana, "<Esc>iPaid<Enter>");
	person_sees(ana, "waiting for");
	lock_give(&locker);
	person_sees(ana, "2 stickies");
	person_leaves(ana, "q");
}

/* Whose terminal goes away while they wait is gone, and what they typed is there again. */
static void a_hangup_ends_the_waiting(void **state)
{
	struct screen *ana = come("ana");
	struct locker locker = lock_take("BEGIN IMMEDIATE");
	int status;

	(void)state;
	person_keys(ana, "liPaid<Enter>");
	person_sees(ana, "waiting for");
	screen_hangup(ana);
	assert_true(screen_wait_exit(ana, &status, LIMIT_MS));
	screen_close(ana);
	lock_give(&locker);
	ana = come("ana");
	person_sees(ana, "Paid");
	person_keys(ana, "<Enter>");
	person_sees(ana, "saved · 2");
	person_leaves(ana, "q");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(keys_are_put_by, with_board, without_board),
		cmocka_unit_test_setup_teardown(giving_up_leaves_all_as_it_was, with_board, without_board),
		cmocka_unit_test_setup_teardown(the_screen_stays_alive, with_board, without_board),
		cmocka_unit_test_setup_teardown(who_looks_is_told, with_board, without_board),
		cmocka_unit_test_setup_teardown(who_has_seen_all_is_not_disturbed, with_board, without_board),
		cmocka_unit_test_setup_teardown(a_hangup_ends_the_waiting, with_board, without_board),
	};

	return cmocka_run_group_tests_name("live/lock", tests, NULL, NULL);
}
