/*
 * cast_test: a recording is what it says it is: each line valid, times that never go back; played, its last screen
 * is that of the canvas. Where asciinema is installed, it plays it.
 */
#include "lib/sandbox.h"
#include "lib/screen.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define CAST_LIMIT_MS 20000
#define CAST_HEAD_BYTES 4096

/* Sizes of the screen. */
struct cast_size {
	int columns, rows;
};

struct cast {
	const struct cast_size *size;
	struct sandbox box;
	struct screen *played, *live;
};

/* Runs a line of the shell, which must do. */
static void cast_shell(struct cast *t, const char *line)
{
	char *argv[] = {"sh", "-c", (char *)line, NULL}, *output;
	int status = sandbox_run(&t->box, argv, &output, CAST_LIMIT_MS);

	if (status != 0)
		fail_msg("%s: wait status %#x: %s", line, (unsigned int)status, output);
	free(output);
}

static int cast_setup(void **state)
{
	struct cast *t = calloc(1, sizeof(*t));

	if (!t)
		return -1;
	t->size = *state;
	if (!sandbox_init(&t->box)) {
		free(t);
		return -1;
	}
	*state = t;
	cast_shell(t, "\"$EVSTORM\" new board -i \"$EVSTORM_DATADIR/boards/shop-ko\"");
	return 0;
}

static int cast_teardown(void **state)
{
	struct cast *t = *state;

	screen_close(t->played);
	screen_close(t->live);
	sandbox_release(&t->box);
	free(t);
	return 0;
}

/* The value of four hexadecimal digits; -1 when these are none. */
static int cast_hex(const char *at)
{
	char digits[5] = "", *end;
	long value;

	memcpy(digits, at, strnlen(at, 4));
	value = strtol(digits, &end, 16);
	return end == digits + 4 ? (int)value : -1;
}

/* Appends what the JSON string at AT stands for to OUT, and gives what is behind it; NULL when it is none. No
 * escape beyond ASCII is written. */
static const char *cast_string(const char *at, FILE *out)
{
	if (*at++ != '"')
		return NULL;
	for (; *at && *at != '"'; at++) {
		if ((unsigned char)*at < ' ')
			return NULL;
		if (*at != '\\') {
			fputc(*at, out);
			continue;
		}
		at++;
		if (*at == 'u' && cast_hex(at + 1) >= 0 && cast_hex(at + 1) < 0x80) {
			fputc(cast_hex(at + 1), out);
			at += 4;
		} else if (*at == '"' || *at == '\\') {
			fputc(*at, out);
		} else if (*at == 'n') {
			fputc('\n', out);
		} else {
			return NULL;
		}
	}
	return *at == '"' ? at + 1 : NULL;
}

/* The head of a recording of VERSION. */
static void cast_head(const struct cast *t, int version, char *out, size_t size)
{
	if (version == 2)
		snprintf(
			out, size, "{\"version\": 2, \"width\": %d, \"height\": %d, ", t->size->columns, t->size->rows);
	else
		snprintf(out, size,
			"{\"version\": 3, \"term\": {\"cols\": %d, \"rows\": %d, \"type\": ", t->size->columns,
			t->size->rows);
}

/* Reads board.cast, of VERSION, and writes what a terminal is sent to the file `bytes`, and where the markers are to
 * `marks`: the time in ms, a blank, and the label. */
static void cast_read(const struct cast *t, int version)
{
	char head[CAST_HEAD_BYTES], wanted[80], *line = NULL;
	FILE *in = fopen("board.cast", "r"), *out = fopen("bytes", "w"), *marks = fopen("marks", "w");
	double time, before = 0;
	size_t size = 0;
	char code;

	assert_non_null(in);
	assert_non_null(out);
	assert_non_null(marks);
	assert_non_null(fgets(head, sizeof(head), in));
	cast_head(t, version, wanted, sizeof(wanted));
	assert_memory_equal(head, wanted, strlen(wanted));
	assert_non_null(strstr(head, "}\n"));
	while (getline(&line, &size, in) > 0) {
		int len = 0;
		const char *end;

		if (sscanf(line, "[%lf, \"%c\", %n", &time, &code, &len) != 2 || !len || !strchr("om", code))
			fail_msg("an event must be [time, \"o\" or \"m\", text], and is %s", line);
		time += version == 3 ? before : 0;
		assert_true(time >= before);
		before = time;
		if (code == 'm')
			fprintf(marks, "%.0f ", time * 1000);
		end = cast_string(line + len, code == 'm' ? marks : out);
		if (code == 'm')
			fputc('\n', marks);
		if (!end || strcmp(end, "]\n"))
			fail_msg("an event must end with a string and ], and is %s", line);
	}
	free(line);
	fclose(in);
	fclose(marks);
	assert_int_equal(fclose(out), 0);
}

static void cast_compare(const struct screen *played, const struct screen *live)
{
	for (int row = 0; row < screen_rows(live); row++) {
		char *is = screen_row_text(played, row), *must = screen_row_text(live, row);

		assert_string_equal(is, must);
		free(is);
		free(must);
		for (int col = 0; col < screen_cols(live); col++)
			assert_int_equal(screen_cell(played, row, col).style.bg, screen_cell(live, row, col).style.bg);
	}
}

/* Ends what is played; the title that no recording sets. */
static const char cast_end[] = "\033]0;.\007";

