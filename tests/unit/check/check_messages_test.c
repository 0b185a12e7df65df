/* What the checks of step 8 find about what relations carry, and where they are silent. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check/dismissal.h"
#include "check/verdict.h"
#include "unit/check/easel.h"

/* A board, and what the check must find on it, as easel_find() writes it, or NULL for nothing. */
struct carried_case {
	const char *check;
	const char *drawing;
	const char *links;
	const char *map;
	const char *load;
	const char *finds;
};

#define TWO "E:Paid P:Rule", NULL, "A=1 B=2 A~B"
#define CONFORMS "E:Paid P:Rule", NULL, "A=1 B=2 A~B//conformist"
#define CALL "U:Form C:Pay", NULL, "A=1 B=2 A>B"
#define BILL "E:Paid G:Bill E:Billed", NULL, "A=1,2,3 B= A~B"
#define BILLS "E:Paid G:Bill E:Billed . / . E:Sent", "2>4", "A=1,2,3,4 B= C= A~B A~C"
#define CHAIN "E:Paid P:Rule E:Sent P:Tell", NULL, "A=1 B=2,3 C=4 A~B B~C"
#define BACK "E:Paid P:Rule", NULL, "A=1 B=2 C= A~B B>A"
#define ANSWERED                                                               \
	"r1.when_slow=outbox r1.when_failed=retry r1.when_disordered=reorder " \
	"r1.when_twice=deduplicate"
#define FIELDS_4 "id:uuid;name:text;street:text;town:text"
#define FIELDS_8 FIELDS_4 ";card:text;sum:money;day:date;mail:text"

/* One event that two contexts hear, the first by policy 2 and command 3, the second by 4 and 5. */
#define HEARD "1>2 2>3 1>4 4>5"
#define HEARD_MAP "A=1 B=2,3 C=4,5 A~B A~C"

