/* What has been answered for is on disk, whatever happens to the process or the disk. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "store/store.h"

#define CRASH_ROUNDS 200
#define CRASH_LINES 60
/* No file may grow beyond this, as if the disk were full: less than what SQLite writes for all lines. */
#define CRASH_FULL_BYTES 200000

static char folder[] = "/tmp/evstorm-crash-XXXXXX";
static char path[64], script[64], errors[64];

/* The text of a small file. */
static void slurp(const char *file, char *out, size_t size)
{
	FILE *in = fopen(file, "r");
	size_t len = in ? fread(out, 1, size - 1, in) : 0;

	out[len] = '\0';
	if (in)
		fclose(in);
}

/* Starts `evstorm do BOARD -` on the script; its output comes out of *FD. MOST limits the size of files, 0: it
 * does not. */
static pid_t start(int *fd, rlim_t most)
{
	int ends[2];
	pid_t pid;

	assert_int_equal(pipe(ends), 0);
	pid = fork();
	assert_true(pid >= 0);
	if (!pid) {
		struct rlimit limit = {most, most};

		if (most) {
			signal(SIGXFSZ, SIG_IGN);
			setrlimit(RLIMIT_FSIZE, &limit);
		}
		if (dup2(open(script, O_RDONLY), 0) != 0 || dup2(ends[1], 1) != 1 ||
			dup2(open(errors, O_WRONLY | O_CREAT | O_TRUNC, 0600), 2) != 2)
			_exit(99);
		close(ends[0]);
		execl(getenv("EVSTORM"), "evstorm", "do", path, "--as", "ana", "-", (char *)NULL);
		_exit(99);
	}
	close(ends[1]);
	*fd = ends[0];
	return pid;
}

/* Reads the ids that come out, at most COUNT of them; the last in *LAST. How many came. */
static int read_ids(int fd, int count, int64_t *last)
{
	int got = 0;
	int64_t id = 0;
	char byte;

	while (got < count && read(fd, &byte, 1) == 1) {
		if (byte != '\n') {
			id = id * 10 + byte - '0';
			continue;
		}
		*last = id;
		id = 0;
		got++;
	}
	return got;
}

/* The board as it is on disk holds all ids up to LAST, and its log gives its tables. */
static void board_holds(int64_t last)
{
	struct board *board = board_new();
	struct error err = ERROR_INIT;
	struct store *store;

	if (store_open(path, STORE_WRITE, &store, &err) || store_load(store, board, &err) || store_verify(store, &err))
		fail_msg("%s", err.text);
	for (int64_t id = 1; id <= last; id++)
		if (!board_sticky(board, id))
			fail_msg("sticky %d of %d is lost", (int)id, (int)last);
	store_close(store);
	board_free(board);
}

static void a_killed_process_loses_nothing_it_has_answered_for(void **state)
{
	unsigned seed = 1;
	int64_t last = 0;

	(void)state;
	for (int round = 0; round < CRASH_ROUNDS; round++) {
		int fd, status;
		pid_t pid = start(&fd, 0);

		read_ids(fd, (int)(rand_r(&seed) % CRASH_LINES), &last);
		kill(pid, SIGKILL);
		assert_int_equal(waitpid(pid, &status, 0), pid);
		read_ids(fd, CRASH_LINES, &last);
		close(fd);
		board_holds(last);
	}
	assert_true(last > CRASH_ROUNDS);
}

static void a_full_disk_is_said_and_what_was_answered_stays(void **state)
{
	char text[400];
	int64_t last = 0;
	int fd, status;
	pid_t pid;

	(void)state;
	pid = start(&fd, CRASH_FULL_BYTES);
	read_ids(fd, CRASH_LINES, &last);
	close(fd);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 3);
	slurp(errors, text, sizeof(text));
	assert_non_null(strstr(text, "evstorm: "));
	assert_ptr_equal(strchr(text, '\n'), text + strlen(text) - 1);
	board_holds(last);
	pid = start(&fd, 0);
	assert_int_equal(read_ids(fd, CRASH_LINES, &last), CRASH_LINES);
	close(fd);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	board_holds(last);
}

static void a_locked_board_is_waited_for_and_then_said(void **state)
{
	struct error err = ERROR_INIT;
	struct store *store;
	struct board *board = board_new();
	char text[400];
	int fd, status;
	pid_t pid;

	(void)state;
	assert_int_equal(store_open(path, STORE_WRITE, &store, &err), 0);
	assert_int_equal(store_load(store, board, &err), 0);
	assert_int_equal(store_begin(store, &err), 0);
	pid = start(&fd, 0);
	assert_int_equal(waitpid(pid, &status, 0), pid);
	close(fd);
	store_rollback(store);
	store_close(store);
	board_free(board);
	assert_int_equal(WEXITSTATUS(status), 3);
	slurp(errors, text, sizeof(text));
	assert_non_null(strstr(text, "locked"));
}

static int with_board(void **state)
{
	struct store *store;
	FILE *out;

	(void)state;
	if (!getenv("EVSTORM") || !mkdtemp(folder))
		return -1;
	snprintf(path, sizeof(path), "%s/b.evs", folder);
	snprintf(script, sizeof(script), "%s/script", folder);
	snprintf(errors, sizeof(errors), "%s/errors", folder);
	if (store_open(path, STORE_NEW, &store, NULL))
		return -1;
	store_close(store);
	out = fopen(script, "w");
	for (int i = 0; out && i < CRASH_LINES; i++)
		fprintf(out, "add event -c %d -r 1 something happened %d\n", i + 1, i);
	return out ? fclose(out) : -1;
}

static int without_board(void **state)
{
	static const char *const names[] = {"b.evs", "b.evs-journal", "script", "errors"};
	char name[80];

	(void)state;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		snprintf(name, sizeof(name), "%s/%s", folder, names[i]);
		unlink(name);
	}
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_killed_process_loses_nothing_it_has_answered_for),
		cmocka_unit_test(a_full_disk_is_said_and_what_was_answered_stays),
		cmocka_unit_test(a_locked_board_is_waited_for_and_then_said),
	};

	return cmocka_run_group_tests_name("crash", tests, with_board, without_board);
}
