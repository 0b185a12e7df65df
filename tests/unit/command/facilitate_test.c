/* What facilitators open and close for everybody, and what it means for the others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/mem.h"
#include "lib/lines.h"
#include "model/veil.h"

static void a_facilitator_opens_and_closes(void **state)
{
	static const struct lines_case cases[] = {
		{"a board can be locked", "Ann: add event A", "lock", 0, "only facilitators", NULL, NULL},
		{"locking twice is a mistake", "Ann: lock", "lock", ERROR_REFUSED, "already locked", NULL, NULL},
		{"a locked board can be unlocked", "Ann: lock", "unlock", 0, "everybody", NULL, NULL},
		{"an open board needs no unlocking", "", "unlock", ERROR_REFUSED, "not locked", NULL, NULL},
		{"a facilitator works on a locked board", "Ann: lock", "add event A", 0, NULL, NULL, "1\n"},
		{"a silent round can begin", "Ann: add event A", "silent on", 0, "only what they write", NULL, NULL},
		{"there is one silent round at a time", "Ann: silent on", "silent on", ERROR_REFUSED, "already running",
			NULL, NULL},
		{"its end tells what it brought",
			"Ann: add event Old\nAnn: silent on\nAnn: add event A\nBob: add event B\nBob: add event C",
			"silent off", 0, "3 stickies revealed, by 2 people", NULL, NULL},
		{"a round that brought nothing says so", "Ann: silent on", "silent off", 0, "0 stickies revealed", NULL,
			NULL},
		{"without a round there is nothing to reveal", "", "silent off", ERROR_REFUSED, "no silent round", NULL,
			NULL},
		{"it is on or off", "", "silent perhaps", ERROR_USAGE, "neither on nor off", NULL, NULL},
		{"dots can be counted out", "", "votes 5", 0, "5 votes", NULL, NULL},
		{"it can be said as an option is set", "", "set votes 5", 0, "5 votes", NULL, NULL},
		{"nothing else can be set", "", "set colour red", ERROR_USAGE, "votes can", NULL, NULL},
		{"a budget is no nonsense", "", "votes 0", ERROR_USAGE, "1 to 1000", NULL, NULL},
		{"nor more than a board can hold", "", "votes 1001", ERROR_USAGE, "1 to 1000", NULL, NULL},
		{"nor a word", "", "votes many", ERROR_USAGE, "1 to 1000", NULL, NULL},
		{"dots can be hidden", "", "votes hide", 0, "only their own", NULL, NULL},
		{"and shown again", "Ann: votes hide", "votes show", 0, "all votes", NULL, NULL},
		{"what is not hidden cannot be shown", "", "votes show", ERROR_REFUSED, "not hidden", NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

static void dots_are_counted(void **state)
{
	static const struct lines_case cases[] = {
		{"without a budget there is nothing to count", "Ann: add event A", "vote 1", 0, "", NULL, NULL},
		{"what is left is said", "Ann: votes 2\nAnn: add event A\nAnn: add event B\nAnn: vote 2", "vote 1", 0,
			"0 of 2 votes left", NULL, NULL},
		{"no more dots than there are", "Ann: votes 1\nAnn: add event A\nAnn: add event B\nAnn: vote 2",
			"vote 1", ERROR_REFUSED, "used all 1 votes", NULL, NULL},
		{"others' dots are theirs", "Ann: votes 1\nAnn: add event A\nBob: vote 1", "vote 1", 0, "0 of 1", NULL,
			NULL},
		{"a dot that is taken back can be given again", "Ann: votes 1\nAnn: add event A\nAnn: vote 1",
			"unvote 1", 0, "1 of 1 votes left", NULL, NULL},
		{"fewer dots than are given leave none",
			"Ann: add event A\nAnn: add event B\nAnn: add event C\nAnn: vote 1\nAnn: vote 2\nAnn: votes 1",
			"unvote 2", 0, "0 of 1 votes left", NULL, NULL},
		{"a budget can go", "Ann: votes 1\nAnn: add event A\nAnn: add event B\nAnn: vote 1\nAnn: votes none",
			"vote 2", 0, "", NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

/* What Ben may do then, working in ROLE. */
struct guest_case {
	const char *must;
	const char *script;
	enum role role;
	const char *line;
	int code;
	const char *says;
};

