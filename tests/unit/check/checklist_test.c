/* The checklist that follows changes equals one made anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <inttypes.h>
#include <string.h>

#include "base/mem.h"
#include "unit/check/work.h"

#define ROUNDS 100
#define ACTIONS 60

/* Passes the lines that LEFT and RIGHT begin with and have in common. */
static void skip_common(const char **left, const char **right)
{
	size_t len = strcspn(*left, "\n");

	while (**left && !strncmp(*left, *right, len + 1)) {
		*left += len + 1;
		*right += len + 1;
		len = strcspn(*left, "\n");
	}
}

static void must_be_as_new(
	const struct checklist *list, const struct easel *easel, uint64_t seed, int action)
{
	struct checklist *new = checklist_new(easel->board, ROLE_FACILITATOR);
	struct strbuf wanted = STRBUF_INIT, found = STRBUF_INIT;

	easel_write(new, &wanted);
	easel_write(list, &found);
	if (strcmp(wanted.text, found.text)) {
		const char *should = wanted.text, *is = found.text;

		skip_common(&should, &is);
		fail_msg("seed %" PRIu64 ", action %d: the list must go on with “%.*s”, not “%.*s”",
			seed, action, (int)strcspn(should, "\n"), should, (int)strcspn(is, "\n"),
			is);
	}
	strbuf_release(&wanted);
	strbuf_release(&found);
	checklist_free(new);
}

static void a_round(uint64_t seed)
{
	struct checklist *list;
	struct easel easel;
	struct gen gen;
	struct work work = {&gen, &easel, 0};
	struct error err = ERROR_INIT;

	gen_start(&gen, seed);
	easel_init(&easel);
	for (int i = 0; i < 3; i++) {
		char name[] = {(char)('A' + i), '\0'};
		struct person person = {.name = name, .role = ROLE_PARTICIPANT};

		edit_create(&easel.edit, ENTITY_PERSON, &person, &err);
	}
	for (int i = 0; i < 3; i++)
		work_context(&work, &err);
	for (int i = gen_below(&gen, 150); i > 0; i--)
		work_any(&work);
	for (int i = gen_below(&gen, 100); i > 0; i--)
		work_enter(&work, &err);
	/* In some rounds the integration has been gone into. */
	for (int i = gen_once_in(&gen, 2) ? 60 : 0; i > 0; i--)
		work_integrate(&work, &err);
	list = checklist_new(easel.board, ROLE_FACILITATOR);
	for (int action = 0; action < ACTIONS; action++) {
		work.first = easel.action.changes.count;
		/* Often one edit, now and then many, told of when all are done. */
		for (int edits = gen_once_in(&gen, 3) ? gen_below(&gen, 8) : 1; edits > 0; edits--)
			work_any(&work);
		for (size_t i = work.first; i < easel.action.changes.count; i++)
			checklist_note(list, action_change(&easel.action, i));
		checklist_update(list);
		must_be_as_new(list, &easel, seed, action);
	}
	checklist_free(list);
	easel_release(&easel);
}

static void a_list_that_follows_is_as_a_new_one(void **state)
{
	(void)state;
	for (int round = 0; round < gen_rounds(ROUNDS); round++)
		a_round(gen_seed() + (uint64_t)round);
}

static bool is_found(const struct checklist *list, const char *id)
{
	const struct check *check = check_find(id);
	struct finding finding;
	bool found = false;

	for (bool more = checklist_next(list, check->step, NULL, &finding); more;
		more = checklist_next(list, check->step, &finding, &finding))
		found |= finding.check == check;
	return found;
}

