/*
 * selftest: the harness, tried on programs that every system has.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "lib/arglist.h"
#include "lib/golden.h"
#include "lib/sandbox.h"
#include "lib/screen.h"
#include "lib/stroke.h"

#include <setjmp.h>
#include <signal.h>
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

#define SELFTEST_LIMIT_MS 10000
#define SELFTEST_ROWS 5
#define SELFTEST_COLS 20

/* ---- every test has a sandbox and at most one program ---- */

struct selftest {
	struct sandbox box;
	struct screen *screen; /* NULL while nothing runs */
};

static int selftest_setup(void **state)
{
	struct selftest *t = calloc(1, sizeof(*t));

	*state = t;
	return t && sandbox_init(&t->box) ? 0 : -1;
}

static int selftest_teardown(void **state)
{
	struct selftest *t = *state;

	screen_close(t->screen);
	sandbox_release(&t->box);
	free(t);
	return 0;
}

/* Runs a line of shell on a terminal. */
static struct screen *selftest_run(void **state, const char *line)
{
	struct selftest *t = *state;
	char *argv[] = {"sh", "-c", (char *)line, NULL};

	t->screen = screen_start(SELFTEST_ROWS, SELFTEST_COLS, argv, t->box.env.items);
	assert_non_null(t->screen);
	return t->screen;
}

static void selftest_wait(struct screen *s, const char *text)
{
	if (!screen_wait_text(s, text, SELFTEST_LIMIT_MS))
		fail_msg("the screen must come to show \"%s\"", text);
}

static int selftest_status(struct screen *s)
{
	int status = -1;

	assert_true(screen_wait_exit(s, &status, SELFTEST_LIMIT_MS));
	return status;
}

/* ---- screen ---- */

static void test_text(void **state)
{
	struct screen *s = selftest_run(state, "printf 'one\\n\\n  three  '; exec cat >/dev/null");
	char *row;

	selftest_wait(s, "three");
	row = screen_row_text(s, 2);
	assert_string_equal(row, "  three");
	free(row);
	assert_true(screen_contains(s, "one"));
	assert_false(screen_contains(s, "two"));
	assert_false(screen_wait_text(s, "two", 0));
	assert_false(screen_wait_gone(s, "one", 0));
	assert_int_equal(screen_bytes(s), strlen("one\r\n\r\n  three  "));
}

static bool selftest_has_read(struct screen *s, void *bytes)
{
	return screen_bytes(s) >= *(const size_t *)bytes;
}

/* A letter may come in pieces, wherever it is cut and whatever is before it. */
static void test_cut_letter(void **state)
{
	static const char *const lines[] = {
		"stty -echo; printf 'ab\\352'; read x; printf '\\260\\200!'",
		"stty -echo; printf '\\352\\260\\200 \\352\\260'; read x; printf '\\200 \\352\\260\\200!'",
		"stty -echo; printf 'x\\360\\237\\230'; read x; printf '\\200!'",
	};
	static const char *const shown[] = {"ab가!", "가 가 가!", "x😀!"};
	static const size_t before[] = {3, 6, 4};

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
		struct selftest *t = *state;

		selftest_run(state, lines[i]);
		assert_true(screen_wait(t->screen, selftest_has_read, (void *)&before[i], SELFTEST_LIMIT_MS));
		assert_true(screen_keys(t->screen, "<Enter>"));
		selftest_wait(t->screen, shown[i]);
		screen_close(t->screen);
		t->screen = NULL;
	}
}

