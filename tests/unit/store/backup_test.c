/* A backup is the board as it was at one moment, whatever goes on meanwhile. */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "unit/store/seat.h"

#define BACKUP_ROUNDS 30

/* While it is set, folders cannot be put on disk. */
static bool backup_folders_fail;

/* In place of the system's: every part of the program comes by here. */
int fsync(int fd)
{
	struct stat found;

	if (backup_folders_fail && !fstat(fd, &found) && S_ISDIR(found.st_mode)) {
		errno = EIO;
		return -1;
	}
	return (int)syscall(SYS_fsync, fd);
}

/* Works on the board at PATH until it is killed: an action puts two stickies, or takes both away. */
static pid_t backup_worker(const char *path)
{
	pid_t child = fork();
	struct error err = ERROR_INIT;
	struct seat seat;

	assert_true(child >= 0);
	if (child)
		return child;
	seat_open(&seat, path, STORE_WRITE);
	for (int i = 0;; i++) {
		seat_begin(&seat, 0);
		for (int64_t id = board_next_id(seat.board, ENTITY_STICKY) - 2, k = 0; k < 2; k++) {
			struct sticky sticky = {.text = "one of two", .place = {1 + (i & 1023), 1 + (int)k}};

			if (i & 1)
				edit_delete(&seat.edit, ENTITY_STICKY, id + k, &err);
			else
				edit_create(&seat.edit, ENTITY_STICKY, &sticky, &err);
		}
		seat_end(&seat);
	}
}

static void a_backup_is_whole_while_others_write(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct seat seat, copy;
	int64_t before = 0;
	pid_t worker;

	seat_open(&seat, path, STORE_NEW);
	seat_close(&seat);
	worker = backup_worker(path);
	seat_open(&seat, path, STORE_READ);
	for (int i = 0; i < BACKUP_ROUNDS; i++) {
		const char *file = seat_path(state, "copy.evs");
		struct error err = ERROR_INIT;
		int64_t changes;

		if (store_backup(seat.store, file, i > 0, &err))
			fail_msg("no backup: %s", err.text);
		seat_open(&copy, file, STORE_WRITE);
		if (store_verify(copy.store, &err) || store_log_length(copy.store, &changes, &err))
			fail_msg("backup %d: %s", i, err.text);
		assert_int_equal(board_count(copy.board, ENTITY_STICKY) % 2, 0);
		assert_true(changes >= before);
		before = changes;
		seat_close(&copy);
	}
	assert_true(before > 0);
	kill(worker, SIGKILL);
	waitpid(worker, NULL, 0);
	seat_close(&seat);
}

static void a_backup_bears_the_marks_of_a_board(void **state)
{
	const char *path = seat_path(state, "b.evs"), *file = seat_path(state, "copy.evs");
	struct error err = ERROR_INIT;
	struct seat seat;

	seat_open(&seat, path, STORE_NEW);
	seat_put(&seat, 0, "one", 1, 1);
	assert_int_equal(store_backup(seat.store, file, false, &err), 0);
	seat_check(&seat, file);
	seat_close(&seat);
	seat_sql(file, "select 1 / (application_id = 1163285332) from pragma_application_id");
	seat_sql(file, "select 1 / (journal_mode <> 'wal') from pragma_journal_mode");
	assert_int_equal(seat_files(state), 2);
}

static void what_a_backup_may_not_replace_stays(void **state)
{
	const char *path = seat_path(state, "b.evs"), *file = seat_path(state, "copy.evs");
	struct error err = ERROR_INIT;
	struct seat seat;

	seat_open(&seat, path, STORE_NEW);
	seat_put(&seat, 0, "one", 1, 1);
	assert_int_equal(store_backup(seat.store, file, false, &err), 0);
	seat_put(&seat, 0, "two", 2, 1);
	assert_true(store_backup(seat.store, file, false, &err) < 0);
	seat_check_error(&err, "copy.evs: already exists");
	err = (struct error)ERROR_INIT;
	assert_true(store_backup(seat.store, path, true, &err) < 0);
	seat_check_error(&err, "the board itself");
	seat_check(&seat, path);
	assert_int_equal(store_is_past(seat.store, file, &err), 1);
	seat_close(&seat);
	seat_open(&seat, file, STORE_READ);
	assert_int_equal(board_count(seat.board, ENTITY_STICKY), 1);
	seat_close(&seat);
	assert_int_equal(seat_files(state), 2);
}

