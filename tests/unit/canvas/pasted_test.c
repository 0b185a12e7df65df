#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "canvas/pasted.h"

/* What is pasted, and what it becomes: "column,row kind text", a sticky a line. */
static const struct {
	const char *pasted;
	const char *stickies;
} rows[] = {
	{"one", "0,0 event one\n"},
	{"one\n\n  two \n", "0,0 event one\n1,0 event two\n"},
	{"C: Place order\nc: x\n커맨드: 주문하기\nexternal system: Bank\n정책：환불",
		"0,0 command Place order\n1,0 command x\n"
		"2,0 command 주문하기\n3,0 "
		"external-system Bank\n4,0 policy 환불\n"},
	{"C:/orders\nnote: x\nCommand:\nE:x",
		"0,0 event C:/orders\n1,0 event note: x\n2,0 event Command:\n3,0 event E:x\n"},
	{"a\tb\nc\td\n", "0,0 event a\n1,0 event b\n0,1 event c\n1,1 event d\n"},
	{"a\t\tc\n\nx\tP: y", "0,0 event a\n2,0 event c\n0,2 event x\n1,2 policy y\n"},
	{"command\tPlace order\nevent\tOrder placed\n", "0,0 command Place order\n0,1 event Order placed\n"},
	{"Place order\tcommand\n", "0,0 command Place order\n"},
	{"a\tpolicy\tb\tevent\tc", "0,0 policy a\n1,0 policy b\n2,0 event c\n"},
	{"커맨드\t이벤트\n주문하기\t주문됨\n", "0,0 command 주문하기\n1,0 event 주문됨\n"},
	{"A\tB\n", "0,0 event A\n1,0 event B\n"},
	{"\"two\nlines\"\t\"say \"\"no\"\"\"\n", "0,0 event two\nlines\n1,0 event say \"no\"\n"},
	{"\"plain\"\n\"a\" b\n", "0,0 event \"plain\"\n1,0 event \"a\" b\n"},
	{"\"not closed\tx", "0,0 event \"not closed\n1,0 event x\n"},
	{"\n\t\n \t \n", ""},
};

static void read_all(const char *text, bool turned, struct strbuf *out)
{
	struct pasted pasted;

	pasted_init(&pasted);
	pasted_read(&pasted, text, strlen(text), KIND_EVENT);
	if (turned)
		pasted_turn(&pasted);
	for (size_t i = 0; i < pasted.cells.count; i++) {
		const struct pasted_cell *cell = vec_at(&pasted.cells, i);

		strbuf_addf(out, "%d,%d %s %s\n", cell->offset.column, cell->offset.row, kind_token(cell->kind),
			cell->text);
	}
	pasted_release(&pasted);
}

static void cells_and_lines_become_stickies(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf out = STRBUF_INIT;

		read_all(rows[i].pasted, false, &out);
		assert_string_equal(out.text, rows[i].stickies);
		strbuf_release(&out);
	}
}

static void turned_they_go_downwards(void **state)
{
	struct strbuf out = STRBUF_INIT;

	(void)state;
	read_all("one\ntwo", true, &out);
	read_all("a\tb", true, &out);
	assert_string_equal(out.text, "0,0 event one\n0,1 event two\n0,0 event a\n0,1 event b\n");
	strbuf_release(&out);
}

static void too_much_is_cut(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct pasted pasted;

	(void)state;
	for (int i = 0; i < 2100; i++)
		strbuf_addstr(&text, "주");
	for (int i = 0; i < PASTED_MOST; i++)
		strbuf_addstr(&text, "\nx");
	pasted_init(&pasted);
	pasted_read(&pasted, text.text, text.len, KIND_EVENT);
	assert_int_equal(pasted.cells.count, PASTED_MOST);
	assert_int_equal(strlen(((struct pasted_cell *)vec_at(&pasted.cells, 0))->text), 2000 * strlen("주"));
	assert_int_equal(pasted.cut_texts, 1);
	assert_true(pasted.cut);
	pasted_release(&pasted);
	strbuf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_and_lines_become_stickies),
		cmocka_unit_test(turned_they_go_downwards),
		cmocka_unit_test(too_much_is_cut),
	};

	return cmocka_run_group_tests_name("canvas/pasted", tests, NULL, NULL);
}