static void test_style(void **state)
{
	static const struct {
		const char *sgr; /* as printf(1) takes it */
		struct screen_style style;
	} rows[] = {
		{"0", {SCREEN_DEFAULT, SCREEN_DEFAULT, 0}},
		{"1", {SCREEN_DEFAULT, SCREEN_DEFAULT, SCREEN_BOLD}},
		{"4;7", {SCREEN_DEFAULT, SCREEN_DEFAULT, SCREEN_UNDERLINE | SCREEN_REVERSE}},
		{"31;42", {1, 2, 0}},
		{"38;5;208", {208, SCREEN_DEFAULT, 0}},
		{"48;2;1;2;255", {SCREEN_DEFAULT, SCREEN_RGB | 0x0102ff, 0}},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct selftest *t = *state;
		struct screen_cell cell;
		char line[80];

		snprintf(line, sizeof(line), "printf '\\033[%smx\\033[m!'", rows[i].sgr);
		selftest_run(state, line);
		selftest_wait(t->screen, "x!");
		cell = screen_cell(t->screen, 0, 0);
		if (cell.style.fg != rows[i].style.fg || cell.style.bg != rows[i].style.bg ||
			cell.style.attrs != rows[i].style.attrs)
			fail_msg("style %s must be seen; got fg %x bg %x attributes %x", rows[i].sgr,
				(unsigned int)cell.style.fg, (unsigned int)cell.style.bg, cell.style.attrs);
		screen_close(t->screen);
		t->screen = NULL;
	}
}

static void test_wide(void **state)
{
	struct screen *s = selftest_run(state, "printf 'a가e\\314\\201.'");

	selftest_wait(s, "a가e\xcc\x81.");
	assert_int_equal(screen_cell(s, 0, 0).width, 1);
	assert_int_equal(screen_cell(s, 0, 1).width, 2);
	assert_string_equal(screen_cell(s, 0, 1).text, "가");
	assert_int_equal(screen_cell(s, 0, 2).width, 0);
	assert_string_equal(screen_cell(s, 0, 2).text, "");
	assert_string_equal(screen_cell(s, 0, 3).text, "e\xcc\x81");
	assert_string_equal(screen_cell(s, 0, 4).text, ".");
	assert_string_equal(screen_cell(s, 0, 5).text, " ");
}

static void test_cursor(void **state)
{
	struct screen *s = selftest_run(state, "printf '\\033[?25l\\033[3;7Hx'; exec cat >/dev/null");
	int row, col;
	bool visible;

	assert_true(screen_wait_cursor(s, 2, 7, SELFTEST_LIMIT_MS));
	screen_cursor(s, &row, &col, &visible);
	assert_int_equal(row, 2);
	assert_int_equal(col, 7);
	assert_false(visible);
	assert_false(screen_wait_cursor(s, 2, 6, 0));
}

static void test_raw(void **state)
{
	struct screen *s = selftest_run(state, "printf 'a\\033[1mb'; read x; printf c");

	selftest_wait(s, "ab");
	assert_string_equal(screen_raw(s, NULL), "a\033[1mb");
	screen_raw_reset(s);
	assert_string_equal(screen_raw(s, NULL), "");
	assert_true(screen_keys(s, "<Enter>"));
	selftest_wait(s, "c");
	assert_string_equal(screen_raw(s, NULL), "\r\nc");
}

static void test_keys(void **state)
{
	static const struct {
		const char *notation, *seen;
	} rows[] = {
		{"abc", "abc"},
		{"<lt>", "<"},
		{"<Up><Down>", "^[[A^[[B"},
		{"<C-a><Tab>.", "^A^I."},
		{"<A-x>", "^[x"},
		{"<Esc>y", "^[y"},
		{"가", "M-jM-0M-^@"},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct selftest *t = *state;
		struct screen *s = selftest_run(state, "stty raw -echo; printf '>'; cat -vt");

		selftest_wait(s, ">");
		assert_true(screen_keys(s, rows[i].notation));
		selftest_wait(s, rows[i].seen);
		assert_false(screen_keys(s, "<NoSuchKey>"));
		screen_close(s);
		t->screen = NULL;
	}
}

static void test_application_cursor_keys(void **state)
{
	struct screen *s = selftest_run(state, "stty raw -echo; printf '\\033[?1h>'; cat -v");

	selftest_wait(s, ">");
	assert_true(screen_keys(s, "<Up>"));
	selftest_wait(s, "^[OA");
}

