/* What people do to the file of an open board, and what the store says of it. */
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <sched.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "unit/store/seat.h"

#define LIMIT_MS 5000

/* A board with one sticky, open; and a copy of it as it is then. */
static void place_begin(void **state, struct seat *seat)
{
	const char *path = seat_path(state, "b.evs");
	int pause_ms;

	seat_open(seat, path, STORE_NEW);
	seat_put(seat, 0, "first", 1, 1);
	seat_close(seat);
	seat_copy(path, seat_path(state, "older.evs"));
	seat_open(seat, path, STORE_WRITE);
	seat_put(seat, 0, "second", 2, 1);
	assert_true(store_watch(seat->store, &pause_ms) >= 0);
	assert_int_equal(pause_ms, -1); /* while all is well it is not looked at again and again */
}

/* Copies over the file, as cp(1) does. */
static void place_overwrite(const char *from, const char *to)
{
	char bytes[65536];
	int in = open(from, O_RDONLY), out = open(to, O_WRONLY | O_TRUNC);
	ssize_t len;

	assert_true(in >= 0 && out >= 0);
	while ((len = read(in, bytes, sizeof(bytes))) > 0)
		assert_int_equal(write(out, bytes, (size_t)len), len);
	close(in);
	close(out);
}

/* The store is woken, and finds FATE; NOW is where the file is, "" for nowhere. */
static void place_expect(struct seat *seat, enum whereabouts_fate fate, const char *now)
{
	struct whereabouts found = WHEREABOUTS_INIT;
	int pause_ms, watch = store_watch(seat->store, &pause_ms);
	struct pollfd wait = {.fd = watch, .events = POLLIN};

	assert_int_equal(poll(&wait, 1, pause_ms < 0 ? LIMIT_MS : 0) > 0 || pause_ms > 0, 1);
	store_look(seat->store, &found);
	assert_int_equal(found.fate, fate);
	assert_string_equal(found.now.text, now);
	store_watch(seat->store, &pause_ms);
	assert_int_equal(pause_ms > 0, fate != WHEREABOUTS_HERE); /* it may come back */
	assert_int_equal(poll(&wait, 1, 0), 0);                   /* it has been heard */
	whereabouts_release(&found);
}

/* Nothing is written, and the sentence says why; nothing foreign comes in. */
static void place_refuses(struct seat *seat, const char *says)
{
	struct error err = ERROR_INIT;
	size_t count = board_count(seat->board, ENTITY_STICKY);
	bool news;

	assert_int_equal(store_begin(seat->store, &err), ERROR_SYSTEM);
	if (!strstr(err.text, says) || !strstr(err.text, "nothing was changed"))
		fail_msg("“%s” must say “%s”", err.text, says);
	store_catch_up(seat->store, seat->board, &news, NULL);
	assert_false(news);
	assert_int_equal(board_count(seat->board, ENTITY_STICKY), count);
}

static void a_moved_file_is_found(void **state)
{
	const char *path = seat_path(state, "b.evs"), *there = seat_path(state, "new.evs");
	struct seat seat;

	place_begin(state, &seat);
	assert_int_equal(rename(path, there), 0);
	place_expect(&seat, WHEREABOUTS_MOVED, there);
	place_refuses(&seat, "moved to");
	assert_int_equal(rename(there, path), 0);
	place_expect(&seat, WHEREABOUTS_HERE, "");
	seat_put(&seat, 0, "third", 3, 1);
	seat_check(&seat, path);
	seat_close(&seat);
}

static void a_moved_folder_is_found(void **state)
{
	char before[512], after[512], path[600], there[600];
	struct seat seat;
	int pause_ms;

	snprintf(before, sizeof(before), "%s", seat_path(state, "outer"));
	snprintf(after, sizeof(after), "%s", seat_path(state, "other"));
	snprintf(path, sizeof(path), "%s/inner", before);
	assert_int_equal(mkdir(before, 0700), 0);
	assert_int_equal(mkdir(path, 0700), 0);
	snprintf(path, sizeof(path), "%s/inner/b.evs", before);
	snprintf(there, sizeof(there), "%s/inner/b.evs", after);
	place_begin(state, &seat);
	seat_close(&seat);
	assert_int_equal(rename(seat_path(state, "b.evs"), path), 0);
	seat_open(&seat, path, STORE_WRITE);
	store_watch(seat.store, &pause_ms);
	assert_int_equal(rename(before, after), 0);
	place_expect(&seat, WHEREABOUTS_MOVED, there);
	seat_close(&seat);
}

