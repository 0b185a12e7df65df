/*
 * leave_test: however the program ends, the terminal is the user's again: every
 * mode that was set is unset, the driver's settings are those from before, and
 * nothing goes on running on a terminal that is gone.
 */
#include "lib/sandbox.h"
#include "lib/screen.h"
#include "term/modes.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

#include <cmocka.h>

#define LEAVE_LIMIT_MS 10000
#define LEAVE_ROWS 30
#define LEAVE_COLS 100

#define LEAVE_ALTERNATE_SCREEN 1049
#define LEAVE_BRACKETED_PASTE 2004

/*
 * The shell stands for the user's: with -m it takes the terminal back from a
 * program that stops. The settings of the driver and the program's id go to files.
 */
#define LEAVE_SHELL                                            \
	"ulimit -c 0\n"                                        \
	"stty -g >before\n"                                    \
	"sh -c 'echo $$ >pid; exec \"$EVSTORM\" board'\n"      \
	"code=$?; stty -g >after; echo \"left with $code.\"\n" \
	"read line\n"                                          \
	"stty -g >before; fg; code=$?; stty -g >after; echo \"left again with $code.\"\n"

/* How the program is made to end. */
struct leave_row {
	const char *keys; /* pressed, or NULL */
	int signal;       /* sent unless 0 */
	int code;         /* exit status as the shell gives it; -1: any */
};

struct leave {
	const struct leave_row *row;
	struct sandbox box;
	struct screen *screen;
};

/* ---- before and after each test ---- */

/* Makes the board. */
static bool leave_make_board(const struct leave *t)
{
	char *argv[] = {"sh", "-c", "\"$EVSTORM\" new board", NULL}, *output;
	int status = sandbox_run(&t->box, argv, &output, LEAVE_LIMIT_MS);

	if (status != 0)
		printf("# evstorm new: wait status %#x: %s\n", (unsigned int)status, output);
	free(output);
	return status == 0;
}

static int leave_setup(void **state)
{
	struct leave *t = calloc(1, sizeof(*t));

	if (!t)
		return -1;
	t->row = *state;
	if (!sandbox_init(&t->box) || !leave_make_board(t)) {
		sandbox_release(&t->box);
		free(t);
		return -1;
	}
	*state = t;
	return 0;
}

static int leave_teardown(void **state)
{
	struct leave *t = *state;

	screen_close(t->screen);
	sandbox_release(&t->box);
	free(t);
	return 0;
}

/* ---- looking ---- */

/* Whether the program has taken the terminal over and shows something; a screen_predicate. */
static bool leave_is_open(struct screen *s, void *arg)
{
	size_t len;
	const char *raw = screen_raw(s, &len);
	bool shows = false;

	(void)arg;
	for (int row = 0; row < screen_rows(s) && !shows; row++) {
		char *text = screen_row_text(s, row);

		shows = text[0] != '\0';
		free(text);
	}
	return shows && modes_seen(raw, len, LEAVE_ALTERNATE_SCREEN) && modes_seen(raw, len, LEAVE_BRACKETED_PASTE);
}

static void leave_wait_open(struct screen *s)
{
	if (!screen_wait(s, leave_is_open, NULL, LEAVE_LIMIT_MS))
		fail_msg("the program must take the terminal over");
}

/* Runs `argv` on a terminal and waits until it shows the board. */
static struct screen *leave_start(struct leave *t, char *const argv[])
{
	t->screen = screen_start(LEAVE_ROWS, LEAVE_COLS, argv, t->box.env.items);
	assert_non_null(t->screen);
	leave_wait_open(t->screen);
	return t->screen;
}

static struct screen *leave_start_shell(struct leave *t)
{
	char *argv[] = {"sh", "-m", "-c", LEAVE_SHELL, NULL};

	return leave_start(t, argv);
}

/* The first line of a file, in `line`. */
static void leave_read(const char *path, char *line, int size)
{
	FILE *in = fopen(path, "r");

	if (!in || !fgets(line, size, in))
		fail_msg("the shell must write the file \"%s\"", path);
	fclose(in);
}

/* The terminal must be as before: its modes by the bytes written, its driver by stty. */
static void leave_assert_clean(struct screen *s)
{
	size_t len;
	const char *raw = screen_raw(s, &len);
	char *left = modes_left(raw, len);
	char before[512], after[512];

	if (left[0])
		fail_msg("the terminal must be given back; it is not:\n%s", left);
	free(left);
	leave_read("before", before, sizeof(before));
	leave_read("after", after, sizeof(after));
	assert_string_equal(after, before);
}

/* ---- the tests ---- */

