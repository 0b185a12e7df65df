/* What each check finds, and where it is silent. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check/trigger.h"
#include "model/step.h"
#include "unit/check/easel.h"

/* A board, and what CHECK must find on it: " #2", " #2 #1", "" (on the board), or NULL for nothing.
 * */
struct checks_case {
	const char *check;
	const char *drawing;
	const char *links;
	const char *finds;
};

static const struct checks_case checks_cases[] = {
	{"event-past-tense", "E:Order_placed E:Order", NULL, " #2"},
	{"event-past-tense", "C:Order", NULL, NULL},
	{"event-question", "E:Order_paid?", NULL, " #1"},
	{"event-question", "H:Order_paid?", NULL, NULL},
	{"event-imperative", "E:Send_letter", NULL, " #1"},
	{"event-imperative", "C:Send_letter", NULL, NULL},
	{"event-technical", "E:Page_viewed", NULL, " #1"},
	{"event-vague", "E:Order_processed", NULL, " #1"},
	{"event-no-trigger", "E:Paid", NULL, " #1"},
	{"event-no-trigger", "C:Pay E:Paid", NULL, NULL},
	{"event-no-trigger", "C:Pay G:Bill E:Paid", NULL, NULL},
	{"event-no-trigger", "C:Pay . E:Paid", NULL, " #2"},
	{"event-no-trigger", "C:Pay E:Billed E:Paid", NULL, " #3"},
	{"event-no-trigger", "E:Paid C:Pay", NULL, " #1"},
	{"event-no-trigger", "E:Paid / C:Pay", NULL, NULL},
	{"event-no-trigger", "P:Rule / E:Paid", NULL, NULL},
	{"event-no-trigger", "E:Paid / H:Why_is_this?", NULL, NULL},
	{"event-no-trigger", "X:Bank . E:Paid", "1>2", NULL},
	{"event-no-trigger", "X:Bank . E:Paid", "2>1", " #2"},
	{"event-no-trigger", "C:Pay . G:Bill . E:Paid", "1>2 2>3", NULL},
	{"event-no-trigger", "G:Bill . E:Paid", "1>2", " #2"},
	{"same-text", "E:Order_placed E:placed_order", NULL, " #2 #1"},
	{"same-text", "E:Order_placed C:Order_placed", NULL, NULL},
	{"same-text", "A:Buyer A:Buyer", NULL, NULL},
	{"one-way", "E:Aed E:Bed E:Ced E:Ded E:Eed", NULL, ""},
	{"one-way", "E:Aed E:Bed E:Ced E:Ded E:Failed", NULL, NULL},
	{"one-way", "E:Aed", NULL, NULL},
	{"system-idle", "X:Bank . E:Paid", NULL, " #1"},
	{"system-idle", "E:Paid X:Bank", NULL, NULL},
	{"system-idle", "E:Paid . X:Bank", "1>2", NULL},
	{"system-alike", "X:PayPal X:Pay_Pal X:PayPal", NULL, " #2 #1"},
	{"system-alike", "X:PayPal X:PayPal", NULL, NULL},
	{"command-no-event", "E:Paid C:Pay", NULL, " #2"},
	{"command-no-event", "C:Pay G:Bill E:Paid", NULL, NULL},
	{"command-past-tense", "C:Order_placed", NULL, " #1"},
	{"command-past-tense", "C:Register_returned_book", NULL, NULL},
	{"command-after-event", "E:Paid C:Pay", "2>1", " #2 #1"},
	{"command-after-event", "C:Pay E:Paid", "1>2", NULL},
	{"hotspot-none", "E:A E:B E:C E:D E:E E:F E:G E:H E:I E:J", NULL, ""},
	{"hotspot-none", "E:A E:B E:C E:D E:E E:F E:G E:H E:I E:J H:Why?", NULL, NULL},
	{"hotspot-none", "E:A", NULL, NULL},
	{"hotspot-bare", "H:Why? E:Paid", NULL, " #1"},
	{"hotspot-bare", "H:Who_pays? . E:Paid", NULL, " #1"},
	{"hotspot-bare", "H:Who_pays? E:Paid", NULL, NULL},
	{"hotspot-open", "H:Who_pays?", NULL, " #1"},
	{"command-no-issuer", "C:Pay", NULL, " #1"},
	{"command-no-issuer", "A:Buyer C:Pay", NULL, NULL},
	{"command-no-issuer", "A:Buyer E:Billed C:Pay", NULL, " #3"},
	{"command-no-issuer", "A:Buyer / C:Pay", NULL, NULL},
	{"command-no-issuer", "A:Buyer C:Bill C:Pay", NULL, " #3"},
	{"actor-idle", "A:Buyer", NULL, " #1"},
	{"actor-idle", "A:Buyer C:Pay", NULL, NULL},
	{"actor-vague", "A:User", NULL, " #1"},
	{"actor-vague", "A:관리자", NULL, " #1"},
	{"actor-vague", "A:Admin_of_sales", NULL, NULL},
	{"actor-alike", "A:Customer A:customers", NULL, " #2 #1"},
	{"actor-everything", "A:Buyer C:A / A:Buyer C:B / A:Buyer C:C / A:Clerk C:D / A:Buyer C:E",
		NULL, " #1"},
	{"actor-everything", "A:Buyer C:A / A:Buyer C:B / A:Buyer C:C / A:Clerk C:D / A:Clerk C:E",
		NULL, NULL},
	{"aggregate-missing", "C:Pay E:Paid", NULL, " #1"},
	{"aggregate-missing", "C:Pay E:Paid G:Bill", NULL, NULL},
	{"aggregate-missing", "C:Pay . E:Paid . G:Bill", "1>2 3>2", NULL},
	{"command-two-aggregates", "C:Pay G:Bill G:Till", "1>2 1>3", " #1 #3"},
	{"command-two-aggregates", "C:Pay G:Bill G:Bill", "1>2 1>3", NULL},
	{"aggregate-idle", "G:Bill", NULL, " #1"},
	{"aggregate-idle", "G:Bill E:Paid", NULL, NULL},
	{"aggregate-technical", "G:OrderManager", NULL, " #1"},
	{"aggregate-technical", "G:Order", NULL, NULL},
	{"policy-no-event", "P:Rule C:Pay", NULL, " #1"},
	{"policy-no-event", "E:Billed P:Rule C:Pay", NULL, NULL},
	{"policy-no-command", "E:Billed P:Rule", NULL, " #2"},
	{"policy-no-command", "E:Billed P:Rule C:Pay", NULL, NULL},
	{"mirror", "C:Pay_bill E:Bill_paid / C:Send_bill E:Bill_sent / C:Void_bill E:Bill_voided",
		NULL, ""},
	{"mirror", "C:Pay_bill E:Bill_paid / C:Send_bill E:Bill_sent / C:Void_bill E:Loss_booked",
		NULL, NULL},
	{"mirror",
		"C:Pay_bill E:Bill_paid P:Rule / C:Send_bill E:Bill_sent / C:Void_bill "
		"E:Bill_voided",
		NULL, NULL},
};

