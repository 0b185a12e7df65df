#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "format/svg_pages.h"
#include "lib/format_desk.h"

#define LINES_MOST 12

/* Pages of four columns, and of two rows: a box has 4 cells, a gutter one. */
static const struct svg_pages_size small = {4, 10};

static void a_wall_is_cut_at_its_phases(void **state)
{
	static const struct {
		const char *must;
		const char *columns; /* in use, as letters from A on */
		const char *lines[LINES_MOST];
		const char *pages; /* first and last column of each */
	} cases[] = {
		{"nothing has no page", "", {NULL}, ""},
		{"what fits is one page", "ABCD", {NULL}, "AD"},
		{"pages are about as wide", "ABCDEF", {NULL}, "AC DF"},
		{"a phase begins a page", "ABCDEF", {"phase 5 Later", NULL}, "AD EF"},
		{"short phases share one", "ABCD", {"phase 3 Later", NULL}, "AD"},
		{"unless that is too wide, and a phase that is is cut itself", "ABCDEFGH", {"phase 4 Later", NULL},
			"AC DF GH"},
		{"empty stretches are cut, and count as such", "AX", {NULL}, "AA XX"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct strbuf found = STRBUF_INIT;
		struct format_desk desk;
		struct svg_pages pages;
		char line[64];

		format_desk_open(&desk);
		for (const char *at = cases[i].columns; *at; at++) {
			snprintf(line, sizeof(line), "add event -c %d -r 1 x", *at - 'A' + 1);
			format_desk_do(&desk, line);
		}
		for (size_t k = 0; cases[i].lines[k]; k++)
			format_desk_do(&desk, cases[i].lines[k]);
		svg_pages_init(&pages, desk.edit.board, small);
		for (size_t k = 0; k < pages.parts.count; k++) {
			struct place_rect part = vec_get(&pages.parts, struct place_rect, k);

			strbuf_addf(&found, "%s%c%c", k ? " " : "", 'A' + part.first.column - 1,
				'A' + part.last.column - 1);
		}
		if (strcmp(found.text, cases[i].pages))
			fail_msg("%s: wanted “%s”, got “%s”", cases[i].must, cases[i].pages, found.text);
		svg_pages_release(&pages);
		strbuf_release(&found);
		format_desk_close(&desk);
	}
}

static void a_high_wall_is_cut_between_rows(void **state)
{
	struct format_desk desk;
	struct svg_pages pages;
	struct place_rect part;

	(void)state;
	format_desk_open(&desk);
	format_desk_do(&desk, "add event -c 1 -r 1 x");
	format_desk_do(&desk, "add event -c 1 -r 2 x");
	format_desk_do(&desk, "add event -c 1 -r 3 a text that takes many more lines than its neighbours above it "
			      "and so gets a page of its own, however high that has to be for it to be shown");
	format_desk_do(&desk, "add event -c 1 -r 4 x");
	svg_pages_init(&pages, desk.edit.board, small);
	assert_int_equal(pages.parts.count, 3);
	part = vec_get(&pages.parts, struct place_rect, 1);
	assert_int_equal(part.first.row, 3);
	assert_int_equal(part.last.row, 3);
	assert_int_equal(svg_pages_number(&pages, (struct place){1, 4}), 3);
	assert_int_equal(svg_pages_number(&pages, (struct place){9, 9}), 0);
	svg_pages_release(&pages);
	format_desk_close(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_wall_is_cut_at_its_phases),
		cmocka_unit_test(a_high_wall_is_cut_between_rows),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("format/svg_pages", tests, NULL, NULL);
}
