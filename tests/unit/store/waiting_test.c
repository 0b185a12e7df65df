/* waiting: for the write lock, asked again and again, in turn. */
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>
#include <sqlite3.h>

#include "unit/store/seat.h"

/* What the waiting store told. */
struct waiting_note {
	int asked;
	int64_t waited_ms;
	long holder;
	char program[64];
	int64_t most_ms;      /* then no more waiting */
	struct store *blocks; /* lets go of the board at the third question, or NULL */
};

static bool waiting_asked(void *context, const struct store_wait *wait)
{
	struct waiting_note *note = context;

	assert_true(wait->pause_ms > 0 && wait->pause_ms <= 20);
	assert_true(wait->waited_ms >= note->waited_ms);
	note->waited_ms = wait->waited_ms;
	note->holder = wait->holder;
	snprintf(note->program, sizeof(note->program), "%s", wait->program);
	if (++note->asked == 3 && note->blocks)
		store_rollback(note->blocks);
	return wait->waited_ms < note->most_ms;
}

/* A process that has the write lock of PATH until its end of the pipe is closed. */
static pid_t waiting_hold(const char *path, int *until)
{
	int ready[2], done[2];
	struct seat seat;
	char byte = 'x';
	pid_t child;

	assert_int_equal(pipe(ready), 0);
	assert_int_equal(pipe(done), 0);
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		close(done[1]);
		seat_open(&seat, path, STORE_WRITE);
		seat_begin(&seat, 0);
		_exit(write(ready[1], &byte, 1) != 1 || read(done[0], &byte, 1) < 0);
	}
	assert_int_equal(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	close(ready[1]);
	close(done[0]);
	*until = done[1];
	return child;
}

static void who_waits_is_asked_and_told_for_whom(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct waiting_note note = {.most_ms = 400};
	struct error err = ERROR_INIT;
	char holder[128], program[64] = "";
	struct seat seat;
	pid_t child;
	int until, status;
	FILE *comm;

	seat_open(&seat, path, STORE_NEW);
	child = waiting_hold(path, &until);
	store_on_wait(seat.store, waiting_asked, &note);
	assert_true(store_begin(seat.store, &err) < 0);
	assert_true(note.asked > 10 && note.waited_ms >= 400 && note.waited_ms < 5000);
	assert_int_equal(note.holder, child);
	comm = fopen("/proc/self/comm", "re");
	assert_non_null(comm);
	assert_non_null(fgets(program, sizeof(program), comm));
	fclose(comm);
	program[strcspn(program, "\n")] = '\0';
	assert_string_equal(note.program, program);
	snprintf(holder, sizeof(holder), "%s (process %ld) keeps it locked", program, (long)child);
	seat_check_error(&err, holder);
	close(until);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	seat_put(&seat, 0, "now", 1, 1);
	seat_check(&seat, path);
	seat_close(&seat);
}

static void who_waits_comes_in_when_the_other_is_done(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct waiting_note note = {.most_ms = 5000};
	struct seat one, two;

	seat_open(&one, path, STORE_NEW);
	seat_open(&two, path, STORE_WRITE);
	seat_begin(&one, 0);
	note.blocks = one.store;
	store_on_wait(two.store, waiting_asked, &note);
	seat_put(&two, 0, "then", 1, 1);
	assert_int_equal(note.asked, 3);
	seat_check(&two, path);
	seat_close(&two);
	seat_close(&one);
}

/* Tells through the pipe in CONTEXT that it waits. */
static bool waiting_told(void *context, const struct store_wait *wait)
{
	char byte = 'w';

	return write(*(int *)context, &byte, 1) == 1 && wait->waited_ms < 30000;
}

static void who_was_stopped_in_front_is_passed(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct seat seat, other;
	int tell[2], go[2], status;
	char byte = 'g';
	pid_t child;

	assert_int_equal(pipe(tell), 0);
	assert_int_equal(pipe(go), 0);
	child = fork(); /* before a board is open: SQLite does not survive that */
	assert_true(child >= 0);
	if (!child) {
		if (read(go[0], &byte, 1) != 1)
			_exit(2);
		seat_open(&other, path, STORE_WRITE);
		store_on_wait(other.store, waiting_told, &tell[1]);
		_exit(store_begin(other.store, NULL) != 0);
	}
	seat_open(&seat, path, STORE_NEW);
	seat_begin(&seat, 0);
	assert_int_equal(write(go[1], &byte, 1), 1);
	assert_int_equal(read(tell[0], &byte, 1), 1);
	kill(child, SIGSTOP);
	assert_int_equal(waitpid(child, &status, WUNTRACED), child);
	store_rollback(seat.store);
	seat_put(&seat, 0, "past", 1, 1);
	kill(child, SIGCONT);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	seat_close(&seat);
	for (int i = 0; i < 2; i++) {
		close(tell[i]);
		close(go[i]);
	}
}

