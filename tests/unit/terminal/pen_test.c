#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lib/screen.h"
#include "terminal/pen.h"

#define LIMIT_MS 10000

static void assert_spared(const char *bytes, const char *expected)
{
	struct strbuf out = STRBUF_INIT;

	pen_spare(bytes, strlen(bytes), &out);
	assert_string_equal(out.text, expected);
	strbuf_release(&out);
}

static void what_is_set_is_not_said_again(void **state)
{
	static const struct {
		const char *bytes, *spared;
	} rows[] = {
		{"plain 주문\033[2;3Hx", "plain 주문\033[2;3Hx"},
		{"\033[m\033[38;5;16m\033[48;5;228ma", "\033[m\033[38;5;16;48;5;228ma"},
		{"\033[m\033[38;5;16m\033[48;5;228ma\033[38;5;16m\033[48;5;75mb",
			"\033[m\033[38;5;16;48;5;228ma\033[48;5;75mb"},
		{"\033[m\033[31m\033[44ma\033[32m\033[44mb", "\033[m\033[31;44ma\033[32mb"},
		/* what waits is forgotten when another comes; what is set is not known at first */
		{"\033[m\033[38;5;1m\033[38;5;3ma", "\033[m\033[38;5;3ma"},
		{"\033[m\033[48;5;2m\033[K\033[38;5;3m\033[5Ga", "\033[m\033[48;5;2m\033[K\033[38;5;3m\033[5Ga"},
		{"\033[38;5;1m\033[48;5;2m ", "\033[38;5;1;48;5;2m "},
		/* the end of all, and what else there is, forgets */
		{"\033[31ma\033[39;49m\033(B\033[mb", "\033[31ma\033(B\033[mb"},
		{"\033[31ma\033[1m\033[31mb", "\033[31ma\033[1m\033[31mb"},
		{"\033[31ma\033[39;49mb\033[31mc", "\033[31ma\033[39;49mb\033[31mc"},
		{"\033[38;2;1;2;3ma\033[38;2;1;2;3mb", "\033[38;2;1;2;3ma\033[38;2;1;2;3mb"},
		{"\033[", "\033["},
		{"\033[3", "\033[3"},
		{"\033", "\033"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		assert_spared(rows[i].bytes, rows[i].spared);
}

static uint32_t next_number(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

/* Appends something that curses writes; what is drawn by one attribute at a time is what counts. */
static void add_something(struct strbuf *out, uint32_t *seed)
{
	static const char *const others[] = {"\033[m", "\033(B\033[m", "\033[1m", "\033[7m", "\033[39;49m", "\033[K",
		"\033[1K", "\033[J", "\033[4X", "\033[2P", "\033[3;8r\033[3;1H\033[2T\033[1;10r", "\033[5;5H\033[2L",
		"\033[H", "\033[3d", "\033[7G", "\r\n", "\033M", "a", "주", " ", "   ", "─"};
	uint32_t number = next_number(seed) % 40;

	if (number < 8)
		strbuf_addf(out, "\033[38;5;%um\033[48;5;%um", next_number(seed) % 3 + 16, next_number(seed) % 3 + 20);
	else if (number < 12)
		strbuf_addf(out, "\033[3%um", next_number(seed) % 8);
	else if (number < 16)
		strbuf_addf(out, "\033[4%um", next_number(seed) % 8);
	else
		strbuf_addstr(out, others[next_number(seed) % (sizeof(others) / sizeof(others[0]))]);
}

static struct screen *shown(const struct strbuf *bytes)
{
	static char *const environment[] = {"PATH=/usr/bin:/bin", NULL};
	char *argv[] = {"printf", "%s\033]0;.\a\033[m\033[r\033[10;30Hend", bytes->text, NULL};
	struct screen *screen = screen_start(10, 40, argv, environment);
	int status;

	assert_non_null(screen);
	assert_true(screen_wait_exit(screen, &status, LIMIT_MS));
	assert_int_equal(status, 0);
	return screen;
}

static void assert_drawn_alike(const struct screen *is, const struct screen *must, uint32_t seed)
{
	for (int row = 0; row < 10; row++)
		for (int column = 0; column < 40; column++) {
			struct screen_cell a = screen_cell(is, row, column), b = screen_cell(must, row, column);

			if (strcmp(a.text, b.text) || a.style.bg != b.style.bg || a.style.attrs != b.style.attrs ||
				a.style.fg != b.style.fg)
				fail_msg("seed %u: row %d, column %d is another: “%s” “%s”", (unsigned)seed, row,
					column, a.text, b.text);
		}
}

static void the_picture_is_the_same(void **state)
{
	(void)state;
	for (uint32_t round = 1; round <= 60; round++) {
		struct strbuf bytes = STRBUF_INIT, spared = STRBUF_INIT;
		struct screen *must, *is;
		uint32_t seed = round;

		for (int i = 0; i < 120; i++)
			add_something(&bytes, &seed);
		pen_spare(bytes.text, bytes.len, &spared);
		assert_true(spared.len <= bytes.len);
		must = shown(&bytes);
		is = shown(&spared);
		assert_drawn_alike(is, must, round);
		screen_close(must);
		screen_close(is);
		strbuf_release(&bytes);
		strbuf_release(&spared);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_set_is_not_said_again),
		cmocka_unit_test(the_picture_is_the_same),
	};

	return cmocka_run_group_tests_name("terminal/pen", tests, NULL, NULL);
}
