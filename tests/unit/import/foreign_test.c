/* Tables that trackers, whiteboards and spreadsheets write, in any encoding that they save. */
#include <iconv.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "import/kindword.h"
#include "lib/format_desk.h"

/* Appends the stickies of the board: "kind text @column,row [context] note; ". */
static void foreign_show(const struct board *board, struct strbuf *out)
{
	const struct sticky *sticky;

	for (size_t at = 0; (sticky = board_next(board, ENTITY_STICKY, &at));) {
		const struct context *context = board_context(board, sticky->context);

		strbuf_addf(out, "%s %s @%d,%d", kind_token((enum kind)sticky->kind), sticky->text,
			(int)sticky->place.column, (int)sticky->place.row);
		if (context)
			strbuf_addf(out, " [%s]", context->name);
		if (sticky->note)
			strbuf_addf(out, " (%s)", sticky->note);
		strbuf_addstr(out, "; ");
	}
}

/* Reads BYTES with OPTIONS, which must give the stickies WANTED; the desk stays open. */
static void foreign_read(struct format_desk *desk, const char *bytes, size_t len, const struct import_options *options,
	const char *wanted)
{
	struct strbuf seen = STRBUF_INIT;
	FILE *out;

	format_desk_open(desk);
	out = fopen(format_desk_path(desk, "a.csv"), "we");
	assert_non_null(out);
	assert_int_equal(fwrite(bytes, 1, len, out), len);
	fclose(out);
	if (import_read(&desk->edit, format_desk_path(desk, "a.csv"), options, &desk->report, &desk->err))
		fail_msg("it must be read, to be “%s”: %s", wanted, desk->err.text);
	foreign_show(desk->edit.board, &seen);
	assert_string_equal(seen.text, wanted);
	strbuf_release(&seen);
}

static void headers_of_other_programs_are_known(void **state)
{
	static const struct {
		const char *file, *wanted, *titles, *unknown;
	} rows[] = {
		{"Type,Text\ncommand,Pay\n", "command Pay @1,1; ", "", ""},
		{"종류,내용,컨텍스트,메모,열,행\n명령,주문하기,주문,급함,3,2\n",
			"command 주문하기 @3,2 [주문] (급함); ", "", ""},
		{"유형,텍스트,링크\n사용자,손님,\n", "actor 손님 @1,1; ", "", ""},
		{"Summary,Issue Type,Status,Priority\nOrder placed,Story,Done,High\nPay,Task,Open,Low\n",
			"event Order placed @1,1; event Pay @2,1; ", "Status, Priority", "Story, Task"},
		{"Card Name,List,Labels\nPlaced,Sales,orange\nShip,Delivery,blue\n",
			"event Placed @1,1; command Ship @2,1; ", "", ""},
		{"title,description\nPlaced,why\n", "event Placed @1,1 (why); ", "", ""},
		{"description\nPlaced\n", "event Placed @1,1; ", "", ""},
		{"text,Comment,Comment\nPlaced,one,two\n", "event Placed @1,1 (one); ", "Comment", ""},
		{"text,Comment,Comment,Comment,,Sprint\nPlaced,one,two,three,four,five\n", "event Placed @1,1 (one); ",
			"Comment ×2, column 5, Sprint", ""},
		/* a row without a text is none */
		{"Summary,Issue Type\n,Story\nPlaced,Event\n", "event Placed @1,1; ", "", ""},
		{"kind|text\nevent|A, b\n", "event A, b @1,1; ", "", ""},
		{"sep=;\r\nkind;text\r\nevent;A, b\r\n", "event A, b @1,1; ", "", ""},
		{"text,단계\nPlaced,접수\n", "event Placed @1,1; ", "", ""},
		/* what is called as here may be something else */
		{"Summary,Issue Type,Created,Resolved,Component/s\nPlaced,Story,12/Nov/26 9:03 AM,13/Nov/26 1:20 "
		 "PM,Shop\n",
			"event Placed @1,1 [Shop]; ", "Resolved, Created", "Story"},
		{"Card Name,Card Description,Labels,List Name,Column\nPlaced,why,\"urgent, Command (blue)\",Sales,To "
		 "do\n",
			"command Placed @1,1 (why); ", "Column", ""},
	};
	struct import_options options = {0};
	struct format_desk desk;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		foreign_read(&desk, rows[i].file, strlen(rows[i].file), &options, rows[i].wanted);
		assert_string_equal(desk.report.titles.text, rows[i].titles);
		assert_string_equal(desk.report.unknown.text, rows[i].unknown);
		format_desk_close(&desk);
	}
}

static void columns_are_what_the_map_says(void **state)
{
	static const struct {
		const char *file, *wanted;
		struct dialect dialect;
	} rows[] = {
		{"x,y,z\nPay,#6cb8fa,Sales\n", "command Pay @1,1 [Sales]; ", {.map = "x=text,Y=kind,z=context"}},
		{"Pay,command\nPlaced,event\n", "event Pay @1,1; event Placed @2,1; ", {.no_header = true}},
		{"command,Pay\nevent,Placed\n", "command Pay @1,1; event Placed @2,1; ",
			{.no_header = true, .map = "2=text,1=kind"}},
		{"text,context\nPay,Sales\n", "event Pay @1,1; ", {.map = "context=-"}},
		{"a=b,c\nPay,command\n", "command Pay @1,1; ", {.map = "a=b=text,c=kind"}},
		{"text~kind\nPay, now~command\n", "command Pay, now @1,1; ", {.separator = '~'}},
		{"text,kind\nGr\xf6\xdf"
		 "e,event\n",
			"event Größe @1,1; ", {.encoding = "ISO-8859-1"}},
		{"\xef\xbb\xbftext\n가\n", "event 가 @1,1; ", {.encoding = "utf-8"}},
	};
	struct format_desk desk;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct import_options options = {.dialect = rows[i].dialect};

		foreign_read(&desk, rows[i].file, strlen(rows[i].file), &options, rows[i].wanted);
		format_desk_close(&desk);
	}
}

