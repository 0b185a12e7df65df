#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "terminal/input.h"

/* Input whose other end is at hand. */
struct line {
	struct input *input;
	int read, write;
};

static const char *no_bytes(const char *name)
{
	(void)name;
	return "";
}

static void open_line(struct line *line, const char *esc_ms)
{
	int ends[2];

	assert_int_equal(setenv("ESCDELAY", esc_ms, 1), 0);
	assert_int_equal(pipe(ends), 0);
	line->read = ends[0];
	line->write = ends[1];
	line->input = input_new(line->read, no_bytes);
}

static void close_line(struct line *line)
{
	input_free(line->input);
	close(line->read);
	close(line->write);
}

static void put(const struct line *line, const char *bytes)
{
	assert_int_equal(write(line->write, bytes, strlen(bytes)), strlen(bytes));
}

/* Waits, as the loop does, for the next event; false when there never is one. */
static bool next(const struct line *line, struct event *event)
{
	while (!input_next(line->input, event)) {
		int wait = input_next_ms(line->input);

		if (wait < 0)
			return false;
		poll(NULL, 0, wait);
	}
	return true;
}

static void assert_next_key(const struct line *line, const char *name)
{
	struct strbuf read = STRBUF_INIT;
	struct event event;

	assert_true(next(line, &event));
	assert_int_equal(event.type, EVENT_KEY);
	key_format(event.key, &read);
	assert_string_equal(read.text, name);
	strbuf_release(&read);
}

static void assert_nothing(const struct line *line)
{
	struct event event;

	if (next(line, &event))
		fail_msg("an event of type %d (%s)", event.type, event.text ? event.text : "");
}

static void esc_is_a_key_when_nothing_follows(void **state)
{
	struct line line;

	(void)state;
	open_line(&line, "5");
	put(&line, "\033");
	assert_next_key(&line, "Esc");
	put(&line, "j\033j");
	assert_next_key(&line, "j");
	assert_next_key(&line, "A-j");
	assert_nothing(&line);
	close_line(&line);
}

static void the_rest_of_a_sequence_may_come_late(void **state)
{
	struct event event;
	struct line line;

	(void)state;
	open_line(&line, "5");
	put(&line, "\033");
	assert_next_key(&line, "Esc");
	put(&line, "[1;5A");
	assert_next_key(&line, "C-Up");
	put(&line, "\033");
	assert_next_key(&line, "Esc");
	put(&line, "[<0;5;6M");
	assert_true(next(&line, &event));
	assert_int_equal(event.type, EVENT_MOUSE);
	put(&line, "\033");
	assert_next_key(&line, "Esc");
	put(&line, "[[");
	assert_next_key(&line, "[");
	assert_next_key(&line, "[");
	put(&line, "\033[1;");
	assert_nothing(&line);
	put(&line, "5A");
	assert_next_key(&line, "C-Up");
	close_line(&line);
}

/* Qt's terminals send Super and q as Ctrl-X, @, s and q, at once; a person may press all of these. */
static void ctrl_x_is_a_key_but_for_the_mark_of_super(void **state)
{
	static const char *const keys[] = {"C-x", "@", "x", "C-x", "C-x", "@", "C-x", "C-x", "q"};
	struct event event;
	struct line line;

	(void)state;
	open_line(&line, "5");
	put(&line, "\030@sq");
	assert_true(next(&line, &event));
	assert_int_equal(event.type, EVENT_UNKNOWN);
	assert_string_equal(event.text, "^X@sq");
	put(&line, "\030@x\030\030@\030\030q");
	for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++)
		assert_next_key(&line, keys[i]);
	assert_nothing(&line);
	for (const char *byte = "\030@sq"; *byte; byte++) {
		const char *name = *byte == '\030' ? "C-x" : (const char[]){*byte, '\0'};

		put(&line, (const char[]){*byte, '\0'});
		assert_next_key(&line, name);
	}
	close_line(&line);
}

/* However slow the line: what it brings together came from one key. */
static void the_mark_of_super_may_come_in_pieces(void **state)
{
	static const char *const pieces[][2] = {{"\030", "@sq"}, {"\030@", "sq"}, {"\030@s", "q"}};
	struct event event;
	struct line line;

	(void)state;
	open_line(&line, "100000");
	for (size_t i = 0; i < sizeof(pieces) / sizeof(pieces[0]); i++) {
		put(&line, pieces[i][0]);
		assert_false(input_next(line.input, &event));
		put(&line, pieces[i][1]);
		assert_true(input_next(line.input, &event));
		assert_int_equal(event.type, EVENT_UNKNOWN);
	}
	close_line(&line);
	open_line(&line, "5");
	put(&line, "\030");
	assert_next_key(&line, "C-x");
	put(&line, "@sq");
	assert_true(next(&line, &event));
	assert_int_equal(event.type, EVENT_UNKNOWN);
	close_line(&line);
}

static void what_is_not_ended_is_no_key(void **state)
{
	struct event event;
	struct line line;

	(void)state;
	open_line(&line, "5");
	put(&line, "\033[");
	assert_true(next(&line, &event));
	assert_int_equal(event.type, EVENT_UNKNOWN);
	assert_string_equal(event.text, "^[[");
	put(&line, "\033[1;\033[B");
	assert_true(next(&line, &event));
	assert_int_equal(event.type, EVENT_UNKNOWN);
	assert_next_key(&line, "Down");
	put(&line, "\033]0;x");
	assert_true(next(&line, &event));
	assert_int_equal(event.type, EVENT_UNENDED);
	put(&line, "qqq\033");
	assert_nothing(&line);
	put(&line, "q");
	assert_next_key(&line, "q");
	close_line(&line);
}

static void a_paste_is_one_event(void **state)
{
	struct event event;
	struct line line;

	(void)state;
	open_line(&line, "5");
	put(&line, "a\033[200~x\033[201~dd\033[201~");
	assert_next_key(&line, "a");
	assert_true(next(&line, &event));
	assert_int_equal(event.type, EVENT_PASTE);
	assert_string_equal(event.text, "xdd");
	assert_false(event.cut);
	put(&line, "b");
	assert_next_key(&line, "b");
	close_line(&line);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(esc_is_a_key_when_nothing_follows),
		cmocka_unit_test(the_rest_of_a_sequence_may_come_late),
		cmocka_unit_test(ctrl_x_is_a_key_but_for_the_mark_of_super),
		cmocka_unit_test(the_mark_of_super_may_come_in_pieces),
		cmocka_unit_test(what_is_not_ended_is_no_key),
		cmocka_unit_test(a_paste_is_one_event),
	};

	return cmocka_run_group_tests_name("terminal/input", tests, NULL, NULL);
}