/* Appends "a,b" with what CHECK finds. */
static void checks_find(const struct board *board, const struct check *check, struct strbuf *out)
{
	struct checklist *list = checklist_new(board, ROLE_FACILITATOR);
	struct strbuf all = STRBUF_INIT;
	char *rest, *line;
	size_t len = strlen(check->id);

	easel_write(list, &all);
	rest = all.text;
	while ((line = strsep(&rest, "\n")))
		if (!strncmp(line + strcspn(line, " ") + !!*line, check->id, len) &&
			(line[2 + len] == ' ' || !line[2 + len]))
			strbuf_addf(out, "[%s]", line + 2 + len);
	strbuf_release(&all);
	checklist_free(list);
}

static void a_check_finds_what_it_should(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(checks_cases); i++) {
		const struct checks_case *test = &checks_cases[i];
		struct strbuf found = STRBUF_INIT, wanted = STRBUF_INIT;
		struct easel easel;

		easel_init(&easel);
		easel_draw(&easel, test->drawing, test->links);
		if (test->finds)
			strbuf_addf(&wanted, "[%s]", test->finds);
		checks_find(easel.board, check_find(test->check), &found);
		if (strcmp(found.text, wanted.text))
			fail_msg("%s on “%s” (%s) must find “%s”, not “%s”", test->check,
				test->drawing, test->links ? test->links : "", wanted.text,
				found.text);
		strbuf_release(&found);
		strbuf_release(&wanted);
		easel_release(&easel);
	}
}

/* Every check is there, and is tried above or below. */
static void every_check_is_tried(void **state)
{
	static const char *const elsewhere[] = {"one-voice", "aggregate-too-big"};
	size_t count;
	const struct check *const *rows = check_list(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		bool tried = false;

		for (size_t k = 0; k < ARRAY_SIZE(checks_cases); k++)
			tried |= !strcmp(checks_cases[k].check, rows[i]->id);
		for (size_t k = 0; k < ARRAY_SIZE(elsewhere); k++)
			tried |= !strcmp(elsewhere[k], rows[i]->id);
		if (!tried)
			fail_msg("%s must have a case", rows[i]->id);
		assert_ptr_equal(check_find(rows[i]->id), rows[i]);
		assert_int_equal(check_index(rows[i]), i);
		assert_in_range(rows[i]->step, STEP_FIRST, STEP_LAST);
		assert_true(i == 0 || rows[i - 1]->step <= rows[i]->step);
		assert_true((rows[i]->scope == CHECK_BOARD) == !rows[i]->kinds);
		assert_true((rows[i]->scope == CHECK_BOARD) == !rows[i]->run);
		assert_true(rows[i]->sentence && rows[i]->reason && rows[i]->offer);
	}
}

