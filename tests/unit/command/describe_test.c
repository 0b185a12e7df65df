/* What purpose, context-purpose, subdomain, context-roles, assumptions, define and invariants do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "lib/lines.h"

#define TWO "Ann: add aggregate Bill\nAnn: add event Paid\nAnn: context Till 1"
#define TILL "context 1: name=Till colour=1"
#define BILL "sticky 1: kind=aggregate text=Bill place=1,1 context=1"
#define PAID "sticky 2: text=Paid place=2,1"

static void words_get_a_meaning(void **state)
{
	static const struct lines_case cases[] = {
		{"any sticky is defined", TWO, "define 2 the money came", 0, NULL,
			TILL "\n" BILL "\n" PAID " definition=the money came\n", NULL},
		{"in one line", TWO, "define 1 what is\nowed", 0, NULL,
			TILL "\n" BILL " definition=what is owed\n" PAID "\n", NULL},
		{"without a text it goes", TWO "\nAnn: define 1 a", "define 1", 0, NULL, TILL "\n" BILL "\n" PAID "\n",
			NULL},
		{"an aggregate has invariants", TWO, "invariants 1 never below 0; has one debtor", 0, NULL,
			TILL "\n" BILL " invariants=never below 0; has one debtor\n" PAID "\n", NULL},
		{"an event has none", TWO, "invariants 2 x", ERROR_REFUSED, "only an aggregate has invariants", NULL,
			NULL},
		{"of another kind it loses what it cannot have", TWO "\nAnn: invariants 1 x\nAnn: define 1 y",
			"kind 1 actor", 0, NULL,
			TILL "\nsticky 1: kind=actor text=Bill place=1,1 context=1 definition=y\n" PAID "\n", NULL},
		{"a workshop is for something", TWO, "purpose to know", 0, NULL,
			"board 1: purpose=to know\n" TILL "\n" BILL "\n" PAID "\n", NULL},
		{"or for nothing again", TWO "\nAnn: purpose to know", "purpose", 0, NULL,
			TILL "\n" BILL "\n" PAID "\n", NULL},
		{"a context is for something", TWO, "context-purpose Till to sell", 0, NULL,
			TILL " purpose=to sell\n" BILL "\n" PAID "\n", NULL},
		{"it plays parts", TWO, "context-roles Till gateway", 0, NULL,
			TILL " roles=gateway\n" BILL "\n" PAID "\n", NULL},
		{"it rests on something", TWO, "assumptions Till all pay", 0, NULL,
			TILL " assumptions=all pay\n" BILL "\n" PAID "\n", NULL},
		{"it is worth something", TWO, "subdomain Till core", 0, NULL,
			TILL " subdomain=core\n" BILL "\n" PAID "\n", NULL},
		{"which may be taken back", TWO "\nAnn: subdomain Till core", "subdomain Till unknown", 0, NULL,
			TILL "\n" BILL "\n" PAID "\n", NULL},
		{"a context must be there", TWO, "context-purpose Shop to sell", ERROR_REFUSED, "no context “Shop”",
			NULL, NULL},
		{"a subdomain is one of four", TWO, "subdomain Till vital", ERROR_USAGE,
			"use core, supporting, generic or unknown", NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_get_a_meaning),
	};

	return cmocka_run_group_tests_name("command/describe", tests, NULL, NULL);
}
