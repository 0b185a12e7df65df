#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "unit/store/cut.h"
#include "unit/store/seat.h"

/* Fails unless opening PATH in MODE fails, and says SAYS. */
static void opening_refuses(const char *path, enum store_mode mode, const char *says)
{
	struct error err = ERROR_INIT;
	struct store *store = NULL;

	if (!store_open(path, mode, &store, &err))
		fail_msg("%s must not open", path);
	seat_check_error(&err, says);
}

static void opening_write(const char *path, const char *bytes, size_t len)
{
	int fd = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0644);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, len), len);
	close(fd);
}

static void what_is_no_board_is_refused(void **state)
{
	char noise[8192];

	for (size_t i = 0; i < sizeof(noise); i++)
		noise[i] = (char)(i * 7919 >> 3);
	opening_write(seat_path(state, "empty"), "", 0);
	opening_write(seat_path(state, "short"), "hello\n", 6);
	opening_write(seat_path(state, "noise"), noise, sizeof(noise));
	seat_sql(seat_path(state, "other"), "create table t (x); insert into t values (1)");
	for (int mode = STORE_READ; mode <= STORE_WRITE; mode++) {
		enum store_mode as = (enum store_mode)mode;

		opening_refuses(seat_path(state, "none"), as, "evstorm new");
		opening_refuses(seat_path(state, "none/none"), as, "evstorm new");
		opening_refuses(seat_path(state, "empty"), as, "not an evstorm board");
		opening_refuses(seat_path(state, "short"), as, "not an evstorm board");
		opening_refuses(seat_path(state, "noise"), as, "not an evstorm board");
		opening_refuses(seat_path(state, "other"), as, "not an evstorm board");
		opening_refuses(*state, as, "not a file");
	}
	assert_int_equal(seat_files(state), 4); /* nothing was made by looking */
}

static void an_escape_in_a_name_does_not_reach_the_message(void **state)
{
	opening_refuses(seat_path(state, "\033[2Jx\n.evs"), STORE_READ, "no such board");
	opening_refuses(seat_path(state, "\033[2J/x\n.evs"), STORE_NEW, "folder");
}

static void a_new_board_takes_no_place_that_is_taken(void **state)
{
	const char *path = seat_path(state, "b.evs"), *link = seat_path(state, "link.evs");
	struct seat seat;
	struct stat before, after;

	opening_refuses(seat_path(state, "none/b.evs"), STORE_NEW, "folder");
	assert_int_equal(seat_files(state), 0);
	seat_open(&seat, path, STORE_NEW);
	seat_put(&seat, 0, "mine", 1, 1);
	seat_close(&seat);
	assert_int_equal(stat(path, &before), 0);
	opening_refuses(path, STORE_NEW, "already");
	assert_int_equal(symlink("nowhere", link), 0);
	opening_refuses(link, STORE_NEW, "already");
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(before.st_ino, after.st_ino);
	assert_int_equal(before.st_size, after.st_size);
	assert_int_equal(seat_files(state), 2);
}

static void names_that_sqlite_reads_otherwise_are_names(void **state)
{
	static const char *const names[] = {":memory:", "file:a.evs", "file:b.evs?mode=memory", "c%41?#.evs"};
	char *before = getcwd(NULL, 0);
	struct seat seat;

	assert_int_equal(chdir(*state), 0);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		seat_open(&seat, names[i], STORE_NEW);
		seat_put(&seat, 0, "kept", 1, 1);
		seat_close(&seat);
		seat_open(&seat, names[i], STORE_READ);
		assert_int_equal(board_count(seat.board, ENTITY_STICKY), 1);
		seat_close(&seat);
		assert_int_equal(access(seat_path(state, names[i]), F_OK), 0);
	}
	assert_int_equal(chdir(before), 0);
	assert_int_equal(seat_files(state), 4);
	free(before);
}

static void a_log_that_was_left_is_not_played_into_a_new_board(void **state)
{
	static const char *const rests[] = {"b.evs-wal", "b.evs-journal"};

	for (size_t i = 0; i < 2; i++) {
		const char *rest = seat_path(state, rests[i]);

		opening_write(rest, "something", 9);
		opening_refuses(seat_path(state, "b.evs"), STORE_NEW, "left over from a removed board");
		assert_int_equal(seat_files(state), 1);
		assert_int_equal(unlink(rest), 0);
	}
}

