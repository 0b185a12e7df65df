#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lib/screen.h"
#include "terminal/batch.h"

#define LIMIT_MS 10000
#define ROWS 10
#define COLUMNS 40

static void a_look_is_set_once(void **state)
{
	static const struct {
		const char *bytes, *grouped;
	} rows[] = {
		{"\033[2;3Hx\033[H", "\033[2;3Hx\033[H"},
		{"\033[2;3H\033[1mx\033(B\033[my\033[1mz\033[m", "\033[2;3H\033[1mx\033[5Gz\033[4G\033[my\033[6G"},
		{"\033[1;5H\033[38;5;16m\033[48;5;228ma\033[38;5;9mb\033[2;5H\033[38;5;16mc\033[39;49m\033[H",
			"\033[1;5H\033[38;5;16;48;5;228ma\033[2;5Hc\033[1;6H\033[38;5;9mb\033[m\033[H"},
		{"\033[?25l\033[3;4H주문\033[7m─\033[m\033[2;2H\033[34h\033[?25h",
			"\033[?25l\033[3;4H주문\033[7m─\033[m\033[2;2H\033[34h\033[?25h"},
		{"\033[4;1H\033[44m\033[K\033[m\033[5;1Ha\033[H", "\033[4;1H\033[44m\033[K\033[5;1H\033[ma\033[H"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct strbuf out = STRBUF_INIT;

		assert_true(batch_group(rows[i].bytes, strlen(rows[i].bytes), true, &out));
		assert_string_equal(out.text, rows[i].grouped);
		strbuf_release(&out);
	}
}

static void what_it_does_not_know_is_left_alone(void **state)
{
	static const char *const rows[] = {"x", "\033[Hx\033[2P", "\033[Hx\033[38;2;1;2;3my", "\033[2;5H\033[Ky\033[H",
		"\033[Hx\033[?25hy", "\033[H\033(0q", "\033[", "\033[3", "\033", "\033[H\303", "\033[5b", "\033[H\001",
		"\033[H\033[4hx\033[4l", "\033[Hab\033[31m\033[1;2Hc\033[1;5H\033[md\033[H",
		"\033[1;3Ha\033[2;1Hb\033[1;2H\033[7m주\033[m\033[H"};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct strbuf out = STRBUF_INIT;

		if (batch_group(rows[i], strlen(rows[i]), true, &out) || out.len)
			fail_msg("row %d is grouped", (int)i);
		strbuf_release(&out);
	}
}

static uint32_t next_number(uint32_t *seed)
{
	*seed = *seed * 1664525u + 1013904223u;
	return *seed >> 8;
}

static void add_look(struct strbuf *out, uint32_t *seed)
{
	static const char *const looks[] = {
		"\033[m", "\033(B\033[m", "\033[1m", "\033[0;7m", "\033[39;49m", "\033[31m", "\033[42m", "\033[4m"};

	if (next_number(seed) % 2)
		strbuf_addstr(out, looks[next_number(seed) % (sizeof(looks) / sizeof(looks[0]))]);
	else
		strbuf_addf(out, "\033[38;5;%um\033[48;5;%um", next_number(seed) % 3 + 16, next_number(seed) % 3 + 20);
}

/* Rows from the top, and in each some texts from the left, as curses writes; it never writes a cell twice. */
static void add_frame(struct strbuf *out, uint32_t *seed)
{
	static const char *const texts[] = {"a", "주", "   ", "─│", "문 b", "x"};

	for (int row = 1; row <= ROWS; row++) {
		unsigned column = next_number(seed) % 6 + 1;

		while (column < COLUMNS - 12) {
			strbuf_addf(out, "\033[%d;%uH", row, column);
			for (unsigned i = next_number(seed) % 3 + 1; i > 0; i--) {
				add_look(out, seed);
				strbuf_addstr(out, texts[next_number(seed) % (sizeof(texts) / sizeof(texts[0]))]);
			}
			column += 12 + next_number(seed) % 9;
		}
		if (next_number(seed) % 3 == 0)
			strbuf_addf(out, "\033[%d;%dH\033[44m\033[K", row, COLUMNS - 3);
	}
	strbuf_addstr(out, "\033[H\033(B\033[m");
}

static struct screen *shown(const struct strbuf *bytes)
{
	static char *const environment[] = {"PATH=/usr/bin:/bin", NULL};
	char *argv[] = {"printf", "%s", bytes->text, NULL};
	struct screen *screen = screen_start(ROWS, COLUMNS, argv, environment);
	int status;

	assert_non_null(screen);
	assert_true(screen_wait_exit(screen, &status, LIMIT_MS));
	assert_int_equal(status, 0);
	return screen;
}

static void assert_drawn_alike(const struct screen *is, const struct screen *must, uint32_t seed)
{
	for (int row = 0; row < ROWS; row++)
		for (int column = 0; column < COLUMNS; column++) {
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
	for (uint32_t round = 1; round <= 40; round++) {
		struct strbuf bytes = STRBUF_INIT, grouped = STRBUF_INIT;
		struct screen *must, *is;
		uint32_t seed = round;

		add_frame(&bytes, &seed);
		assert_true(batch_group(bytes.text, bytes.len, round % 2, &grouped));
		assert_true(grouped.len <= bytes.len);
		must = shown(&bytes);
		is = shown(&grouped);
		assert_drawn_alike(is, must, round);
		screen_close(must);
		screen_close(is);
		strbuf_release(&bytes);
		strbuf_release(&grouped);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_look_is_set_once),
		cmocka_unit_test(what_it_does_not_know_is_left_alone),
		cmocka_unit_test(the_picture_is_the_same),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests_name("terminal/batch", tests, NULL, NULL);
}