static void test_resize(void **state)
{
	struct screen *s = selftest_run(state, "trap 'stty size' WINCH; echo ready; "
					       "while :; do read x; done");

	selftest_wait(s, "ready");
	assert_true(screen_resize(s, 7, 33));
	selftest_wait(s, "7 33");
	assert_int_equal(screen_rows(s), 7);
	assert_int_equal(screen_cols(s), 33);
	assert_int_equal(screen_signal(s, SIGKILL), 0);
}

static void test_exit(void **state)
{
	struct selftest *t = *state;
	int status;

	status = selftest_status(selftest_run(state, "echo last; exit 5"));
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 5);
	assert_true(screen_contains(t->screen, "last"));
	assert_false(screen_wait_text(t->screen, "never", SELFTEST_LIMIT_MS));
	screen_close(t->screen);

	status = selftest_status(selftest_run(state, "kill -TERM $$"));
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGTERM);
}

static void test_late(void **state)
{
	struct screen *s = selftest_run(state, "exec cat");
	int status;

	assert_false(screen_wait_exit(s, &status, 1));
	assert_false(screen_wait_text(s, "never", 1));
}

static void test_hangup(void **state)
{
	struct screen *s = selftest_run(state, "echo ready; exec cat");
	int status;

	selftest_wait(s, "ready");
	screen_hangup(s);
	status = selftest_status(s);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGHUP);
}

static void test_cannot_execute(void **state)
{
	struct selftest *t = *state;
	char *argv[] = {"no-such-program", NULL};

	t->screen = screen_start(SELFTEST_ROWS, 60, argv, t->box.env.items);
	assert_non_null(t->screen);
	assert_int_equal(WEXITSTATUS(selftest_status(t->screen)), 127);
	assert_true(screen_contains(t->screen, "no-such-program: No such file"));
}

/* ---- golden ---- */

static void selftest_write(const char *path, const char *text)
{
	FILE *out = fopen(path, "w");

	assert_non_null(out);
	assert_true(fputs(text, out) >= 0);
	assert_int_equal(fclose(out), 0);
}

/* `text` with the first `old` replaced, which must be in it; to be freed. */
static char *selftest_replace(const char *text, const char *old, const char *new)
{
	const char *at = strstr(text, old);
	char *result;

	assert_non_null(at);
	assert_true(asprintf(&result, "%.*s%s%s", (int)(at - text), text, new, at + strlen(old)) > 0);
	return result;
}

static void test_golden_text(void **state)
{
	struct selftest *t = *state;
	char *argv[] = {"printf", "\\033[31m가\\033[m x\\r\\n", NULL}, *text;

	t->screen = screen_start(2, 6, argv, t->box.env.items);
	assert_non_null(t->screen);
	selftest_status(t->screen);
	text = golden_text(t->screen);
	assert_string_equal(text, "|가 x  |\n|      |\n\n|aa....|\n|......|\n\n"
				  "a fg 1 bg default\ncursor 1,0 visible\n");
	free(text);
}

static void test_golden_compare(void **state)
{
	static const struct {
		const char *what, *old, *new;
	} rows[] = {
		{"a character", "plain", "plane"},
		{"an attribute", "bold", "blink"},
		{"where a style is", "aaaa.", "aaaaa"},
		{"the cursor", "visible", "hidden"},
	};
	struct screen *s = selftest_run(state, "printf '\\033[1mBold\\033[m plain'");
	char *text;

	selftest_status(s);
	unsetenv("GENERATE");
	text = golden_text(s);
	selftest_write("same", text);
	assert_true(golden_compare(s, "same"));
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char *other = selftest_replace(text, rows[i].old, rows[i].new);

		selftest_write("other", other);
		if (golden_compare(s, "other"))
			fail_msg("the comparison must see a difference in %s", rows[i].what);
		free(other);
	}
	assert_false(golden_compare(s, "missing"));
	free(text);
}

static void test_golden_generate(void **state)
{
	struct screen *s = selftest_run(state, "printf new");

	selftest_status(s);
	setenv("GENERATE", "1", 1);
	selftest_write("file", "|old|\n");
	assert_true(golden_compare(s, "file"));
	assert_false(golden_compare(s, "no/such/folder"));
	unsetenv("GENERATE");
	assert_true(golden_compare(s, "file"));
}