static void others_keep_to_it(void **state)
{
	static const struct guest_case cases[] = {
		{"only facilitators lock", "", ROLE_PARTICIPANT, "lock", ERROR_REFUSED, "facilitator"},
		{"only facilitators unlock", "Ann: lock", ROLE_PARTICIPANT, "unlock", ERROR_REFUSED, "facilitator"},
		{"only facilitators begin silence", "", ROLE_PARTICIPANT, "silent on", ERROR_REFUSED, "facilitator"},
		{"only facilitators count out dots", "", ROLE_PARTICIPANT, "set votes 3", ERROR_REFUSED, "facilitator"},
		{"only facilitators hide dots", "", ROLE_PARTICIPANT, "votes hide", ERROR_REFUSED, "facilitator"},
		{"nobody else adds to a locked board", "Ann: lock", ROLE_PARTICIPANT, "add event A", ERROR_REFUSED,
			"locked"},
		{"nobody else takes back on a locked board", "Ben: add event A\nAnn: lock", ROLE_PARTICIPANT, "undo",
			ERROR_REFUSED, "locked"},
		{"nobody else votes on a locked board", "Ann: add event A\nAnn: lock", ROLE_PARTICIPANT, "vote 1",
			ERROR_REFUSED, "locked"},
		{"who leads no more does not take back what only facilitators do", "Ben: silent on", ROLE_PARTICIPANT,
			"undo", ERROR_REFUSED, "facilitator"},
		{"nor does it again", "Ben: lock\nBen: undo", ROLE_PARTICIPANT, "redo", ERROR_REFUSED, "facilitator"},
		{"but makes room away again", "Ben: add event A\nBen: insert-column 1", ROLE_PARTICIPANT, "undo", 0,
			NULL},
		{"another facilitator may unlock", "Ann: lock", ROLE_FACILITATOR, "unlock", 0, NULL},
		{"what was there before the round is everybody's", "Ann: add event A\nAnn: silent on", ROLE_PARTICIPANT,
			"edit 1 B", 0, NULL},
		{"what others write in it is theirs", "Ann: silent on\nAnn: add event A", ROLE_PARTICIPANT, "edit 1 B",
			ERROR_REFUSED, "until the silent round ends"},
		{"and stays where they put it", "Ann: silent on\nAnn: add event A", ROLE_PARTICIPANT, "delete 1",
			ERROR_REFUSED, "until the silent round ends"},
		{"for facilitators too", "Ann: silent on\nAnn: add event A", ROLE_FACILITATOR, "move 1 4 4",
			ERROR_REFUSED, "until the silent round ends"},
		{"it goes with no column", "Ann: silent on\nAnn: add event A", ROLE_PARTICIPANT, "delete-column 1 -f",
			ERROR_REFUSED, "until the silent round ends"},
		{"it goes with no row", "Ann: silent on\nAnn: add event A", ROLE_PARTICIPANT, "delete-row 1 -f",
			ERROR_REFUSED, "until the silent round ends"},
		{"it is not carried out of the way", "Ann: add event A\nAnn: silent on\nAnn: add event -c 2 -r 1 B",
			ROLE_PARTICIPANT, "carry right 1", ERROR_REFUSED, "until the silent round ends"},
		{"but moves along with its column", "Ann: silent on\nAnn: add event A", ROLE_PARTICIPANT,
			"insert-column 1", 0, NULL},
		{"it stays in its context",
			"Ann: context Sales\nAnn: silent on\nAnn: add event A\n"
			"Ann: context Sales 1",
			ROLE_PARTICIPANT, "delete-context Sales", ERROR_REFUSED, "until the silent round ends"},
		{"it keeps its arrows", "Ann: add event A\nAnn: silent on\nAnn: add event B\nAnn: link 1 2",
			ROLE_PARTICIPANT, "delete 1", ERROR_REFUSED, "until the silent round ends"},
		{"a relation goes on to carry it",
			"Ann: context Sales\nAnn: context Stock\n"
			"Ann: relate Sales async Stock\nAnn: silent on\nAnn: add event A\n"
			"Ann: message Sales Stock 1",
			ROLE_PARTICIPANT, "unrelate Sales Stock", ERROR_REFUSED, "until the silent round ends"},
		{"who guesses its text is not told so", "Ann: silent on\nAnn: add event A", ROLE_PARTICIPANT,
			"edit 1 A", ERROR_REFUSED, "until the silent round ends"},
		{"nor who guesses its fields",
			"Ann: context Sales\nAnn: context Stock\n"
			"Ann: relate Sales async Stock\nAnn: silent on\nAnn: add event A\nAnn: payload 1 id",
			ROLE_PARTICIPANT, "message Sales Stock -u name 1", ERROR_REFUSED,
			"until the silent round ends"},
		{"one's own can be altered", "Ann: silent on\nBen: add event A", ROLE_PARTICIPANT, "edit 1 B", 0, NULL},
		{"after the round all is everybody's", "Ann: silent on\nAnn: add event A\nAnn: silent off",
			ROLE_PARTICIPANT, "edit 1 B", 0, NULL},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		const struct guest_case *check = &cases[i];
		struct lines_said said = LINES_SAID_INIT;
		struct ledger ledger;
		int failed;

		ledger_init(&ledger);
		lines_play(&ledger, check->script);
		failed = lines_run(&ledger, "Ben", check->role, check->line, NULL, &said);
		if (failed != check->code)
			fail_msg("%s, so `%s` must return %d, not %d (%s)", check->must, check->line, check->code,
				failed, said.err.text);
		if (check->says && !strstr(said.err.text, check->says))
			fail_msg("%s, so `%s` must say “%s”, not “%s”", check->must, check->line, check->says,
				said.err.text);
		lines_said_release(&said);
		ledger_release(&ledger);
	}
}