static void reading_leaves_nothing_behind(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct stat before, after;
	struct seat seat;

	seat_open(&seat, path, STORE_NEW);
	seat_put(&seat, 0, "one", 1, 1);
	seat_close(&seat);
	assert_int_equal(seat_files(state), 1);
	assert_int_equal(stat(path, &before), 0);
	seat_open(&seat, path, STORE_READ);
	assert_int_equal(board_count(seat.board, ENTITY_STICKY), 1);
	seat_close(&seat);
	assert_int_equal(stat(path, &after), 0);
	assert_int_equal(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
	assert_int_equal(seat_files(state), 1);
}

static void a_reader_cannot_write(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct error err = ERROR_INIT;
	struct seat seat;

	seat_open(&seat, path, STORE_NEW);
	seat_close(&seat);
	seat_open(&seat, path, STORE_READ);
	assert_true(store_begin(seat.store, &err) < 0);
	seat_check_error(&err, "read-only");
	seat_close(&seat);
}

/* Runs WORK in a process that file permissions hold for, also when the tests are run by root.
 * Anything but 0 from it fails the test. */
static void opening_as_nobody(int (*work)(const char *path), const char *path)
{
	pid_t child = fork();
	int status;

	assert_true(child >= 0);
	if (!child) {
		if (!geteuid() && setresuid(65534, 65534, 65534))
			_exit(99);
		_exit(work(path));
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

/* Reads and fails to write a board of one sticky; the line that fails, otherwise 0. */
static int opening_only_reads(const char *path)
{
	struct board *board = board_new();
	struct error err = ERROR_INIT;
	struct store *store;

	if (store_open(path, STORE_READ, &store, &err) || store_load(store, board, &err))
		return 1;
	if (board_count(board, ENTITY_STICKY) != 1 || store_catch_up(store, board, NULL, &err))
		return 2;
	store_close(store);
	board_free(board);
	if (!store_open(path, STORE_WRITE, &store, &err))
		return 3;
	return strstr(err.text, "open it with -r") && err.code == ERROR_SYSTEM ? 0 : 4;
}

static void a_read_only_file_or_folder_can_be_read(void **state)
{
	static const struct {
		mode_t folder, file;
	} rows[] = {{0755, 0444}, {0555, 0666}, {0555, 0444}, {0777, 0444}};
	const char *path = seat_path(state, "b.evs");
	struct seat seat;

	seat_open(&seat, path, STORE_NEW);
	seat_put(&seat, 0, "one", 1, 1);
	seat_close(&seat);
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_int_equal(chmod(path, rows[i].file), 0);
		assert_int_equal(chmod(*state, rows[i].folder), 0);
		opening_as_nobody(opening_only_reads, path);
		assert_int_equal(chmod(*state, 0755), 0);
		assert_int_equal(seat_files(state), 1);
	}
}

static int opening_cannot_make(const char *path)
{
	struct error err = ERROR_INIT;
	struct store *store;

	if (!store_open(path, STORE_NEW, &store, &err))
		return 1;
	return strstr(err.text, path) && err.code == ERROR_SYSTEM ? 0 : 2;
}

static void nothing_is_made_in_a_read_only_folder(void **state)
{
	assert_int_equal(chmod(*state, 0555), 0);
	opening_as_nobody(opening_cannot_make, seat_path(state, "b.evs"));
	assert_int_equal(chmod(*state, 0755), 0);
	assert_int_equal(seat_files(state), 0);
}

/* How the watching process and the one that works on the board take turns. */
static int opening_turns[2][2];

/* Sits down with the file read as it lies, and then sees what its owner does. */
static int opening_watches(const char *path)
{
	struct board *board = board_new();
	struct error err = ERROR_INIT;
	struct store *store;
	bool news = false;
	char turn = 'x';

	if (store_open(path, STORE_READ, &store, &err) || store_load(store, board, &err))
		return 1;
	if (board_count(board, ENTITY_STICKY) != 1)
		return 2;
	if (write(opening_turns[0][1], &turn, 1) != 1 || read(opening_turns[1][0], &turn, 1) != 1)
		return 3;
	if (store_catch_up(store, board, &news, &err))
		return 4;
	if (!news || board_count(board, ENTITY_STICKY) != 2)
		return 5;
	store_close(store);
	board_free(board);
	return 0;
}

/* Works on the board once the other has opened it. */
static int opening_works(const char *path)
{
	struct seat seat;
	pid_t child = fork();
	char turn;
	int status;

	if (!child) {
		if (!geteuid() && setresuid(65534, 65534, 65534))
			_exit(99);
		_exit(opening_watches(path));
	}
	if (child < 0 || read(opening_turns[0][0], &turn, 1) != 1)
		return -1;
	chmod(path, 0644);
	seat_open(&seat, path, STORE_WRITE);
	seat_put(&seat, 0, "two", 2, 1);
	if (write(opening_turns[1][1], &turn, 1) != 1 || waitpid(child, &status, 0) != child)
		return -1;
	seat_close(&seat);
	return status;
}

static void who_may_only_read_sees_what_the_owner_does(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct seat seat;

	assert_int_equal(pipe(opening_turns[0]), 0);
	assert_int_equal(pipe(opening_turns[1]), 0);
	seat_open(&seat, path, STORE_NEW);
	seat_put(&seat, 0, "one", 1, 1);
	seat_close(&seat);
	assert_int_equal(chmod(path, 0444), 0);
	assert_int_equal(opening_works(path), 0);
	assert_int_equal(seat_files(state), 1);
	for (int i = 0; i < 4; i++)
		close(opening_turns[i / 2][i % 2]);
}

static void a_file_that_vanishes_is_written_no_more(void **state)
{
	const char *path = seat_path(state, "b.evs"), *away = seat_path(state, "away.evs");
	struct error err = ERROR_INIT;
	struct seat seat;

	seat_open(&seat, path, STORE_NEW);
	seat_put(&seat, 0, "one", 1, 1);
	assert_int_equal(rename(path, away), 0);
	assert_true(store_begin(seat.store, &err) < 0);
	seat_check_error(&err, "moved to");
	seat_copy(away, path);
	assert_true(store_begin(seat.store, &err) < 0);
	seat_check_error(&err, "another file has its name");
	assert_int_equal(unlink(path), 0);
	assert_int_equal(rename(away, path), 0);
	seat_put(&seat, 0, "two", 2, 1);
	seat_check(&seat, path);
	seat_close(&seat);
}

static void a_symbolic_link_is_the_board_that_it_leads_to(void **state)
{
	const char *path = seat_path(state, "b.evs"), *link = seat_path(state, "link.evs");
	struct seat one, two;
	char *real;

	seat_open(&one, path, STORE_NEW);
	assert_int_equal(symlink("b.evs", link), 0);
	seat_open(&two, link, STORE_WRITE);
	real = realpath(path, NULL);
	assert_string_equal(store_path(one.store), real);
	assert_string_equal(store_path(two.store), real);
	free(real);
	assert_int_equal(seat_put(&one, 0, "one", 1, 1), 1);
	assert_int_equal(seat_put(&two, 0, "two", 2, 1), 2);
	assert_int_equal(board_count(two.board, ENTITY_STICKY), 2);
	seat_check(&two, path);
	seat_close(&one);
	seat_close(&two);
}

static void opening_cut(const char *path)
{
	struct seat seat;

	seat_open(&seat, path, STORE_WRITE);
	seat_put(&seat, 0, "one", 1, 1);
	seat_close(&seat);
}

static void a_crash_by_a_link_is_put_in_order_by_the_name(void **state)
{
	const char *path = seat_path(state, "b.evs"), *link = seat_path(state, "link.evs");
	const char *journal = seat_path(state, "b.evs-journal");
	struct seat seat;
	int nth = 0, left = 0;

	seat_open(&seat, path, STORE_NEW);
	seat_close(&seat);
	assert_int_equal(symlink(path, link), 0);
	while (left < 5) {
		assert_true(cut_run(opening_cut, link, ++nth));
		left += !access(journal, F_OK);
		seat_open(&seat, path, STORE_READ);
		assert_int_equal(store_verify(seat.store, NULL), 0);
		seat_close(&seat);
	}
	assert_true(access(seat_path(state, "link.evs-journal"), F_OK) < 0);
}

static void a_second_name_is_refused_for_writing(void **state)
{
	const char *path = seat_path(state, "b.evs"), *two = seat_path(state, "two.evs");
	struct seat seat;

	seat_open(&seat, path, STORE_NEW);
	seat_put(&seat, 0, "one", 1, 1);
	assert_int_equal(link(path, two), 0);
	opening_refuses(two, STORE_WRITE, "also called “b.evs”");
	opening_refuses(path, STORE_WRITE, "also called “two.evs”");
	seat_put(&seat, 0, "two", 2, 1); /* who has it open goes on */
	seat_close(&seat);
	seat_open(&seat, two, STORE_READ);
	assert_int_equal(board_count(seat.board, ENTITY_STICKY), 2);
	seat_close(&seat);
	assert_int_equal(unlink(two), 0);
	seat_open(&seat, path, STORE_WRITE);
	seat_close(&seat);
}

static void a_board_that_is_locked_is_waited_for_and_then_refused(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct error err = ERROR_INIT;
	struct seat one, two;

	seat_open(&one, path, STORE_NEW);
	seat_open(&two, path, STORE_WRITE);
	seat_begin(&one, 0);
	assert_true(store_begin(two.store, &err) < 0);
	seat_check_error(&err, "locked");
	store_rollback(one.store);
	seat_put(&two, 0, "now", 1, 1);
	seat_check(&two, path);
	seat_close(&one);
	seat_close(&two);
}

/* Lets files grow to BYTES and no further, as a full disk would. */
static void opening_limit(rlim_t bytes)
{
	struct rlimit limit;

	signal(SIGXFSZ, SIG_IGN);
	assert_int_equal(getrlimit(RLIMIT_FSIZE, &limit), 0);
	limit.rlim_cur = bytes < limit.rlim_max ? bytes : limit.rlim_max;
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &limit), 0);
}

