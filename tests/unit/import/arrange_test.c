#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "lib/format_desk.h"

/* The board as a line a row, the letters of its kinds in their columns. */
static void draw(const struct board *board, struct strbuf *out)
{
	struct place_rect bounds = board_bounds(board);
	struct place at;

	strbuf_reset(out);
	for (at.row = 1; at.row <= bounds.last.row; at.row++) {
		for (at.column = 1; at.column <= bounds.last.column; at.column++) {
			const struct sticky *sticky = board_at(board, at);

			strbuf_addch(out, sticky ? kind_letter((enum kind)sticky->kind) : '.');
		}
		strbuf_addch(out, '\n');
	}
}

static void stickies_without_a_place_read_as_a_timeline(void **state)
{
	static const struct {
		const char *what, *file, *board;
	} cases[] = {
		{"events stand in a row", "text\nA\nB\nC\n", "EEE\n"},
		{"a story in its order: who, what, what came of it",
			"kind,text\nactor,a\naggregate,g\ncommand,c\nevent,e\nactor,a\nread_model,"
			"r\ncommand,c\nevent,e\n"
			"policy,p\ncommand,c\nevent,e\nexternal,x\nhotspot,h\n",
			"A.A....\n"
			"CECEPCE\n"
			"G.R...X\n"
			"......H\n"},
		{"a cast stands over the beginning, whatever its contexts",
			"kind,text,context\nactor,a,x\nactor,b,y\nactor,c,x\nevent,e,x\nevent,f,"
			"x\n",
			"AAA\nEE.\n"},
		{"a context begins apart, right of all that came before",
			"kind,text,context\nevent,e,x\naggregate,g,x\naggregate,h,x\nevent,f,"
			"y\naggregate,i,y\n",
			"E...E.\n.GG..G\n"},
		{"unless a policy leads into it", "kind,text,context\nevent,e,x\npolicy,p,x\nevent,f,y\npolicy,q,x\n",
			"EPEP\n"},
		{"but not into its cast", "kind,text,context\nevent,e,x\npolicy,p,x\naggregate,g,y\ncommand,c,y\n",
			"EP.C\n...G\n"},
		{"no context ends none", "kind,text,context\nevent,e,x\nevent,f,\naggregate,g,x\nevent,h,x\n",
			"EEE\n..G\n"},
		{"hotspots belong to what came before",
			"kind,text\nhotspot,h\nevent,e\nevent,f\nhotspot,i\nhotspot,j\nevent,g\n", "EEE\nHHH\n"},
		{"what has a place keeps it", "kind,text,column,row\nevent,e,,\ncommand,c,3,2\nevent,f,,\n",
			"...EE\n..C..\n"},
	};
	struct strbuf board = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct format_desk desk;

		print_message("# %s\n", cases[i].what);
		format_desk_open(&desk);
		assert_int_equal(format_desk_import_text(&desk, cases[i].file), 0);
		draw(desk.edit.board, &board);
		assert_string_equal(board.text, cases[i].board);
		assert_int_equal(desk.report.moved, 0);
		format_desk_close(&desk);
	}
	strbuf_release(&board);
}

static void a_phase_begins_a_stretch_and_gets_its_name(void **state)
{
	struct format_desk desk;
	const struct board *board;

	(void)state;
	format_desk_open(&desk);
	board = desk.edit.board;
	assert_int_equal(format_desk_import_text(&desk, "Phase,kind,text\nOrder,event,A\nOrder,aggregate,"
							"B\n,aggregate,C\nPay,event,D\nPay,event,E\n"
							"Order,event,F\n"),
		0);
	assert_string_equal(board_phase_at(board, 1)->name, "Order");
	assert_string_equal(board_phase_at(board, 4)->name, "Pay");
	assert_string_equal(board_phase_at(board, 6)->name, "Order");
	assert_int_equal(board_count(board, ENTITY_PHASE), 3);
	assert_int_equal(board_sticky(board, 4)->place.column, 4);
	format_desk_close(&desk);
}

static void what_comes_later_stands_right_of_the_board(void **state)
{
	struct format_desk desk;
	struct phase phase = {.column = 7, .name = (char *)"Later"};

	(void)state;
	format_desk_open(&desk);
	assert_int_equal(format_desk_import_text(&desk, "text\nA\nB\n"), 0);
	assert_int_equal(format_desk_import_text(&desk, "text\nC\n"), 0);
	assert_int_equal(board_sticky(desk.edit.board, 3)->place.column, 3);
	assert_true(edit_create(&desk.edit, ENTITY_PHASE, &phase, NULL) > 0);
	assert_int_equal(format_desk_import_text(&desk, "text\nD\n"), 0);
	assert_int_equal(board_sticky(desk.edit.board, 4)->place.column, 8);
	assert_int_equal(format_desk_import_text(&desk, "text,column\nE,999999999\n"), 0);
	assert_int_equal(format_desk_import_text(&desk, "text\nF\n"), ERROR_REFUSED);
	assert_non_null(strstr(desk.err.text, "no room"));
	format_desk_close(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stickies_without_a_place_read_as_a_timeline),
		cmocka_unit_test(a_phase_begins_a_stretch_and_gets_its_name),
		cmocka_unit_test(what_comes_later_stands_right_of_the_board),
	};

	return cmocka_run_group_tests_name("format/arrange", tests, NULL, NULL);
}
