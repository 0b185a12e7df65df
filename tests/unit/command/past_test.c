/* Undo and redo: one's own, field by field, and nobody else's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/mem.h"
#include "lib/lines.h"
#include "lib/picture.h"

static void undo_takes_back_ones_own(void **state)
{
	static const struct lines_case cases[] = {
		{"there may be nothing to undo", "", "undo", ERROR_REFUSED, "nothing of yours to undo", NULL, NULL},
		{"another's work is not mine to undo", "Bob: add event B", "undo", ERROR_REFUSED,
			"nothing of yours to undo", NULL, NULL},
		{"there may be nothing to redo", "Ann: add event A", "redo", ERROR_REFUSED, "nothing of yours to redo",
			NULL, NULL},
		{"my last goes though another came after", "Ann: add event A\nBob: add event B", "undo", 0, NULL,
			"sticky 2: text=B place=2,1\n", NULL},
		{"several go at once", "Ann: add event A\nAnn: add event B\nAnn: add event C\nAnn: edit 1 AA", "undo 3",
			0, NULL, "sticky 1: text=A place=1,1\n", NULL},
		{"more than there are is all of them", "Ann: add event A\nAnn: add event B", "undo 99", 0, NULL, "",
			NULL},
		{"redo does it again", "Ann: add event A\nAnn: edit 1 B\nAnn: undo", "redo", 0, NULL,
			"sticky 1: text=B place=1,1\n", NULL},
		{"redo brings a sticky back under its number", "Ann: add event A\nAnn: undo", "redo", 0, NULL,
			"sticky 1: text=A place=1,1\n", NULL},
		{"redo goes as far as undo", "Ann: add event A\nAnn: edit 1 B\nAnn: edit 1 C\nAnn: undo 3", "redo 3", 0,
			NULL, "sticky 1: text=C place=1,1\n", NULL},
		{"what was done again can be undone", "Ann: add event A\nAnn: edit 1 B\nAnn: undo\nAnn: redo", "undo",
			0, NULL, "sticky 1: text=A place=1,1\n", NULL},
		{"undo after redo goes on to what was before", "Ann: add event A\nAnn: edit 1 B\nAnn: undo\nAnn: redo",
			"undo 2", 0, NULL, "", NULL},
		{"a new action ends what may be done again",
			"Ann: add event A\nAnn: edit 1 B\nAnn: undo\nAnn: note 1 n", "redo", ERROR_REFUSED,
			"nothing of yours to redo", NULL, NULL},
		{"another's action does not", "Ann: add event A\nAnn: edit 1 B\nAnn: undo\nBob: note 1 n", "redo", 0,
			NULL, "sticky 1: text=B note=n place=1,1\n", NULL},
		{"the number of an undone sticky is not given again", "Ann: add event A\nAnn: add event B\nAnn: undo",
			"add event C", 0, NULL, "sticky 1: text=A place=1,1\nsticky 3: text=C place=2,1\n", "3\n"},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

static const struct lines_case past_others[] = {
	{"what another has changed since stays", "Bob: add event A\nAnn: edit 1 B\nBob: edit 1 C", "undo", 0,
		"1 change stays", "sticky 1: text=C place=1,1\n", NULL},
	{"where nothing is left to go back, that is said",
		"Bob: add event A\nBob: add event B\nAnn: vote 1\nBob: merge 1 2", "undo", 0,
		"it is gone already: somebody has changed it since",
		"sticky 2: text=B note=A place=2,1\nvote 2: sticky=2 person=2 dots=1\n", NULL},
	{"other fields of the same sticky go back", "Bob: add event A\nAnn: edit 1 B\nBob: note 1 n", "undo", 0, "",
		"sticky 1: text=A note=n place=1,1\n", NULL},
	{"of several stickies those that nobody touched go back",
		"Bob: add hotspot A\nBob: add hotspot B\nAnn: resolve 1 2\nBob: reopen 1", "undo", 0, "1 change stays",
		"sticky 1: kind=hotspot text=A place=1,1\nsticky 2: kind=hotspot text=B "
		"place=2,1\n",
		NULL},
	{"a sticky that another wrote on stays", "Ann: add event A\nBob: edit 1 B", "undo", 0, "1 change stays",
		"sticky 1: text=B place=1,1\n", NULL},
	{"a sticky that another linked stays", "Bob: add event B\nAnn: add event A\nBob: link 1 2", "undo", 0,
		"1 change stays",
		"sticky 1: text=B place=1,1\nsticky 2: text=A place=2,1\n"
		"link 1: source=1 target=2\n",
		NULL},
	{"a sticky with another's dot stays", "Ann: add hotspot A\nBob: vote 1", "undo", 0, "1 change stays",
		"sticky 1: kind=hotspot text=A place=1,1\nvote 1: sticky=1 person=2 "
		"dots=1\n",
		NULL},
	{"what another removed stays away", "Ann: add event A\nAnn: edit 1 B\nBob: delete 1", "undo", 0,
		"1 change stays", "", NULL},
	{"a removed sticky whose slot is taken comes back below",
		"Ann: add event A\nAnn: delete 1\nBob: add event -c 1 -r 1 B", "undo", 0, "",
		"sticky 1: text=A place=1,2\nsticky 2: text=B place=1,1\n", NULL},
	{"a moved sticky whose old slot is taken goes below it",
		"Ann: add event A\nAnn: move 1 5 5\nBob: add event -c 1 -r 1 B", "undo", 0, "",
		"sticky 1: text=A place=1,2\nsticky 2: text=B place=1,1\n", NULL},
	{"links come back only where both ends are",
		"Bob: add event A\nBob: add event B\nBob: add event C\nBob: link 1 2\nBob: "
		"link 2 3\n"
		"Ann: delete 2\nBob: delete 3",
		"undo", 0, "1 change stays",
		"sticky 1: text=A place=1,1\nsticky 2: text=B place=2,1\n"
		"link 1: source=1 target=2\n",
		NULL},
	{"a dot comes back only once", "Bob: add hotspot A\nAnn: vote 1\nAnn: unvote 1\nAnn: vote 1\nAnn: undo 2",
		"undo", 0, "", "sticky 1: kind=hotspot text=A place=1,1\n", NULL},
	{"a context that others have extended stays",
		"Bob: add ui A\nBob: add ui B\nAnn: context X 1\nBob: context X 2", "undo", 0, "1 change stays",
		"context 1: name=X colour=1\nsticky 1: kind=ui text=A place=1,1\n"
		"sticky 2: kind=ui text=B place=2,1 context=1\n",
		NULL},
	{"a context comes back with those that nobody moved elsewhere",
		"Bob: add ui A\nBob: add ui B\nBob: context X 1 2\nAnn: delete-context X\n"
		"Bob: context Y 2",
		"undo", 0, "1 change stays",
		"context 1: name=X colour=1\ncontext 2: name=Y colour=2\n"
		"sticky 1: kind=ui text=A place=1,1 context=1\n"
		"sticky 2: kind=ui text=B place=2,1 context=2\n",
		NULL},
	{"a context does not come back under a name that is taken",
		"Bob: add ui A\nBob: context X 1\nAnn: delete-context X\nBob: context X 1", "undo", 0, "2 changes stay",
		"context 2: name=X colour=2\nsticky 1: kind=ui text=A place=1,1 "
		"context=2\n",
		NULL},
	{"a name does not go back to one that is taken", "Bob: context X\nAnn: rename-context X Y\nBob: context X",
		"undo", 0, "1 change stays", "context 1: name=Y colour=1\ncontext 2: name=X colour=2\n", NULL},
	{"a sticky goes back into no context that is gone",
		"Bob: add ui A\nBob: context X 1\nAnn: uncontext 1\nBob: delete-context X", "undo", 0, NULL,
		"sticky 1: kind=ui text=A place=1,1\n", NULL},
	{"a parking lot that others use stays", "Bob: add event A\nBob: add event B\nAnn: park 1\nBob: park 2", "undo",
		0, "1 change stays",
		"sticky 1: text=A place=1,1\nsticky 2: text=B place=2,3\nlane 1: row=3 name=Parking lot\n", NULL},
	{"so does one that somebody may bring a sticky back into",
		"Bob: add event A\nBob: add event B\nAnn: park 1\nBob: merge 1 2", "undo", 0, "2 changes stay",
		"sticky 2: text=B note=A place=2,1\nlane 1: row=3 name=Parking lot\n", NULL},
	{"a phase does not come back where another begins", "Ann: phase 2 X\nAnn: phase 2\nBob: phase 2 Y", "undo", 0,
		"1 change stays", "phase 2: column=2 name=Y\n", NULL},
};

static void undo_leaves_others_work(void **state)
{
	(void)state;
	lines_check(past_others, ARRAY_SIZE(past_others), NULL);
}

#define STICKY "sticky 1: text=A place=1,1\n"
#define LED "Ann: add event A\nAnn: step 3\nAnn: add event B"

/* Lines of a script are played by a facilitator. */
static const struct lines_case past_leading[] = {
	{"the step goes back when it was the last thing", "Ann: add event A\nAnn: step 3", "undo", 0, NULL, STICKY,
		NULL},
	{"and is done again", "Ann: step 3\nAnn: undo", "redo", 0, NULL, "board 1: step=3\n", NULL},
	{"what comes after it goes first", LED, "undo", 0, NULL, "board 1: step=3\n" STICKY, NULL},
	{"then the step stays and what was before it goes", LED "\nAnn: undo", "undo", 0, NULL, "board 1: step=3\n",
		NULL},
	{"also when the timer and a lock were set",
		"Ann: add event A\nAnn: timer 5\nAnn: lock\nAnn: unlock\nAnn: add event B", "undo 2", 0, NULL, "",
		NULL},
	{"a lock alone is not there to undo after something else went", "Ann: lock\nAnn: add event A\nAnn: undo",
		"undo", ERROR_REFUSED, "nothing of yours to undo", NULL, NULL},
	{"others' work does not come between", "Ann: add event A\nAnn: step 3\nBob: add event B", "undo", 0, NULL,
		STICKY "sticky 2: text=B place=2,1\n", NULL},
	{"the title is of the board and goes in its turn", "Ann: title X\nAnn: add event A\nAnn: undo", "undo", 0, NULL,
		"", NULL},
};