/* The judge of the other tests is itself judged first. */
static void test_modes(void **state)
{
	static const struct {
		const char *bytes, *left;
	} rows[] = {
		{"text", ""},
		{"\033[?1049h\033[?1l", "private mode 1049 is on\n"},
		{"\033[?1002;1006h\033[?1006;1002l", ""},
		{"\033[?1002;1006h\033[?1006l", "private mode 1002 is on\n"},
		{"\033[?25l", "private mode 25 is off\n"},
		{"\033[?25l\033[?7h\033[?25h", ""},
		{"\033=", "the keypad sends application codes\n"},
		{"\033=\033>", ""},
		{"\033[22;0;0t", "1 titles are on the stack\n"},
		{"\033[22;0;0t\033[23;0;0t", ""},
		{"\033[1m", "text has a colour or an attribute\n"},
		{"\033[1;38;5;4;48;2;0;0;9m\033[m", ""},
		{"\033[31;42;4m\033[24;39;49m", ""},
		{"\033[31;42;4m\033[24;39m", "text has a colour or an attribute\n"},
		{"\033(0q\033(B\033]0;\033[?1h\033\\", ""},
		{"\033(0", "the character set is another\n"},
		{"\033[", ""},
		{"\033", ""},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char *left = modes_left(rows[i].bytes, strlen(rows[i].bytes));

		assert_string_equal(left, rows[i].left);
		free(left);
	}
	assert_true(modes_seen("\033[?4h\033[?4l", 10, 4));
	assert_false(modes_seen("\033[?4h", 5, 5));
}

/* Does what the row says and waits until the shell says `line`. */
static void leave_end(struct leave *t, const char *line)
{
	char pid[32];

	if (t->row->keys)
		assert_true(screen_keys(t->screen, t->row->keys));
	if (t->row->signal) {
		leave_read("pid", pid, sizeof(pid));
		assert_int_equal(kill((pid_t)atoi(pid), t->row->signal), 0);
	}
	if (!screen_wait_text(t->screen, line, LEAVE_LIMIT_MS))
		fail_msg("the shell must come to say \"%s\"", line);
	leave_assert_clean(t->screen);
}

static void test_leave(void **state)
{
	struct leave *t = *state;
	char line[32];

	leave_start_shell(t);
	if (t->row->code < 0)
		snprintf(line, sizeof(line), "left with ");
	else
		snprintf(line, sizeof(line), "left with %d.", t->row->code);
	leave_end(t, line);
}

/* Stopped, and gone on with: both times the terminal changes hands. */
static void test_suspend(void **state)
{
	static const struct leave_row quit = {.keys = "q"};
	struct leave *t = *state;
	struct screen *s = leave_start_shell(t);
	char line[32];

	snprintf(line, sizeof(line), "left with %d.", 128 + SIGTSTP);
	leave_end(t, line);
	screen_raw_reset(s);
	assert_true(screen_keys(s, "<Enter>"));
	leave_wait_open(s);
	t->row = &quit;
	leave_end(t, "left again with 0.");
}

/* Nobody is there any more: the program must end, not wait for or spin on what never comes. */
static void test_hangup(void **state)
{
	struct leave *t = *state;
	char *direct[] = {"sh", "-c", "ulimit -c 0; exec \"$EVSTORM\" board", NULL};
	char *deaf[] = {"sh", "-c", "ulimit -c 0; trap '' HUP; exec \"$EVSTORM\" board", NULL};
	struct screen *s = leave_start(t, t->row->signal == SIGHUP ? direct : deaf);
	int status;

	screen_hangup(s);
	if (!screen_wait_exit(s, &status, LEAVE_LIMIT_MS))
		fail_msg("the program must end when its terminal is gone");
	if (WIFSIGNALED(status) && WTERMSIG(status) != SIGHUP)
		fail_msg("the program must end in order; signal %d ended it", WTERMSIG(status));
}

#define LEAVE(title, test, ...)                                               \
	{                                                                     \
		title, test, leave_setup, leave_teardown, &(struct leave_row) \
		{                                                             \
			__VA_ARGS__                                           \
		}                                                             \
	}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_modes),
		LEAVE("leaves by q", test_leave, "q", 0, 0),
		LEAVE("leaves on SIGTERM", test_leave, NULL, SIGTERM, -1),
		LEAVE("leaves on SIGHUP", test_leave, NULL, SIGHUP, -1),
		LEAVE("leaves on SIGINT", test_leave, NULL, SIGINT, -1),
		LEAVE("dies of SIGQUIT", test_leave, NULL, SIGQUIT, 128 + SIGQUIT),
		LEAVE("dies of SIGSEGV", test_leave, NULL, SIGSEGV, 128 + SIGSEGV),
		LEAVE("dies of SIGBUS", test_leave, NULL, SIGBUS, 128 + SIGBUS),
		LEAVE("dies of SIGFPE", test_leave, NULL, SIGFPE, 128 + SIGFPE),
		LEAVE("dies of SIGABRT", test_leave, NULL, SIGABRT, 128 + SIGABRT),
		LEAVE("stops by ^Z and goes on", test_suspend, "<C-z>", 0, 0),
		LEAVE("stops on SIGTSTP and goes on", test_suspend, NULL, SIGTSTP, 0),
		LEAVE("ends on hang-up", test_hangup, NULL, SIGHUP, 0),
		LEAVE("ends on hang-up without SIGHUP", test_hangup, NULL, 0, 0),
	};

	return cmocka_run_group_tests_name("term/leave", tests, NULL, NULL);
}