static const struct carried_case carried_cases[] = {
	{"private-crossing", TWO, "1:1", " #1"},
	{"private-crossing", TWO, "1:1 s1.public=1", NULL},
	{"private-crossing", TWO, NULL, NULL},
	{"private-crossing", CONFORMS, "1:1", NULL},
	{"private-crossing", "E:Paid", NULL, "A=1 B= C= A~B//conformist A~C", "1:1 2:1", " #1"},
	{"conformist-private", CONFORMS, "1:1", " @1"},
	{"conformist-private", CONFORMS, "1:1 s1.public=1", NULL},
	{"conformist-private", CONFORMS, NULL, NULL},
	{"conformist-private", TWO, "1:1", NULL},
	{"public-unheard", TWO, "s1.public=1", " #1"},
	{"public-unheard", TWO, "s1.public=1 1:1", NULL},
	{"public-unheard", TWO, NULL, NULL},
	{"command-no-rejection", CALL, "1:2", " #2"},
	{"command-no-rejection", CALL, "1:2 s2.rejection=Card_declined", NULL},
	{"command-no-rejection", CALL, NULL, NULL},
	{"command-no-rejection", TWO, "1:1", NULL},
	{"command-no-rejection", "R:Bills C:Pay", NULL, "A=2 B=1 A>B", "1:1", NULL},
	{"state-stale", TWO, "1:1/state-snapshot r1.consistency=latest", " @1"},
	{"state-stale", TWO, "1:1/state-delta r1.consistency=latest", " @1"},
	{"state-stale", TWO, "1:1/notification r1.consistency=latest", NULL},
	{"state-stale", TWO, "1:1/state-snapshot r1.consistency=eventual", NULL},
	{"state-stale", TWO, "1:1/state-snapshot", NULL},
	{"notification-asks", TWO, "1:1/notification r1.consistency=eventual r1.autonomous=yes", " @1"},
	{"notification-asks", TWO, "1:1/state-delta r1.consistency=eventual r1.autonomous=yes", NULL},
	{"notification-asks", TWO, "1:1/notification r1.consistency=eventual r1.autonomous=no", NULL},
	{"notification-asks", TWO, "1:1/notification r1.autonomous=yes", NULL},
	{"notification-asks", TWO, "1:1/notification r1.consistency=eventual r1.autonomous=yes r1.sensitive=yes", NULL},
	{"sensitive-copied", TWO, "1:1/state-snapshot s1.payload=id:uuid;card:text_sensitive", " @1"},
	{"sensitive-copied", TWO, "1:1/state-delta r1.sensitive=yes", " @1"},
	{"sensitive-copied", TWO, "1:1/notification s1.payload=id:uuid;card:text_sensitive", NULL},
	{"sensitive-copied", TWO, "1:1/domain-event s1.payload=id:uuid;card:text_sensitive", NULL},
	{"sensitive-copied", TWO, "1:1/state-snapshot s1.payload=id:uuid r1.sensitive=yes", NULL},
	{"state-unused", TWO, "1:1/state-snapshot/id s1.payload=id:uuid;name:text", " @1"},
	{"state-unused", TWO, "1:1/state-snapshot/id,name s1.payload=id:uuid;name:text", NULL},
	{"state-unused", TWO, "1:1/state-snapshot s1.payload=id:uuid;name:text", NULL},
	{"state-unused", TWO, "1:1/domain-event/id s1.payload=id:uuid;name:text", NULL},
	{"domain-event-whole", BILL, "1:1/domain-event s1.payload=" FIELDS_8 " s3.payload=" FIELDS_4, " #1"},
	{"domain-event-whole", BILL, "1:1/domain-event s1.payload=" FIELDS_8 " s3.payload=" FIELDS_4 ";other", NULL},
	{"domain-event-whole", BILL, "1:1/domain-event s1.payload=" FIELDS_4 " s3.payload=" FIELDS_4, NULL},
	{"domain-event-whole", BILL, "1:1/domain-event s1.payload=" FIELDS_8, NULL},
	{"domain-event-whole", BILL, "1:1/state-snapshot s1.payload=" FIELDS_8 " s3.payload=" FIELDS_4, NULL},
	{"domain-event-whole", BILL, "1:1/domain-event 1:3/state-snapshot s1.payload=" FIELDS_4 " s3.payload=" FIELDS_4,
		" #1 #3"},
	{"domain-event-whole", BILLS,
		"1:1/domain-event 1:3/state-snapshot 1:4/state-snapshot s1.payload=" FIELDS_4 " s3.payload=" FIELDS_4
		" s4.payload=" FIELDS_4,
		" #1 #3"},
	{"domain-event-whole", BILLS,
		"1:3/domain-event 2:3/state-snapshot 1:4/state-snapshot s3.payload=" FIELDS_4 " s4.payload=" FIELDS_4,
		" #3 #4"},
	{"domain-event-whole", BILLS,
		"1:1/domain-event s1.payload=" FIELDS_8 " s3.payload=" FIELDS_4 " s4.payload=id:uuid;other", NULL},
	{"domain-event-whole", BILLS,
		"1:1/domain-event 1:3/state-snapshot s1.payload=id:uuid;town:text;name:text;street:text"
		" s3.payload=" FIELDS_4,
		" #1 #3"},
	{"domain-event-whole", "E:Paid", NULL, "A=1 B= C= A~B A~C",
		"1:1/domain-event 2:1/state-snapshot s1.payload=" FIELDS_4, " #1"},
	{"domain-event-whole", "E:Paid", NULL, "A=1 B= C= A~B A~C",
		"1:1/domain-event 2:1/state-snapshot s1.payload=id:uuid", NULL},
	{"open-host-mute", "E:Paid", NULL, "A=1 B= A~B/open-host", NULL, " @1"},
	{"open-host-mute", "E:Paid", NULL, "A=1 B= A>B//open-host", NULL, " @2"},
	{"open-host-mute", "E:Paid", NULL, "A=1 B= C= A~B/open-host A~C/published-language", NULL, NULL},
	{"open-host-mute", "E:Paid", NULL, "A=1 B= C= A>B//open-host B~C/published-language", NULL, NULL},
	{"open-host-mute", "E:Paid", NULL, "A=1 B= A~B/published-language", NULL, NULL},
	{"ball-of-mud", "E:Paid", NULL, "A=1 B= C= D= A~B A~C A~D B~C B>D", NULL, ""},
	{"ball-of-mud", "E:Paid", NULL, "A=1 B= C= D= A~B B~A A~C A~D B~C", NULL, NULL},
	{"ball-of-mud", "E:Paid", NULL, "A=1 B= C= A~B A~C B~C", NULL, NULL},
	{"ball-of-mud", "E:Paid", NULL, "A=1 B= C= D= A~B A~C A~D B~C B~D/separate-ways", NULL, NULL},
	{"query-back", "E:Paid P:Rule", NULL, "A=1 B=2 C= A~B B>A A>C", "1:1/notification", " @1"},
	{"query-back", "E:Paid P:Rule", NULL, "A=1 B=2 C= A~B B>A C>B", "1:1/notification", " @1"},
	{"query-back", "E:Paid P:Rule", NULL, "A=1 B=2 C= A~B B>A A>C", "1:1/state-delta", NULL},
	{"query-back", "E:Paid P:Rule", NULL, "A=1 B=2 C= A~B B>A C>A", "1:1/notification", NULL},
	{"query-back", BACK, "1:1/notification", NULL},
	{"query-back", "E:Paid P:Rule", NULL, "A=1 B=2 C= A~B A>C", "1:1/notification", NULL},
	{"same-reaction", "E:Paid . P:R C:Send_mail . P:S C:Send_mail_to_buyer", HEARD, HEARD_MAP, "1:1 2:1", " @2"},
	{"same-reaction", "E:Paid . P:R C:Send_mail . P:S C:Sending_mails", HEARD, HEARD_MAP, "1:1 2:1", " @2"},
	{"same-reaction", "E:결제됨 . P:정책 C:배송비_계산 . P:규칙 C:배송비_계산하기", HEARD, HEARD_MAP, "1:1 2:1",
		" @2"},
	{"same-reaction", "E:Paid . P:R C:Send_mail . P:S C:Send_parcel", HEARD, HEARD_MAP, "1:1 2:1", NULL},
	{"same-reaction", "E:Paid . P:R C:Send_mail . P:S C:Send_mail", HEARD, HEARD_MAP, "1:1", NULL},
	{"same-reaction", "E:Paid . P:R C:Send_mail . P:S C:Send_mail", HEARD, "A=1 B=2,3,4,5 C= A~B A~C", "1:1 2:1",
		NULL},
	{"same-subscription", "E:Paid E:Sent", NULL, "A=1,2 B= C= A~B A~C", "1:1 1:2 2:1 2:2", " @3"},
	{"same-subscription", "E:Paid E:Sent", NULL, "A=1,2 B= C= A~B A~C A~B", "1:1 3:2 2:1 2:2", " @3"},
	{"same-subscription", "E:Paid E:Sent", NULL, "A=1,2 B= C= A~B A~C", "1:1 2:1", NULL},
	{"same-subscription", "E:Paid E:Sent E:Gone", NULL, "A=1,2,3 B= C= A~B A~C", "1:1 1:2 2:1 2:2 2:3", NULL},
	{"same-subscription", "E:Paid . P:R C:Send_mail . P:S C:Send_mail / E:Gone", HEARD, "A=1,6 B=2,3 C=4,5 A~B A~C",
		"1:1 1:6 2:1 2:6", NULL},
	{"order-matters", "E:Paid E:Sent", NULL, "A=1,2 B= A~B A~B", "1:1 2:2 r2.when_disordered=reorder", " @1"},
	{"order-matters", "E:Paid E:Sent", NULL, "A=1 B=2 C= A~C A~B B~C", "1:1 2:1 3:2", " @1"},
	{"order-matters", "E:Paid E:Sent", NULL, "A=1 B=2 C= A~C A~B B~C", "1:1 2:1", NULL},
	{"order-matters", "E:Paid E:Sent", NULL, "A=1 B=2 C= A~C A~B B~C",
		"1:1 2:1 3:2 r1.when_disordered=none-needed:_totals_only", NULL},
	{"order-matters", "E:Paid E:Sent", NULL, "A=1 B=2 C= A~C B~C", "1:1 2:2", NULL},
	{"saga-missing", CHAIN, "1:1 2:3 r1.compensated=yes", " @1"},
	{"saga-missing", CHAIN, "1:1 2:3 r2.compensated=yes", " @2"},
	{"saga-missing", CHAIN, "1:1 2:3 r1.compensated=yes r1.when_failed=saga", NULL},
	{"saga-missing", CHAIN, "1:1 2:3 r1.compensated=yes r2.when_failed=process-manager", NULL},
	{"saga-missing", CHAIN, "1:1 2:3 r1.compensated=no", NULL},
	{"saga-missing", CHAIN, "1:1 r1.compensated=yes", NULL},
	{"saga-missing", "E:Paid P:Rule E:Sent", NULL, "A=1 B=2,3 A~B B~A", "1:1 2:3 r1.compensated=yes", NULL},
	{"failure-open", TWO, "1:1", " @1"},
	{"failure-open", TWO, "1:1 " ANSWERED, NULL},
	{"failure-open", TWO, "1:1 " ANSWERED " r1.when_slow=none-needed", " @1"},
	{"failure-open", TWO, NULL, NULL},
	{"failure-open", CALL, "1:2", NULL},
	{"failure-open", "E:Paid E:Sent", NULL, "A=1,2 B= A~B A~B",
		"1:1 2:2 " ANSWERED " r1.when_disordered= r2.when_slow=retry r2.when_failed=retry "
		"r2.when_twice=deduplicate r2.when_disordered=reorder",
		NULL},
	{"failure-open", CHAIN,
		"1:1 2:3 " ANSWERED " r1.when_failed= r1.compensated=yes r2.when_slow=retry "
		"r2.when_failed=retry r2.when_twice=deduplicate r2.when_disordered=reorder",
		NULL},
};