static void leading_is_taken_back_only_as_the_last_thing(void **state)
{
	(void)state;
	lines_check(past_leading, ARRAY_SIZE(past_leading), NULL);
}

/* Change 1 makes Ann known, 2 makes her first sticky, 3 her second one. */
#define THREE "Ann: add event A\nAnn: add event B\nAnn: add event C\nBob: add event D\n"

static const struct lines_case past_chosen[] = {
	{"an older action goes alone", THREE, "undo -c 3", 0, NULL,
		"sticky 1: text=A place=1,1\nsticky 3: text=C place=3,1\nsticky 4: text=D place=4,1\n", NULL},
	{"as the log writes it too", THREE, "undo -c #2", 0, NULL,
		"sticky 2: text=B place=2,1\nsticky 3: text=C place=3,1\nsticky 4: text=D place=4,1\n", NULL},
	{"and comes back", THREE "Ann: undo -c 3", "redo", 0, NULL,
		"sticky 1: text=A place=1,1\nsticky 2: text=B place=2,1\nsticky 3: text=C place=3,1\n"
		"sticky 4: text=D place=4,1\n",
		NULL},
	{"once", THREE "Ann: undo -c 3", "undo -c 3", ERROR_REFUSED, "no action of yours that stands", NULL, NULL},
	{"nobody else's", THREE, "undo -c 6", ERROR_REFUSED, "no action of yours that stands", NULL, NULL},
	{"one that there is", THREE, "undo -c 999", ERROR_REFUSED, "no action of yours that stands", NULL, NULL},
	{"by a number", THREE, "undo -c x", ERROR_USAGE, "#120", NULL, NULL},
	{"one at a time", THREE, "undo 2 -c 3", ERROR_USAGE, "not both", NULL, NULL},
	{"a step that was not the last thing as well", LED "\nAnn: note 1 n", "undo -c 3", 0, NULL,
		"sticky 1: text=A note=n place=1,1\nsticky 2: text=B place=2,1\n", NULL},
};

