/* A board written as CSV, or as a drawing, and read into a new board is written as the same CSV again, whatever is on
 * it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "format/format.h"
#include "import/import.h"
#include "lib/gen.h"
#include "lib/lines.h"
#include "lib/picture.h"

/* The bytes of BOARD in FORMAT; to be freed. */
static char *roundtrip_write(const struct board *board, const char *format, size_t *len)
{
	const struct format_options options = {false};
	struct error err = ERROR_INIT;
	char *bytes = NULL;
	FILE *out = open_memstream(&bytes, len);

	assert_non_null(out);
	if (format_find(format)->write(board, &options, out, &err))
		fail_msg("a board must be written: %s", err.text);
	fclose(out);
	return bytes;
}

/* Reads BYTES into LEDGER by way of a file. */
static void roundtrip_read(struct ledger *ledger, const char *bytes, size_t len, uint64_t seed)
{
	struct import_options options = {0};
	char path[] = "/tmp/evstorm-roundtrip-XXXXXX";
	struct import_report report;
	struct error err = ERROR_INIT;
	struct edit edit;
	int fd = mkstemp(path);

	assert_true(fd >= 0);
	assert_int_equal(write(fd, bytes, len), len);
	close(fd);
	ledger_begin(ledger, "Dan", &edit);
	if (import_read(&edit, path, &options, &report, &err))
		fail_msg("seed %" PRIu64 ": what was written must be read: %s\n%s", seed, err.text, bytes);
	ledger_end(ledger, true);
	unlink(path);
	assert_null(picture_fault(ledger->board));
	assert_int_equal(report.moved, 0);
	assert_int_equal(report.renumbered, 0);
	assert_int_equal(report.left_out, 0);
	assert_int_equal(report.shapes, 0);
	import_report_release(&report);
}

/* Boards at random come back from FORMAT. */
static void roundtrip_by(const char *format)
{
	static const char *const people[] = {"Ann", "Bob", "Cho"};
	int rounds = gen_rounds(60);

	for (int round = 0; round < rounds; round++) {
		struct lines_said said = LINES_SAID_INIT;
		struct strbuf line = STRBUF_INIT;
		uint64_t seed = gen_seed() + (uint64_t)round;
		size_t first_len, second_len, len;
		struct ledger ledger, again;
		char *first, *second, *between;
		struct gen gen;

		gen_start(&gen, seed);
		ledger_init(&ledger);
		ledger_init(&again);
		for (int i = 0; i < 60; i++) {
			strbuf_reset(&line);
			gen_line(&gen, ledger.board, &line);
			lines_run(&ledger, people[gen_below(&gen, 3)], ROLE_FACILITATOR, line.text, NULL, &said);
		}
		first = roundtrip_write(ledger.board, "csv", &first_len);
		between = roundtrip_write(ledger.board, format, &len);
		roundtrip_read(&again, between, len, seed);
		second = roundtrip_write(again.board, "csv", &second_len);
		if (first_len != second_len || memcmp(first, second, first_len))
			fail_msg("seed %" PRIu64 ": it must be\n%s\nand is\n%s", seed, first, second);
		free(first);
		free(second);
		free(between);
		ledger_release(&ledger);
		ledger_release(&again);
		lines_said_release(&said);
		strbuf_release(&line);
	}
}

static void a_table_comes_back_as_it_was(void **state)
{
	(void)state;
	roundtrip_by("csv");
}

static void a_drawing_for_drawio_comes_back_as_it_was(void **state)
{
	(void)state;
	roundtrip_by("drawio");
}

static void a_drawing_for_excalidraw_comes_back_as_it_was(void **state)
{
	(void)state;
	roundtrip_by("excalidraw");
}

static void a_canvas_comes_back_as_it_was(void **state)
{
	(void)state;
	roundtrip_by("jsoncanvas");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_table_comes_back_as_it_was),
		cmocka_unit_test(a_drawing_for_drawio_comes_back_as_it_was),
		cmocka_unit_test(a_drawing_for_excalidraw_comes_back_as_it_was),
		cmocka_unit_test(a_canvas_comes_back_as_it_was),
	};

	return cmocka_run_group_tests_name("property/roundtrip", tests, NULL, NULL);
}