static void a_big_aggregate_is_found_by_its_links(void **state)
{
	struct strbuf found = STRBUF_INIT;
	struct easel easel;
	int64_t big;

	(void)state;
	easel_init(&easel);
	big = easel_put(&easel, KIND_AGGREGATE, "Order", (struct place){1, 1});
	for (int i = 0; i < 20; i++)
		easel_link(&easel, big,
			easel_put(&easel, KIND_EVENT, "Paid", (struct place){i + 3, 1}));
	checks_find(easel.board, check_find("aggregate-too-big"), &found);
	assert_string_equal(found.text, "");
	easel_link(&easel, easel_put(&easel, KIND_EVENT, "Paid", (struct place){3, 9}), big);
	checks_find(easel.board, check_find("aggregate-too-big"), &found);
	assert_string_equal(found.text, "[ #1]");
	strbuf_release(&found);
	easel_release(&easel);
}

/* Eight events, SHARE of them by Ann, the others by Bob. */
static void checks_two_voices(struct easel *easel, int share)
{
	struct person ann = {.name = (char *)"Ann", .role = ROLE_PARTICIPANT};
	struct person bob = {.name = (char *)"Bob", .role = ROLE_PARTICIPANT};
	struct error err = ERROR_INIT;

	assert_int_equal(edit_create(&easel->edit, ENTITY_PERSON, &ann, &err), 1);
	assert_int_equal(edit_create(&easel->edit, ENTITY_PERSON, &bob, &err), 2);
	for (int i = 0; i < 8; i++)
		easel_set(easel, easel_put(easel, KIND_EVENT, "Paid", (struct place){i + 1, 1}),
			"author", i < share ? "1" : "2");
}

static void one_voice_is_for_the_facilitator(void **state)
{
	static const struct {
		int share;
		const char *finds;
	} cases[] = {{4, ""}, {5, "[]"}, {8, "[]"}};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct strbuf found = STRBUF_INIT;
		struct checklist *list;
		struct easel easel;
		struct finding finding;

		easel_init(&easel);
		checks_two_voices(&easel, cases[i].share);
		checks_find(easel.board, check_find("one-voice"), &found);
		assert_string_equal(found.text, cases[i].finds);
		list = checklist_new(easel.board, ROLE_PARTICIPANT);
		for (bool more = checklist_next(list, 1, NULL, &finding); more;
			more = checklist_next(list, 1, &finding, &finding))
			assert_string_not_equal(finding.check->id, "one-voice");
		checklist_free(list);
		strbuf_release(&found);
		easel_release(&easel);
	}
}

static void a_finding_is_said_with_its_figures(void **state)
{
	static const struct {
		const char *drawing;
		int step;
		const char *says;
	} cases[] = {
		{"E:Order_placed E:Placed_order", 1,
			"another sticky says the same (#1 “Order placed”)"},
		{"H:Who_pays? E:Paid", 4, "it is open for 2 days"},
		{"E:A E:B E:C E:D E:E E:F E:G E:H E:I E:J", 4,
			"there are few hotspots: 0 for 10 events"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct strbuf said = STRBUF_INIT;
		struct checklist *list;
		struct finding finding;
		struct easel easel;

		easel_init(&easel);
		easel_draw(&easel, cases[i].drawing, NULL);
		easel_set(&easel, 1, "created", "2026-11-18T09:00:00Z");
		list = checklist_new(easel.board, ROLE_FACILITATOR);
		assert_true(checklist_next(list, cases[i].step, NULL, &finding));
		checklist_say(list, &finding, INT64_C(1795165200000), &said); /* 2026-11-20 */
		assert_string_equal(said.text, cases[i].says);
		strbuf_release(&said);
		checklist_free(list);
		easel_release(&easel);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_check_finds_what_it_should),
		cmocka_unit_test(every_check_is_tried),
		cmocka_unit_test(a_big_aggregate_is_found_by_its_links),
		cmocka_unit_test(one_voice_is_for_the_facilitator),
		cmocka_unit_test(a_finding_is_said_with_its_figures),
	};

	return cmocka_run_group_tests_name("check/checks", tests, NULL, NULL);
}
