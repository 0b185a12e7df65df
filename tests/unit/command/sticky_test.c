/* What add, edit, note, kind, resolve, pivotal, vote, delete, move and carry do to stickies. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/mem.h"
#include "lib/lines.h"
#include "lib/picture.h"

/* 1,989 characters, and then a space */
#define LONG_ONCE "a note that is long, or longer, and so it goes on; "
#define LONG_FIVE LONG_ONCE LONG_ONCE LONG_ONCE LONG_ONCE LONG_ONCE
#define LONG \
	LONG_FIVE LONG_FIVE LONG_FIVE LONG_FIVE LONG_FIVE LONG_FIVE LONG_FIVE LONG_ONCE LONG_ONCE LONG_ONCE LONG_ONCE

#define FAR "Ann: add event -c 3 -r 2 A"
#define TWO "Ann: add event Order placed\nBob: add command Place order"

static void stickies_are_added_where_they_are_wanted(void **state)
{
	static const struct lines_case cases[] = {
		{"the first sticky lies at the beginning", "", "add event Order placed", 0, NULL,
			"sticky 1: text=Order placed place=1,1\n", "1\n"},
		{"a new sticky lies right of the newest", TWO, "add actor Buyer", 0, NULL,
			"sticky 1: text=Order placed place=1,1\n"
			"sticky 2: kind=command text=Place order place=2,1\n"
			"sticky 3: kind=actor text=Buyer place=3,1\n",
			"3\n"},
		{"a taken slot means the next free one below", TWO, "add H -c 1 -r 1 Why?", 0, NULL,
			"sticky 1: text=Order placed place=1,1\n"
			"sticky 2: kind=command text=Place order place=2,1\n"
			"sticky 3: kind=hotspot text=Why? place=1,2\n",
			"3\n"},
		{"a column without a row keeps the row of the newest", "Ann: add event -c 4 -r 7 Deep",
			"add event -c 9 Wide", 0, NULL,
			"sticky 1: text=Deep place=4,7\nsticky 2: text=Wide place=9,7\n", NULL},
		{"options may stand before the kind", "", "add -r 3 -c 2 event Paid", 0, NULL,
			"sticky 1: text=Paid place=2,3\n", NULL},
		{"a kind may be said in Korean", "", "add 이벤트 주문 접수됨", 0, NULL,
			"sticky 1: text=주문 접수됨 place=1,1\n", NULL},
		{"Hangul typed as jamo is kept composed", "", "add event \xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", 0, NULL,
			"sticky 1: text=한 place=1,1\n", NULL},
		{"a quoted text may hold line breaks", "", "add event \"one\\ntwo\"", 0, NULL,
			"sticky 1: text=one\ntwo place=1,1\n", NULL},
		{"a quote inside of a text is a letter", "", "add event Buyer's \"order\"", 0, NULL,
			"sticky 1: text=Buyer's \"order\" place=1,1\n", NULL},
		{"-- ends the options", "", "add event -- -c 3", 0, NULL, "sticky 1: text=-c 3 place=1,1\n", NULL},
		{"control characters and bidi overrides are left out", "",
			"add event \x1b[31mred\x07 \xe2\x80\xaegnp.exe\xe2\x81\xa6", 0, NULL,
			"sticky 1: text=[31mred gnp.exe place=1,1\n", NULL},
		{"bytes that are no UTF-8 are refused", "", "add event bad\xff", ERROR_REFUSED, "not UTF-8", NULL, ""},
		{"a sticky needs a text", "", "add event \"\"", ERROR_REFUSED, "needs text", NULL, ""},
		{"a sticky needs more than control characters", "", "add event \x1b\x7f", ERROR_REFUSED, "needs text",
			NULL, ""},
		{"a text has to be given", "", "add event", ERROR_USAGE, "missing TEXT", NULL, NULL},
		{"a kind has to be one", "", "add even Foo", ERROR_USAGE,
			"unknown kind “even”; use one of event, command, ", NULL, NULL},
		{"columns count from 1", "", "add event -c 0 Foo", ERROR_USAGE, "is not a column", NULL, NULL},
		{"columns end at 999999999", "", "add event -c 1000000000 Foo", ERROR_USAGE, "is not a column", NULL,
			NULL},
		{"a number too great for the machine is no column", "", "add event -c 99999999999999999999999 Foo",
			ERROR_USAGE, "is not a column", NULL, NULL},
		{"an option needs its value", "", "add event -c", ERROR_USAGE, "-c needs a COL", NULL, NULL},
		{"the last slot of the grid can be used", "", "add event -c 999999999 -r 999999999 Edge", 0, NULL,
			"sticky 1: text=Edge place=999999999,999999999\n", NULL},
		{"a column that is full to its end takes no more", "Ann: add event -c 5 -r 999999999 Edge",
			"add event -c 5 -r 999999999 More", ERROR_REFUSED, "full", NULL, ""},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

static void a_text_has_at_most_2000_characters(void **state)
{
	struct lines_said said = LINES_SAID_INIT;
	struct strbuf line = STRBUF_INIT;
	struct ledger ledger;

	(void)state;
	ledger_init(&ledger);
	strbuf_addstr(&line, "add event ");
	for (int i = 0; i < 2000; i++)
		strbuf_addstr(&line, "가");
	assert_int_equal(lines_run(&ledger, "Ann", ROLE_PARTICIPANT, line.text, NULL, &said), 0);
	strbuf_addstr(&line, "가");
	assert_int_equal(lines_run(&ledger, "Ann", ROLE_PARTICIPANT, line.text, NULL, &said), ERROR_REFUSED);
	assert_non_null(strstr(said.err.text, "2001 characters"));
	assert_int_equal(board_count(ledger.board, ENTITY_STICKY), 1);
	strbuf_release(&line);
	lines_said_release(&said);
	ledger_release(&ledger);
}

static void stickies_are_altered(void **state)
{
	static const struct lines_case cases[] = {
		{"edit changes the text", "Ann: add event A", "edit 1 Order paid", 0, NULL,
			"sticky 1: text=Order paid place=1,1\n", ""},
		{"a text of digits can be given", "Ann: add event A", "edit 1 2026", 0, NULL,
			"sticky 1: text=2026 place=1,1\n", NULL},
		{"edit to the same text changes nothing", "Ann: add event A", "edit 1 A", 0, NULL,
			"sticky 1: text=A place=1,1\n", NULL},
		{"a text cannot be emptied", "Ann: add event A", "edit 1 ''", ERROR_REFUSED, "needs text", NULL, NULL},
		{"a sticky that is not there cannot be edited", "", "edit 7 A", ERROR_REFUSED, "no sticky 7", NULL,
			NULL},
		{"an id is a number", "Ann: add event A", "edit x A", ERROR_USAGE, "is not a sticky's id", NULL, NULL},
		{"an id ends at 999999999999", "", "edit 1000000000000 A", ERROR_USAGE, "is not a sticky's id", NULL,
			NULL},
		{"an id is not negative", "Ann: add event A", "edit -1 A", ERROR_USAGE, "is not a sticky's id", NULL,
			NULL},
		{"a note has lines", "Ann: add event A", "note 1 \"a\\nb\"", 0, NULL,
			"sticky 1: text=A note=a\nb place=1,1\n", NULL},
		{"a note without a text goes", "Ann: add event A\nAnn: note 1 long", "note 1", 0, NULL,
			"sticky 1: text=A place=1,1\n", NULL},
		{"a kind changes", "Ann: add event A", "kind 1 hotspot", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1\n", NULL},
		{"settled goes with the hotspot", "Ann: add hotspot A\nAnn: resolve 1", "kind 1 event", 0, NULL,
			"sticky 1: text=A place=1,1\n", NULL},
		{"pivotal goes with the event", "Ann: add event A\nAnn: pivotal 1", "kind 1 policy", 0, NULL,
			"sticky 1: kind=policy text=A place=1,1\n", NULL},
		{"hotspots are settled", "Ann: add hotspot A\nAnn: add hotspot B", "resolve 1 2 1", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1 resolved=1\n"
			"sticky 2: kind=hotspot text=B place=2,1 resolved=1\n",
			NULL},
		{"how they were settled is noted behind what was", "Ann: add hotspot A\nAnn: note 1 said by Bob",
			"resolve -n \"ask legal\" 1", 0, NULL,
			"sticky 1: kind=hotspot text=A note=said by Bob\nask legal place=1,1 resolved=1\n", NULL},
		{"the note may stand behind the stickies, as in the synopsis", "Ann: add hotspot A\nAnn: add hotspot B",
			"resolve 1 -n \"ask legal\" 2", 0, NULL,
			"sticky 1: kind=hotspot text=A note=ask legal place=1,1 resolved=1\n"
			"sticky 2: kind=hotspot text=B note=ask legal place=2,1 resolved=1\n",
			NULL},
		{"and must not be forgotten there", "Ann: add hotspot A", "resolve 1 -n", ERROR_USAGE,
			"-n needs a NOTE", NULL, NULL},
		{"both notes together have an end", "Ann: add hotspot A\nAnn: note 1 " LONG,
			"resolve -n \"ask the legal department\" 1", ERROR_REFUSED, "at most 2000 are allowed", NULL,
			NULL},
		{"only hotspots are settled, and then none", "Ann: add hotspot A\nAnn: add event B", "resolve 1 2",
			ERROR_REFUSED, "sticky 2: only hotspots and opportunities", NULL, NULL},
		{"an opportunity is settled, and stays so as a hotspot", "Ann: add opportunity A\nAnn: resolve 1",
			"kind 1 hotspot", 0, NULL, "sticky 1: kind=hotspot text=A place=1,1 resolved=1\n", NULL},
		{"settled goes with the opportunity", "Ann: add opportunity A\nAnn: resolve 1", "kind 1 value", 0, NULL,
			"sticky 1: kind=value text=A place=1,1\n", NULL},
		{"a hotspot is opened again", "Ann: add hotspot A\nAnn: resolve 1", "reopen 1", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1\n", NULL},
		{"only an event is pivotal", "Ann: add command A", "pivotal 1", ERROR_REFUSED, "only an event", NULL,
			NULL},
		{"an event is pivotal no more", "Ann: add event A\nAnn: pivotal 1", "unpivotal 1", 0, NULL,
			"sticky 1: text=A place=1,1\n", NULL},
		{"what is too much is said", "Ann: add event A\nAnn: add event B", "link 1 2 3", ERROR_USAGE,
			"unexpected argument “3”", NULL, NULL},
		{"an open quote is no word", "Ann: add event A", "vote \"1", ERROR_USAGE, "a quote is not closed", NULL,
			NULL},
		{"a command has to be known", "", "frobnicate 1", ERROR_USAGE, "unknown command", NULL, NULL},
		{"a line of spaces does nothing", "Ann: add event A", "   ", 0, NULL, "sticky 1: text=A place=1,1\n",
			""},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

static void checks_are_silenced(void **state)
{
	static const struct lines_case cases[] = {
		{"a check is silent about a sticky", "Ann: add event A", "dismiss 1 event-vague", 0, NULL,
			"sticky 1: text=A place=1,1 dismissed=event-vague\n", NULL},
		{"so is another", "Ann: add event A\nAnn: dismiss 1 event-vague", "dismiss 1 same-text", 0, NULL,
			"sticky 1: text=A place=1,1 dismissed=event-vague same-text\n", NULL},
		{"silenced twice it is silent once", "Ann: add event A\nAnn: dismiss 1 event-vague",
			"dismiss 1 event-vague", 0, NULL, "sticky 1: text=A place=1,1 dismissed=event-vague\n", NULL},
		{"the reason is kept", "Ann: add event A\nAnn: dismiss 1 event-vague",
			"dismiss 1 same-text Ana's \"word\" = ours", 0, NULL,
			"sticky 1: text=A place=1,1 dismissed=event-vague "
			"\"same-text=Ana's \\\"word\\\" = ours\"\n",
			NULL},
		{"a reason of one word needs no quotes", "Ann: add event A", "dismiss 1 same-text so", 0, NULL,
			"sticky 1: text=A place=1,1 dismissed=same-text=so\n", NULL},
		{"another reason stands in place of the first", "Ann: add event A\nAnn: dismiss 1 same-text a b",
			"dismiss 1 same-text c", 0, NULL, "sticky 1: text=A place=1,1 dismissed=same-text=c\n", NULL},
		{"none leaves it as it is", "Ann: add event A\nAnn: dismiss 1 same-text a", "dismiss 1 same-text", 0,
			NULL, "sticky 1: text=A place=1,1 dismissed=same-text=a\n", NULL},
		{"with its reason it may speak again",
			"Ann: add event A\nAnn: dismiss 1 same-text a b\nAnn: dismiss 1 event-vague",
			"undismiss 1 same-text", 0, NULL, "sticky 1: text=A place=1,1 dismissed=event-vague\n", NULL},
		{"it may speak again", "Ann: add event A\nAnn: dismiss 1 event-vague\nAnn: dismiss 1 same-text",
			"undismiss 1 event-vague", 0, NULL, "sticky 1: text=A place=1,1 dismissed=same-text\n", NULL},
		{"what was not silenced need not be let speak", "Ann: add event A", "undismiss 1 event-vague", 0, NULL,
			"sticky 1: text=A place=1,1\n", NULL},
		{"a check has to be one", "Ann: add event A", "dismiss 1 event", ERROR_USAGE, "unknown check “event”",
			NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

static void links_and_votes_hang_on_stickies(void **state)
{
	static const struct lines_case cases[] = {
		{"a link leads from one to another", TWO, "link 2 1", 0, NULL,
			"sticky 1: text=Order placed place=1,1\n"
			"sticky 2: kind=command text=Place order place=2,1\n"
			"link 1: source=2 target=1\n",
			NULL},
		{"a second link changes nothing", TWO "\nAnn: link 1 2", "link 1 2", 0, NULL,
			"sticky 1: text=Order placed place=1,1\n"
			"sticky 2: kind=command text=Place order place=2,1\n"
			"link 1: source=1 target=2\n",
			NULL},
		{"no sticky points at itself", TWO, "link 1 1", ERROR_REFUSED, "point at itself", NULL, NULL},
		{"a link that is not there cannot go", TWO "\nAnn: link 1 2", "unlink 2 1", ERROR_REFUSED,
			"no link from 2 to 1", NULL, NULL},
		{"a link goes", TWO "\nAnn: link 1 2", "unlink 1 2", 0, NULL,
			"sticky 1: text=Order placed place=1,1\n"
			"sticky 2: kind=command text=Place order place=2,1\n",
			NULL},
		{"a person has one dot on a sticky", "Ann: add hotspot A\nAnn: vote 1", "vote 1", ERROR_REFUSED,
			"already", NULL, NULL},
		{"each person has a dot", "Ann: add hotspot A\nBob: vote 1", "vote 1", 0, NULL,
			"sticky 1: kind=hotspot text=A place=1,1\n"
			"vote 1: sticky=1 person=2 dots=1\nvote 2: sticky=1 person=1 dots=1\n",
			NULL},
		{"nobody takes another's dot", "Ann: add hotspot A\nBob: vote 1", "unvote 1", ERROR_REFUSED,
			"you have not voted", NULL, NULL},
		{"with a sticky go its links and dots, and an undo brings them back",
			TWO "\nAnn: add event C\nAnn: link 1 2\nAnn: link 2 3\nAnn: link 3 2\n"
			    "Bob: vote 2\nAnn: vote 2\nBob: vote 1",
			"delete 2", 0, NULL,
			"sticky 1: text=Order placed place=1,1\nsticky 3: text=C place=3,1\n"
			"vote 3: sticky=1 person=2 dots=1\n",
			NULL},
		{"several go at once", TWO "\nAnn: add event C\nAnn: link 1 2", "delete 2 1 2", 0, NULL,
			"sticky 3: text=C place=3,1\n", NULL},
		{"when one is not there none goes", TWO, "delete 1 9", ERROR_REFUSED, "no sticky 9", NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

#define ROW "Ann: add event A\nAnn: add event B\nAnn: add event C"
#define EDGE "Ann: add event -c 1 -r 999999999 A\nAnn: add event -c 2 -r 999999999 B"

static void stickies_that_say_the_same_become_one(void **state)
{
	static const struct lines_case cases[] = {
		{"what differs goes behind the note",
			"Ann: add event Order placed\nAnn: note 1 at night too\nAnn: add event Ordered\nAnn: note 2 by "
			"mail",
			"merge 2 1", 0, NULL,
			"sticky 1: text=Order placed note=at night too\nOrdered\nby mail place=1,1\n", ""},
		{"the same text is kept once", "Ann: add event Paid\nAnn: add event Paid", "merge 1 2", 0, NULL,
			"sticky 2: text=Paid place=2,1\n", ""},
		{"arrows go over, each once, and none leads to itself",
			TWO "\nAnn: add event Ordered\nAnn: link 2 1\nAnn: link 2 3\nAnn: link 1 3\nAnn: link 3 2",
			"merge 3 1", 0, NULL,
			"sticky 1: text=Order placed note=Ordered place=1,1\n"
			"sticky 2: kind=command text=Place order place=2,1\n"
			"link 1: source=2 target=1\nlink 5: source=1 target=2\n",
			""},
		{"dots go over, those of one person together",
			"Ann: add event A\nAnn: add event A\nAnn: vote 1\nAnn: vote 2\nBob: vote 2", "merge 2 1", 0,
			NULL,
			"sticky 1: text=A place=1,1\nvote 4: sticky=1 person=2 dots=1\nvote 5: sticky=1 person=1 "
			"dots=2\n",
			""},
		{"marks and a context go over, what is open stays open",
			"Ann: add event A\nAnn: add event A\nAnn: pivotal 2\nAnn: publish 2\nAnn: context Sales 2",
			"merge 2 1", 0, NULL,
			"context 1: name=Sales colour=1\nsticky 1: text=A place=1,1 context=1 pivotal=1 public=1\n",
			""},
		{"one open hotspot leaves both open", "Ann: add H Why?\nAnn: add H Why?\nAnn: resolve 1", "merge 2 1",
			0, NULL, "sticky 1: kind=hotspot text=Why? place=1,1\n", ""},
		{"what both carry stands there once, and sensitive when either is",
			"Ann: add event A\nAnn: add event A\nAnn: payload 1 id: uuid; mail\n"
			"Ann: payload 2 mail: text sensitive; sum: money",
			"merge 2 1", 0, NULL,
			"sticky 1: text=A place=1,1 payload=id: uuid\nmail: sensitive\nsum: money\n", ""},
		{"so do definitions and invariants",
			"Ann: add G A\nAnn: add G A\nAnn: define 1 a\nAnn: define 2 b\nAnn: invariants 2 c",
			"merge 2 1", 0, NULL,
			"sticky 1: kind=aggregate text=A place=1,1 definition=a; b invariants=c\n", ""},
		{"answers to a rejection stand side by side",
			"Ann: add C A\nAnn: add C A\nAnn: rejection 1 no stock\nAnn: rejection 2 no money", "merge 2 1",
			0, NULL, "sticky 1: kind=command text=A place=1,1 rejection=no stock; no money\n", ""},
		{"what another has written in a silent round is not merged away",
			"Ann: add event B\nBob: silent on\nBob: add event A", "merge 2 1", ERROR_REFUSED,
			"until the silent round ends", NULL, NULL},
		{"nor is anything merged into it", "Ann: add event B\nBob: silent on\nBob: add event A", "merge 1 2",
			ERROR_REFUSED, "until the silent round ends", NULL, NULL},
		{"kinds are not mixed", TWO, "merge 2 1", ERROR_REFUSED, "only stickies of one kind", NULL, NULL},
		{"not with itself", TWO, "merge 2 2", ERROR_REFUSED, "with itself", NULL, NULL},
		{"both are needed", TWO, "merge 2", ERROR_USAGE, "missing INTO", NULL, NULL},
		{"and both have to be there", TWO, "merge 2 9", ERROR_REFUSED, "no sticky 9", NULL, NULL},
		{"a note that grows too long is refused",
			"Ann: add event A\nAnn: note 1 " LONG "\nAnn: add event Something else", "merge 2 1",
			ERROR_REFUSED, "2000", NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

static void stickies_are_put_aside(void **state)
{
	static const struct lines_case cases[] = {
		{"below all else, into a lane that is made", TWO, "park 1", 0, "put aside in row 3",
			"sticky 1: text=Order placed place=1,3\nsticky 2: kind=command text=Place order place=2,1\n"
			"lane 1: row=3 name=Parking lot\n",
			""},
		{"into the lane of that name, whatever its case", TWO "\nAnn: lane 5 parking LOT", "park 1 2", 0,
			"row 5",
			"sticky 1: text=Order placed place=1,5\nsticky 2: kind=command text=Place order place=2,5\n"
			"lane 1: row=5 name=parking LOT\n",
			""},
		{"or of its Korean name", "Ann: add event A\nAnn: lane 4 보류", "park 1", 0, "row 4",
			"sticky 1: text=A place=1,4\nlane 1: row=4 name=보류\n", ""},
		{"beside what lies there", "Ann: add event A\nAnn: add event -c 1 -r 4 B\nAnn: lane 4 Parking lot",
			"park 1", 0, NULL,
			"sticky 1: text=A place=2,4\nsticky 2: text=B place=1,4\nlane 1: row=4 name=Parking lot\n", ""},
		{"what lies there stays", "Ann: add event A\nAnn: lane 1 Parking lot", "park 1", 0, NULL,
			"sticky 1: text=A place=1,1\nlane 1: row=1 name=Parking lot\n", ""},
		{"it is brought back to its column", TWO "\nAnn: park 1\nAnn: add event -c 1 -r 1 B", "unpark 1", 0,
			NULL,
			"sticky 1: text=Order placed place=1,2\nsticky 2: kind=command text=Place order place=2,1\n"
			"sticky 3: text=B place=1,1\nlane 1: row=3 name=Parking lot\n",
			""},
		{"it goes back to its slot", FAR "\nAnn: park 1", "unpark 1", 0, "back in column 3, row 2",
			"sticky 1: text=A place=3,2\nlane 1: row=4 name=Parking lot\n", ""},
		{"from wherever in the lot it was moved", FAR "\nAnn: park 1\nBob: carry right 1\nBob: carry right 1",
			"unpark 1", 0, "column 3, row 2",
			"sticky 1: text=A place=3,2\nlane 1: row=4 name=Parking lot\n", ""},
		{"which has moved along with its column and row",
			FAR "\nAnn: park 1\nBob: insert-column 2\nBob: insert-row 1 2", "unpark 1", 0,
			"back in column 4, row 4", "sticky 1: text=A place=4,4\nlane 1: row=6 name=Parking lot\n", ""},
		{"or was closed and opened again",
			FAR
			"\nBob: add event -c 9 -r 1 B\nAnn: park 1\nAnn: move 1 9 4\nBob: delete-column 2 3\nBob: undo",
			"unpark 1", 0, "back in column 3, row 2",
			"sticky 1: text=A place=3,2\nsticky 2: text=B place=9,1\nlane 1: row=4 name=Parking lot\n", ""},
		{"where that is taken, below it", FAR "\nAnn: park 1\nBob: add event -c 3 -r 2 B", "unpark 1", 0,
			"column 3, row 2 is taken: it is back in column 3, row 3",
			"sticky 1: text=A place=3,3\nsticky 2: text=B place=3,2\nlane 1: row=4 name=Parking lot\n", ""},
		{"the lot itself is passed over",
			FAR "\nAnn: park 1\nBob: add event -c 3 -r 2 B\nBob: add event -c 3 -r 3 C", "unpark 1", 0,
			"row 5",
			"sticky 1: text=A place=3,5\nsticky 2: text=B place=3,2\nsticky 3: text=C place=3,3\n"
			"lane 1: row=4 name=Parking lot\n",
			""},
		{"several come back together", TWO "\nAnn: park 1 2", "unpark 1 2", 0, "2 stickies are back",
			"sticky 1: text=Order placed place=1,1\nsticky 2: kind=command text=Place order place=2,1\n"
			"lane 1: row=3 name=Parking lot\n",
			""},
		{"those whose slot is taken below it", TWO "\nAnn: park 1 2\nBob: add event -c 2 -r 1 B", "unpark 1 2",
			0, "1 of them further down",
			"sticky 1: text=Order placed place=1,1\nsticky 2: kind=command text=Place order place=2,2\n"
			"sticky 3: text=B place=2,1\nlane 1: row=3 name=Parking lot\n",
			""},
		{"not into a parking lot again", "Ann: lane 1 Parking lot\nAnn: add event -c 1 -r 1 A", "unpark 1", 0,
			NULL, "sticky 1: text=A place=1,2\nlane 1: row=1 name=Parking lot\n", ""},
		{"what is on the timeline is not brought back", TWO, "unpark 1", ERROR_REFUSED,
			"not in the parking lot", NULL, NULL},
		{"below the last row is no room", "Ann: add event -c 1 -r 999999999 A", "park 1", ERROR_REFUSED,
			"no row left", NULL, NULL},
		{"what another has written in a silent round stays", "Bob: silent on\nBob: add event A", "park 1",
			ERROR_REFUSED, "until the silent round ends", NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

static void stickies_move(void **state)
{
	static const struct lines_case cases[] = {
		{"a sticky moves to a slot", ROW, "move 1 5 6", 0, NULL,
			"sticky 1: text=A place=5,6\nsticky 2: text=B place=2,1\n"
			"sticky 3: text=C place=3,1\n",
			NULL},
		{"it takes the next free slot below", ROW "\nAnn: add event -c 3 -r 2 D", "move 1 3 1", 0, NULL,
			"sticky 1: text=A place=3,3\nsticky 2: text=B place=2,1\n"
			"sticky 3: text=C place=3,1\nsticky 4: text=D place=3,2\n",
			NULL},
		{"its own slot is free to it", ROW "\nAnn: move 2 1 2", "move 2 1 1", 0, NULL,
			"sticky 1: text=A place=1,1\nsticky 2: text=B place=1,2\n"
			"sticky 3: text=C place=3,1\n",
			NULL},
		{"a move to where it is changes nothing", ROW, "move 2 2 1", 0, NULL,
			"sticky 1: text=A place=1,1\nsticky 2: text=B place=2,1\n"
			"sticky 3: text=C place=3,1\n",
			NULL},
		{"two stickies never end in one slot, even at the grid's end", EDGE, "move 2 1 999999999",
			ERROR_REFUSED, "full", NULL, NULL},
		{"a carried sticky changes places", ROW, "carry right 1", 0, NULL,
			"sticky 1: text=A place=2,1\nsticky 2: text=B place=1,1\n"
			"sticky 3: text=C place=3,1\n",
			NULL},
		{"carried side by side they stay in order", ROW, "carry right 1 2", 0, NULL,
			"sticky 1: text=A place=2,1\nsticky 2: text=B place=3,1\n"
			"sticky 3: text=C place=1,1\n",
			NULL},
		{"the order in which they are named does not matter", ROW, "carry right 2 1", 0, NULL,
			"sticky 1: text=A place=2,1\nsticky 2: text=B place=3,1\n"
			"sticky 3: text=C place=1,1\n",
			NULL},
		{"one that is named twice moves once", ROW, "carry right 1 2 1", 0, NULL,
			"sticky 1: text=A place=2,1\nsticky 2: text=B place=3,1\n"
			"sticky 3: text=C place=1,1\n",
			NULL},
		{"with a gap between them each changes places", ROW, "carry right 1 3", 0, NULL,
			"sticky 1: text=A place=2,1\nsticky 2: text=B place=1,1\n"
			"sticky 3: text=C place=4,1\n",
			NULL},
		{"down there is room", ROW, "carry down 1 2 3", 0, NULL,
			"sticky 1: text=A place=1,2\nsticky 2: text=B place=2,2\n"
			"sticky 3: text=C place=3,2\n",
			NULL},
		{"the board ends at the left", ROW, "carry left 2 1", ERROR_REFUSED, "ends here", NULL, NULL},
		{"the board ends at the top", ROW, "carry up 3", ERROR_REFUSED, "ends here", NULL, NULL},
		{"the board ends at the bottom", EDGE, "carry down 1", ERROR_REFUSED, "ends here", NULL, NULL},
		{"at the bottom they still change places", EDGE, "carry right 1", 0, NULL,
			"sticky 1: text=A place=2,999999999\nsticky 2: text=B place=1,999999999\n", NULL},
		{"a way has to be one", ROW, "carry sideways 1", ERROR_USAGE, "must be left, right", NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

static void roles_are_kept(void **state)
{
	static const struct {
		enum role role;
		const char *line;
		int code;
	} rows[] = {
		{ROLE_OBSERVER, "add event A", ERROR_REFUSED},
		{ROLE_OBSERVER, "undo", ERROR_REFUSED},
		{ROLE_PARTICIPANT, "add event A", 0},
		{ROLE_PARTICIPANT, "step next", ERROR_REFUSED},
		{ROLE_PARTICIPANT, "title Orders", ERROR_REFUSED},
		{ROLE_FACILITATOR, "step next", 0},
		{ROLE_FACILITATOR, "title Orders", 0},
	};
	struct lines_said said = LINES_SAID_INIT;
	struct ledger ledger;

	(void)state;
	ledger_init(&ledger);
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++)
		if (lines_run(&ledger, "Ann", rows[i].role, rows[i].line, NULL, &said) != rows[i].code)
			fail_msg(
				"%s in the role %s must give %d", rows[i].line, role_token(rows[i].role), rows[i].code);
	lines_said_release(&said);
	ledger_release(&ledger);
}

static void a_change_of_a_sticky_is_dated(void **state)
{
	static const char *const lines[] = {
		"edit 1 B", "note 1 n", "move 1 4 4", "kind 1 hotspot", "resolve 1", "context Sales 1"};
	struct lines_said said = LINES_SAID_INIT;
	struct ledger ledger;

	(void)state;
	ledger_init(&ledger);
	lines_play(&ledger, "Ann: add event A");
	for (size_t i = 0; i < ARRAY_SIZE(lines); i++) {
		int64_t now = ledger.time_ms;

		assert_int_equal(lines_run(&ledger, "Bob", ROLE_PARTICIPANT, lines[i], NULL, &said), 0);
		if (board_sticky(ledger.board, 1)->updated != now)
			fail_msg("%s must set the time of the last change", lines[i]);
	}
	assert_true(board_sticky(ledger.board, 1)->created < board_sticky(ledger.board, 1)->updated);
	lines_said_release(&said);
	ledger_release(&ledger);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stickies_are_added_where_they_are_wanted),
		cmocka_unit_test(a_text_has_at_most_2000_characters),
		cmocka_unit_test(stickies_are_altered),
		cmocka_unit_test(checks_are_silenced),
		cmocka_unit_test(links_and_votes_hang_on_stickies),
		cmocka_unit_test(stickies_that_say_the_same_become_one),
		cmocka_unit_test(stickies_are_put_aside),
		cmocka_unit_test(stickies_move),
		cmocka_unit_test(roles_are_kept),
		cmocka_unit_test(a_change_of_a_sticky_is_dated),
	};

	return cmocka_run_group_tests_name("command/sticky", tests, NULL, NULL);
}
