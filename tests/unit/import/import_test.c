#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "lib/format_desk.h"

#define HEADER                                                                                   \
	"id,kind,text,column,row,context,links,note,votes,resolved,pivotal,author,step,created," \
	"updated\n"

static const char whole_board[] =
	HEADER "1,actor,Buyer,1,1,,2,,,,,Kim,5,2026-11-20T14:05:00Z,2026-11-20T14:05:00Z\n"
	       "2,command,'=Place order,1,2,Ordering,3 9,\"a note, with \"\"quotes\"\"\nand "
	       "lines\",2,,,Kim,3,"
	       "2026-11-20T14:05:00.250Z,2026-11-21T00:00:00Z\n"
	       "3,event,주문됨,2,2,Ordering,,,,,1,이 영희,1,2026-11-20T14:06:00Z,2026-11-20T14:06:00Z\n"
	       "9,hotspot,Twice?,999999999,999999999,\"Pay, later\",,,,1,,,,,\n";

static void export_import_export_gives_the_same_bytes(void **state)
{
	struct format_desk desk;
	char *text;

	(void)state;
	format_desk_open(&desk);
	assert_int_equal(format_desk_import_text(&desk, whole_board), 0);
	assert_int_equal(desk.report.stickies, 4);
	assert_int_equal(desk.report.left_out, 0);
	text = format_desk_export(&desk, false);
	assert_string_equal(text, whole_board);
	free(text);
	text = format_desk_export(&desk, true);
	assert_memory_equal(text, "\xef\xbb\xbf", 3);
	assert_string_equal(text + 3, whole_board);
	free(text);
	assert_string_equal(board_sticky(desk.edit.board, 2)->text, "=Place order");
	assert_int_equal(board_dots(board_sticky(desk.edit.board, 2)), 2);
	assert_non_null(board_vote(board_sticky(desk.edit.board, 2), 0));
	assert_non_null(board_link(desk.edit.board, 2, 9));
	assert_int_equal(board_count(desk.edit.board, ENTITY_CONTEXT), 2);
	assert_int_equal(board_count(desk.edit.board, ENTITY_PERSON), 2);
	format_desk_close(&desk);
}

static void an_empty_board_is_a_header(void **state)
{
	struct format_desk desk;
	char *text;

	(void)state;
	format_desk_open(&desk);
	text = format_desk_export(&desk, false);
	assert_string_equal(text, HEADER);
	assert_int_equal(format_desk_import_text(&desk, text), 0);
	assert_int_equal(desk.report.stickies, 0);
	free(text);
	format_desk_close(&desk);
}

/* Each file becomes the text, kind and note of its only sticky. */
static void foreign_files_are_understood(void **state)
{
	static const struct {
		const char *what, *file, *text;
		enum kind kind;
		size_t left_out;
	} cases[] = {
		{"only text", "text\nOrder placed\n", "Order placed", KIND_EVENT, 0},
		{"any case", "Text,KIND\nOrder placed,Event\n", "Order placed", KIND_EVENT, 0},
		{"content", "Content;x\nA;1\n", "A", KIND_EVENT, 1},
		{"name", "name\tcolour\tsize\nA\tred\t3\n", "A", KIND_HOTSPOT, 1},
		{"title", "title\nA\n", "A", KIND_EVENT, 0},
		{"in Korean", "내용,kind\n주문됨,외부 시스템\n", "주문됨", KIND_EXTERNAL_SYSTEM, 0},
		{"text before name", "name,text\nA,B\n", "B", KIND_EVENT, 1},
		{"another spelling", "kind,text\nexternal_system,A\n", "A", KIND_EXTERNAL_SYSTEM, 0},
		{"a letter", "kind,text\nr,A\n", "A", KIND_READ_MODEL, 0},
		{"another name", "kind,text\n Business rule ,A\n", "A", KIND_POLICY, 0},
		{"an empty kind", "kind,text\n,A\n", "A", KIND_EVENT, 0},
		{"CR, a mark, a blank row", "\xef\xbb\xbfkind,text\r,\rC,A\r", "A", KIND_COMMAND, 0},
		{"not composed", "text\ne\xcc\x81\n", "\xc3\xa9", KIND_EVENT, 0},
		{"escapes and overrides", "text\n\x1b[31mA\xe2\x80\xae\n", "[31mA", KIND_EVENT, 0},
		{"lines", "text\n\" A\r\nB \"\n", "A\nB", KIND_EVENT, 0},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct format_desk desk;
		const struct sticky *sticky;

		print_message("# understood: %s\n", cases[i].what);
		format_desk_open(&desk);
		assert_int_equal(format_desk_import_text(&desk, cases[i].file), 0);
		assert_int_equal(desk.report.stickies, 1);
		assert_int_equal(desk.report.left_out, cases[i].left_out);
		sticky = board_sticky(desk.edit.board, 1);
		assert_non_null(sticky);
		assert_string_equal(sticky->text, cases[i].text);
		assert_int_equal(sticky->kind, cases[i].kind);
		assert_int_equal(sticky->created, desk.action.time_ms);
		assert_int_equal(sticky->updated, desk.action.time_ms);
		assert_int_equal(sticky->step, 1);
		format_desk_close(&desk);
	}
}