static void a_full_disk_loses_nothing(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct sticky sticky = {.place = {2, 1}};
	struct error err = ERROR_INIT;
	char text[1900];
	struct seat seat;
	int failed;

	memset(text, 'x', sizeof(text) - 1);
	text[sizeof(text) - 1] = '\0';
	sticky.text = text;
	seat_open(&seat, path, STORE_NEW);
	seat_put(&seat, 0, "one", 1, 1);
	seat_begin(&seat, 0);
	for (int i = 0; i < 50; i++, sticky.place.column++)
		assert_true(edit_create(&seat.edit, ENTITY_STICKY, &sticky, &err) > 0);
	opening_limit(65536);
	failed = store_append(seat.store, &seat.action, seat.board, &err);
	if (failed)
		store_rollback(seat.store);
	else
		failed = store_commit(seat.store, &err);
	opening_limit(RLIM_INFINITY);
	assert_true(failed < 0);
	seat_check_error(&err, "the disk is full");
	edit_rollback(&seat.edit, 0);
	seat_check(&seat, path);
	seat_put(&seat, 0, "two", 2, 1);
	seat_check(&seat, path);
	seat_close(&seat);
}

static void a_full_disk_leaves_no_half_of_a_new_board(void **state)
{
	struct error err = ERROR_INIT;
	struct store *store = NULL;

	for (rlim_t bytes = 0; bytes < 73728; bytes += 4096) {
		int failed;

		opening_limit(bytes);
		failed = store_open(seat_path(state, "b.evs"), STORE_NEW, &store, &err);
		opening_limit(RLIM_INFINITY);
		if (!failed) {
			store_close(store);
			assert_true(bytes > 4096);
			return;
		}
		seat_check_error(&err, "the disk is full");
		assert_int_equal(seat_files(state), 0);
	}
}