static void a_full_disk_leaves_no_half_of_a_backup(void **state)
{
	const char *path = seat_path(state, "b.evs"), *file = seat_path(state, "copy.evs");
	struct rlimit old, small = {20000, 20000};
	struct error err = ERROR_INIT;
	struct seat seat;
	int failed;

	seat_open(&seat, path, STORE_NEW);
	for (int i = 1; i < 50; i++)
		seat_put(&seat, 0, "something", i, 1);
	getrlimit(RLIMIT_FSIZE, &old);
	small.rlim_max = old.rlim_max;
	signal(SIGXFSZ, SIG_IGN);
	setrlimit(RLIMIT_FSIZE, &small);
	failed = store_backup(seat.store, file, false, &err);
	setrlimit(RLIMIT_FSIZE, &old);
	assert_true(failed < 0);
	seat_check_error(&err, "copy.evs: the disk is full");
	seat_check(&seat, path);
	seat_close(&seat);
	assert_int_equal(seat_files(state), 1);
}

static void what_the_disk_does_not_confirm_is_said(void **state)
{
	const char *path = seat_path(state, "b.evs"), *file = seat_path(state, "copy.evs");
	struct error err = ERROR_INIT;
	struct seat seat;

	seat_open(&seat, path, STORE_NEW);
	backup_folders_fail = true;
	assert_true(store_backup(seat.store, file, false, &err) < 0);
	assert_int_equal(seat_files(state), 1);
	backup_folders_fail = false;
	assert_int_equal(store_backup(seat.store, file, false, &err), 0);
	seat_put(&seat, 0, "one", 1, 1);
	err = (struct error)ERROR_INIT;
	backup_folders_fail = true;
	assert_true(store_backup(seat.store, file, true, &err) < 0);
	backup_folders_fail = false;
	seat_check_error(&err, "copy.evs: the new file is in place");
	seat_check(&seat, file);
	assert_int_equal(seat_files(state), 2);
	seat_close(&seat);
}

static void a_board_that_went_another_way_is_no_past(void **state)
{
	const char *path = seat_path(state, "b.evs"), *file = seat_path(state, "copy.evs");
	struct error err = ERROR_INIT;
	struct seat seat, other;

	seat_open(&seat, path, STORE_NEW);
	assert_int_equal(store_backup(seat.store, file, false, &err), 0);
	seat_put(&seat, 0, "one", 1, 1);
	assert_int_equal(store_is_past(seat.store, file, &err), 1);
	seat_open(&other, file, STORE_WRITE);
	seat_begin(&other, 0);
	other.action.time_ms++;
	assert_int_equal(edit_set(&other.edit, ENTITY_BOARD, BOARD_ITEM, "title", "x", &err), 0);
	seat_end(&other);
	seat_close(&other);
	assert_int_equal(store_is_past(seat.store, file, &err), 0);
	assert_true(store_is_past(seat.store, seat_path(state, "none.evs"), &err) < 0);
	seat_close(&seat);
}

int main(void)
{
#define BACKUP_TEST(name) cmocka_unit_test_setup_teardown(name, seat_folder_make, seat_folder_remove)
	const struct CMUnitTest tests[] = {
		BACKUP_TEST(a_backup_is_whole_while_others_write),
		BACKUP_TEST(a_backup_bears_the_marks_of_a_board),
		BACKUP_TEST(what_a_backup_may_not_replace_stays),
		BACKUP_TEST(a_full_disk_leaves_no_half_of_a_backup),
		BACKUP_TEST(what_the_disk_does_not_confirm_is_said),
		BACKUP_TEST(a_board_that_went_another_way_is_no_past),
	};

	return cmocka_run_group_tests_name("store/backup", tests, NULL, NULL);
}