static void what_does_not_fit_is_refused_where_it_stands(void **state)
{
	static const struct {
		const char *file, *where;
	} cases[] = {
		{"", "a.csv: the file is empty"},
		{"\n\n", "a.csv: the file is empty"},
		{"kind,place\nevent,A\n", "a.csv: row 1: no column is called text, content, name, title"},
		{"text,Text\nA,B\n", "a.csv: row 1, column 2: the column “Text” appears twice"},
		{"text,kind\nA,event\nB,\x1b[2Jpink\n", "a.csv: row 3, column 2 (kind): “\uFFFD[2Jpink” is not a kind"},
		{"text,column\nA,0\n", "a.csv: row 2, column 2 (column): “0” is not a number from 1 to"},
		{"text,row\nA,-1\n", "a.csv: row 2, column 2 (row): “-1” is not a number"},
		{"text,column\nA,1000000000\n", "a.csv: row 2, column 2 (column): “1000000000” is not a"},
		{"text,column\nA,99999999999999999999\n", "a.csv: row 2, column 2 (column): "},
		{"text,votes\nA,many\n", "a.csv: row 2, column 2 (votes): “many” is not a number"},
		{"text,step\nA,9\n", "a.csv: row 2, column 2 (step): “9” is not a number from 0 to 8"},
		{"text,resolved\nA,perhaps\n", "a.csv: row 2, column 2 (resolved): “perhaps” is neither"},
		{"text,created\nA,today\n", "a.csv: row 2, column 2 (created): “today” is not a time"},
		{"id,text\n7,A\n\n07,B\n", "a.csv: row 4, column 1 (id): the id 07 is already used in row 2"},
		{"id,text,links\n1,A,1 2\n", "a.csv: row 2, column 3 (links): a sticky cannot point"},
		{"id,text,links\n1,A,\n2,B,3\n", "a.csv: row 3, column 3 (links): no sticky of the file"},
		{"text,column,row\nA,1,999999999\nB,1,999999999\n", "a.csv: row 3, column 3 (row): the slot"},
		{"text\n\xff\n", "a.csv: row 2, column 1: not UTF-8"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct format_desk desk;
		const char *where;

		format_desk_open(&desk);
		assert_int_equal(format_desk_import_text(&desk, cases[i].file), ERROR_REFUSED);
		print_message("# %s\n", desk.err.text);
		where = strstr(desk.err.text, "a.csv");
		assert_non_null(where);
		assert_memory_equal(where, cases[i].where, strlen(cases[i].where));
		edit_rollback(&desk.edit, 0);
		assert_int_equal(board_count(desk.edit.board, ENTITY_STICKY), 0);
		format_desk_close(&desk);
	}
}

static void texts_that_are_too_long_are_refused(void **state)
{
	struct format_desk desk;
	struct strbuf file = STRBUF_INIT;

	(void)state;
	format_desk_open(&desk);
	strbuf_addstr(&file, "kind,text\nevent,");
	for (int i = 0; i < 2000; i++)
		strbuf_addstr(&file, "글");
	assert_int_equal(format_desk_import_text(&desk, file.text), 0);
	strbuf_addstr(&file, "글");
	assert_int_equal(format_desk_import_text(&desk, file.text), ERROR_REFUSED);
	assert_non_null(strstr(desk.err.text, "a.csv: row 2, column 2 (text): the text has 2001"));
	strbuf_release(&file);
	format_desk_close(&desk);
}

static void unknown_kinds_become_what_was_asked_for(void **state)
{
	struct import_options options = {.any_kind = true, .unknown_kind = KIND_HOTSPOT};
	struct format_desk desk;

	(void)state;
	format_desk_open(&desk);
	format_desk_put(&desk, "a.csv", "kind,text\nstory,A\nactor,B\n");
	assert_int_equal(
		import_read(&desk.edit, format_desk_path(&desk, "a.csv"), &options, &desk.report, &desk.err), 0);
	assert_int_equal(board_sticky(desk.edit.board, 1)->kind, KIND_HOTSPOT);
	assert_int_equal(board_sticky(desk.edit.board, 2)->kind, KIND_ACTOR);
	format_desk_close(&desk);
}

static void ids_are_kept_when_they_are_free(void **state)
{
	static const char file[] = "id,text,links,column,row\n"
				   ",no id,,1,1\n3,three,5 3x,2,1\n5,five,3;5000000000000,3,1\n3x,word,3,4,1\n"
				   "5000000000000,far,,5,1\n";
	struct format_desk desk;
	const struct board *board;

	(void)state;
	format_desk_open(&desk);
	board = desk.edit.board;
	assert_int_equal(format_desk_import_text(&desk, file), 0);
	assert_int_equal(desk.report.renumbered, 2);
	assert_string_equal(board_sticky(board, 3)->text, "three");
	assert_string_equal(board_sticky(board, 5)->text, "five");
	assert_string_equal(board_sticky(board, 6)->text, "no id");
	assert_string_equal(board_sticky(board, 7)->text, "word");
	assert_string_equal(board_sticky(board, 8)->text, "far");
	assert_non_null(board_link(board, 3, 5));
	assert_non_null(board_link(board, 3, 7));
	assert_non_null(board_link(board, 5, 8));
	assert_int_equal(format_desk_import_text(&desk, file), 0);
	assert_int_equal(desk.report.renumbered, 4);
	assert_int_equal(desk.report.moved, 5);
	assert_string_equal(board_sticky(board, 10)->text, "three");
	assert_non_null(board_link(board, 10, 11));
	assert_null(board_link(board, 10, 5));
	format_desk_close(&desk);
}

static void an_id_that_was_used_once_is_not_free(void **state)
{
	struct format_desk desk;

	(void)state;
	format_desk_open(&desk);
	assert_int_equal(format_desk_import_text(&desk, "id,text\n4,A\n"), 0);
	assert_int_equal(edit_delete(&desk.edit, ENTITY_STICKY, 4, NULL), 0);
	assert_int_equal(format_desk_import_text(&desk, "id,text\n4,B\n"), 0);
	assert_int_equal(desk.report.renumbered, 1);
	assert_string_equal(board_sticky(desk.edit.board, 5)->text, "B");
	format_desk_close(&desk);
}

static void a_taken_slot_makes_way_downwards(void **state)
{
	struct format_desk desk;
	const struct board *board;

	(void)state;
	format_desk_open(&desk);
	board = desk.edit.board;
	assert_int_equal(format_desk_import_text(
				 &desk, "id,text,column,row\n1,A,2,1\n2,B,2,1\n3,C,2,2\n4,D,2,1\n5,E,3,\n6,F,3,\n"),
		0);
	assert_int_equal(desk.report.moved, 3);
	assert_int_equal(board_sticky(board, 1)->place.row, 1);
	assert_int_equal(board_sticky(board, 3)->place.row, 2);
	assert_int_equal(board_sticky(board, 2)->place.row, 3);
	assert_int_equal(board_sticky(board, 4)->place.row, 4);
	assert_int_equal(board_sticky(board, 6)->place.row, 2);
	assert_int_equal(format_desk_import_text(&desk, "text,column,row\nG,2,2\nH,2,5\n"), 0);
	assert_int_equal(desk.report.moved, 1);
	assert_int_equal(board_sticky(board, 7)->place.row, 6);
	assert_int_equal(board_sticky(board, 8)->place.row, 5);
	format_desk_close(&desk);
}

static void many_in_one_slot_cost_no_more_than_others(void **state)
{
	struct format_desk desk;
	struct strbuf file = STRBUF_INIT;

	(void)state;
	format_desk_open(&desk);
	strbuf_addstr(&file, "text,column,row\n");
	for (int i = 0; i < 50000; i++)
		strbuf_addstr(&file, "A,1,1\n");
	assert_int_equal(format_desk_import_text(&desk, file.text), 0);
	assert_int_equal(desk.report.moved, 49999);
	assert_int_equal(board_bounds(desk.edit.board).last.row, 50000);
	strbuf_release(&file);
	format_desk_close(&desk);
}

static void contexts_and_people_are_found_or_made(void **state)
{
	struct format_desk desk;
	const struct board *board;

	(void)state;
	format_desk_open(&desk);
	board = desk.edit.board;
	assert_int_equal(format_desk_import_text(&desk, "text,context,author\nA,Pay,Kim\nB,Ship,\nC, Pay ,Kim\n"), 0);
	assert_int_equal(format_desk_import_text(&desk, "text,context,author\nD,Ship,Kim\n"), 0);
	assert_int_equal(board_count(board, ENTITY_CONTEXT), 2);
	assert_int_equal(board_count(board, ENTITY_PERSON), 1);
	assert_int_equal(board_sticky(board, 3)->context, board_context_named(board, "Pay")->id);
	assert_int_equal(board_sticky(board, 4)->context, board_context_named(board, "Ship")->id);
	assert_int_equal(board_context_named(board, "Ship")->colour, 2);
	assert_int_equal(board_person_named(board, "Kim")->role, ROLE_PARTICIPANT);
	format_desk_close(&desk);
}

static void flows_between_stickies_become_links_and_relations(void **state)
{
	struct format_desk desk;
	const struct board *board;
	const struct relation *relation;

	(void)state;
	format_desk_open(&desk);
	board = desk.edit.board;
	format_desk_put(&desk, "b.csv", "kind,text,context\nevent,Ordered,Shop\ncommand,Pay,Till\nevent,Sent,Shop\n");
	format_desk_put(&desk, "b.relations.csv",
		"from_context,from_sticky,to_context,to_sticky,mode,label\n"
		"Shop,Ordered,Till,Pay,async,Pub/Sub\nShop,Ordered,Shop,Sent,,\nShop,,Till,,,\n"
		"Till,,Stock,,sync,\nTill,,Stock,,sync,\n");
	assert_int_equal(format_desk_import(&desk, ""), 0);
	assert_int_equal(desk.report.stickies, 3);
	assert_non_null(board_link(board, 1, 2));
	assert_non_null(board_link(board, 1, 3));
	assert_int_equal(board_count(board, ENTITY_RELATION), 3);
	relation = board_item(board, ENTITY_RELATION, 1);
	assert_int_equal(relation->style, RELATION_ASYNC);
	assert_string_equal(relation->label, "Pub/Sub");
	relation = board_item(board, ENTITY_RELATION, 2);
	assert_int_equal(relation->style, RELATION_UNKNOWN);
	assert_int_equal(desk.report.relations, 3);
	assert_non_null(board_context_named(board, "Stock"));
	assert_int_equal(format_desk_import(&desk, "b.relations.csv"), 0);
	assert_int_equal(board_count(board, ENTITY_RELATION), 3);
	assert_int_equal(board_count(board, ENTITY_LINK), 2);
	format_desk_close(&desk);
}

static void modes_are_read_as_people_write_them(void **state)
{
	static const struct {
		const char *cell;
		enum relation_style style;
	} cases[] = {{"sync", RELATION_SYNC}, {"Synchronous", RELATION_SYNC}, {"동기", RELATION_SYNC},
		{"ASYNC", RELATION_ASYNC}, {"asynchronous", RELATION_ASYNC}, {"비동기", RELATION_ASYNC},
		{"", RELATION_UNKNOWN}, {"unknown", RELATION_UNKNOWN}, {"미정", RELATION_UNKNOWN}};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		struct format_desk desk;
		char file[64];

		format_desk_open(&desk);
		snprintf(file, sizeof(file), "from,mode,to\nShop,%s,Till\n", cases[i].cell);
		format_desk_put(&desk, "b.relations.csv", file);
		assert_int_equal(format_desk_import(&desk, "b.relations.csv"), 0);
		assert_int_equal(((const struct relation *)board_item(desk.edit.board, ENTITY_RELATION, 1))->style,
			cases[i].style);
		format_desk_close(&desk);
	}
}

