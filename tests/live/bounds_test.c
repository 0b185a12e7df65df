/*
 * What one person at a terminal can cost, and that they are gone when their terminal is: whatever size it claims,
 * whether it takes what is written, whatever comes from it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/sandbox.h"

#define LIMIT_MS 20000

/* So much memory may a terminal of any size cost; the sanitizers take their part. */
#if defined(__SANITIZE_ADDRESS__)
#define MEMORY_MOST_KB (700 * 1024)
#else
#define MEMORY_MOST_KB (150 * 1024)
#endif

/* What was read last: enough to find a word in. */
#define LINE_BYTES 65536

static struct sandbox box;

/* A program at a terminal that is only read when somebody waits for it. */
struct line {
	pid_t pid;
	int master;
	char seen[LINE_BYTES + 1];
	size_t len;
};

static int with_board(void **state)
{
	char *argv[] = {(char *)"evstorm", (char *)"new", (char *)"b", NULL};

	(void)state;
	return sandbox_init(&box) && sandbox_run(&box, argv, NULL, LIMIT_MS) == 0 ? 0 : -1;
}

static int without_board(void **state)
{
	(void)state;
	sandbox_release(&box);
	return 0;
}

static void line_start(struct line *line, unsigned short rows, unsigned short columns)
{
	struct winsize size = {.ws_row = rows, .ws_col = columns};
	char *argv[] = {getenv("EVSTORM"), (char *)"b", NULL};

	*line = (struct line){0};
	line->pid = forkpty(&line->master, NULL, NULL, &size);
	assert_true(line->pid >= 0);
	if (!line->pid) {
		execve(argv[0], argv, box.env.items);
		_exit(127);
	}
	fcntl(line->master, F_SETFL, O_NONBLOCK);
}

/* Reads what is there; false at the end of the line. */
static bool line_read(struct line *line)
{
	char bytes[8192];
	ssize_t len = read(line->master, bytes, sizeof(bytes));
	size_t drop;

	if (len <= 0)
		return len < 0 && (errno == EAGAIN || errno == EINTR);
	drop = line->len + (size_t)len > LINE_BYTES ? line->len + (size_t)len - LINE_BYTES : 0;
	memmove(line->seen, line->seen + drop, line->len - drop);
	memcpy(line->seen + line->len - drop, bytes, (size_t)len);
	line->len += (size_t)len - drop;
	line->seen[line->len] = '\0';
	return true;
}

/* Reads until TEXT has come. */
static bool line_sees(struct line *line, const char *text)
{
	long long end = child_now_ms() + LIMIT_MS;
	struct pollfd wait = {.fd = line->master, .events = POLLIN};

	while (!memmem(line->seen, line->len, text, strlen(text))) {
		if (child_now_ms() > end || !line_read(line))
			return false;
		poll(&wait, 1, 50);
	}
	line->len = 0;
	return true;
}

static void line_press(const struct line *line, const char *keys)
{
	assert_int_equal(write(line->master, keys, strlen(keys)), strlen(keys));
}

static void line_resize(const struct line *line, unsigned short rows, unsigned short columns)
{
	struct winsize size = {.ws_row = rows, .ws_col = columns};

	assert_int_equal(ioctl(line->master, TIOCSWINSZ, &size), 0); /* which sends the signal, too */
}

/* Has it ended within the limit? With READS its terminal takes what is written meanwhile. */
static bool line_ends(struct line *line, bool reads, int *status)
{
	long long end = child_now_ms() + LIMIT_MS;
	pid_t ended;

	while (!(ended = waitpid(line->pid, status, WNOHANG)) && child_now_ms() < end) {
		if (reads)
			line_read(line);
		poll(NULL, 0, 5);
	}
	if (!ended) {
		kill(line->pid, SIGKILL);
		waitpid(line->pid, status, 0);
	}
	return ended == line->pid;
}

/* The most memory that it has ever had. */
static long line_memory_kb(const struct line *line)
{
	char path[64], row[256];
	long most = 0;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%ld/status", (long)line->pid);
	file = fopen(path, "r");
	assert_non_null(file);
	while (fgets(row, sizeof(row), file))
		if (!strncmp(row, "VmHWM:", 6))
			most = strtol(row + 6, NULL, 10);
	fclose(file);
	return most;
}

static void a_vast_terminal_costs_no_more_than_a_large_one(void **state)
{
	static const struct {
		unsigned short rows, columns;
	} sizes[] = {{20000, 20000}, {65535, 65535}, {1, 65535}, {65535, 1}, {24, 80}};
	struct line line;
	int status;

	(void)state;
	line_start(&line, 20000, 20000);
	assert_true(line_sees(&line, "The board is empty"));
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
		line_resize(&line, sizes[i].rows, sizes[i].columns);
	assert_true(line_sees(&line, "The board is empty"));
	line_resize(&line, 20000, 20000);
	line_press(&line, "iOrdered\rz?");
	assert_true(line_sees(&line, "Keys on the canvas"));
	printf("# at 20000x20000: %ld kB\n", line_memory_kb(&line));
	assert_in_range(line_memory_kb(&line), 1, MEMORY_MOST_KB);
	line_press(&line, "qq");
	assert_true(line_ends(&line, true, &status));
	assert_int_equal(status, 0);
	close(line.master);
}

