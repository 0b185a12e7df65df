/* seal: what does not belong together is told, and nothing is done to it. */
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
#include "unit/store/seat.h"

#define SEAL_CUTS_MOST 200

/* A file in memory, to see whether it stays as it is. */
struct seal_bytes {
	char *bytes; /* owned; NULL: there is no such file */
	size_t len;
};

static struct seal_bytes seal_read_file(const char *path)
{
	struct seal_bytes file = {NULL, 0};
	int fd = open(path, O_RDONLY);
	struct stat found;

	if (fd < 0)
		return file;
	assert_int_equal(fstat(fd, &found), 0);
	file.len = (size_t)found.st_size;
	file.bytes = malloc(file.len + 1);
	assert_non_null(file.bytes);
	assert_int_equal(read(fd, file.bytes, file.len), (ssize_t)file.len);
	close(fd);
	return file;
}

static void seal_check_same(struct seal_bytes *before, const char *path)
{
	struct seal_bytes after = seal_read_file(path);

	assert_int_equal(!before->bytes, !after.bytes);
	assert_int_equal(before->len, after.len);
	if (after.bytes)
		assert_memory_equal(before->bytes, after.bytes, after.len);
	free(before->bytes);
	free(after.bytes);
}

/* The work of the process that is cut off: one action more. */
static void seal_work(const char *path)
{
	struct seat seat;

	seat_open(&seat, path, STORE_WRITE);
	seat_put(&seat, 0, "two", 2, 1);
	seat_close(&seat);
}

/* The same by another program. */
static void seal_work_of_others(const char *path)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, "UPDATE sequence SET next = next + 1", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

/* A board with one sticky; a copy of it, a copy of it as it was before, and one with another second action. */
static const char *seal_board(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct seat seat;

	seat_open(&seat, path, STORE_NEW);
	seat_close(&seat);
	seat_copy(path, seat_path(state, "old.evs"));
	seat_open(&seat, path, STORE_WRITE);
	seat_put(&seat, 0, "one", 1, 1);
	seat_close(&seat);
	seat_copy(path, seat_path(state, "now.evs"));
	seat_copy(path, seat_path(state, "sibling.evs"));
	seat_open(&seat, seat_path(state, "sibling.evs"), STORE_WRITE);
	seat_put(&seat, 0, "other", 7, 7);
	seat_close(&seat);
	return path;
}

static void seal_restore(void **state, const char *path, const char *from)
{
	char journal[1100];

	snprintf(journal, sizeof(journal), "%s-journal", path);
	unlink(journal);
	seat_copy(seat_path(state, from), path);
}

static void what_was_cut_off_is_put_in_order(void **state)
{
	static void (*const works[])(const char *path) = {seal_work, seal_work_of_others};
	const char *path = seal_board(state), *journal = seat_path(state, "b.evs-journal");

	for (size_t i = 0; i < 2; i++) {
		int nth = 1, healed = 0;

		for (; cut_run(works[i], path, nth) && nth < SEAL_CUTS_MOST; nth++) {
			healed += !access(journal, F_OK);
			assert_true(seat_count(path, nth % 2 ? STORE_WRITE : STORE_READ) - 1 < 2);
			if (access(journal, F_OK) && seat_count(path, STORE_READ) == 2)
				seal_restore(state, path, "now.evs");
		}
		assert_true(nth > 5 && nth < SEAL_CUTS_MOST && healed > 3);
		seal_restore(state, path, "now.evs");
	}
}

/* Opens PATH with a journal of another file beside it: that is refused or the journal says nothing, and neither
 * file is changed. Returns whether it was refused. */
static bool seal_is_refused(const char *path, const char *journal)
{
	struct seal_bytes before = seal_read_file(path), rest = seal_read_file(journal);
	struct error err = ERROR_INIT;
	struct store *store = NULL;
	bool refused = false;

	for (int mode = STORE_READ; mode <= STORE_WRITE; mode++) {
		if (!store_open(path, (enum store_mode)mode, &store, &err)) {
			store_close(store);
		} else {
			seat_check_error(&err, "“-journal” next to it");
			refused = true;
		}
	}
	seal_check_same(&before, path);
	if (refused)
		seal_check_same(&rest, journal);
	else
		free(rest.bytes);
	return refused;
}

