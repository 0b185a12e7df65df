/* What insert-column and its like, phase, lane, step and title do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "lib/lines.h"

#define ROW "Ann: add event A\nAnn: add event B\nAnn: add event C"
#define DOWN "Ann: add event -c 1 -r 1 A\nAnn: add event -c 1 -r 2 B\nAnn: add event -c 1 -r 3 C"

static void columns_and_rows_come_in(void **state)
{
	static const struct lines_case cases[] = {
		{"what stands right of it moves", ROW, "insert-column 2", 0, NULL,
			"sticky 1: text=A place=1,1\nsticky 2: text=B place=3,1\n"
			"sticky 3: text=C place=4,1\n",
			NULL},
		{"several come in at once", ROW, "insert-column 1 10", 0, NULL,
			"sticky 1: text=A place=11,1\nsticky 2: text=B place=12,1\n"
			"sticky 3: text=C place=13,1\n",
			NULL},
		{"phases move with their columns", ROW "\nAnn: phase 1 Start\nAnn: phase 3 End", "insert-column 2", 0,
			NULL,
			"sticky 1: text=A place=1,1\nsticky 2: text=B place=3,1\n"
			"sticky 3: text=C place=4,1\n"
			"phase 1: column=1 name=Start\nphase 2: column=4 name=End\n",
			NULL},
		{"rows move down with their lanes", DOWN "\nAnn: lane 2 Shop", "insert-row 2", 0, NULL,
			"sticky 1: text=A place=1,1\nsticky 2: text=B place=1,3\n"
			"sticky 3: text=C place=1,4\nlane 1: row=3 name=Shop\n",
			NULL},
		{"nothing leaves the grid", "Ann: add event -c 999999999 -r 1 Z", "insert-column 1", ERROR_REFUSED,
			"grid", NULL, NULL},
		{"no phase leaves the grid", "Ann: phase 999999999 End", "insert-column 5", ERROR_REFUSED, "grid", NULL,
			NULL},
		{"a million is the most", ROW, "insert-row 1 1000001", ERROR_REFUSED, "cannot hold that many", NULL,
			NULL},
		{"a million is possible", ROW, "insert-row 1 1000000", 0, NULL,
			"sticky 1: text=A place=1,1000001\nsticky 2: text=B place=2,1000001\n"
			"sticky 3: text=C place=3,1000001\n",
			NULL},
		{"how many counts from 1", ROW, "insert-row 1 0", ERROR_USAGE, "is not a number", NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

static void columns_and_rows_go(void **state)
{
	static const struct lines_case cases[] = {
		{"an empty column goes", ROW "\nAnn: insert-column 2 3", "delete-column 3 2", 0, NULL,
			"sticky 1: text=A place=1,1\nsticky 2: text=B place=3,1\n"
			"sticky 3: text=C place=4,1\n",
			NULL},
		{"a column with stickies stays", ROW, "delete-column 2", ERROR_REFUSED, "-f deletes them", NULL, NULL},
		{"by force they go along, with their links and dots, and come back with them",
			ROW "\nAnn: link 1 2\nAnn: link 2 3\nBob: vote 2", "delete-column 2 -f", 0, NULL,
			"sticky 1: text=A place=1,1\nsticky 3: text=C place=2,1\n", NULL},
		{"the force may be said first", ROW, "delete-column -f 1 2", 0, NULL, "sticky 3: text=C place=1,1\n",
			NULL},
		{"a phase that begins there begins at what follows", ROW "\nAnn: insert-column 2\nAnn: phase 2 Middle",
			"delete-column 2", 0, NULL,
			"sticky 1: text=A place=1,1\nsticky 2: text=B place=2,1\n"
			"sticky 3: text=C place=3,1\nphase 1: column=2 name=Middle\n",
			NULL},
		{"of two phases the later stays", ROW "\nAnn: insert-column 2 2\nAnn: phase 2 P\nAnn: phase 3 Q",
			"delete-column 2 2", 0, NULL,
			"sticky 1: text=A place=1,1\nsticky 2: text=B place=2,1\n"
			"sticky 3: text=C place=3,1\nphase 2: column=2 name=Q\n",
			NULL},
		{"a phase of what follows stays", ROW "\nAnn: insert-column 2\nAnn: phase 2 P\nAnn: phase 3 Q",
			"delete-column 2", 0, NULL,
			"sticky 1: text=A place=1,1\nsticky 2: text=B place=2,1\n"
			"sticky 3: text=C place=3,1\nphase 2: column=2 name=Q\n",
			NULL},
		{"a lane goes with its row", DOWN "\nAnn: insert-row 2\nAnn: lane 2 Gone\nAnn: lane 3 B",
			"delete-row 2", 0, NULL,
			"sticky 1: text=A place=1,1\nsticky 2: text=B place=1,2\n"
			"sticky 3: text=C place=1,3\nlane 2: row=2 name=B\n",
			NULL},
		{"rows go by force", DOWN, "delete-row 1 2 -f", 0, NULL, "sticky 3: text=C place=1,1\n", NULL},
		{"no more can go than there is", ROW, "delete-column 999999999 1", ERROR_REFUSED,
			"cannot hold that many", NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

static void the_timer_runs_until_it_is_stopped_or_the_step_ends(void **state)
{
	static const char *const bad[] = {"timer", "timer 0", "timer -5", "timer 1441", "timer 5m", "timer \"\"",
		"timer 99999999999999999999", "timer 5 6"};
	struct lines_said said = LINES_SAID_INIT;
	struct ledger ledger;
	int64_t now;

	(void)state;
	ledger_init(&ledger);
	lines_play(&ledger, "Ann: add event A");
	for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
		assert_int_equal(lines_run(&ledger, "Ann", ROLE_FACILITATOR, bad[i], NULL, &said), ERROR_USAGE);
	now = ledger.time_ms;
	lines_play(&ledger, "Ann: timer 1440");
	assert_int_equal(board_timer(ledger.board), now + 1440 * 60000);
	lines_play(&ledger, "Ann: timer stop");
	assert_int_equal(board_timer(ledger.board), 0);
	now = ledger.time_ms + 1000;
	lines_play(&ledger, "Ann: timer 5\nAnn: step next");
	assert_int_equal(board_timer(ledger.board), 0);
	assert_int_equal(board_since(ledger.board), now);
	lines_play(&ledger, "Ann: undo");
	assert_int_equal(board_timer(ledger.board), now - 1000 + 5 * 60000);
	assert_int_equal(board_since(ledger.board), 0);
	lines_said_release(&said);
	ledger_release(&ledger);
}

static void columns_and_rows_have_names(void **state)
{
	static const struct lines_case cases[] = {
		{"a phase gets a name", "", "phase 3 Check  out", 0, NULL, "phase 1: column=3 name=Check  out\n", NULL},
		{"a name is one line", "", "phase 3 \"a\\nb\"", 0, NULL, "phase 1: column=3 name=a b\n", NULL},
		{"a phase gets another name", "Ann: phase 3 A", "phase 3 B", 0, NULL, "phase 1: column=3 name=B\n",
			NULL},
		{"a phase loses its name", "Ann: phase 3 A", "phase 3", 0, NULL, "", NULL},
		{"a name that is not there cannot be lost", "", "phase 3", 0, NULL, "", NULL},
		{"a lane gets a name", "", "lane 2 창고", 0, NULL, "lane 1: row=2 name=창고\n", NULL},
		{"a lane loses its name", "Ann: lane 2 A", "lane 2 \"\"", 0, NULL, "", NULL},
		{"the step goes on", "", "step next", 0, NULL, "board 1: step=2\n", NULL},
		{"the step goes to the last", "", "step 8", 0, NULL, "board 1: step=8\n", NULL},
		{"there is no step after the last", "Ann: step 8", "step next", 0, NULL, "board 1: step=8\n", NULL},
		{"there is no step before the first", "", "step prev", 0, NULL, "", NULL},
		{"a step that is left is summed up", "Ann: add hotspot A\nAnn: add event B", "step next", 0,
			"Domain events: 2 added; 1 hotspot open",
			"board 1: step=2\nsticky 1: kind=hotspot text=A place=1,1\n"
			"sticky 2: text=B place=2,1\n",
			NULL},
		{"there is no step 9", "", "step 9", ERROR_USAGE, "is not a step", NULL, NULL},
		{"there is no step 0", "", "step 0", ERROR_USAGE, "is not a step", NULL, NULL},
		{"the board has a title", "", "title 온라인 주문", 0, NULL, "board 1: title=온라인 주문\n", NULL},
		{"the title goes", "Ann: title A", "title", 0, NULL, "", NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(columns_and_rows_come_in),
		cmocka_unit_test(columns_and_rows_go),
		cmocka_unit_test(columns_and_rows_have_names),
		cmocka_unit_test(the_timer_runs_until_it_is_stopped_or_the_step_ends),
	};

	return cmocka_run_group_tests_name("command/room", tests, NULL, NULL);
}