static void nor_does_one_that_is_vast_by_its_environment(void **state)
{
	struct line line;
	int status;

	(void)state;
	arglist_set(&box.env, "LINES=20000");
	arglist_set(&box.env, "COLUMNS=20000");
	line_start(&line, 24, 80);
	assert_true(line_sees(&line, "The board is empty"));
	assert_in_range(line_memory_kb(&line), 1, MEMORY_MOST_KB);
	line_press(&line, "q");
	assert_true(line_ends(&line, true, &status));
	assert_int_equal(status, 0);
	close(line.master);
}

/* Has the terminal room for more of what the program writes? */
static bool line_has_room(const struct line *line)
{
	char name[64];
	struct pollfd slave = {.events = POLLOUT};
	bool room;

	assert_int_equal(ptsname_r(line->master, name, sizeof(name)), 0);
	slave.fd = open(name, O_RDWR | O_NOCTTY);
	assert_true(slave.fd >= 0);
	room = poll(&slave, 1, 0) == 1;
	close(slave.fd);
	return room;
}

/* Types half a text, and makes the terminal one that takes nothing any more while much is to be drawn. */
static void line_stop(struct line *line, const char *text)
{
	long long end = child_now_ms() + LIMIT_MS;

	line_start(line, 24, 80);
	assert_true(line_sees(line, "The board is empty"));
	line_press(line, "i");
	line_press(line, text);
	assert_true(line_sees(line, text));
	for (unsigned short row = 0; line_has_room(line); row++) {
		assert_true(child_now_ms() < end);
		line_resize(line, (unsigned short)(100 + row % 2), 500);
		poll(NULL, 0, 5);
	}
}

static void who_is_asked_to_end_does_though_the_terminal_takes_nothing(void **state)
{
	struct line line;
	int status;

	(void)state;
	line_stop(&line, "Half a thought");
	assert_int_equal(kill(line.pid, SIGTERM), 0);
	assert_true(line_ends(&line, false, &status));
	assert_int_equal(status, 0);
	close(line.master);
	line_start(&line, 24, 80);
	assert_true(line_sees(&line, "Half a thought")); /* it was kept */
	line_press(&line, "\rq");
	assert_true(line_ends(&line, true, &status));
	close(line.master);
}

static void who_has_no_terminal_any_more_ends_though_it_took_nothing(void **state)
{
	struct line line;
	int status;

	(void)state;
	line_stop(&line, "Another");
	close(line.master);
	assert_true(line_ends(&line, false, &status));
	assert_true(WIFEXITED(status)); /* in order, though nobody could be told */
}

static void who_draws_without_a_pause_ends_with_the_line(void **state)
{
	struct line line;
	int status;

	(void)state;
	line_start(&line, 400, 1000);
	assert_true(line_sees(&line, "The board is empty"));
	for (int i = 0; i < 20; i++) {
		line_resize(&line, (unsigned short)(390 + i % 2), 1000);
		line_press(&line, "?q");
		line_read(&line);
	}
	close(line.master);
	assert_true(line_ends(&line, false, &status));
	assert_true(WIFEXITED(status));
}

static void keys_without_an_end_keep_nobody_from_being_ended(void **state)
{
	struct line line;
	long long end;
	int status = -1;
	pid_t ended = 0;

	(void)state;
	line_start(&line, 24, 80);
	assert_true(line_sees(&line, "The board is empty"));
	end = child_now_ms() + LIMIT_MS;
	for (int count = 0; !ended && child_now_ms() < end; count++) {
		if (write(line.master, "lhlhlhlhlhlhlhlhlhlhlhlhlhlhlhlh", 32) < 0)
			line_read(&line);
		if (count == 10000)
			kill(line.pid, SIGTERM);
		ended = waitpid(line.pid, &status, WNOHANG);
	}
	if (!ended)
		kill(line.pid, SIGKILL);
	assert_true(ended > 0);
	assert_int_equal(status, 0);
	close(line.master);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			a_vast_terminal_costs_no_more_than_a_large_one, with_board, without_board),
		cmocka_unit_test_setup_teardown(
			nor_does_one_that_is_vast_by_its_environment, with_board, without_board),
		cmocka_unit_test_setup_teardown(
			who_is_asked_to_end_does_though_the_terminal_takes_nothing, with_board, without_board),
		cmocka_unit_test_setup_teardown(
			who_has_no_terminal_any_more_ends_though_it_took_nothing, with_board, without_board),
		cmocka_unit_test_setup_teardown(
			who_draws_without_a_pause_ends_with_the_line, with_board, without_board),
		cmocka_unit_test_setup_teardown(
			keys_without_an_end_keep_nobody_from_being_ended, with_board, without_board),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