static void a_veil_hides_what_others_write(void **state)
{
	struct ledger ledger;
	const struct sticky *old, *anns, *bens;
	struct veil veil;

	(void)state;
	ledger_init(&ledger);
	lines_play(&ledger, "Ann: add event Old\nAnn: silent on\nAnn: add event A\nBen: add event B");
	old = board_sticky(ledger.board, 1);
	anns = board_sticky(ledger.board, 2);
	bens = board_sticky(ledger.board, 3);
	veil = veil_for(ledger.board, ledger_person(&ledger, "Ben"));
	assert_string_equal(veil_text(&veil, old), "Old");
	assert_string_equal(veil_text(&veil, anns), "…");
	assert_string_equal(veil_text(&veil, bens), "B");
	veil = veil_for(ledger.board, ledger_person(&ledger, "Ann"));
	assert_true(veil_hides(&veil, bens));
	veil = veil_for(ledger.board, 0);
	assert_true(veil_hides(&veil, anns));
	lines_play(&ledger, "Ann: silent off");
	veil = veil_for(ledger.board, 0);
	assert_false(veil_hides(&veil, anns));
	ledger_release(&ledger);
}

static void a_veil_hides_others_dots(void **state)
{
	struct ledger ledger;
	const struct sticky *sticky;
	struct veil veil;

	(void)state;
	ledger_init(&ledger);
	lines_play(&ledger, "Ann: add event A\nAnn: vote 1\nBen: vote 1\nAnn: votes hide");
	sticky = board_sticky(ledger.board, 1);
	veil = veil_for(ledger.board, ledger_person(&ledger, "Ben"));
	assert_int_equal(veil_dots(&veil, sticky), 1);
	veil = veil_for(ledger.board, 0);
	assert_int_equal(veil_dots(&veil, sticky), 0);
	veil = veil_for(ledger.board, ledger_person(&ledger, "Ann"));
	assert_int_equal(veil_dots(&veil, sticky), 1); /* who leads sees no more */
	veil = (struct veil)VEIL_NONE;
	assert_int_equal(veil_dots(&veil, sticky), 2);
	ledger_release(&ledger);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_facilitator_opens_and_closes),
		cmocka_unit_test(dots_are_counted),
		cmocka_unit_test(others_keep_to_it),
		cmocka_unit_test(a_veil_hides_what_others_write),
		cmocka_unit_test(a_veil_hides_others_dots),
	};

	return cmocka_run_group_tests_name("command/facilitate", tests, NULL, NULL);
}