/* ---- arglist, stroke ---- */

static void test_split(void **state)
{
	struct arglist vars = ARGLIST_INIT, words = ARGLIST_INIT;

	(void)state;
	arglist_set(&vars, "NAME=two words");
	assert_true(arglist_split(&words, "one 'a $NAME' \"b $NAME\" c\\ d $NAME", &vars));
	assert_int_equal(words.count, 5);
	assert_string_equal(words.items[1], "a $NAME");
	assert_string_equal(words.items[2], "b two words");
	assert_string_equal(words.items[3], "c d");
	assert_string_equal(words.items[4], "two words");
	assert_null(words.items[5]);
	assert_false(arglist_split(&words, "'open", &vars));
	assert_false(arglist_split(&words, "$UNKNOWN", &vars));
	arglist_set_value(&vars, "OTHER", "1");
	arglist_unset(&vars, "NAME");
	assert_int_equal(vars.count, 1);
	assert_null(vars.items[1]);
	assert_null(arglist_get(&vars, "NAME", 4));
	assert_string_equal(arglist_get(&vars, "OTHER", 5), "1");
	arglist_release(&words);
	arglist_release(&vars);
}

static void test_stroke(void **state)
{
	static const char *const wrong[] = {"<", "<Tab", "<C-1>", "<S-x>", "<F13>", "<>"};
	struct stroke stroke;

	(void)state;
	for (size_t i = 0; i < sizeof(wrong) / sizeof(wrong[0]); i++)
		if (stroke_parse(&stroke, wrong[i]))
			fail_msg("%s must not be taken for a key", wrong[i]);
	assert_string_equal(stroke_parse(&stroke, "<c-R>rest"), "rest");
	assert_int_equal(stroke.len, 1);
	assert_int_equal(stroke.bytes[0], 'R' & 0x1f);
}

/* ---- sandbox ---- */

static void test_sandbox_run(void **state)
{
	struct selftest *t = *state;
	char *say[] = {"sh", "-c", "echo \"$USER\"; echo no >&2; cat; exit 4", NULL};
	char *hang[] = {"sh", "-c", "echo begun; kill -STOP $$", NULL};
	char *output;
	int status;

	status = sandbox_run(&t->box, say, &output, SELFTEST_LIMIT_MS);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), 4);
	assert_string_equal(output, "ana\nno\n");
	free(output);
	status = sandbox_run(&t->box, hang, NULL, 50);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGKILL);
}

static void test_sandbox_leaves_nothing(void **state)
{
	struct sandbox box;
	char *dir;

	(void)state;
	assert_true(sandbox_init(&box));
	dir = strdup(box.dir);
	assert_non_null(dir);
	assert_int_equal(mkdir("locked", 0700), 0);
	selftest_write("locked/file", "x");
	assert_int_equal(chmod("locked", 0500), 0);
	sandbox_release(&box);
	assert_int_equal(access(dir, F_OK), -1);
	free(dir);
}

#define SELFTEST(test) cmocka_unit_test_setup_teardown(test, selftest_setup, selftest_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		SELFTEST(test_text),
		SELFTEST(test_cut_letter),
		SELFTEST(test_style),
		SELFTEST(test_wide),
		SELFTEST(test_cursor),
		SELFTEST(test_raw),
		SELFTEST(test_keys),
		SELFTEST(test_application_cursor_keys),
		SELFTEST(test_resize),
		SELFTEST(test_exit),
		SELFTEST(test_late),
		SELFTEST(test_hangup),
		SELFTEST(test_cannot_execute),
		SELFTEST(test_golden_text),
		SELFTEST(test_golden_compare),
		SELFTEST(test_golden_generate),
		cmocka_unit_test(test_split),
		cmocka_unit_test(test_stroke),
		SELFTEST(test_sandbox_run),
		SELFTEST(test_sandbox_leaves_nothing),
	};

	return cmocka_run_group_tests_name("lib/harness", tests, NULL, NULL);
}
