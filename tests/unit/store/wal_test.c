/* wal: boards of format 1, whose latest actions may lie in a log beside them. */
#include <fcntl.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "unit/store/cut.h"
#include "lib/oldboard.h"
#include "unit/store/seat.h"

#define WAL_CUTS_MOST 400

static void wal_sql(sqlite3 *db, const char *sql)
{
	char *said = NULL;

	if (sqlite3_exec(db, sql, NULL, NULL, &said) != SQLITE_OK)
		fail_msg("%s: %s", sql, said);
}

/* Makes the board at PATH one of format 1. */
static void wal_make_old(const char *path)
{
	int reserve = 0;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	sqlite3_file_control(db, "main", SQLITE_FCNTL_RESERVE_BYTES, &reserve);
	wal_sql(db, OLDBOARD_SQL "VACUUM; PRAGMA user_version = 1; PRAGMA journal_mode = WAL");
	sqlite3_close(db);
}

/* A board with COUNT stickies, of format 1, with nothing beside it. */
static void wal_board(const char *path, int count)
{
	struct seat seat;

	seat_open(&seat, path, STORE_NEW);
	for (int i = 1; i <= count; i++)
		seat_put(&seat, 0, "x", i, 1);
	seat_close(&seat);
	wal_make_old(path);
}

/* A process that works on PATH, of format 1, and has all that is in the board NEWER come about there: it lies in
 * the log. UNTIL is a pipe's end that is to be closed to kill the process; -1: it is killed at once. */
static pid_t wal_work(const char *path, const char *newer, int *until)
{
	int ready[2], done[2];
	char sql[2048], byte = 'x';
	sqlite3 *db;
	pid_t child;

	assert_int_equal(pipe(ready), 0);
	assert_int_equal(pipe(done), 0);
	child = fork();
	assert_true(child >= 0);
	if (!child) {
		close(done[1]);
		if (sqlite3_open(path, &db) != SQLITE_OK)
			_exit(1);
		snprintf(sql, sizeof(sql),
			"PRAGMA wal_autocheckpoint = 0; ATTACH '%s' AS newer; BEGIN; "
			"DELETE FROM action; INSERT INTO action SELECT * FROM newer.action; "
			"DELETE FROM change; INSERT INTO change SELECT * FROM newer.change; "
			"DELETE FROM sticky; INSERT INTO sticky SELECT " OLDBOARD_STICKY " FROM newer.sticky; "
			"DELETE FROM sequence; INSERT INTO sequence SELECT * FROM newer.sequence; COMMIT",
			newer);
		if (sqlite3_exec(db, sql, NULL, NULL, NULL) != SQLITE_OK)
			_exit(2);
		_exit(write(ready[1], &byte, 1) != 1 || read(done[0], &byte, 1) < 0);
	}
	close(done[0]);
	close(ready[1]);
	assert_int_equal(read(ready[0], &byte, 1), 1);
	close(ready[0]);
	*until = done[1];
	return child;
}

/* A board of format 1 with ONE sticky in the file and five with the log, beside which others lie: "newer.evs" with
 * five, "newest.evs" with nine of which the first five are those. */
static const char *wal_killed(void **state, const char *name)
{
	const char *path = seat_path(state, name), *newer = seat_path(state, "newer.evs");
	int until, status;
	struct seat seat;
	pid_t child;

	seat_open(&seat, newer, STORE_NEW);
	seat_put(&seat, 0, "x", 1, 1);
	seat_close(&seat);
	seat_copy(newer, path);
	wal_make_old(path);
	for (int i = 2; i <= 9; i++) {
		seat_open(&seat, i <= 5 ? newer : seat_path(state, "newest.evs"), STORE_WRITE);
		seat_put(&seat, 0, "x", i, 1);
		seat_close(&seat);
		if (i == 5)
			seat_copy(newer, seat_path(state, "newest.evs"));
	}
	wal_make_old(seat_path(state, "newest.evs"));
	child = wal_work(path, newer, &until);
	close(until);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
	return path;
}

static void a_board_of_format_1_is_brought_over_after_a_copy(void **state)
{
	const char *path = seat_path(state, "b.evs");

	wal_board(path, 3);
	assert_int_equal(seat_count(path, STORE_READ), 3);
	assert_int_equal(seat_files(state), 1);
	seat_sql(path, "select 1 / (user_version = 1) from pragma_user_version");
	assert_int_equal(seat_count(path, STORE_WRITE), 3);
	assert_int_equal(seat_files(state), 2);
	seat_sql(path, "select 1 / (user_version = 3) from pragma_user_version");
	seat_sql(path, "select 1 / (journal_mode = 'delete') from pragma_journal_mode");
	seat_sql(seat_path(state, "b.evs.format-1"), "select 1 / (user_version = 1) from pragma_user_version");
	assert_int_equal(seat_count(seat_path(state, "b.evs.format-1"), STORE_READ), 3);
}