static void relations_that_lead_nowhere_are_refused(void **state)
{
	static const struct {
		const char *file, *where;
	} cases[] = {
		{"from,to\nA,\n", "row 2, column 2 (to): a context is missing"},
		{"from,to\n,A\n", "row 2, column 1 (from): a context is missing"},
		{"from,style,to\nA,slow,B\n",
			"row 2, column 2 (style): unknown mode “slow”; use sync, async or unknown"},
		{"from,to,from_pattern\nA,B,friends\n", "row 2, column 3 (from_pattern): “friends” is no"},
		{"from_context,from_sticky,to_context,to_sticky\nA,x,B,y\n",
			"row 2, column 2 (from_sticky): no sticky of that context says “x”"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct format_desk desk;

		format_desk_open(&desk);
		assert_int_equal(format_desk_import_text(&desk, cases[i].file), ERROR_REFUSED);
		print_message("# %s\n", desk.err.text);
		assert_non_null(strstr(desk.err.text, cases[i].where));
		format_desk_close(&desk);
	}
}

static void what_is_not_there_is_an_error_of_the_system(void **state)
{
	struct format_desk desk;

	(void)state;
	format_desk_open(&desk);
	assert_int_equal(format_desk_import(&desk, "none.csv"), ERROR_SYSTEM);
	assert_non_null(strstr(desk.err.text, "none.csv: No such file"));
	assert_int_equal(format_desk_import(&desk, ""), ERROR_REFUSED);
	assert_non_null(strstr(desk.err.text, "no CSV file in this folder"));
	assert_false(import_has_history(desk.folder, NULL));
	format_desk_close(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(export_import_export_gives_the_same_bytes),
		cmocka_unit_test(an_empty_board_is_a_header),
		cmocka_unit_test(foreign_files_are_understood),
		cmocka_unit_test(what_does_not_fit_is_refused_where_it_stands),
		cmocka_unit_test(texts_that_are_too_long_are_refused),
		cmocka_unit_test(unknown_kinds_become_what_was_asked_for),
		cmocka_unit_test(ids_are_kept_when_they_are_free),
		cmocka_unit_test(an_id_that_was_used_once_is_not_free),
		cmocka_unit_test(a_taken_slot_makes_way_downwards),
		cmocka_unit_test(many_in_one_slot_cost_no_more_than_others),
		cmocka_unit_test(contexts_and_people_are_found_or_made),
		cmocka_unit_test(flows_between_stickies_become_links_and_relations),
		cmocka_unit_test(modes_are_read_as_people_write_them),
		cmocka_unit_test(relations_that_lead_nowhere_are_refused),
		cmocka_unit_test(what_is_not_there_is_an_error_of_the_system),
	};

	return cmocka_run_group_tests_name("format/import", tests, NULL, NULL);
}