static void a_removed_file_is_missed(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct seat seat;

	place_begin(state, &seat);
	assert_int_equal(unlink(path), 0);
	place_expect(&seat, WHEREABOUTS_REMOVED, "");
	place_refuses(&seat, "removed");
	assert_int_equal(access(path, F_OK), -1);
	seat_close(&seat);
	assert_int_equal(access(path, F_OK), -1);
}

static void another_name_of_a_removed_file_is_found(void **state)
{
	const char *path = seat_path(state, "b.evs"), *two = seat_path(state, "two.evs");
	struct seat seat;

	place_begin(state, &seat);
	assert_int_equal(link(path, two), 0);
	assert_int_equal(unlink(path), 0);
	place_expect(&seat, WHEREABOUTS_MOVED, two);
	seat_close(&seat);
}

/* An older copy takes the name, as programs that synchronise do it. */
static void a_replaced_file_is_noticed(void **state)
{
	const char *path = seat_path(state, "b.evs"), *kept = seat_path(state, "kept.evs");
	struct seat seat;

	place_begin(state, &seat);
	assert_int_equal(rename(seat_path(state, "older.evs"), path), 0);
	place_expect(&seat, WHEREABOUTS_REPLACED, "");
	place_refuses(&seat, "replaced");
	seat_close(&seat);
	assert_int_equal(unlink(path), 0);

	place_begin(state, &seat);
	assert_int_equal(rename(path, kept), 0);
	seat_copy(seat_path(state, "older.evs"), path);
	place_expect(&seat, WHEREABOUTS_REPLACED, kept);
	place_refuses(&seat, "another file has its name");
	seat_close(&seat);
}

static void a_file_overwritten_in_place_is_noticed(void **state)
{
	const char *path = seat_path(state, "b.evs"), *kept = seat_path(state, "kept.evs");
	struct seat seat;

	place_begin(state, &seat);
	seat_copy(path, kept);
	place_overwrite(seat_path(state, "older.evs"), path);
	place_expect(&seat, WHEREABOUTS_OVERWRITTEN, "");
	place_refuses(&seat, "overwritten");
	place_overwrite(kept, path);
	place_expect(&seat, WHEREABOUTS_HERE, "");
	seat_put(&seat, 0, "third", 3, 1);
	seat_check(&seat, path);
	place_overwrite("/dev/null", path);
	place_expect(&seat, WHEREABOUTS_OVERWRITTEN, "");
	seat_close(&seat);
}

/* While somebody writes to it nothing can be read, which is no reason to take it for ours again. */
static void an_overwritten_file_that_is_locked_is_no_other(void **state)
{
	const char *path = seat_path(state, "b.evs");
	struct whereabouts found = WHEREABOUTS_INIT;
	struct seat seat;
	sqlite3 *other;

	place_begin(state, &seat);
	place_overwrite(seat_path(state, "older.evs"), path);
	place_expect(&seat, WHEREABOUTS_OVERWRITTEN, "");
	assert_int_equal(sqlite3_open(path, &other), SQLITE_OK);
	assert_int_equal(sqlite3_exec(other, "BEGIN EXCLUSIVE", NULL, NULL, NULL), SQLITE_OK);
	store_look(seat.store, &found);
	sqlite3_close(other);
	assert_int_equal(found.fate, WHEREABOUTS_OVERWRITTEN);
	whereabouts_release(&found);
	seat_close(&seat);
}

/* A copy on which somebody else went on as many times: SQLite's own count of changes is the same. */
static void a_copy_with_the_same_count_is_noticed(void **state)
{
	const char *path = seat_path(state, "b.evs"), *other = seat_path(state, "other.evs");
	struct seat seat, strange;

	place_begin(state, &seat);
	seat_copy(path, other);
	seat_open(&strange, other, STORE_WRITE);
	seat_put(&strange, 0, "theirs", 3, 1);
	seat_close(&strange);
	seat_put(&seat, 0, "ours", 3, 1);
	place_overwrite(other, path);
	place_refuses(&seat, "overwritten");
	place_expect(&seat, WHEREABOUTS_OVERWRITTEN, "");
	seat_close(&seat);
}

