#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "terminal/batch.h"

#define ROWS 10
#define COLUMNS 40

/* A terminal like xterm, with its cursor in the corner. */
static struct batch corner(void)
{
	return (struct batch){
		.hand.can = {.address = true,
			.column = true,
			.row = true,
			.right = true,
			.up = true,
			.down = true,
			.erase_cells = true,
			.erase_to = true,
			.hide = true},
		.hand.spot = {1, 1},
		.inked = true,
		.believed = {1, 1},
		.rows = ROWS,
		.columns = COLUMNS,
	};
}

/* Sends BYTES, after which curses believes that the cursor is hidden in the corner. */
static void assert_sent(struct batch *batch, const char *bytes, const char *sent)
{
	struct strbuf out = STRBUF_INIT;

	batch_shorten(batch, bytes, strlen(bytes), (struct spot){1, 1}, true, &out);
	assert_string_equal(out.text, sent);
	strbuf_release(&out);
}

static void a_look_is_set_once(void **state)
{
	static const struct {
		const char *bytes, *sent;
	} rows[] = {
		{"\033[2;3H\033[1mx\033(B\033[my\033[1mz\033(B\033[m\033[H", "\n\033[3Cy\033[1mz\b\b\bx"},
		{"\033[1;5H\033[38;5;16m\033[48;5;228ma\033[38;5;9mb\033[2;5H\033[38;5;16mc\033[39;49m\033[H",
			"\033[38;5;16;48;5;228m\033[4Ca\n\bc\033[38;5;9m\033[Ab"},
		{"\033[?25l\033[3;4H주문\033[7m─\033[m\033[2;2H\033[34mh\033[m\033[H",
			"\033[?25l\033[3;4H주문\033[7m─\033[0;34m\033[2;2Hh"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct batch batch = corner();

		assert_sent(&batch, rows[i].bytes, rows[i].sent);
	}
}

/* Of what curses moves and erases with, the shortest is sent. */
static void the_nearest_way_is_taken(void **state)
{
	static const struct {
		const char *bytes, *sent;
	} rows[] = {
		{"\033[3;9Hx\033[4;9Hx\033[5;9Hx\033[H", "\033[3;9Hx\n\bx\n\bx"},
		{"\033[3;9Hx\033[4;1Hx\033[3;1Hx\033[H", "\n\nx\033[7Cx\n\rx"},
		{"\033[3d\033[44m\033[18X\033[3;19H\033[1K \033[m\033[H", "\033[44m\033[3;19H\033[1K"},
		{"\033[3;4H\033[44m\033[3X\033[4;4H\033[9X\033[5;30H\033[K\033[m\033[H",
			"\033[44m\033[3;4H   \n\b\b\b\033[9X\n\033[26C\033[K"},
		{"\033[3d\033[31mabc\r\033[4dabc\033[2;1H\033[m\017\033[H", "\033[31m\n\nabc\n\rabc"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct batch batch = corner();

		assert_sent(&batch, rows[i].bytes, rows[i].sent);
	}
}

/* What moves other cells stays where it is among the rest. */
static void what_depends_on_the_rest_keeps_its_place(void **state)
{
	static const struct {
		const char *bytes, *sent;
	} rows[] = {
		{"\033[3;9Hx\033[1mx\033[mx\033[1mx\033[m\033[3;1H\033[2Px\033[H",
			"\033[3;9Hx\033[Cx\033[1mx\b\b\bx\r\033[m\033[2Px"},
		{"\033[2;5r\033[2;1H\033[44m\033[2T\033[1;10r\033[m\033[3;9Hx\033[H",
			"\033[2;5r\033[2H\033[44m\033[2T\033[1;10r\033[m\033[3;9Hx"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct batch batch = corner();

		assert_sent(&batch, rows[i].bytes, rows[i].sent);
	}
}

/* A frame goes on with what the last one has left, whatever curses believes. */
static void the_next_frame_knows_what_is_left(void **state)
{
	struct batch batch = corner();
	struct strbuf out = STRBUF_INIT;

	(void)state;
	assert_sent(&batch, "\033[3;9H\033[31mx\033[m\033[H", "\033[31m\033[3;9Hx");
	assert_sent(&batch, "\033[3;9H\033[31my\033[m\033[H", "\by");
	assert_sent(&batch, "\033[4h", "\033[m\033[H\033[4h");
	assert_sent(&batch, "\033[3;9H\033[31mx\033[m\033[H", "\033[31m\033[3;9Hx");
	batch_shorten(&batch, "\033[3;9H", 6, (struct spot){3, 9}, false, &out);
	assert_string_equal(out.text, "\b");
	batch_forget(&batch);
	assert_sent(&batch, "\033[2Jx\033[H", "\033[m\033[2Jx\033[H");
	strbuf_release(&out);
}

static void what_it_does_not_know_is_left_alone(void **state)
{
	static const char *const rows[] = {"\033[2Px", "\033[38;2;1;2;3my", "\033(0q", "\033[", "\033[3", "\033",
		"\303", "\033[5b", "\001", "\033[4hx\033[4l", "\033[1;40Hx\rx", "\033[1;3H주\033[1;4Hx", "\033[20Hx",
		"\033[1mx"};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct batch batch = corner();

		batch.believed = batch.hand.spot = (struct spot){0};
		assert_sent(&batch, rows[i], rows[i]);
	}
}

/* Without what xterm has, curses knows better. */
static void other_terminals_get_what_curses_sends(void **state)
{
	struct batch batch = corner();

	(void)state;
	batch.hand.can = (struct capability_set){0};
	assert_sent(&batch, "\033[3;9Hx\033[4;9Hx\033[H", "\033[3;9Hx\033[4;9Hx\033[H");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_look_is_set_once),
		cmocka_unit_test(the_nearest_way_is_taken),
		cmocka_unit_test(what_depends_on_the_rest_keeps_its_place),
		cmocka_unit_test(the_next_frame_knows_what_is_left),
		cmocka_unit_test(what_it_does_not_know_is_left_alone),
		cmocka_unit_test(other_terminals_get_what_curses_sends),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests_name("terminal/batch", tests, NULL, NULL);
}
