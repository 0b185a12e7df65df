/* Whatever sequence comes, cut wherever it may: it changes nothing on the board and keeps what is being typed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/mem.h"
#include "canvas/typing.h"
#include "canvas/view_list.h"
#include "lib/canvas_wall.h"
#include "lib/folder.h"
#include "lib/gen.h"
#include "terminal/input.h"

#define TYPED "what is being typed"
#define SEQUENCES_A_ROUND 400

static const char *no_bytes(const char *name)
{
	(void)name;
	return "";
}

static void random_bytes(struct gen *gen, struct strbuf *out, int from, int to, int most)
{
	for (int count = gen_below(gen, most + 1); count > 0; count--)
		strbuf_addch(out, (char)(from + gen_below(gen, to - from + 1)));
}

/* A byte from FROM to TO that is none of KEYS, so that what it ends is no key of any terminal. */
static void random_end(struct gen *gen, struct strbuf *out, int from, int to, const char *keys)
{
	char byte;

	do
		byte = (char)(from + gen_below(gen, to - from + 1));
	while (strchr(keys, byte));
	strbuf_addch(out, byte);
}

static void random_csi(struct gen *gen, struct strbuf *out)
{
	strbuf_addstr(out, gen_once_in(gen, 4) ? "\302\233" : "\033[");
	if (gen_once_in(gen, 3))
		random_bytes(gen, out, '<', '?', 1);
	for (int count = gen_below(gen, 4); count > 0; count--)
		strbuf_addf(out, "%d%c", gen_below(gen, 400), ";:"[gen_once_in(gen, 5)]);
	random_bytes(gen, out, ' ', '#', 2);
	random_end(gen, out, '@', '~', "ABCDHFPQRSZabcdu~^@Mm[");
}

static void random_ss3(struct gen *gen, struct strbuf *out)
{
	strbuf_addstr(out, gen_once_in(gen, 4) ? "\302\217" : "\033O");
	random_end(gen, out, '@', '~', "ABCDHFPQRSMIXabcdjklmnopqrstuvwxy");
}

static void random_string(struct gen *gen, struct strbuf *out)
{
	static const char openers[] = "]PX^_";
	char opener = openers[gen_below(gen, 5)];

	strbuf_addf(out, "\033%c", opener);
	random_bytes(gen, out, ' ', '~', 30);
	if (gen_once_in(gen, 3))
		strbuf_addstr(out, "주문 hjx");
	strbuf_addstr(out, opener == ']' && gen_once_in(gen, 2) ? "\007" : gen_once_in(gen, 4) ? "\302\234" : "\033\\");
}

/* The wheel, or a button that means nothing; what the left one does is meant. */
static void random_mouse(struct gen *gen, struct strbuf *out)
{
	static const int buttons[] = {1, 2, 64, 65, 66, 67, 35, 128, 129};
	int bits = buttons[gen_below(gen, ARRAY_SIZE(buttons))];

	if (gen_once_in(gen, 2))
		strbuf_addf(out, "\033[<%d;%d;%d%c", bits, gen_below(gen, 300), gen_below(gen, 80),
			"Mm"[gen_below(gen, 2)]);
	else if (gen_once_in(gen, 2))
		strbuf_addf(out, "\033[%d;%d;%dM", bits + 32, gen_below(gen, 300), gen_below(gen, 80));
	else
		strbuf_addf(out, "\033[M%c%c%c", bits + 32, 33 + gen_below(gen, 223), 33 + gen_below(gen, 223));
}

/* Super and a key in Qt's terminals. */
static void random_super(struct gen *gen, struct strbuf *out)
{
	static const char *const keys[] = {
		"q", "x", "D", "[", ":", "\r", "\t", " ", "\177", "\030", "\033x", "\033[Z", "ㅂ"};

	strbuf_addf(out, "\030@s%s", keys[gen_below(gen, ARRAY_SIZE(keys))]);
}

static void random_sequence(struct gen *gen, struct strbuf *out)
{
	static void (*const ways[])(struct gen *, struct strbuf *) = {
		random_csi, random_csi, random_ss3, random_string, random_mouse, random_super};

	ways[gen_below(gen, ARRAY_SIZE(ways))](gen, out);
}

struct table {
	struct wall wall;
	struct canvas canvas;
	struct input *input;
	int ends[2];
};

/* What has come is answered as the loop does. */
static void answer(struct table *table, const char *bytes, size_t len)
{
	struct event event;

	assert_int_equal(write(table->ends[1], bytes, len), len);
	while (input_next(table->input, &event)) {
		if (event.type == EVENT_MOUSE)
			shell_mouse(&table->wall.shell, event.mouse);
		else if (event.type != EVENT_UNKNOWN)
			fail_msg("an event of type %d, key %d", event.type, event.key.code);
	}
}

static void answer_in_pieces(struct gen *gen, struct table *table, const struct strbuf *bytes)
{
	for (size_t at = 0; at < bytes->len;) {
		size_t len = 1 + (size_t)gen_below(gen, (int)(bytes->len - at));

		answer(table, bytes->text + at, len);
		at += len;
	}
}

static void open_table(struct table *table)
{
	canvas_wall_open(&table->wall, &table->canvas);
	assert_int_equal(pipe(table->ends), 0);
	assert_int_equal(setenv("ESCDELAY", "100000", 1), 0);
	table->input = input_new(table->ends[0], no_bytes);
	assert_int_equal(shell_run(&table->wall.shell, "add event -c 1 -r 1 -- Order placed"), 0);
}

static void close_table(struct table *table)
{
	input_free(table->input);
	close(table->ends[0]);
	close(table->ends[1]);
	canvas_wall_close(&table->wall, &table->canvas);
}

static void assert_sequences_do_nothing(struct gen *gen, struct table *table)
{
	uint64_t before = board_generation(shell_board(&table->wall.shell));
	struct strbuf bytes = STRBUF_INIT;
	int64_t sticky;

	for (int i = 0; i < SEQUENCES_A_ROUND; i++) {
		bool types = typing_is_on(&table->wall.shell, &sticky);
		struct draft draft;

		strbuf_reset(&bytes);
		random_sequence(gen, &bytes);
		answer_in_pieces(gen, table, &bytes);
		if (board_generation(shell_board(&table->wall.shell)) != before)
			fail_msg("%s changes the board", bytes.text + 1);
		if (types && (!typing_draft(&table->wall.shell, &draft) || strcmp(draft.text, TYPED)))
			fail_msg("%s changes what is being typed", bytes.text + 1);
	}
	strbuf_release(&bytes);
}

static void no_sequence_does_what_nobody_meant(void **state)
{
	struct table table;

	(void)state;
	for (int round = 0; round < gen_rounds(20); round++) {
		struct gen gen;

		gen_start(&gen, gen_seed() + (uint64_t)round);
		open_table(&table);
		assert_sequences_do_nothing(&gen, &table);
		typing_new(&table.wall.shell, -1);
		shell_paste(&table.wall.shell, TYPED, strlen(TYPED));
		assert_sequences_do_nothing(&gen, &table);
		close_table(&table);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_sequence_does_what_nobody_meant),
	};

	return cmocka_run_group_tests_name("property/sequences", tests, folder_make, folder_remove);
}