int main(void)
{
#define OPENING_TEST(name) cmocka_unit_test_setup_teardown(name, seat_folder_make, seat_folder_remove)
	const struct CMUnitTest tests[] = {
		OPENING_TEST(what_is_no_board_is_refused),
		OPENING_TEST(an_escape_in_a_name_does_not_reach_the_message),
		OPENING_TEST(a_new_board_takes_no_place_that_is_taken),
		OPENING_TEST(names_that_sqlite_reads_otherwise_are_names),
		OPENING_TEST(a_log_that_was_left_is_not_played_into_a_new_board),
		OPENING_TEST(reading_leaves_nothing_behind),
		OPENING_TEST(a_reader_cannot_write),
		OPENING_TEST(a_read_only_file_or_folder_can_be_read),
		OPENING_TEST(nothing_is_made_in_a_read_only_folder),
		OPENING_TEST(who_may_only_read_sees_what_the_owner_does),
		OPENING_TEST(a_file_that_vanishes_is_written_no_more),
		OPENING_TEST(a_symbolic_link_is_the_board_that_it_leads_to),
		OPENING_TEST(a_crash_by_a_link_is_put_in_order_by_the_name),
		OPENING_TEST(a_second_name_is_refused_for_writing),
		OPENING_TEST(a_board_that_is_locked_is_waited_for_and_then_refused),
		OPENING_TEST(a_full_disk_loses_nothing),
		OPENING_TEST(a_full_disk_leaves_no_half_of_a_new_board),
	};

	return cmocka_run_group_tests_name("store/opening", tests, NULL, NULL);
}