/* What others commit is no reason to wake up, and no stranger's. */
static void commits_are_not_heard(void **state)
{
	struct seat seat, other;
	int pause_ms, watch;
	struct pollfd wait = {.events = POLLIN};
	struct whereabouts now = WHEREABOUTS_INIT;

	place_begin(state, &seat);
	watch = store_watch(seat.store, &pause_ms);
	wait.fd = watch;
	seat_open(&other, seat_path(state, "b.evs"), STORE_WRITE);
	for (int i = 0; i < 5; i++)
		seat_put(&other, 0, "theirs", 1 + i, 5);
	assert_int_equal(poll(&wait, 1, 0), 0);
	store_look(seat.store, &now);
	assert_int_equal(now.fate, WHEREABOUTS_HERE);
	assert_int_equal(store_catch_up(seat.store, seat.board, NULL, NULL), 0);
	assert_int_equal(board_count(seat.board, ENTITY_STICKY), 7);
	whereabouts_release(&now);
	seat_close(&other);
	seat_close(&seat);
}

/* In a process with mounts of its own: the disk goes away under the board. */
static int place_lose_disk(void **state)
{
	const char *disk = seat_path(state, "disk");
	struct whereabouts now = WHEREABOUTS_INIT;
	struct pollfd wait = {.events = POLLIN};
	struct seat seat;
	int pause_ms, heard;

	if (unshare(CLONE_NEWNS) || mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) || mkdir(disk, 0700) ||
		mount("none", disk, "tmpfs", 0, NULL))
		return 77;
	seat_open(&seat, seat_path(state, "disk/b.evs"), STORE_NEW);
	seat_put(&seat, 0, "first", 1, 1);
	wait.fd = store_watch(seat.store, &pause_ms);
	store_look(seat.store, &now);
	if (now.fate != WHEREABOUTS_HERE || umount2(disk, MNT_DETACH))
		return 1;
	heard = poll(&wait, 1, LIMIT_MS);
	store_look(seat.store, &now);
	if (heard != 1 || now.fate != WHEREABOUTS_MOVED || now.now.len)
		return 2;
	return store_begin(seat.store, NULL) == ERROR_SYSTEM ? 0 : 3;
}

static void a_disk_that_goes_away_is_missed(void **state)
{
	pid_t pid = fork();
	int status;

	assert_true(pid >= 0);
	if (!pid)
		_exit(place_lose_disk(state));
	assert_int_equal(waitpid(pid, &status, 0), pid);
	rmdir(seat_path(state, "disk"));
	if (WIFEXITED(status) && WEXITSTATUS(status) == 77)
		skip();
	assert_int_equal(status, 0);
}

/* Without the right to look into the folder nothing is known of the file: it is not said to be gone. */
static void a_closed_folder_is_no_removal(void **state)
{
	char folder[512], path[600];
	struct whereabouts now = WHEREABOUTS_INIT;
	struct strbuf sentence = STRBUF_INIT;
	uid_t user = geteuid();
	struct seat seat;

	snprintf(folder, sizeof(folder), "%s", seat_path(state, "closed"));
	snprintf(path, sizeof(path), "%s/b.evs", folder);
	assert_int_equal(mkdir(folder, 0700), 0);
	seat_open(&seat, path, STORE_NEW);
	assert_int_equal(chmod(folder, 0), 0);
	assert_int_equal(seteuid(user ? user : 65534), 0); /* nothing is closed to root */
	store_look(seat.store, &now);
	assert_int_equal(seteuid(user), 0);
	chmod(folder, 0700);
	assert_int_equal(now.fate, WHEREABOUTS_UNREACHABLE);
	assert_int_equal(now.number, EACCES);
	whereabouts_say(&now, &sentence);
	assert_non_null(strstr(sentence.text, "reached"));
	strbuf_release(&sentence);
	whereabouts_release(&now);
	seat_close(&seat);
}

#define PLACE_TEST(name) cmocka_unit_test_setup_teardown(name, seat_folder_make, seat_folder_remove)

int main(void)
{
	const struct CMUnitTest tests[] = {
		PLACE_TEST(a_moved_file_is_found),
		PLACE_TEST(a_moved_folder_is_found),
		PLACE_TEST(a_removed_file_is_missed),
		PLACE_TEST(another_name_of_a_removed_file_is_found),
		PLACE_TEST(a_replaced_file_is_noticed),
		PLACE_TEST(a_file_overwritten_in_place_is_noticed),
		PLACE_TEST(an_overwritten_file_that_is_locked_is_no_other),
		PLACE_TEST(a_copy_with_the_same_count_is_noticed),
		PLACE_TEST(commits_are_not_heard),
		PLACE_TEST(a_disk_that_goes_away_is_missed),
		PLACE_TEST(a_closed_folder_is_no_removal),
	};

	return cmocka_run_group_tests_name("store/place", tests, NULL, NULL);
}
