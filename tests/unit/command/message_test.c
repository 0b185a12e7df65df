/* What publish, unpublish, payload, metadata, rejection, message, unmessage and integrate do. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "lib/lines.h"

#define THREE "Ann: add event Paid\nAnn: add command Pay\nAnn: add read-model Bill"
#define PAID "sticky 1: text=Paid place=1,1"
#define PAY "sticky 2: kind=command text=Pay place=2,1"
#define BILL "sticky 3: kind=read-model text=Bill place=3,1"

static void stickies_carry_fields(void **state)
{
	static const struct lines_case cases[] = {
		{"an event is made public", THREE, "publish 1", 0, NULL, PAID " public=1\n" PAY "\n" BILL "\n", NULL},
		{"and private again", THREE "\nAnn: publish 1", "unpublish 1", 0, NULL, PAID "\n" PAY "\n" BILL "\n",
			NULL},
		{"only an event is public", THREE, "publish 1 2", ERROR_REFUSED, "sticky 2: only an event", NULL, NULL},
		{"a payload is kept a field a line", THREE,
			"payload 1 orderId:uuid, total: decimal(10, 2); email: text sensitive", 0, NULL,
			PAID " payload=orderId: uuid\ntotal: decimal(10, 2)\nemail: text "
			     "sensitive\n" PAY "\n" BILL "\n",
			NULL},
		{"commands and read models have one too", THREE "\nAnn: payload 2 a", "payload 3 b: text", 0, NULL,
			PAID "\n" PAY " payload=a\n" BILL " payload=b: text\n", NULL},
		{"without fields it goes", THREE "\nAnn: payload 1 a", "payload 1", 0, NULL,
			PAID "\n" PAY "\n" BILL "\n", NULL},
		{"an actor carries no fields", "Ann: add actor Buyer", "payload 1 a", ERROR_REFUSED,
			"only events, commands", NULL, NULL},
		{"a name is one word", THREE, "payload 1 order id: uuid", ERROR_REFUSED,
			"“order id” is not a field name", NULL, NULL},
		{"a name stands there once", THREE, "payload 1 a; b; a", ERROR_REFUSED, "two fields are called “a”",
			NULL, NULL},
		{"metadata is kept when it is not the usual", THREE, "metadata 1 tenant: text", 0, NULL,
			PAID " metadata=tenant: text\n" PAY "\n" BILL "\n", NULL},
		{"the usual metadata is nothing to keep", THREE "\nAnn: metadata 1 tenant",
			"metadata 1 id: uuid; time: timestamp; source: text; type: text; version: "
			"integer; correlation: uuid",
			0, NULL, PAID "\n" PAY "\n" BILL "\n", NULL},
		{"a read model has no metadata", THREE, "metadata 3 a", ERROR_REFUSED, "only events and commands", NULL,
			NULL},
		{"a command may be rejected", THREE, "rejection 2 no money left", 0, NULL,
			PAID "\n" PAY " rejection=no money left\n" BILL "\n", NULL},
		{"an event cannot", THREE, "rejection 1 no", ERROR_REFUSED, "what has happened cannot", NULL, NULL},
		{"of another kind it loses what it cannot have",
			THREE "\nAnn: publish 1\nAnn: payload 1 a\nAnn: metadata 1 b", "kind 1 policy", 0, NULL,
			"sticky 1: kind=policy text=Paid place=1,1\n" PAY "\n" BILL "\n", NULL},
		{"and keeps what it can", THREE "\nAnn: publish 1\nAnn: payload 1 a\nAnn: metadata 1 b",
			"kind 1 command", 0, NULL,
			"sticky 1: kind=command text=Paid place=1,1 payload=a metadata=b\n" PAY "\n" BILL "\n", NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

#define SHOP "Ann: context A\nAnn: context B\n" THREE "\nAnn: relate A async B"
#define SHOP_BOARD                                                                              \
	"context 1: name=A colour=1\ncontext 2: name=B colour=2\n" PAID "\n" PAY "\n" BILL "\n" \
	"relation 1: source=1 style=async target=2"
#define TWO SHOP "\nAnn: relate A sync B -l \"pays by\""
#define TWO_BOARD SHOP_BOARD "\nrelation 2: source=1 target=2 label=pays by\n"

static void relations_carry_messages(void **state)
{
	static const struct lines_case cases[] = {
		{"an asynchronous relation carries events", SHOP, "message A B 1", 0, NULL,
			SHOP_BOARD "\nmessage 1: relation=1 sticky=1\n", NULL},
		{"with a type and what of it is used", SHOP, "message A B -t state-delta -u \"total, id\" 1", 0, NULL,
			SHOP_BOARD "\nmessage 1: relation=1 sticky=1 type=state-delta uses=total "
				   "id\n",
			NULL},
		{"of two that are merged it carries the one",
			SHOP "\nAnn: add event Paid\nAnn: message A B -t notification -u a 4", "merge 4 1", 0, NULL,
			SHOP_BOARD "\nmessage 2: relation=1 sticky=1 type=notification uses=a\n", NULL},
		{"once, with what is used of either",
			SHOP "\nAnn: add event Paid\nAnn: message A B -u \"a, b\" 1\n"
			     "Ann: message A B -t notification -u \"b, c\" 4",
			"merge 4 1", 0, NULL,
			SHOP_BOARD "\nmessage 1: relation=1 sticky=1 type=notification uses=a b c\n", NULL},
		{"said again it changes what is said", SHOP "\nAnn: message A B -t notification -u a 1",
			"message A B -t domain-event 1", 0, NULL,
			SHOP_BOARD "\nmessage 1: relation=1 sticky=1 type=domain-event uses=a\n", NULL},
		{"a type can be open again", SHOP "\nAnn: message A B -t notification 1", "message A B -t undecided 1",
			0, NULL, SHOP_BOARD "\nmessage 1: relation=1 sticky=1\n", NULL},
		{"it does not carry commands", SHOP, "message A B 1 2", ERROR_REFUSED,
			"sticky 2: an asynchronous relation carries events", SHOP_BOARD "\n", NULL},
		{"a call carries commands and read models", TWO, "message A B -l \"pays by\" 2 3", 0, NULL,
			TWO_BOARD "message 1: relation=2 sticky=2\n"
				  "message 2: relation=2 sticky=3\n",
			NULL},
		{"a call carries no events", TWO, "message A B -l \"pays by\" 1", ERROR_REFUSED,
			"a call carries commands", NULL, NULL},
		{"a command has no type", TWO, "message A B -l \"pays by\" -t notification 2", ERROR_REFUSED,
			"only an event has a type", NULL, NULL},
		{"what has no label is meant without one", TWO, "message A B 1", 0, NULL,
			TWO_BOARD "message 1: relation=1 sticky=1\n", NULL},
		{"a type has to be one", SHOP, "message A B -t full 1", ERROR_USAGE, "is not a type; use notification",
			NULL, NULL},
		{"what is used is in the payload", SHOP "\nAnn: payload 1 id; total", "message A B -u \"id price\" 1",
			ERROR_REFUSED, "has no field “price”", NULL, NULL},
		{"a relation has to be there", SHOP, "message B A 1", ERROR_REFUSED, "no such relation from B to A",
			NULL, NULL},
		{"with that label", SHOP, "message A B -l x 1", ERROR_REFUSED, "no such relation", NULL, NULL},
		{"of several one is named", SHOP "\nAnn: relate B async A -l x\nAnn: relate B async A -l y",
			"message B A 1", ERROR_REFUSED, "with -l LABEL", NULL, NULL},
		{"a message is taken off", SHOP "\nAnn: message A B 1", "unmessage A B 1", 0, NULL, SHOP_BOARD "\n",
			NULL},
		{"when it was there", SHOP, "unmessage A B 1", ERROR_REFUSED, "does not carry sticky 1", NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

static void relations_have_answers(void **state)
{
	static const struct lines_case cases[] = {
		{"what the receiver needs", SHOP, "integrate A B consistency eventual", 0, NULL,
			SHOP_BOARD " consistency=eventual\n", NULL},
		{"a question of yes or no", SHOP, "integrate A B autonomous yes", 0, NULL,
			SHOP_BOARD " autonomous=yes\n", NULL},
		{"an answer is taken back", SHOP "\nAnn: integrate A B sensitive no", "integrate A B sensitive unknown",
			0, NULL, SHOP_BOARD "\n", NULL},
		{"by saying nothing too", SHOP "\nAnn: integrate A B slow outbox", "integrate A B slow", 0, NULL,
			SHOP_BOARD "\n", NULL},
		{"of two relations the label names one", TWO, "integrate A B -l \"pays by\" compensated yes", 0, NULL,
			SHOP_BOARD "\nrelation 2: source=1 target=2 label=pays by compensated=yes\n", NULL},
		{"a failure has any answer", SHOP, "integrate A B failed we wait, and call", 0, NULL,
			SHOP_BOARD " when_failed=we wait, and call\n", NULL},
		{"that nothing is needed has a reason", SHOP, "integrate A B twice none-needed", ERROR_REFUSED,
			"say why", NULL, NULL},
		{"which is kept behind it", SHOP, "integrate A B twice none-needed it is the same", 0, NULL,
			SHOP_BOARD " when_twice=none-needed: it is the same\n", NULL},
		{"out of order", SHOP, "integrate A B disordered reorder", 0, NULL,
			SHOP_BOARD " when_disordered=reorder\n", NULL},
		{"a question has to be one", SHOP, "integrate A B fast yes", ERROR_USAGE,
			"is not a question; use consistency, sensitive", NULL, NULL},
		{"an answer has to fit", SHOP, "integrate A B consistency yes", ERROR_USAGE,
			"use eventual, latest or unknown", NULL, NULL},
		{"yes, no or unknown", SHOP, "integrate A B sensitive maybe", ERROR_USAGE, "use yes, no or unknown",
			NULL, NULL},
	};

	(void)state;
	lines_check(cases, ARRAY_SIZE(cases), NULL);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(stickies_carry_fields),
		cmocka_unit_test(relations_carry_messages),
		cmocka_unit_test(relations_have_answers),
	};

	return cmocka_run_group_tests_name("command/message", tests, NULL, NULL);
}
