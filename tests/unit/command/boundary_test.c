/* What context, uncontext, rename-context, delete-context, relate and unrelate do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "lib/lines.h"

#define TWO "Ann: add aggregate A\nAnn: add aggregate B"
#define SALES TWO "\nAnn: context Sales 1 2"
#define PAIR TWO "\nAnn: context Sales 1\nAnn: context \"Order Desk\" 2"

static void contexts_go_round_stickies(void **state)
{
	static const struct lines_case cases[] = {
		{"a context is made and prints its number", TWO, "context Sales 1 2", 0, NULL,
			"context 1: name=Sales colour=1\n"
			"sticky 1: kind=aggregate text=A place=1,1 context=1\n"
			"sticky 2: kind=aggregate text=B place=2,1 context=1\n",
			"1\n"},
		{"a context that is there is extended", TWO "\nAnn: context Sales 1", "context Sales 2 1", 0, NULL,
			"context 1: name=Sales colour=1\n"
			"sticky 1: kind=aggregate text=A place=1,1 context=1\n"
			"sticky 2: kind=aggregate text=B place=2,1 context=1\n",
			"1\n"},
		{"a context may be empty", "", "context '주문 접수'", 0, NULL, "context 1: name=주문 접수 colour=1\n",
			"1\n"},
		{"a context needs a name", TWO, "context \" \" 1", ERROR_REFUSED, "needs a name", NULL, ""},
		{"colours are told apart and come round", "Ann: context a\nAnn: context b", "context c", 0, NULL,
			"context 1: name=a colour=1\ncontext 2: name=b colour=2\n"
			"context 3: name=c colour=3\n",
			"3\n"},
		{"when a sticky is not there no context is made", TWO, "context Sales 1 9", ERROR_REFUSED,
			"no sticky 9", NULL, ""},
		{"a sticky leaves its context", SALES, "uncontext 1", 0, NULL,
			"context 1: name=Sales colour=1\n"
			"sticky 1: kind=aggregate text=A place=1,1\n"
			"sticky 2: kind=aggregate text=B place=2,1 context=1\n",
			NULL},
		{"a context is renamed", SALES, "rename-context Sales Order Desk", 0, NULL,
			"context 1: name=Order Desk colour=1\n"
			"sticky 1: kind=aggregate text=A place=1,1 context=1\n"
			"sticky 2: kind=aggregate text=B place=2,1 context=1\n",
			NULL},
		{"a context may get the name that it has", SALES, "rename-context Sales Sales", 0, NULL,
			"context 1: name=Sales colour=1\n"
			"sticky 1: kind=aggregate text=A place=1,1 context=1\n"
			"sticky 2: kind=aggregate text=B place=2,1 context=1\n",
			NULL},
		{"no two contexts have one name", PAIR, "rename-context Sales Order Desk", ERROR_REFUSED, "already",
			NULL, NULL},
		{"a name cannot be emptied", SALES, "rename-context Sales ''", ERROR_REFUSED, "needs a name", NULL,
			NULL},
		{"a context gets another colour", SALES, "recolour-context Sales 8", 0, NULL,
			"context 1: name=Sales colour=8\n"
			"sticky 1: kind=aggregate text=A place=1,1 context=1\n"
			"sticky 2: kind=aggregate text=B place=2,1 context=1\n",
			NULL},
		{"after the last colour comes the first", SALES "\nAnn: recolour-context Sales 8",
			"recolour-context Sales", 0, NULL,
			"context 1: name=Sales colour=1\n"
			"sticky 1: kind=aggregate text=A place=1,1 context=1\n"
			"sticky 2: kind=aggregate text=B place=2,1 context=1\n",
			NULL},
		{"there are eight colours", SALES, "recolour-context Sales 9", ERROR_USAGE, "1 to 8", NULL, NULL},
		{"only what is there is recoloured", SALES, "recolour-context Shop", ERROR_REFUSED, "no context “Shop”",
			NULL, NULL},
		{"a context has to be there", SALES, "rename-context Shop X", ERROR_REFUSED, "no context “Shop”", NULL,
			NULL},
		{"a context goes, its stickies stay, and an undo brings all back",
			PAIR "\nAnn: relate Sales sync \"Order Desk\" -l asks -p conformist/open-host",
			"delete-context Sales", 0, NULL,
			"context 2: name=Order Desk colour=2\n"
			"sticky 1: kind=aggregate text=A place=1,1\n"
			"sticky 2: kind=aggregate text=B place=2,1 context=2\n",
			NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

#define STICKIES                                                \
	"sticky 1: kind=aggregate text=A place=1,1 context=1\n" \
	"sticky 2: kind=aggregate text=B place=2,1 context=2\n"
#define CONTEXTS "context 1: name=Sales colour=1\ncontext 2: name=Order Desk colour=2\n"
#define DESK "\"Order Desk\""

static void contexts_have_relations(void **state)
{
	static const struct lines_case cases[] = {
		{"a relation has a direction and a style", PAIR, "relate Sales async " DESK, 0, NULL,
			CONTEXTS STICKIES "relation 1: source=1 style=async target=2\n", NULL},
		{"sync is a style", PAIR, "relate " DESK " sync Sales", 0, NULL,
			CONTEXTS STICKIES "relation 1: source=2 target=1\n", NULL},
		{"a relation has a label and patterns", PAIR,
			"relate Sales sync " DESK " -l \"asks for\" -p open-host/anticorruption-layer", 0, NULL,
			CONTEXTS STICKIES "relation 1: source=1 target=2 label=asks for "
					  "source_pattern=open-host "
					  "target_pattern=anticorruption-layer\n",
			NULL},
		{"of an option said twice the last counts", PAIR,
			"relate Sales sync " DESK " -l a -l b -p open-host -p conformist", 0, NULL,
			CONTEXTS STICKIES "relation 1: source=1 target=2 label=b "
					  "source_pattern=conformist\n",
			NULL},
		{"said again a relation changes", PAIR "\nAnn: relate Sales sync " DESK " -p open-host",
			"relate Sales async " DESK, 0, NULL,
			CONTEXTS STICKIES "relation 1: source=1 style=async target=2 "
					  "source_pattern=open-host\n",
			NULL},
		{"patterns are replaced together", PAIR "\nAnn: relate Sales sync " DESK " -p open-host/conformist",
			"relate Sales sync " DESK " -p partnership", 0, NULL,
			CONTEXTS STICKIES "relation 1: source=1 target=2 source_pattern=partnership\n", NULL},
		{"a relation is turned round, and each side keeps its pattern",
			PAIR "\nAnn: relate Sales async " DESK " -l paid -p open-host/conformist",
			"reverse Sales " DESK " paid", 0, NULL,
			CONTEXTS STICKIES "relation 2: source=2 style=async target=1 label=paid "
					  "source_pattern=conformist target_pattern=open-host\n",
			NULL},
		{"unless there is one that way",
			PAIR "\nAnn: relate Sales sync " DESK "\nAnn: relate " DESK " sync Sales",
			"reverse Sales " DESK, ERROR_REFUSED, "the other way already", NULL, NULL},
		{"or none at all", PAIR, "reverse Sales " DESK, ERROR_REFUSED, "no such relation", NULL, NULL},
		{"another label is another relation", PAIR "\nAnn: relate Sales sync " DESK,
			"relate Sales sync " DESK " -l also", 0, NULL,
			CONTEXTS STICKIES "relation 1: source=1 target=2\n"
					  "relation 2: source=1 target=2 label=also\n",
			NULL},
		{"a context may be related to itself", PAIR, "relate Sales async Sales", 0, NULL,
			CONTEXTS STICKIES "relation 1: source=1 style=async target=1\n", NULL},
		{"a context is kept at a place of the map", PAIR, "place-context Sales 2 3", 0, NULL,
			"context 1: name=Sales colour=1 map_column=2 map_row=3\n"
			"context 2: name=Order Desk colour=2\n" STICKIES,
			NULL},
		{"who is there goes where the other was",
			PAIR "\nAnn: place-context Sales 1 1\nAnn: place-context \"Order Desk\" 2 3",
			"place-context Sales 2 3", 0, NULL,
			"context 1: name=Sales colour=1 map_column=2 map_row=3\n"
			"context 2: name=Order Desk colour=2 map_column=1 map_row=1\n" STICKIES,
			NULL},
		{"without a place it stands where it fits", PAIR "\nAnn: place-context Sales 1 1",
			"place-context Sales", 0, NULL, CONTEXTS STICKIES, NULL},
		{"the map has an end", PAIR, "place-context Sales 100 1", ERROR_REFUSED, "at most", NULL, NULL},
		{"a column alone is no place", PAIR, "place-context Sales 1", ERROR_USAGE, "a row", NULL, NULL},
		{"both contexts have to be there", PAIR, "relate Sales sync Shop", ERROR_REFUSED, "no context “Shop”",
			NULL, NULL},
		{"a style has to be one", PAIR, "relate Sales calls " DESK, ERROR_USAGE,
			"must be sync, async or unknown", NULL, NULL},
		{"a pattern has to be one", PAIR, "relate Sales sync " DESK " -p open", ERROR_USAGE,
			"is not a pattern; use", NULL, NULL},
		{"the second pattern has to be one", PAIR, "relate Sales sync " DESK " -p open-host/", ERROR_USAGE,
			"is not a pattern; use", NULL, NULL},
		{"a relation goes by its label",
			PAIR "\nAnn: relate Sales sync " DESK "\nAnn: relate Sales sync " DESK " -l two",
			"unrelate Sales " DESK " two", 0, NULL, CONTEXTS STICKIES "relation 1: source=1 target=2\n",
			NULL},
		{"a relation that is not there cannot go", PAIR, "unrelate Sales " DESK, ERROR_REFUSED,
			"no such relation", NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

static void checks_are_silenced_on_contexts_and_relations(void **state)
{
	static const struct lines_case cases[] = {
		{"on a context", "Ann: context A", "dismiss-context A context-alone it is new", 0, NULL,
			"context 1: name=A colour=1 dismissed=\"context-alone=it is new\"\n", NULL},
		{"there it may speak again", "Ann: context A\nAnn: dismiss-context A context-alone",
			"undismiss-context A context-alone", 0, NULL, "context 1: name=A colour=1\n", NULL},
		{"the context has to be there", "", "dismiss-context A context-alone", ERROR_REFUSED, "no context “A”",
			NULL, NULL},
		{"on a relation", "Ann: context A\nAnn: context B\nAnn: relate A sync B",
			"dismiss-relation A B map-unfounded", 0, NULL,
			"context 1: name=A colour=1\ncontext 2: name=B colour=2\n"
			"relation 1: source=1 target=2 dismissed=map-unfounded\n",
			NULL},
		{"on one of two relations, with a reason",
			"Ann: context A\nAnn: context B\nAnn: relate A sync B\n"
			"Ann: relate A sync B -l asks",
			"dismiss-relation A B -l asks map-unfounded not drawn yet", 0, NULL,
			"context 1: name=A colour=1\ncontext 2: name=B colour=2\n"
			"relation 1: source=1 target=2\n"
			"relation 2: source=1 target=2 label=asks "
			"dismissed=\"map-unfounded=not drawn yet\"\n",
			NULL},
		{"there it may speak again too",
			"Ann: context A\nAnn: context B\nAnn: relate A sync B\n"
			"Ann: dismiss-relation A B map-unfounded why",
			"undismiss-relation A B map-unfounded", 0, NULL,
			"context 1: name=A colour=1\ncontext 2: name=B colour=2\n"
			"relation 1: source=1 target=2\n",
			NULL},
		{"the relation has to be there", "Ann: context A\nAnn: context B", "dismiss-relation A B map-unfounded",
			ERROR_REFUSED, "no such relation", NULL, NULL},
		{"the check has to be about contexts", "Ann: context A", "dismiss-context A map-unfounded",
			ERROR_REFUSED, "does not apply to this", NULL, NULL},
		{"the check has to be one", "Ann: context A", "dismiss-context A even", ERROR_USAGE,
			"unknown check “even”", NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(contexts_go_round_stickies),
		cmocka_unit_test(contexts_have_relations),
		cmocka_unit_test(checks_are_silenced_on_contexts_and_relations),
	};

	return cmocka_run_group_tests_name("command/boundary", tests, NULL, NULL);
}