/* An end alone, with nothing before it that anybody would act upon. */
static void seal_end(const char *journal)
{
	static const unsigned char magic[] = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};
	FILE *out = fopen(journal, "a");

	assert_non_null(out);
	assert_int_equal(fwrite(magic, 1, sizeof(magic), out), sizeof(magic));
	assert_int_equal(fclose(out), 0);
}

static void a_journal_of_several_files_is_not_played_back(void **state)
{
	char path[1024], journal[1024];
	int tried = 0;

	seal_board(state);
	strcpy(path, seat_path(state, "b.evs")); /* seat_path() gives its buffers again after a while */
	strcpy(journal, seat_path(state, "b.evs-journal"));
	for (int nth = 1; cut_run(seal_work_of_others, path, nth) && nth < SEAL_CUTS_MOST; nth++) {
		if (!access(journal, F_OK)) {
			seal_end(journal);
			tried += seal_is_refused(path, journal);
		}
		seal_restore(state, path, "now.evs");
	}
	assert_true(tried > 2);
}

static void a_journal_of_another_file_is_not_played_back(void **state)
{
	static const char *const strangers[] = {"old.evs", "sibling.evs"};
	static void (*const works[])(const char *path) = {seal_work, seal_work_of_others};
	const char *path = seal_board(state), *journal = seat_path(state, "b.evs-journal");

	for (size_t i = 0; i < 4; i++) {
		int nth = 1, refused = 0;

		for (; cut_run(works[i / 2], path, nth) && nth < SEAL_CUTS_MOST; nth++) {
			size_t stickies = i % 2 ? 2 : 0;

			seat_copy(seat_path(state, strangers[i % 2]), path); /* as cp does, over the file */
			refused += seal_is_refused(path, journal);
			unlink(journal);
			assert_int_equal(seat_count(path, STORE_WRITE), stickies);
			seal_restore(state, path, "now.evs");
		}
		assert_true(nth < SEAL_CUTS_MOST && refused > 2);
		seal_restore(state, path, "now.evs");
	}
}

static void a_file_without_its_journal_is_not_taken_for_whole(void **state)
{
	const char *path = seal_board(state), *away = seat_path(state, "away.evs");
	const char *journal = seat_path(state, "b.evs-journal"), *beside = seat_path(state, "away.evs-journal");
	int nth = 1, refused = 0;

	for (; cut_run(seal_work, path, nth) && nth < SEAL_CUTS_MOST; nth++) {
		struct error err = ERROR_INIT;
		struct store *store = NULL;

		assert_int_equal(rename(path, away), 0);
		if (!store_open(away, STORE_WRITE, &store, &err)) {
			store_close(store);
			assert_true(seat_count(away, STORE_READ) - 1 < 2);
		} else {
			seat_check_error(&err, "interrupted");
			refused++;
			assert_int_equal(rename(journal, beside), 0);
			assert_int_equal(seat_count(away, STORE_WRITE), 1);
		}
		unlink(journal);
		unlink(beside);
		unlink(away);
		seal_restore(state, path, "now.evs");
	}
	assert_true(nth < SEAL_CUTS_MOST && refused > 2);
}

static void what_is_no_journal_stays(void **state)
{
	const char *path = seal_board(state), *journal = seat_path(state, "b.evs-journal");
	int fd = open(journal, O_CREAT | O_WRONLY, 0644);

	assert_int_equal(write(fd, "notes of the meeting", 20), 20);
	close(fd);
	assert_true(seal_is_refused(path, journal));
	assert_int_equal(truncate(path, 0), 0); /* SQLite would remove the journal of an empty file */
	assert_true(store_open(path, STORE_WRITE, NULL, NULL) < 0);
	assert_int_equal(access(journal, F_OK), 0);
}