/* What one change must bring about, or end: of a field, or, without one, a link. */
static void a_change_counts_for_what_is_near(void **state)
{
	static const struct {
		const char *drawing, *links, *map;
		int64_t sticky;
		const char *field, *text;
		int64_t target;
		const char *check;
		const char *cargo;
	} cases[] = {
		{"C:Pay . G:Bill . G:Bill", "1>2 1>3", NULL, 3, "text", "Till", 0,
			"command-two-aggregates", NULL},
		{"C:Pay E:Paid C:Ship", NULL, "A=1,2,3", 2, "pivotal", "1", 0, "pivotal-inside", NULL},
		{"E:Paid C:Ship", NULL, "A= B=2", 1, "context", "1", 0, "map-missing", NULL},
		{"E:Paid . . G:Bill . . C:Ship", "1>2 2>3", "A= B=3", 1, "context", "1", 0,
			"map-missing", NULL},
		{"E:Paid . P:Rule", NULL, "A=1 B=2 A~B", 1, NULL, NULL, 2, "map-unfounded", NULL},
		{"E:Paid P:Rule", NULL, "A=1 B=2 B~A", 1, "kind", "hotspot", 0, "map-reversed", NULL},
		{"G:Order . G:Order", NULL, "A=1 B=", 2, "context", "2", 0, "same-word", NULL},
		{"G:Order . G:Order . G:Order", NULL, "A=1,2 B=", 1, "context", "2", 0,
			"same-word", NULL},
		{"E:Paid . P:R C:Mail_bill . P:S C:Send_parcel", "1>2 1>4", "A=1 B=2,3 C=4,5 A~B A~C",
			5, "text", "Mail the bill", 0, "same-reaction", "1:1 2:1"},
		{"E:Paid . P:R C:Mail_bill . P:S C:Mail_bill", "1>2", "A=1 B=2,3 C=4,5 A~B A~C", 1,
			NULL, NULL, 4, "same-reaction", "1:1 2:1"},
		{"E:Paid . G:Bill . E:Billed", "2>1", "A=1,2,3 B= A~B", 2, NULL, NULL, 3,
			"domain-event-whole",
			"1:1/domain-event s1.payload=a;b;c;d;e;f;g;h s3.payload=a;b"},
		{"E:Paid G:Bill E:Billed", NULL, "A=1,2,3 B= A~B", 3, "payload", "a\nz", 0,
			"domain-event-whole",
			"1:1/domain-event s1.payload=a;b;c;d;e;f;g;h s3.payload=a;b"},
		{"E:Paid", NULL, "A=1 B= A~B", 1, "public", "1", 0, "private-crossing", "1:1"},
		{"E:Paid", NULL, "A=1 B= A~B", 1, "payload", "a: b sensitive", 0, "sensitive-copied",
			"1:1/state-delta s1.payload=a"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct checklist *list;
		struct easel easel;
		size_t before;
		bool found;

		easel_init(&easel);
		easel_draw(&easel, cases[i].drawing, cases[i].links);
		easel_map(&easel, cases[i].map);
		easel_load(&easel, cases[i].cargo);
		list = checklist_new(easel.board, ROLE_FACILITATOR);
		found = is_found(list, cases[i].check);
		before = easel.action.changes.count;
		if (cases[i].field)
			easel_set(&easel, cases[i].sticky, cases[i].field, cases[i].text);
		else
			easel_link(&easel, cases[i].sticky, cases[i].target);
		for (size_t k = before; k < easel.action.changes.count; k++)
			checklist_note(list, action_change(&easel.action, k));
		checklist_update(list);
		if (is_found(list, cases[i].check) == found)
			fail_msg("case %zu: %s must change", i, cases[i].check);
		checklist_free(list);
		easel_release(&easel);
	}
}

/* What is sent as a snapshot counts for the other events of its aggregate. */
static void a_type_counts_for_what_is_near(void **state)
{
	struct error err = ERROR_INIT;
	struct checklist *list;
	struct easel easel;
	size_t before;

	(void)state;
	easel_init(&easel);
	easel_draw(&easel, "E:Paid G:Bill E:Billed", NULL);
	easel_map(&easel, "A=1,2,3 B= A~B");
	easel_load(&easel, "1:1/domain-event 1:3/state-delta s1.payload=a;b;c;d s3.payload=a;b;c;d");
	list = checklist_new(easel.board, ROLE_FACILITATOR);
	assert_false(is_found(list, "domain-event-whole"));
	before = easel.action.changes.count;
	assert_int_equal(edit_set(&easel.edit, ENTITY_MESSAGE, 2, "type", "state-snapshot", &err), 0);
	for (size_t k = before; k < easel.action.changes.count; k++)
		checklist_note(list, action_change(&easel.action, k));
	checklist_update(list);
	assert_true(is_found(list, "domain-event-whole"));
	checklist_free(list);
	easel_release(&easel);
}

static void findings_come_in_reading_order(void **state)
{
	struct strbuf found = STRBUF_INIT;
	struct checklist *list;
	struct finding finding;
	struct easel easel;

	(void)state;
	easel_init(&easel);
	easel_draw(&easel, "E:Send_a E:B / . E:C? / E:D", NULL);
	list = checklist_new(easel.board, ROLE_FACILITATOR);
	for (bool more = checklist_next(list, 1, NULL, &finding); more;
		more = checklist_next(list, 1, &finding, &finding))
		strbuf_addf(
			&found, "%s%" PRId64 " ", strrchr(finding.check->id, '-'), finding.sticky);
	assert_string_equal(found.text, "-tense1 -imperative1 -tense4 -tense2 -tense3 -question3 ");
	assert_int_equal(checklist_count(list, 1), 6);
	assert_true(checklist_from(list, 1, (struct place){1, 1}, &finding));
	assert_int_equal(finding.sticky, 4);
	assert_true(checklist_from(list, 1, (struct place){1, 3}, &finding));
	assert_int_equal(finding.sticky, 2);
	assert_false(checklist_from(list, 1, (struct place){2, 2}, &finding));
	assert_int_equal(checklist_count(list, 8), 0);
	checklist_free(list);
	strbuf_release(&found);
	easel_release(&easel);
}

static void a_finding_holds_as_long_as_it_is_found(void **state)
{
	static const char *const checks[] = {"event-past-tense", "hotspot-none", "context-empty",
		"map-unfounded"};
	struct checklist *list;
	struct easel easel;
	struct error err = ERROR_INIT;

	(void)state;
	easel_init(&easel);
	easel_draw(&easel, "E:A E:B E:C E:D E:E E:F E:G E:H E:I E:J", NULL);
	easel_map(&easel, "A= B=2 A>B");
	list = checklist_new(easel.board, ROLE_FACILITATOR);
	for (size_t i = 0; i < ARRAY_SIZE(checks); i++) {
		const struct check *check = check_find(checks[i]);
		struct finding finding;
		size_t before = easel.action.changes.count;

		assert_true(checklist_next(list, check->step, NULL, &finding));
		while (finding.check != check)
			assert_true(checklist_next(list, check->step, &finding, &finding));
		assert_true(checklist_holds(list, &finding));
		if (check->scope == CHECK_RELATION)
			edit_delete(&easel.edit, ENTITY_RELATION, 1, &err);
		else if (check->scope == CHECK_BOARD)
			easel_put(&easel, KIND_HOTSPOT, "Who pays?", (struct place){1, 2});
		else
			easel_set(&easel, 1, check->scope == CHECK_CONTEXT ? "context" : "text",
				check->scope == CHECK_CONTEXT ? "1" : "Paid");
		for (size_t k = before; k < easel.action.changes.count; k++)
			checklist_note(list, action_change(&easel.action, k));
		checklist_update(list);
		if (checklist_holds(list, &finding))
			fail_msg("%s must not hold any more", checks[i]);
	}
	checklist_free(list);
	easel_release(&easel);
}

static void a_dismissed_finding_is_silent_on_its_sticky(void **state)
{
	struct checklist *list;
	struct easel easel;
	size_t before;

	(void)state;
	easel_init(&easel);
	easel_draw(&easel, "E:A E:B", NULL);
	list = checklist_new(easel.board, ROLE_FACILITATOR);
	before = easel.action.changes.count;
	assert_int_equal(checklist_count(list, 1), 2);
	easel_set(&easel, 1, "dismissed", "same-text event-past-tense");
	for (size_t i = before; i < easel.action.changes.count; i++)
		checklist_note(list, action_change(&easel.action, i));
	checklist_update(list);
	assert_int_equal(checklist_count(list, 1), 1);
	checklist_free(list);
	easel_release(&easel);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_that_follows_is_as_a_new_one),
		cmocka_unit_test(a_change_counts_for_what_is_near),
		cmocka_unit_test(a_type_counts_for_what_is_near),
		cmocka_unit_test(findings_come_in_reading_order),
		cmocka_unit_test(a_finding_holds_as_long_as_it_is_found),
		cmocka_unit_test(a_dismissed_finding_is_silent_on_its_sticky),
	};

	return cmocka_run_group_tests_name("check/checklist", tests, NULL, NULL);
}
