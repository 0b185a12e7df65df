#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <inttypes.h>

#include "base/mem.h"
#include "format/diagram.h"
#include "lib/format_desk.h"

#define LINES_MOST 12

static void open_group(const struct diagram_group *group, FILE *out)
{
	fprintf(out, "%s{", group->title);
}

static void close_group(FILE *out)
{
	fputs("} ", out);
}

static void box(const struct diagram_box *box, FILE *out)
{
	fprintf(out, "%c%" PRId64 " ", box->name.letter, box->name.id);
}

static void arrow(const struct diagram_arrow *arrow, FILE *out)
{
	static const char *const signs[DIAGRAM_LINES] = {">", "~", "=", "-"};

	fprintf(out, "%" PRId64 "%s%" PRId64 " ", arrow->source.id, signs[arrow->line], arrow->target.id);
}

static const struct diagram_syntax syntax = {open_group, close_group, box, arrow};

/* The diagram of what LINES make, as a line. */
static char *drawn(const char *const *lines, bool map)
{
	struct format_desk desk;
	struct diagram diagram;
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	format_desk_open(&desk);
	for (size_t i = 0; lines[i]; i++)
		format_desk_do(&desk, lines[i]);
	diagram_make(&diagram, desk.edit.board, map);
	diagram_print(&diagram, &syntax, out);
	fclose(out);
	diagram_release(&diagram);
	format_desk_close(&desk);
	return text;
}

static void boxes_are_grouped_and_in_order(void **state)
{
	static const struct {
		const char *what;
		const char *lines[LINES_MOST];
		bool map;
		const char *drawn;
	} cases[] = {
		{"nothing", {NULL}, false, ""},
		{"time goes from left to right, whatever came first",
			{"add event -c 3 -r 1 A", "add event -c 1 -r 2 B", "add event -c 1 -r 1 C", NULL}, false,
			"s3 s2 s1 3~1 "},
		{"a link that leads to the right keeps the order by itself",
			{"add event -c 1 -r 1 A", "add event -c 2 -r 1 B", "add event -c 3 -r 1 C", "link 1 2", NULL},
			false, "s1 s2 s3 1>2 2~3 "},
		{"so does one from further right", {"add event -c 1 -r 1 A", "add event -c 2 -r 1 B", "link 2 1", NULL},
			false, "s1 s2 2>1 "},
		{"one in the same column does not",
			{"add event -c 1 -r 1 A", "add event -c 2 -r 1 B", "add event -c 2 -r 2 C", "link 2 3", NULL},
			false, "s1 s2 s3 2>3 1~2 1~3 "},
		{"stickies of a context are together, the others last",
			{"add event -c 1 -r 1 A", "add event -c 2 -r 1 B", "add event -c 1 -r 2 C", "context Pay 2 3",
				NULL},
			false, "Pay{s3 s2 } s1 1~2 "},
		{"phases count while there are no contexts",
			{"add event -c 1 -r 1 A", "add event -c 2 -r 1 B", "phase 2 Later", NULL}, false,
			"Later{s2 } s1 1~2 "},
		{"and no more when there are", {"add event -c 1 -r 1 A", "phase 1 Later", "context Pay 1", NULL}, false,
			"Pay{s1 } "},
		{"the map has contexts and relations",
			{"add event -c 1 -r 1 A", "add event -c 2 -r 1 B", "context Pay 1", "context Ship 2",
				"relate Pay sync Ship", "relate Ship async Pay -l Sent", NULL},
			true, "c1 c2 1=2 2-1 "},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		char *text = drawn(cases[i].lines, cases[i].map);

		if (strcmp(text, cases[i].drawn))
			fail_msg("%s: wanted \"%s\", got \"%s\"", cases[i].what, cases[i].drawn, text);
		free(text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(boxes_are_grouped_and_in_order),
	};

	return cmocka_run_group_tests_name("format/diagram", tests, NULL, NULL);
}
