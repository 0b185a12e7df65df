/* How the words of a line are told apart, and what the cursor and the selection stand for. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/mem.h"
#include "lib/lines.h"

#define ROW "Ann: add hotspot A\nAnn: add hotspot B\nAnn: add hotspot C"

static void one_sticky_at_the_cursor_is_meant(void **state)
{
	static const int64_t two[] = {2};
	static const struct focus focus = {{2, 1}, two, 1};
	static const struct lines_case cases[] = {
		{"a missing sticky is the one at the cursor", ROW, "resolve", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1\n"
			"sticky 2: kind=hotspot text=B place=2,1 resolved=1\n"
			"sticky 3: kind=hotspot text=C place=3,1\n",
			NULL},
		{"a dot says so", ROW, "delete .", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1\n"
			"sticky 3: kind=hotspot text=C place=3,1\n",
			NULL},
		{"a number is meant as it is", ROW, "delete 3", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1\n"
			"sticky 2: kind=hotspot text=B place=2,1\n",
			NULL},
		{"a word that is no number is the text", ROW, "edit Bee hive", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1\n"
			"sticky 2: kind=hotspot text=Bee hive place=2,1\n"
			"sticky 3: kind=hotspot text=C place=3,1\n",
			NULL},
		{"what must follow is not taken for the sticky", ROW, "edit 7", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1\n"
			"sticky 2: kind=hotspot text=7 place=2,1\n"
			"sticky 3: kind=hotspot text=C place=3,1\n",
			NULL},
		{"after a dot a text may begin with a number", ROW, "edit . 3 days", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1\n"
			"sticky 2: kind=hotspot text=3 days place=2,1\n"
			"sticky 3: kind=hotspot text=C place=3,1\n",
			NULL},
		{"one end of a link is the cursor's", ROW, "link 3", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1\n"
			"sticky 2: kind=hotspot text=B place=2,1\n"
			"sticky 3: kind=hotspot text=C place=3,1\nlink 1: source=2 target=3\n",
			NULL},
		{"with two numbers both ends are meant", ROW, "link 1 3", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1\n"
			"sticky 2: kind=hotspot text=B place=2,1\n"
			"sticky 3: kind=hotspot text=C place=3,1\nlink 1: source=1 target=3\n",
			NULL},
		{"a move needs its column and its row", ROW, "move 5 6", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1\n"
			"sticky 2: kind=hotspot text=B place=5,6\n"
			"sticky 3: kind=hotspot text=C place=3,1\n",
			NULL},
		{"a new sticky comes to the cursor", ROW, "add event D", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1\n"
			"sticky 2: kind=hotspot text=B place=2,1\n"
			"sticky 3: kind=hotspot text=C place=3,1\nsticky 4: text=D place=2,2\n",
			NULL},
		{"an option goes before the cursor", ROW, "add event -c 9 D", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1\n"
			"sticky 2: kind=hotspot text=B place=2,1\n"
			"sticky 3: kind=hotspot text=C place=3,1\nsticky 4: text=D place=9,1\n",
			NULL},
		{"a phase begins at the cursor's column", ROW, "phase Check out", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1\n"
			"sticky 2: kind=hotspot text=B place=2,1\n"
			"sticky 3: kind=hotspot text=C place=3,1\nphase 1: column=2 name=Check "
			"out\n",
			NULL},
		{"a context goes round the sticky at the cursor", "Ann: add aggregate A\nAnn: add ui B",
			"context Sales", 0, NULL,
			"context 1: name=Sales colour=1\nsticky 1: kind=aggregate text=A "
			"place=1,1\n"
			"sticky 2: kind=ui text=B place=2,1 context=1\n",
			NULL},
		{"a column comes in at the cursor", ROW, "insert-column", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1\n"
			"sticky 2: kind=hotspot text=B place=3,1\n"
			"sticky 3: kind=hotspot text=C place=4,1\n",
			NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), &focus);
}

static void a_selection_is_meant_where_many_are_taken(void **state)
{
	static const int64_t both[] = {1, 3};
	static const struct focus focus = {{1, 1}, both, 2};
	static const struct lines_case cases[] = {
		{"all of the selection is meant", ROW, "delete", 0, NULL, "sticky 2: kind=hotspot text=B place=2,1\n",
			NULL},
		{"the selection is carried", ROW, "carry down", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,2\n"
			"sticky 2: kind=hotspot text=B place=2,1\n"
			"sticky 3: kind=hotspot text=C place=3,2\n",
			NULL},
		{"a selection is not one sticky", ROW, "vote", ERROR_REFUSED, "not a selection", NULL, NULL},
		{"nor is it with a dot", ROW, "vote .", ERROR_REFUSED, "not a selection", NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), &focus);
}

static void an_empty_slot_is_no_sticky(void **state)
{
	static const struct focus focus = {{9, 9}, NULL, 0};
	static const struct lines_case cases[] = {
		{"where no sticky is none is meant", ROW, "delete", ERROR_REFUSED, "no sticky here", NULL, NULL},
		{"nor is it with a dot", ROW, "delete .", ERROR_REFUSED, "no sticky here", NULL, NULL},
		{"a number is meant as it is", ROW, "delete 1 2", 0, NULL, "sticky 3: kind=hotspot text=C place=3,1\n",
			NULL},
		{"a context may be made without stickies", "", "context Sales", 0, NULL,
			"context 1: name=Sales colour=1\n", NULL},
		{"a new sticky comes to the cursor", "", "add event D", 0, NULL, "sticky 1: text=D place=9,9\n", NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), &focus);
}

static void without_a_canvas_all_is_said(void **state)
{
	static const struct lines_case cases[] = {
		{"a sticky has to be named", ROW, "delete", ERROR_USAGE, "missing ID", NULL, NULL},
		{"a dot is no number", ROW, "delete .", ERROR_USAGE, "is not a sticky's id", NULL, NULL},
		{"a column has to be named", ROW, "insert-column", ERROR_USAGE, "missing COL", NULL, NULL},
		{"what was wrong is said after how it is right", ROW, "carry 1", ERROR_USAGE,
			"carry WAY ID...: WAY “1”", NULL, NULL},
		{"a message is cut between characters", ROW, "a가가가가가가가가가가가가가가가가가가가가가가가가",
			ERROR_USAGE, "“a가가가가가가가가가가가가가가가가가가가”", NULL, NULL},
		{"a message holds no control characters", ROW, "a\x1b[2Jb", ERROR_USAGE, "“a?[2Jb”", NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

static void a_vector_is_taken_word_by_word(void **state)
{
	static const char *const argv[] = {"add", "-c", "2", "event", "it's  \"so\"", "-f", NULL};
	struct command_past past = {ledger_target, ledger_moves, NULL};
	struct strbuf output = STRBUF_INIT, note = STRBUF_INIT;
	struct run run = {.role = ROLE_PARTICIPANT, .past = &past, .output = &output, .note = &note};
	struct error err = ERROR_INIT;
	struct words words;
	struct ledger ledger;

	(void)state;
	ledger_init(&ledger);
	words_from_argv(&words, argv);
	ledger_begin(&ledger, "Ann", &run.edit);
	run.person = run.edit.action->person;
	assert_int_equal(command_run(&run, &words, NULL, &err), 0);
	ledger_end(&ledger, true);
	assert_string_equal(board_sticky(ledger.board, 1)->text, "it's  \"so\" -f");
	assert_int_equal(board_sticky(ledger.board, 1)->place.column, 2);
	strbuf_release(&output);
	strbuf_release(&note);
	ledger_release(&ledger);
}

static void options_may_stand_behind_a_quoted_text(void **state)
{
	static const struct lines_case cases[] = {
		{"behind a quoted text options count", "", "add event \"Order placed\" -c 3 -r 2", 0, NULL,
			"sticky 1: text=Order placed place=3,2\n", "1\n"},
		{"single quotes are as good", "", "add event -r 2 'Order placed' -c 3", 0, NULL,
			"sticky 1: text=Order placed place=3,2\n", "1\n"},
		{"behind one without quotes they are refused", "", "add event Order placed -c 3", ERROR_USAGE,
			"-c after a text: quote the text", "", NULL},
		{"however short it is", "", "add event Order -r 3", ERROR_USAGE, "-r before it", "", NULL},
		{"also behind one in which something is quoted", "", "add event \"Order\" placed -c 3", ERROR_USAGE,
			"quote the text", "", NULL},
		{"nothing comes between", "", "add event \"Order\" -c 3 placed", ERROR_USAGE,
			"unexpected argument “placed”", "", NULL},
		{"an option needs its value there too", "", "add event \"Order placed\" -c", ERROR_USAGE,
			"-c needs a COL", "", NULL},
		{"behind -- all is text", "", "add event -- Order placed -c 3", 0, NULL,
			"sticky 1: text=Order placed -c 3 place=1,1\n", "1\n"},
		{"what is no option of the command is text", "", "add event tar -x, -f and -cc", 0, NULL,
			"sticky 1: text=tar -x, -f and -cc place=1,1\n", "1\n"},
		{"a quoted part holds none", "", "add event say \"use -c 3\" twice", 0, NULL,
			"sticky 1: text=say \"use -c 3\" twice place=1,1\n", "1\n"},
		{"quotes that belong to the text stay", "", "add event \"Order\" placed", 0, NULL,
			"sticky 1: text=\"Order\" placed place=1,1\n", "1\n"},
		{"the same holds for every text",
			"Ann: context Sales\nAnn: context Stock\nAnn: relate Sales async Stock -l x\n"
			"Ann: relate Sales async Stock -l y",
			"integrate Sales Stock slow \"a queue\" -l y", 0, NULL,
			"context 1: name=Sales colour=1\ncontext 2: name=Stock colour=2\n"
			"relation 1: source=1 style=async target=2 label=x\n"
			"relation 2: source=1 style=async target=2 label=y when_slow=a queue\n",
			NULL},
		{"and when it is refused",
			"Ann: context Sales\nAnn: context Stock\n"
			"Ann: relate Sales async Stock -l x",
			"integrate Sales Stock slow a queue -l x", ERROR_USAGE, "-l after a text", NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

static void a_word_of_a_vector_is_as_good_as_quoted(void **state)
{
	static const char *const counts[] = {"add", "event", "Order placed", "-c", "3", NULL};
	static const char *const refused[] = {"add", "event", "Order", "placed", "-c", "3", NULL};
	const char *const *const vectors[] = {counts, refused};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(vectors); i++) {
		struct ledger ledger;
		struct strbuf output = STRBUF_INIT, note = STRBUF_INIT;
		struct run run = {.role = ROLE_FACILITATOR, .output = &output, .note = &note};
		struct words words;

		ledger_init(&ledger);
		ledger_begin(&ledger, "Ann", &run.edit);
		words_from_argv(&words, vectors[i]);
		assert_int_equal(command_run(&run, &words, NULL, NULL), i ? ERROR_USAGE : 0);
		if (!i)
			assert_int_equal(board_sticky(ledger.board, 1)->place.column, 3);
		ledger_end(&ledger, !i);
		strbuf_release(&output);
		strbuf_release(&note);
		ledger_release(&ledger);
	}
}

static void every_command_is_found_and_described(void **state)
{
	size_t count;
	const struct command *const *rows = command_list(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		struct strbuf synopsis = STRBUF_INIT;

		assert_ptr_equal(command_find(rows[i]->name), rows[i]);
		assert_non_null(rows[i]->sentence);
		assert_non_null(rows[i]->run);
		assert_int_equal(rows[i]->kinds != 0, rows[i]->why != NULL);
		assert_true(argument_count(rows[i]->arguments) < COMMAND_ARGUMENTS_MOST);
		command_synopsis(rows[i], &synopsis);
		assert_int_equal(strncmp(synopsis.text, rows[i]->name, strlen(rows[i]->name)), 0);
		strbuf_release(&synopsis);
	}
	assert_null(command_find(""));
	assert_null(command_find("ad"));
}

static void a_synopsis_says_what_may_be_left_out(void **state)
{
	static const char *const rows[][2] = {
		{"add", "add KIND [-c COL] [-r ROW] TEXT"},
		{"delete-column", "delete-column COL [N] [-f]"},
		{"delete", "delete ID..."},
		{"relate", "relate FROM sync|async|unknown TO [-l LABEL] [-p PATTERN[/PATTERN]]"},
		{"undo", "undo [N] [-c CHANGE]"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf synopsis = STRBUF_INIT;

		command_synopsis(command_find(rows[i][0]), &synopsis);
		assert_string_equal(synopsis.text, rows[i][1]);
		strbuf_release(&synopsis);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_sticky_at_the_cursor_is_meant),
		cmocka_unit_test(a_selection_is_meant_where_many_are_taken),
		cmocka_unit_test(an_empty_slot_is_no_sticky),
		cmocka_unit_test(without_a_canvas_all_is_said),
		cmocka_unit_test(a_vector_is_taken_word_by_word),
		cmocka_unit_test(options_may_stand_behind_a_quoted_text),
		cmocka_unit_test(a_word_of_a_vector_is_as_good_as_quoted),
		cmocka_unit_test(every_command_is_found_and_described),
		cmocka_unit_test(a_synopsis_says_what_may_be_left_out),
	};

	return cmocka_run_group_tests_name("command/argument", tests, NULL, NULL);
}