static void a_chosen_action_is_taken_back(void **state)
{
	(void)state;
	lines_check(past_chosen, ARRAY_SIZE(past_chosen), NULL);
}

#define ROW "Ann: add event A\nBob: add event B\nBob: add event C\n"

static const struct lines_case past_shifts[] = {
	{"a sticky goes back to where its column is now", ROW "Ann: move 1 9 9\nBob: insert-column 1 2", "undo", 0, "",
		"sticky 1: text=A place=3,1\nsticky 2: text=B place=4,1\n"
		"sticky 3: text=C place=5,1\n",
		NULL},
	{"a removed sticky comes back to where its row is now", ROW "Ann: delete 1\nBob: insert-row 1", "undo", 0, "",
		"sticky 1: text=A place=1,2\nsticky 2: text=B place=2,2\n"
		"sticky 3: text=C place=3,2\n",
		NULL},
	{"a sticky that was shifted is still what was made", "Ann: add event A\nBob: insert-column 1 5", "undo", 0, "",
		"", NULL},
	{"columns that came in go though the board has moved", ROW "Ann: insert-column 2 2\nBob: insert-column 1 3",
		"undo", 0, "",
		"sticky 1: text=A place=4,1\nsticky 2: text=B place=5,1\n"
		"sticky 3: text=C place=6,1\n",
		NULL},
	{"columns that somebody uses stay", ROW "Ann: insert-column 2 2\nBob: add event -c 3 -r 1 D", "undo", 0,
		"1 change stays",
		"sticky 1: text=A place=1,1\nsticky 2: text=B place=4,1\n"
		"sticky 3: text=C place=5,1\nsticky 4: text=D place=3,1\n",
		NULL},
	{"columns that somebody has taken apart stay", ROW "Ann: insert-column 2 2\nBob: insert-column 3", "undo", 0,
		"1 change stays",
		"sticky 1: text=A place=1,1\nsticky 2: text=B place=5,1\n"
		"sticky 3: text=C place=6,1\n",
		NULL},
	{"a column that went by force comes back with what lay there, where it belongs now",
		ROW "Bob: link 1 2\nBob: vote 2\nAnn: delete-column 2 -f\nBob: insert-column 1", "undo", 0, "",
		"sticky 1: text=A place=2,1\nsticky 2: text=B place=3,1\n"
		"sticky 3: text=C place=4,1\nlink 1: source=1 target=2\n"
		"vote 1: sticky=2 person=2 dots=1\n",
		NULL},
	{"a swap is taken back though the board has moved", ROW "Ann: carry right 1\nBob: insert-column 2", "undo", 0,
		"",
		"sticky 1: text=A place=1,1\nsticky 2: text=B place=3,1\n"
		"sticky 3: text=C place=4,1\n",
		NULL},
	{"of a swap only what nobody moved since goes back, below what is there",
		ROW "Ann: carry right 1\nBob: move 2 9 9\nBob: add event -c 1 -r 1 D", "undo", 0, "1 change stays",
		"sticky 1: text=A place=1,2\nsticky 2: text=B place=9,9\n"
		"sticky 3: text=C place=3,1\nsticky 4: text=D place=1,1\n",
		NULL},
	{"a swap of three is taken back", ROW "Ann: carry right 1 2", "undo", 0, "",
		"sticky 1: text=A place=1,1\nsticky 2: text=B place=2,1\n"
		"sticky 3: text=C place=3,1\n",
		NULL},
	{"a swap is done again", ROW "Ann: carry right 1\nAnn: undo\nBob: insert-row 1", "redo", 0, "",
		"sticky 1: text=A place=2,2\nsticky 2: text=B place=1,2\n"
		"sticky 3: text=C place=3,2\n",
		NULL},
	{"a sticky goes back into a column that was away for a while",
		"Ann: add event A\nAnn: move 1 9 9\nBob: delete-column 1\nBob: undo", "undo", 0, "",
		"sticky 1: text=A place=1,1\n", NULL},
	{"and into its place in several, though others have worked meanwhile",
		"Ann: add event -c 2 -r 1 A\nAnn: move 1 9 9\nBob: delete-column 1 3\n"
		"Cho: insert-column 20\nCho: insert-row 1\nBob: undo",
		"undo", 0, "", "sticky 1: text=A place=2,2\n", NULL},
	{"a sticky goes back to where its column was when that is gone",
		"Ann: add event -c 2 -r 1 A\nAnn: move 1 9 9\nBob: delete-column 2", "undo", 0, "",
		"sticky 1: text=A place=2,1\n", NULL},
	{"a sticky comes back without a context that is gone",
		"Ann: add ui A\nBob: context X 1\nAnn: delete 1\nBob: delete-context X", "undo", 0, "",
		"sticky 1: kind=ui text=A place=1,1\n", NULL},
	{"a phase comes back to where its column is now", "Ann: phase 3 X\nAnn: phase 3\nBob: insert-column 1", "undo",
		0, "", "phase 1: column=4 name=X\n", NULL},
	{"a sticky that would come back outside of the grid comes back at its end",
		"Ann: add event -c 999999999 -r 999999999 A\nAnn: delete 1\nBob: "
		"insert-column 5\n"
		"Bob: insert-row 5",
		"undo", 0, "", "sticky 1: text=A place=999999999,999999999\n", NULL},
	{"a sticky does not come back where the column is full to its end",
		"Ann: add event -c 1 -r 999999999 A\nAnn: delete 1\n"
		"Bob: add event -c 1 -r 999999999 B",
		"undo", 0, "1 change stays", "sticky 2: text=B place=1,999999999\n", NULL},
	{"a sticky does not go back where the column is full to its end",
		"Ann: add event -c 1 -r 999999999 A\nAnn: move 1 2 2\n"
		"Bob: add event -c 1 -r 999999999 B",
		"undo", 0, "1 change stays", "sticky 1: text=A place=2,2\nsticky 2: text=B place=1,999999999\n", NULL},
};