static int waiting_put(void *context, const struct action *action, struct error *err)
{
	struct seat *seat = context;

	(void)err;
	if (action->id == 1)
		seat_put(seat, 0, "meanwhile", 5, 5);
	return 0;
}

static void who_goes_through_the_log_keeps_nobody_waiting(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct waiting_note note = {.most_ms = 100};
	struct seat reads, writes;

	seat_open(&writes, path, STORE_NEW);
	seat_put(&writes, 0, "one", 1, 1);
	seat_put(&writes, 0, "two", 2, 1);
	seat_open(&reads, path, STORE_READ);
	store_on_wait(writes.store, waiting_asked, &note);
	assert_int_equal(store_walk(reads.store, 1, waiting_put, &writes, NULL), 0);
	assert_int_equal(board_count(writes.board, ENTITY_STICKY), 3);
	seat_close(&reads);
	seat_close(&writes);
}

/* Works without a pause until it is killed. */
static pid_t waiting_worker(const char *path)
{
	struct seat seat;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child)
		return child;
	seat_open(&seat, path, STORE_WRITE);
	for (int i = 1;; i++)
		seat_put(&seat, 0, "again", i, 1);
}

static void a_reader_comes_in_between_those_who_write(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct waiting_note note = {.most_ms = 4000};
	int64_t id = 0;
	struct seat seat;
	pid_t worker;

	seat_open(&seat, path, STORE_NEW);
	seat_close(&seat);
	worker = waiting_worker(path);
	seat_open(&seat, path, STORE_READ);
	store_on_wait(seat.store, waiting_asked, &note);
	for (int i = 0; i < 200 || board_next_id(seat.board, ENTITY_STICKY) < 5; i++) {
		note.waited_ms = 0;
		if (store_catch_up(seat.store, seat.board, NULL, NULL))
			fail_msg("no turn in %d ms", (int)note.most_ms);
		assert_true(board_next_id(seat.board, ENTITY_STICKY) >= id);
		id = board_next_id(seat.board, ENTITY_STICKY);
	}
	kill(worker, SIGKILL);
	waitpid(worker, NULL, 0);
	seat_close(&seat);
}

/* A look takes no lock while nothing is new; one that meets a lock asks at once, and stands in nobody's way. */
static void a_look_keeps_nobody_waiting(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct waiting_note note = {.most_ms = -1};
	struct seat writer, looker;
	sqlite3 *other;
	bool news;

	seat_open(&writer, path, STORE_NEW);
	seat_put(&writer, 0, "first", 1, 1);
	seat_open(&looker, path, STORE_WRITE);
	store_on_wait(looker.store, waiting_asked, &note);
	assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
	assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(store_catch_up(looker.store, looker.board, &news, NULL), 0);
	assert_false(news);
	assert_int_equal(note.asked, 0);
	assert_int_equal(sqlite3_exec(other, "COMMIT", NULL, NULL, NULL), SQLITE_OK);
	seat_put(&writer, 0, "second", 2, 1);
	assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
	assert_int_not_equal(store_catch_up(looker.store, looker.board, &news, NULL), 0);
	assert_int_equal(note.asked, 1);
	assert_int_equal(note.waited_ms, 0);
	sqlite3_close(other);
	assert_int_equal(store_catch_up(looker.store, looker.board, &news, NULL), 0);
	assert_true(news);
	assert_int_equal(note.asked, 1);
	seat_close(&looker);
	seat_close(&writer);
}

int main(void)
{
#define WAITING_TEST(name) cmocka_unit_test_setup_teardown(name, seat_folder_make, seat_folder_remove)
	const struct CMUnitTest tests[] = {
		WAITING_TEST(who_waits_is_asked_and_told_for_whom),
		WAITING_TEST(who_waits_comes_in_when_the_other_is_done),
		WAITING_TEST(who_was_stopped_in_front_is_passed),
		WAITING_TEST(who_goes_through_the_log_keeps_nobody_waiting),
		WAITING_TEST(a_reader_comes_in_between_those_who_write),
		WAITING_TEST(a_look_keeps_nobody_waiting),
	};

	return cmocka_run_group_tests_name("store/waiting", tests, NULL, NULL);
}