/* Copies the first page of FROM, then lets somebody work on it, then copies the rest. */
static void a_copy_made_amid_an_action_is_told(void **state)
{
	const char *path = seal_board(state), *copy = seat_path(state, "copy.evs");
	struct seal_bytes before = seal_read_file(path), after;
	struct error err = ERROR_INIT;
	struct board *board = board_new();
	struct store *store = NULL;
	int fd, failed;

	seal_work(path);
	after = seal_read_file(path);
	fd = open(copy, O_CREAT | O_WRONLY, 0644);
	assert_int_equal(write(fd, before.bytes, 4096), 4096);
	assert_int_equal(write(fd, after.bytes + 4096, after.len - 4096), (ssize_t)after.len - 4096);
	close(fd);
	failed = store_open(copy, STORE_READ, &store, &err);
	if (!failed)
		failed = store_load(store, board, &err);
	assert_true(failed < 0);
	seat_check_error(&err, "in the middle of an action");
	store_close(store);
	board_free(board);
	free(before.bytes);
	free(after.bytes);
}

static void nothing_is_written_to_a_file_copied_over(void **state)
{
	static const char *const strangers[] = {"old.evs", "sibling.evs"};
	const char *path = seal_board(state);

	for (size_t i = 0; i < 2; i++) {
		struct error err = ERROR_INIT;
		struct seal_bytes before;
		struct seat seat;

		seal_restore(state, path, "now.evs");
		seat_open(&seat, path, STORE_WRITE);
		seat_put(&seat, 0, "two", 2, 1);
		seat_copy(seat_path(state, strangers[i]), path);
		before = seal_read_file(path);
		assert_true(store_begin(seat.store, &err) < 0);
		seat_check_error(&err, "nothing was changed");
		seat_close(&seat);
		seal_check_same(&before, path);
	}
}

static void a_copy_that_goes_on_is_news(void **state)
{
	const char *path = seal_board(state);
	struct seat seat;

	seat_open(&seat, path, STORE_WRITE);
	seat_copy(seat_path(state, "sibling.evs"), path);
	seat_put(&seat, 0, "three", 3, 3);
	assert_int_equal(board_count(seat.board, ENTITY_STICKY), 3);
	seat_check(&seat, path);
	seat_close(&seat);
}

static void nothing_lies_beside_a_board_that_is_open(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct seat one, two;

	seat_open(&one, path, STORE_NEW);
	seat_open(&two, path, STORE_READ);
	for (int i = 1; i < 5; i++) {
		seat_put(&one, 0, "x", i, 1);
		assert_int_equal(seat_files(state), 1);
		assert_int_equal(store_catch_up(two.store, two.board, NULL, NULL), 0);
		assert_int_equal(seat_files(state), 1);
	}
	seat_close(&two);
	seat_close(&one);
}

static void what_others_back_up_is_a_board(void **state)
{
	const char *path = seal_board(state);
	char sql[1100];

	snprintf(sql, sizeof(sql), ".backup '%s'", seat_path(state, "copy.evs"));
	seat_sql(path, sql);
	snprintf(sql, sizeof(sql), "vacuum into '%s'", seat_path(state, "small.evs"));
	seat_sql(path, sql);
	for (int i = 0; i < 2; i++) {
		const char *copy = seat_path(state, i ? "small.evs" : "copy.evs");

		assert_int_equal(seat_count(copy, STORE_READ), 1);
		for (int k = 0; k < 3; k++)
			seal_work_of_others(copy);
		seal_work(copy);
		assert_int_equal(seat_count(copy, STORE_READ), 2);
	}
}

int main(void)
{
#define SEAL_TEST(name) cmocka_unit_test_setup_teardown(name, seat_folder_make, seat_folder_remove)
	const struct CMUnitTest tests[] = {
		SEAL_TEST(what_was_cut_off_is_put_in_order),
		SEAL_TEST(a_journal_of_several_files_is_not_played_back),
		SEAL_TEST(a_journal_of_another_file_is_not_played_back),
		SEAL_TEST(a_file_without_its_journal_is_not_taken_for_whole),
		SEAL_TEST(what_is_no_journal_stays),
		SEAL_TEST(a_copy_made_amid_an_action_is_told),
		SEAL_TEST(nothing_is_written_to_a_file_copied_over),
		SEAL_TEST(a_copy_that_goes_on_is_news),
		SEAL_TEST(nothing_lies_beside_a_board_that_is_open),
		SEAL_TEST(what_others_back_up_is_a_board),
	};

	return cmocka_run_group_tests_name("store/seal", tests, NULL, NULL);
}
