#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "lib/format_desk.h"

static void messages_and_details_are_read(void **state)
{
	struct format_desk desk;
	const struct board *board;
	const struct relation *relation;

	(void)state;
	format_desk_open(&desk);
	board = desk.edit.board;
	format_desk_put(&desk, "stickies.csv", "id,text\na,A\nb,B\n");
	format_desk_put(&desk, "contexts.csv", "name,color,map_column,map_row\nShop,7,2,3\nTill,,,\n");
	format_desk_put(
		&desk, "relations.csv", "from,to,style,label,when_slow,autonomous\nShop,Till,async,tells,outbox,yes\n");
	format_desk_put(&desk, "messages.csv",
		"from,to,label,sticky,type\nShop,Till,tells,b,domain-event\nShop,Till,tells,b,\n");
	format_desk_put(&desk, "details.csv", "id,payload,public\nb,\"id: uuid; total\",1\n");
	assert_int_equal(format_desk_import(&desk, ""), 0);
	assert_int_equal(board_context_named(board, "Shop")->colour, 7);
	assert_int_equal(board_context_named(board, "Shop")->map_row, 3);
	relation = board_item(board, ENTITY_RELATION, 1);
	assert_string_equal(relation->when_slow, "outbox");
	assert_int_equal(relation->autonomous, ANSWER_YES);
	assert_int_equal(board_count(board, ENTITY_MESSAGE), 1);
	assert_int_equal(board_message(board, 1, 2)->type, MESSAGE_DOMAIN_EVENT);
	assert_string_equal(board_sticky(board, 2)->payload, "id: uuid\ntotal");
	assert_true(board_sticky(board, 2)->public);
	format_desk_close(&desk);
}

static void what_does_not_fit_is_refused(void **state)
{
	static const struct {
		const char *name, *file, *where;
	} cases[] = {
		{"relations.csv", "from,to,sensitive\nA,B,maybe\n",
			"relations.csv: row 2, column 3 (sensitive): “maybe” is not valid"},
		{"messages.csv", "from,to,sticky\nA,B,1\n", "messages.csv: row 2, column 1 (from): no such relation"},
		{"details.csv", "id,payload\n9,a\n",
			"details.csv: row 2, column 1 (id): no sticky of the file has the id 9"},
		{"details.csv", "id,payload\n1,two words\n",
			"details.csv: row 2, column 2 (payload): “two words” is not a field name"},
		{"details.csv", "id,payload\n1,a: x; a: y\n",
			"details.csv: row 2, column 2 (payload): two fields are called “a”"},
		{"details.csv", "id,public\n1,maybe\n",
			"details.csv: row 2, column 2 (public): “maybe” is not valid here"},
		{"messages.csv", "from,to,sticky,type\nA,A,1,loud\n",
			"messages.csv: row 2, column 4 (type): “loud” is not valid here"},
		{"messages.csv", "from,to,sticky\nA,A,7\n",
			"messages.csv: row 2, column 3 (sticky): no sticky of the file has the id 7"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct format_desk desk;

		format_desk_open(&desk);
		format_desk_put(&desk, "stickies.csv", "id,text\n1,A\n");
		if (strcmp(cases[i].name, "relations.csv"))
			format_desk_put(&desk, "relations.csv", "from,style,to\nA,async,A\n");
		format_desk_put(&desk, cases[i].name, cases[i].file);
		assert_int_equal(format_desk_import(&desk, ""), ERROR_REFUSED);
		print_message("# %s\n", desk.err.text);
		assert_non_null(strstr(desk.err.text, cases[i].where));
		format_desk_close(&desk);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(messages_and_details_are_read),
		cmocka_unit_test(what_does_not_fit_is_refused),
	};

	return cmocka_run_group_tests_name("format/messages", tests, NULL, NULL);
}