/* Replaces *OUT by TEXT in ENCODING. */
static void foreign_encode(struct strbuf *out, const char *text, const char *encoding)
{
	iconv_t converter = iconv_open(encoding, "UTF-8");
	char bytes[4096], *to = bytes, *from = (char *)text;
	size_t left = strlen(text), room = sizeof(bytes);

	assert_true(converter != (iconv_t)-1);
	assert_int_equal(iconv(converter, &from, &left, &to, &room), 0);
	iconv_close(converter);
	strbuf_reset(out);
	strbuf_add(out, bytes, (size_t)(to - bytes));
}

static void what_korean_spreadsheets_save_is_recognised(void **state)
{
	static const char *const encodings[] = {"CP949", "UTF-16", "UTF-16LE", "UTF-16BE", "UTF-8"};
	static const char file[] = "종류,내용\n명령,주문하기 (새로)\n이벤트,똠양꿍이 주문됨\n";
	static const char wanted[] = "command 주문하기 (새로) @1,1; event 똠양꿍이 주문됨 @2,1; ";
	struct import_options options = {0};
	struct strbuf bytes = STRBUF_INIT;
	struct format_desk desk;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(encodings); i++) {
		foreign_encode(&bytes, file, encodings[i]);
		foreign_read(&desk, bytes.text, bytes.len, &options, wanted);
		format_desk_close(&desk);
	}
	strbuf_release(&bytes);
}

static void what_is_not_certain_is_refused(void **state)
{
	static const struct {
		const char *file, *why;
		struct dialect dialect;
	} rows[] = {
		{"text\nGr\xf6\xdf"
		 "e\n",
			"row 2, column 1: not UTF-8; save the file as UTF-8, or say its encoding", {0}},
		{"text\n\xc4\xd6\xdc\n", "not UTF-8", {0}},
		{"text\n가\n", "is not valid in ASCII", {.encoding = "ASCII"}},
		{"text\nA\n", "unknown encoding “nowhere”", {.encoding = "nowhere"}},
		{"text\nA\n", "no column is called “q”", {.map = "q=text"}},
		{"a,b\nA,B\n", "column 2: --map says of two columns that they are “text”", {.map = "a=text,b=text"}},
		{"text,created\nA,12/Nov/26\n", "is not a time", {0}},
		{"text,resolved\nA,12/Nov/26\n", "is neither yes nor no", {0}},
		{"text,column\nA,To do\n", "is not a number", {0}},
		{"Order placed\nPaid\n", "or say --no-header if this row is data", {0}},
		{"kind,text\nstory,A\n", "“story” is not a kind of sticky", {0}},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct import_options options = {.dialect = rows[i].dialect};
		struct format_desk desk;

		format_desk_open(&desk);
		format_desk_put(&desk, "a.csv", rows[i].file);
		if (import_read(&desk.edit, format_desk_path(&desk, "a.csv"), &options, &desk.report, &desk.err) >= 0)
			fail_msg("%zu must be refused: %s", i, rows[i].why);
		if (!strstr(desk.err.text, rows[i].why))
			fail_msg("“%s” must say “%s”", desk.err.text, rows[i].why);
		format_desk_close(&desk);
	}
}

static void colours_are_kinds(void **state)
{
	static const struct {
		const char *cell;
		int kind;
	} rows[] = {{"orange", KIND_EVENT}, {"주황색", KIND_EVENT}, {"Light Blue", KIND_COMMAND},
		{"light_yellow", KIND_ACTOR}, {"yellow", KIND_AGGREGATE}, {"연보라", KIND_POLICY}, {"#f90", KIND_EVENT},
		{"#FF9D48", KIND_EVENT}, {"#fff9b1", KIND_ACTOR}, {"#ffffff", KIND_UI}, {"Actor", KIND_ACTOR},
		{"#000000", -1}, {"#12", -1}, {"#ff9d4z", -1}, {"#", -1}, {"brown", -1}, {"", -1},
		{"Event (orange)", KIND_EVENT}, {"later; next (blue)", KIND_COMMAND}, {"later (brown), ", -1}};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		enum kind kind = KIND_COUNT;
		bool found = kindword_parse(rows[i].cell, &kind);

		if (found != (rows[i].kind >= 0) || (found && (int)kind != rows[i].kind))
			fail_msg("“%s” must not be %s", rows[i].cell, found ? kind_token(kind) : "unknown");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(headers_of_other_programs_are_known),
		cmocka_unit_test(columns_are_what_the_map_says),
		cmocka_unit_test(what_korean_spreadsheets_save_is_recognised),
		cmocka_unit_test(what_is_not_certain_is_refused),
		cmocka_unit_test(colours_are_kinds),
	};

	return cmocka_run_group_tests_name("import/foreign", tests, NULL, NULL);
}