static void the_log_that_belongs_is_taken_in(void **state)
{
	const char *path = wal_killed(state, "b.evs");
	struct stat before, after;

	assert_int_equal(stat(path, &before), 0);
	assert_int_equal(seat_count(path, STORE_READ), 5);
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
	assert_int_equal(access(seat_path(state, "b.evs-wal"), F_OK), 0);
	assert_int_equal(seat_count(path, STORE_WRITE), 5);
	assert_true(access(seat_path(state, "b.evs-wal"), F_OK) < 0);
	assert_true(access(seat_path(state, "b.evs-shm"), F_OK) < 0);
	assert_int_equal(seat_count(seat_path(state, "b.evs.format-1"), STORE_READ), 5);
}

static void a_log_of_another_file_is_not_played_back(void **state)
{
	const char *path = wal_killed(state, "b.evs"), *wal = seat_path(state, "b.evs-wal");
	struct stat before, after;
	struct store *store;

	seat_copy(seat_path(state, "newest.evs"), path); /* as cp does, over the file */
	assert_int_equal(stat(wal, &before), 0);
	for (int mode = STORE_READ; mode <= STORE_WRITE; mode++) {
		struct error err = ERROR_INIT;

		assert_true(store_open(path, (enum store_mode)mode, &store, &err) < 0);
		seat_check_error(&err, "-wal” next to it");
	}
	assert_int_equal(stat(wal, &after), 0);
	assert_int_equal(before.st_size, after.st_size);
	assert_int_equal(unlink(wal), 0);
	assert_int_equal(seat_count(path, STORE_WRITE), 9);
}

static void a_board_open_in_an_older_program_is_left_to_it(void **state)
{
	const char *path = seat_path(state, "b.evs"), *newer = seat_path(state, "newer.evs");
	struct error err = ERROR_INIT;
	struct store *store;
	int until, status;
	pid_t child;

	wal_board(path, 1);
	wal_board(newer, 4);
	child = wal_work(path, newer, &until);
	assert_true(store_open(path, STORE_WRITE, &store, &err) < 0);
	seat_check_error(&err, "older evstorm");
	assert_true(seat_count(path, STORE_READ) > 0);
	close(until);
	assert_int_equal(waitpid(child, &status, 0), child);
}

static void wal_open(const char *path)
{
	struct seat seat;

	seat_open(&seat, path, STORE_WRITE);
	seat_close(&seat);
}

static void many_may_bring_it_over_at_once(void **state)
{
	const char *path = wal_killed(state, "b.evs");
	pid_t people[6];

	for (int i = 0; i < 6; i++) {
		people[i] = fork();
		assert_true(people[i] >= 0);
		if (!people[i]) {
			struct seat seat;

			seat_open(&seat, path, STORE_WRITE);
			seat_put(&seat, 0, "more", 20 + i, 1);
			seat_close(&seat);
			_exit(0);
		}
	}
	for (int i = 0; i < 6; i++) {
		int status;

		assert_int_equal(waitpid(people[i], &status, 0), people[i]);
		assert_int_equal(status, 0);
	}
	assert_int_equal(seat_count(path, STORE_READ), 11);
	assert_int_equal(seat_count(seat_path(state, "b.evs.format-1"), STORE_READ), 5);
}

static void bringing_over_may_be_cut_off_anywhere(void **state)
{
	const char *path = seat_path(state, "b.evs"), *copy = seat_path(state, "b.evs.format-1");
	int nth = 1;

	wal_board(path, 3);
	seat_copy(path, seat_path(state, "whole.evs"));
	for (; cut_run(wal_open, path, nth) && nth < WAL_CUTS_MOST; nth++) {
		if (nth % 2)
			assert_int_equal(seat_count(path, STORE_READ), 3);
		assert_int_equal(seat_count(path, STORE_WRITE), 3);
		assert_int_equal(seat_count(copy, STORE_READ), 3);
		unlink(copy);
		unlink(seat_path(state, "b.evs-journal"));
		seat_copy(seat_path(state, "whole.evs"), path);
	}
	assert_true(nth > 20 && nth < WAL_CUTS_MOST);
}

int main(void)
{
#define WAL_TEST(name) cmocka_unit_test_setup_teardown(name, seat_folder_make, seat_folder_remove)
	const struct CMUnitTest tests[] = {
		WAL_TEST(a_board_of_format_1_is_brought_over_after_a_copy),
		WAL_TEST(the_log_that_belongs_is_taken_in),
		WAL_TEST(a_log_of_another_file_is_not_played_back),
		WAL_TEST(a_board_open_in_an_older_program_is_left_to_it),
		WAL_TEST(many_may_bring_it_over_at_once),
		WAL_TEST(bringing_over_may_be_cut_off_anywhere),
	};

	return cmocka_run_group_tests_name("store/wal", tests, NULL, NULL);
}