static bool cast_is_played(struct screen *played, void *arg)
{
	size_t len, end = strlen(cast_end);
	const char *raw = screen_raw(played, &len);

	(void)arg;
	return len >= end && !memcmp(raw + len - end, cast_end, end);
}

/* Does LIVE show what was PLAYED? It may still be drawing. */
static bool cast_is_same(struct screen *live, void *played)
{
	bool same = true;

	for (int row = 0; row < screen_rows(live) && same; row++) {
		char *is = screen_row_text(played, row), *must = screen_row_text(live, row);

		same = !strcmp(is, must);
		free(is);
		free(must);
	}
	return same;
}

/* It wants a terminal, whatever it is asked. */
static void cast_ask_asciinema(struct cast *t)
{
	char *argv[] = {"sh", "-c", "LC_ALL=C.UTF-8 asciinema cat board.cast", NULL};
	int status = -1;

	if (system("command -v asciinema >/dev/null 2>&1")) {
		printf("# asciinema is not installed: it was not asked\n");
		return;
	}
	screen_close(t->played);
	t->played = screen_start(t->size->rows, t->size->columns, argv, t->box.env.items);
	assert_non_null(t->played);
	assert_true(screen_wait_exit(t->played, &status, CAST_LIMIT_MS));
	assert_int_equal(status, 0);
}

static void the_last_screen_is_that_of_the_canvas(void **state)
{
	struct cast *t = *state;
	char *play[] = {"sh", "-c", "stty raw -echo; cat bytes; printf '\\033]0;.\\007'; read line", NULL};
	char *open[] = {"sh", "-c", "exec \"$EVSTORM\" -r board", NULL};
	char record[160];

	snprintf(record, sizeof(record), "\"$EVSTORM\" review board --cast board.cast --speed 1000 --size %dx%d",
		t->size->columns, t->size->rows);
	cast_shell(t, record);
	cast_read(t, 2);
	t->live = screen_start(t->size->rows, t->size->columns, open, t->box.env.items);
	t->played = screen_start(t->size->rows, t->size->columns, play, t->box.env.items);
	assert_non_null(t->live);
	assert_non_null(t->played);
	assert_true(screen_wait(t->played, cast_is_played, NULL, CAST_LIMIT_MS));
	screen_wait(t->live, cast_is_same, t->played, CAST_LIMIT_MS); /* otherwise the comparison says what differs */
	cast_compare(t->played, t->live);
	cast_ask_asciinema(t);
}

static void a_part_is_recorded_in_order(void **state)
{
	struct cast *t = *state;

	cast_shell(t, "\"$EVSTORM\" review board --cast part.cast --from step:3 --to step:4");
	cast_shell(t, "\"$EVSTORM\" review board --cast - | cmp -s - part.cast && exit 1; exit 0");
	cast_shell(t, "! \"$EVSTORM\" review board --cast no.cast --from step:4 --to step:3 2>why && "
		      "grep 'end before it starts' why && test ! -e no.cast");
	cast_shell(t, "! \"$EVSTORM\" review board --cast no.cast --size 10x2 2>why && grep COLSxROWS why");
	cast_shell(t, "! \"$EVSTORM\" review board --size 100x30 2>why && grep 'requires --cast' why");
}

/* Steps and bookmarks are markers in their order, in either version at the same times; what is before the beginning, or
 * behind the end, is none. */
static void markers_tell_steps_and_bookmarks(void **state)
{
	struct cast *t = *state;

	cast_shell(t, "\"$EVSTORM\" do board step 4 ';' add event Late");
	cast_shell(t, "\"$EVSTORM\" log board | sed -n '$s/ .*/ The \"end\"/p' >\"$EVSTORM_BOARDS/board.marks\"");
	cast_shell(t, "\"$EVSTORM\" review board --cast board.cast --speed 1000");
	cast_read(t, 2);
	cast_shell(t, "cut -d ' ' -f 2- marks >seen && grep -c '^Step 8: ' seen && grep -x 'Step 4: .*' seen && "
		      "test \"$(tail -n 1 seen)\" = 'The \"end\"' && mv marks before");
	cast_shell(t, "\"$EVSTORM\" review board --cast board.cast --speed 1000 --cast-version 3");
	cast_read(t, 3);
	cast_shell(t, "cmp marks before");
	cast_shell(t, "\"$EVSTORM\" review board --cast board.cast --from 2 --to 3");
	cast_read(t, 2);
	cast_shell(t, "! grep end marks");
	cast_shell(t, "! \"$EVSTORM\" review board --cast no.cast --cast-version 1 2>why && "
		      "grep 'takes a number from 2 to 3' why");
	cast_shell(t, "! \"$EVSTORM\" review board --cast-version 3 2>why && grep 'requires --cast' why");
}

static const struct cast_size cast_small = {60, 16}, cast_usual = {100, 30};

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_prestate_setup_teardown(
			the_last_screen_is_that_of_the_canvas, cast_setup, cast_teardown, (void *)&cast_usual),
		cmocka_unit_test_prestate_setup_teardown(
			the_last_screen_is_that_of_the_canvas, cast_setup, cast_teardown, (void *)&cast_small),
		cmocka_unit_test_prestate_setup_teardown(
			a_part_is_recorded_in_order, cast_setup, cast_teardown, (void *)&cast_usual),
		cmocka_unit_test_prestate_setup_teardown(
			markers_tell_steps_and_bookmarks, cast_setup, cast_teardown, (void *)&cast_usual),
	};

	return cmocka_run_group_tests_name("term/cast", tests, NULL, NULL);
}