static void undo_reckons_with_columns_and_rows(void **state)
{
	(void)state;
	lines_check(past_shifts, ARRAY_SIZE(past_shifts), NULL);
}

static void an_undo_with_nothing_to_take_back_does_not_hold_up_the_next(void **state)
{
	struct lines_said said = LINES_SAID_INIT;
	struct strbuf board = STRBUF_INIT;
	struct ledger ledger;

	(void)state;
	ledger_init(&ledger);
	lines_play(&ledger, "Ann: add event A\nBob: add event B\nAnn: edit 2 BB\nBob: edit 2 BBB\n"
			    "Ann: undo\nAnn: undo");
	picture_brief(ledger.board, &board);
	assert_string_equal(board.text, "sticky 2: text=BBB place=2,1\n");
	strbuf_release(&board);
	lines_said_release(&said);
	ledger_release(&ledger);
}

/* Runs LINE in an action that holds a change already; returns what command_run() did. */
static int past_run_second(const char *script, const char *line, struct error *err)
{
	struct strbuf output = STRBUF_INIT, note = STRBUF_INIT;
	struct command_past past = {ledger_target, ledger_moves, NULL};
	struct run run = {.role = ROLE_FACILITATOR, .past = &past, .output = &output, .note = &note};
	struct ledger ledger;
	struct words words;
	int failed;

	ledger_init(&ledger);
	past.context = &ledger;
	lines_play(&ledger, script);
	ledger_begin(&ledger, "Ann", &run.edit);
	run.person = run.edit.action->person;
	words_from_line(&words, "title T");
	assert_int_equal(command_run(&run, &words, NULL, err), 0);
	words_from_line(&words, line);
	failed = command_run(&run, &words, NULL, err);
	assert_int_equal(run.edit.action->kind, failed ? ACTION_DO : ACTION_UNDO);
	assert_string_equal(board_title(ledger.board), "T");
	ledger_end(&ledger, false);
	assert_string_equal(board_title(ledger.board), "");
	strbuf_release(&output);
	strbuf_release(&note);
	ledger_release(&ledger);
	return failed;
}