static void carried_draw(struct easel *easel, const struct carried_case *test)
{
	easel_init(easel);
	easel_draw(easel, test->drawing, test->links);
	easel_map(easel, test->map);
	easel_load(easel, test->load);
}

static void a_check_finds_what_it_should(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(carried_cases); i++) {
		const struct carried_case *test = &carried_cases[i];
		struct strbuf found = STRBUF_INIT, wanted = STRBUF_INIT;
		struct easel easel;

		carried_draw(&easel, test);
		if (test->finds)
			strbuf_addf(&wanted, "[%s]", test->finds);
		easel_find(&easel, check_find(test->check), &found);
		if (strcmp(found.text, wanted.text))
			fail_msg("%s on “%s” (%s; %s; %s) must find “%s”, not “%s”", test->check, test->drawing,
				test->links ? test->links : "", test->map, test->load ? test->load : "", wanted.text,
				found.text);
		strbuf_release(&found);
		strbuf_release(&wanted);
		easel_release(&easel);
	}
}

/* A finding says what its sentence leaves out. */
static void a_finding_is_said_with_its_figures(void **state)
{
	static const struct carried_case cases[] = {
		/* what they find is what is said */
		{"private-crossing", "E:Paid", NULL, "A=1 B= C= A~B A~C", "1:1 2:1", "does not publish it: → B, C\n"},
		{"conformist-private", CONFORMS, "1:1",
			"A → B: the receiver conforms to something the sender does not publish: “Paid”\n"},
		{"state-unused", TWO, "1:1/state-delta/id s1.payload=id:uuid;name:text;town:text",
			"does not use some of these fields: “Paid”: name, town\n"},
		{"query-back", "E:Paid P:Rule", NULL, "A=1 B=2 C= A~B B>A A>C", "1:1/notification",
			"in a chain of calls: B → A → C\n"},
		{"same-reaction", "E:Paid . P:R C:Send_mail . P:S C:Sending_mails", HEARD, HEARD_MAP, "1:1 2:1",
			": after “Paid” it does “Sending mails”, and B does “Send mail”\n"},
		{"same-subscription", "E:Paid E:Sent", NULL, "A=1,2 B= C= A~B A~C", "1:1 1:2 2:1 2:2",
			"C: another context receives exactly the same events: B: “Paid”, “Sent”\n"},
		{"ball-of-mud", "E:Paid", NULL, "A=1 B= C= D= A~B A~C A~D B~C B>D", NULL,
			"depends on every other: 5 of 6 pairs are related\n"},
		{"order-matters", "E:Paid E:Sent", NULL, "A=1 B=2 C= A~C A~B B~C", "1:1 2:1 3:2",
			"A → C: messages may overtake each other here: some of it comes through "
			"B\n"},
		{"saga-missing", CHAIN, "1:1 2:3 r2.compensated=yes", "but nothing coordinates that: A → B → C\n"},
		{"failure-open", TWO, "1:1 r1.when_slow=retry r1.when_twice=deduplicate",
			"what happens when things go wrong: a server fails, messages come out of order\n"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct strbuf said = STRBUF_INIT;
		struct checklist *list;
		struct easel easel;

		carried_draw(&easel, &cases[i]);
		list = easel_check(&easel, ROLE_FACILITATOR);
		for (size_t k = 0; k < checklist_count(list, 8); k++) {
			checklist_say(list, checklist_at(list, 8, k), &said);
			strbuf_addch(&said, '\n');
		}
		if (!strstr(said.text, cases[i].finds))
			fail_msg("“%s” must be said, not “%s”", cases[i].finds, said.text);
		strbuf_release(&said);
		checklist_free(list);
		easel_release(&easel);
	}
}

/* On a map with nothing carried yet, none of the checks here speaks but those of the map as a whole. */
static void who_has_not_begun_is_left_alone(void **state)
{
	struct checklist *list;
	struct easel easel;

	(void)state;
	easel_init(&easel);
	easel_draw(&easel, "E:Paid P:Rule C:Send_mail E:Sent P:Tell C:Send_mail", NULL);
	easel_map(&easel, "A=1 B=2,3,4 C=5,6 A~B/published-language/conformist B~C");
	list = easel_check(&easel, ROLE_FACILITATOR);
	assert_int_equal(checklist_count(list, 8), 0);
	checklist_free(list);
	easel_release(&easel);
}

static void a_relation_stands_as_its_worst_finding(void **state)
{
	static const struct {
		const char *map, *load;
		enum verdict verdict; /* of relation 1 */
	} cases[] = {
		{"A=1 B=2 A~B", "", VERDICT_UNSAID},
		{"A=1 B=2 A~B", "1:1", VERDICT_ERROR},
		{"A=1 B=2 A~B", "1:1 s1.public=1", VERDICT_HINT},
		{"A=1 B=2 A~B", "1:1 s1.public=1 " ANSWERED, VERDICT_UNSAID},
		{"A=1 B=2 A~B",
			"1:1 s1.public=1 " ANSWERED " r1.consistency=eventual r1.sensitive=no "
			"r1.autonomous=no r1.compensated=no",
			VERDICT_GOOD},
		{"A=1 B=2 A~B",
			"s1.public=1 " ANSWERED " r1.consistency=eventual r1.sensitive=no "
			"r1.autonomous=no r1.compensated=no",
			VERDICT_UNSAID},
		{"A=1 B=2 A~B//conformist", "1:1", VERDICT_ERROR},
		{"A=1 B=2 A~B//conformist", "1:1 r1.dismissed=conformist-private " ANSWERED, VERDICT_UNSAID},
		{"A=1 B=2 B>A", "", VERDICT_HINT},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct checklist *list;
		struct easel easel;
		enum verdict verdict;

		easel_init(&easel);
		easel_draw(&easel, "E:Paid P:Rule", NULL);
		easel_map(&easel, cases[i].map);
		easel_load(&easel, cases[i].load);
		list = easel_check(&easel, ROLE_FACILITATOR);
		verdict = verdict_of(list, board_item(easel.board, ENTITY_RELATION, 1));
		if (verdict != cases[i].verdict)
			fail_msg("“%s” (%s) must be “%s”, not “%s”", cases[i].map, cases[i].load,
				verdict_mark(cases[i].verdict), verdict_mark(verdict));
		checklist_free(list);
		easel_release(&easel);
	}
}

static void a_list_of_dismissals_keeps_their_reasons(void **state)
{
	const struct check *same = check_find("same-text"), *vague = check_find("event-vague");
	static const char list[] = "event-vague \"same-text=we = they\" no-such not-same-text";
	struct strbuf text = STRBUF_INIT;
	struct dismissal dismissal;
	struct words words;

	(void)state;
	assert_true(dismissal_has(list, same));
	assert_true(dismissal_has(list, vague));
	assert_false(dismissal_has("not-same-text same-text-not \"same-text", same));
	assert_false(dismissal_has(NULL, same));
	dismissal_init(&dismissal);
	words_from_line(&words, list);
	while (dismissal_next(&words, &dismissal))
		strbuf_addf(&text, "%s:%s;", dismissal.check ? dismissal.check->id : "", dismissal.reason);
	assert_string_equal(text.text, "event-vague:;same-text:we = they;:;:;");
	dismissal_release(&dismissal);
	strbuf_reset(&text);
	dismissal_leave_out(list, vague, &text);
	dismissal_add(&text, vague, "Ana's \"way\"");
	assert_string_equal(text.text, "\"same-text=we = they\" no-such not-same-text "
				       "\"event-vague=Ana's \\\"way\\\"\"");
	strbuf_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_check_finds_what_it_should),
		cmocka_unit_test(a_finding_is_said_with_its_figures),
		cmocka_unit_test(who_has_not_begun_is_left_alone),
		cmocka_unit_test(a_relation_stands_as_its_worst_finding),
		cmocka_unit_test(a_list_of_dismissals_keeps_their_reasons),
	};

	return cmocka_run_group_tests_name("check/check_messages", tests, NULL, NULL);
}
