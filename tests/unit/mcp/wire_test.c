#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "mcp/wire.h"

static void expect(struct wire *wire, const char *wanted)
{
	const char *line;
	size_t len;

	assert_int_equal(wire_next(wire, &line, &len), WIRE_LINE);
	assert_int_equal(len, strlen(wanted));
	assert_memory_equal(line, wanted, len);
}

static void expect_nothing(struct wire *wire)
{
	const char *line;
	size_t len;

	assert_int_equal(wire_next(wire, &line, &len), WIRE_NOTHING);
}

static void bytes_are_cut_into_lines_however_they_come(void **state)
{
	static const char text[] = "one\n\nthree\r\nfour";
	const char *line;
	size_t len;

	(void)state;
	for (size_t step = 1; step < sizeof(text); step++) {
		struct wire wire = WIRE_INIT;
		struct strbuf got = STRBUF_INIT;

		for (size_t at = 0; at < strlen(text); at += step) {
			wire_add(&wire, text + at, at + step < strlen(text) ? step : strlen(text) - at);
			while (wire_next(&wire, &line, &len) == WIRE_LINE)
				strbuf_addf(&got, "<%.*s>", (int)len, line);
		}
		assert_string_equal(got.text, "<one><><three\r>");
		assert_int_equal(wire_last(&wire, &line, &len), WIRE_LINE);
		assert_int_equal(len, 4);
		assert_memory_equal(line, "four", 4);
		assert_int_equal(wire_last(&wire, &line, &len), WIRE_NOTHING);
		strbuf_release(&got);
		wire_release(&wire);
	}
}

/* A line of 100 MiB is told of once, and little of it is kept. */
static void a_line_that_is_too_long_is_thrown_away(void **state)
{
	static char block[65536];
	struct wire wire = WIRE_INIT;
	const char *line;
	size_t len, told = 0;

	(void)state;
	memset(block, 'x', sizeof(block));
	for (size_t i = 0; i < 1600; i++) {
		wire_add(&wire, block, sizeof(block));
		told += wire_next(&wire, &line, &len) == WIRE_TOO_LONG;
		assert_true(wire.bytes.len <= WIRE_LINE_BYTES + sizeof(block));
	}
	assert_int_equal(told, 1);
	expect_nothing(&wire);
	wire_add(&wire, "xx\nnext\n", 8);
	expect(&wire, "next");
	expect_nothing(&wire);
	wire_release(&wire);
}

static void a_line_may_just_be_as_long(void **state)
{
	char *text = malloc(WIRE_LINE_BYTES + 3);
	struct wire wire = WIRE_INIT;
	const char *line;
	size_t len;

	(void)state;
	assert_non_null(text);
	memset(text, 'x', WIRE_LINE_BYTES + 1);
	memcpy(text + WIRE_LINE_BYTES, "\n", 1);
	wire_add(&wire, text, WIRE_LINE_BYTES + 1);
	assert_int_equal(wire_next(&wire, &line, &len), WIRE_LINE);
	assert_int_equal(len, WIRE_LINE_BYTES);
	memcpy(text + WIRE_LINE_BYTES, "x\n", 2);
	wire_add(&wire, text, WIRE_LINE_BYTES + 2);
	wire_add(&wire, "y\n", 2);
	assert_int_equal(wire_next(&wire, &line, &len), WIRE_TOO_LONG);
	expect(&wire, "y");
	wire_release(&wire);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(bytes_are_cut_into_lines_however_they_come),
		cmocka_unit_test(a_line_that_is_too_long_is_thrown_away),
		cmocka_unit_test(a_line_may_just_be_as_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