static void undo_stands_alone(void **state)
{
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(past_run_second("Ann: add event A", "undo", &err), ERROR_REFUSED);
	assert_non_null(strstr(err.text, "cannot be combined"));
	assert_int_equal(past_run_second("Bob: add event A", "undo", &err), ERROR_REFUSED);
	assert_non_null(strstr(err.text, "nothing of yours to undo"));
}

static int past_damaged(void *context, int64_t person, enum action_kind kind, int64_t change, struct action *done,
	struct vec *shifts, int64_t *target, struct error *err)
{
	(void)context, (void)person, (void)kind, (void)change, (void)shifts, (void)err;
	action_add(done, ENTITY_STICKY, 1, field_find(ENTITY_STICKY, "text"), "ok", "\x1b[31m");
	*target = 1;
	return 1;
}

static void a_damaged_log_leaves_the_action_as_it_was(void **state)
{
	struct strbuf output = STRBUF_INIT, note = STRBUF_INIT;
	struct command_past past = {past_damaged, ledger_moves, NULL};
	struct run run = {.role = ROLE_FACILITATOR, .past = &past, .output = &output, .note = &note};
	struct error err = ERROR_INIT;
	struct ledger ledger;
	struct words words;

	(void)state;
	ledger_init(&ledger);
	lines_play(&ledger, "Ann: add event A");
	ledger_begin(&ledger, "Ann", &run.edit);
	words_from_line(&words, "undo");
	assert_int_equal(command_run(&run, &words, NULL, &err), ERROR_SYSTEM);
	assert_int_equal(run.edit.action->kind, ACTION_DO);
	assert_int_equal(run.edit.action->target, 0);
	assert_int_equal(run.edit.action->changes.count, 0);
	ledger_end(&ledger, false);
	ledger_release(&ledger);
	strbuf_release(&output);
	strbuf_release(&note);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(undo_takes_back_ones_own),
		cmocka_unit_test(undo_leaves_others_work),
		cmocka_unit_test(leading_is_taken_back_only_as_the_last_thing),
		cmocka_unit_test(a_chosen_action_is_taken_back),
		cmocka_unit_test(undo_reckons_with_columns_and_rows),
		cmocka_unit_test(an_undo_with_nothing_to_take_back_does_not_hold_up_the_next),
		cmocka_unit_test(undo_stands_alone),
		cmocka_unit_test(a_damaged_log_leaves_the_action_as_it_was),
	};

	return cmocka_run_group_tests_name("command/past", tests, NULL, NULL);
}
