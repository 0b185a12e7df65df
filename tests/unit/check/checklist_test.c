/* What stands on a checklist, when it is run, and what a change of the board does to it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <inttypes.h>
#include <string.h>

#include "base/mem.h"
#include "model/step.h"
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

/* LIST, run to its end, says what a new one says. */
static void must_be_as_new(struct checklist *list, const struct easel *easel, uint64_t seed, int action)
{
	struct checklist *new = easel_check(easel, ROLE_FACILITATOR);
	struct strbuf wanted = STRBUF_INIT, found = STRBUF_INIT;

	checklist_run(list);
	easel_write(new, &wanted);
	easel_write(list, &found);
	if (strcmp(wanted.text, found.text)) {
		const char *should = wanted.text, *is = found.text;

		skip_common(&should, &is);
		fail_msg("seed %" PRIu64 ", action %d: the list must go on with “%.*s”, not “%.*s”", seed, action,
			(int)strcspn(should, "\n"), should, (int)strcspn(is, "\n"), is);
	}
	strbuf_release(&wanted);
	strbuf_release(&found);
	checklist_free(new);
}

/* Reads all of LIST, as is done while a run is under way and what it names may be gone. */
static void read_all(const struct checklist *list)
{
	struct strbuf said = STRBUF_INIT;
	size_t at;

	for (int step = STEP_FIRST; step <= STEP_LAST; step++)
		for (size_t i = 0; i < checklist_count(list, step); i++) {
			checklist_say(list, checklist_at(list, step, i), &said);
			assert_true(checklist_holds(list, checklist_at(list, step, i), &at));
			assert_in_range(at, 0, i); /* one may have been met twice */
		}
	strbuf_release(&said);
}

static void fill(const struct work *work)
{
	struct lane aside = {.row = 1 + gen_below(work->gen, 3), .name = (char *)"Parking lot"};
	struct error err = ERROR_INIT;

	if (gen_once_in(work->gen, 3)) /* what moves into its row and out of it is put aside and brought back */
		edit_create(&work->easel->edit, ENTITY_LANE, &aside, &err);
	for (int i = 0; i < 3; i++) {
		char name[] = {(char)('A' + i), '\0'};
		struct person person = {.name = name, .role = ROLE_PARTICIPANT};

		edit_create(&work->easel->edit, ENTITY_PERSON, &person, &err);
		work_context(work, &err);
	}
	for (int i = gen_below(work->gen, 150); i > 0; i--)
		work_any(work);
	for (int i = gen_below(work->gen, 100); i > 0; i--)
		work_enter(work, &err);
	/* In some rounds the integration has been gone into. */
	for (int i = gen_once_in(work->gen, 2) ? 60 : 0; i > 0; i--)
		work_integrate(work, &err);
}

static void a_round(uint64_t seed)
{
	struct checklist *list;
	struct easel easel;
	struct gen gen;
	struct work work = {&gen, &easel, 0};

	gen_start(&gen, seed);
	easel_init(&easel);
	fill(&work);
	list = checklist_new(easel.board, ROLE_FACILITATOR);
	for (int action = 0; action < ACTIONS; action++) {
		work.first = easel.action.changes.count;
		for (int edits = gen_once_in(&gen, 3) ? gen_below(&gen, 8) : 1; edits > 0; edits--)
			work_any(&work);
		checklist_hurry(list);
		checklist_work(list, (size_t)gen_below(&gen, 60));
		read_all(list);
		if (gen_once_in(&gen, 5))
			must_be_as_new(list, &easel, seed, action);
	}
	must_be_as_new(list, &easel, seed, ACTIONS);
	checklist_free(list);
	easel_release(&easel);
}

static void a_list_that_changes_interrupt_ends_as_a_new_one(void **state)
{
	(void)state;
	for (int round = 0; round < gen_rounds(ROUNDS); round++)
		a_round(gen_seed() + (uint64_t)round);
}

static void a_board_that_has_not_changed_is_left_alone(void **state)
{
	struct checklist *list;
	struct easel easel;

	(void)state;
	easel_init(&easel);
	easel_draw(&easel, "E:A E:B", NULL);
	list = checklist_new(easel.board, ROLE_FACILITATOR);
	assert_false(checklist_is_ready(list));
	assert_int_equal(checklist_next_ms(list), 0);
	checklist_update(list);
	assert_true(checklist_is_ready(list));
	assert_int_equal(checklist_count(list, 1), 2);
	assert_int_equal(checklist_next_ms(list), -1);
	assert_false(checklist_work(list, 100));
	checklist_free(list);
	easel_release(&easel);
}

/* What others do may come many times a second; what one does oneself is looked at at once. */
static void a_run_waits_a_second_unless_it_is_hurried(void **state)
{
	struct checklist *list;
	struct easel easel;

	(void)state;
	easel_init(&easel);
	easel_draw(&easel, "E:A E:B", NULL);
	list = checklist_new(easel.board, ROLE_FACILITATOR);
	checklist_update(list);
	easel_set(&easel, 1, "text", "Paid");
	assert_in_range(checklist_next_ms(list), 1, 1000);
	checklist_update(list);
	assert_int_equal(checklist_count(list, 1), 2);
	checklist_hurry(list);
	assert_int_equal(checklist_next_ms(list), 0);
	checklist_update(list);
	assert_int_equal(checklist_count(list, 1), 1);
	checklist_free(list);
	easel_release(&easel);
}

static void a_large_board_is_gone_over_in_slices(void **state)
{
	struct checklist *list;
	struct easel easel;
	int slices = 1;

	(void)state;
	easel_init(&easel);
	for (int i = 0; i < 4 * CHECKLIST_SMALL; i++)
		easel_put(&easel, KIND_EVENT, i ? "Paid" : "Pay", (struct place){1 + i / 10, 1 + i % 10});
	list = checklist_new(easel.board, ROLE_FACILITATOR);
	checklist_open(list, NULL, true);
	checklist_update(list);
	assert_false(checklist_is_ready(list));
	for (; !checklist_work(list, CHECKLIST_SLICE); slices++)
		assert_int_equal(checklist_next_ms(list), 0);
	assert_in_range(slices, 8, 40);
	assert_int_equal(checklist_at(list, 1, 1)->sticky, 1);
	/* It was for the board as it is; what stood there stays until the next run has ended. */
	easel_set(&easel, 1, "text", "Paid");
	checklist_hurry(list);
	assert_false(checklist_work(list, CHECKLIST_SLICE));
	assert_string_equal(checklist_at(list, 1, 1)->check->id, "event-past-tense");
	while (!checklist_work(list, CHECKLIST_SLICE))
		;
	assert_string_equal(checklist_at(list, 1, 1)->check->id, "same-text");
	checklist_free(list);
	easel_release(&easel);
}

/* Neither the key that changes a large board of which something is put aside nor the slices after it make a copy of
 * all at once. */
static void what_is_put_aside_is_left_out_in_slices(void **state)
{
	struct lane lane = {.row = 20, .name = (char *)"Parking lot"};
	struct checklist *list;
	struct easel easel;
	int slices = 1;

	(void)state;
	easel_init(&easel);
	for (int i = 0; i < 4 * CHECKLIST_SMALL; i++)
		easel_put(&easel, KIND_EVENT, "Paid", (struct place){1 + i / 10, 1 + i % 10});
	assert_true(edit_create(&easel.edit, ENTITY_LANE, &lane, NULL) > 0);
	easel_put(&easel, KIND_EVENT, "Pay", (struct place){1, 20});
	list = checklist_new(easel.board, ROLE_FACILITATOR);
	for (; !checklist_work(list, CHECKLIST_SLICE); slices++)
		;
	assert_in_range(slices, 32, 50); /* as many for the copy as for each of the three that the checks take */
	must_be_as_new(list, &easel, 0, 0);
	/* It begins again when somebody changes the board meanwhile, but not for ever. */
	for (int i = 0; i < 3; i++) {
		easel_set(&easel, 1, "text", i % 2 ? "Paid" : "Pay");
		checklist_hurry(list);
		checklist_update(list);
		assert_false(checklist_work(list, CHECKLIST_SLICE));
		read_all(list);
	}
	assert_string_equal(checklist_at(list, 1, 1)->check->id, "same-text");
	for (slices = 1; !checklist_work(list, CHECKLIST_SLICE); slices++)
		;
	assert_in_range(slices, 20, 24);
	checklist_free(list);
	easel_release(&easel);
}

static bool is_found(struct checklist *list, const char *id)
{
	const struct check *check = check_find(id);

	checklist_run(list);
	for (size_t i = 0; i < checklist_count(list, check->step); i++)
		if (checklist_at(list, check->step, i)->check == check)
			return true;
	return false;
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
		const char *load;
	} cases[] = {
		{"C:Pay . G:Bill . G:Bill", "1>2 1>3", NULL, 3, "text", "Till", 0, "command-two-aggregates", NULL},
		{"C:Pay E:Paid C:Ship", NULL, "A=1,2,3", 2, "pivotal", "1", 0, "pivotal-inside", NULL},
		{"E:Paid C:Ship", NULL, "A= B=2", 1, "context", "1", 0, "map-missing", NULL},
		{"E:Paid . . G:Bill . . C:Ship", "1>2 2>3", "A= B=3", 1, "context", "1", 0, "map-missing", NULL},
		{"E:Paid . P:Rule", NULL, "A=1 B=2 A~B", 1, NULL, NULL, 2, "map-unfounded", NULL},
		{"E:Paid P:Rule", NULL, "A=1 B=2 B~A", 1, "kind", "hotspot", 0, "map-reversed", NULL},
		{"G:Order . G:Order", NULL, "A=1 B=", 2, "context", "2", 0, "same-word", NULL},
		{"G:Order . G:Order . G:Order", NULL, "A=1,2 B=", 1, "context", "2", 0, "same-word", NULL},
		{"E:Paid . P:R C:Mail_bill . P:S C:Send_parcel", "1>2 1>4", "A=1 B=2,3 C=4,5 A~B A~C", 5, "text",
			"Mail the bill", 0, "same-reaction", "1:1 2:1"},
		{"E:Paid . P:R C:Mail_bill . P:S C:Mail_bill", "1>2", "A=1 B=2,3 C=4,5 A~B A~C", 1, NULL, NULL, 4,
			"same-reaction", "1:1 2:1"},
		{"E:Paid . G:Bill . E:Billed", "2>1", "A=1,2,3 B= A~B", 2, NULL, NULL, 3, "domain-event-whole",
			"1:1/domain-event s1.payload=a;b;c;d;e;f;g;h s3.payload=a;b"},
		{"E:Paid G:Bill E:Billed", NULL, "A=1,2,3 B= A~B", 3, "payload", "a\nz", 0, "domain-event-whole",
			"1:1/domain-event s1.payload=a;b;c;d;e;f;g;h s3.payload=a;b"},
		{"E:Paid", NULL, "A=1 B= A~B", 1, "public", "1", 0, "private-crossing", "1:1"},
		{"E:Paid", NULL, "A=1 B= A~B", 1, "payload", "a: b sensitive", 0, "sensitive-copied",
			"1:1/state-delta s1.payload=a"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct checklist *list;
		struct easel easel;
		bool found;

		easel_init(&easel);
		easel_draw(&easel, cases[i].drawing, cases[i].links);
		easel_map(&easel, cases[i].map);
		easel_load(&easel, cases[i].load);
		list = checklist_new(easel.board, ROLE_FACILITATOR);
		found = is_found(list, cases[i].check);
		if (cases[i].field)
			easel_set(&easel, cases[i].sticky, cases[i].field, cases[i].text);
		else
			easel_link(&easel, cases[i].sticky, cases[i].target);
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

	(void)state;
	easel_init(&easel);
	easel_draw(&easel, "E:Paid G:Bill E:Billed", NULL);
	easel_map(&easel, "A=1,2,3 B= A~B");
	easel_load(&easel, "1:1/domain-event 1:3/state-delta s1.payload=a;b;c;d s3.payload=a;b;c;d");
	list = checklist_new(easel.board, ROLE_FACILITATOR);
	assert_false(is_found(list, "domain-event-whole"));
	assert_int_equal(edit_set(&easel.edit, ENTITY_MESSAGE, 2, "type", "state-snapshot", &err), 0);
	assert_true(is_found(list, "domain-event-whole"));
	checklist_free(list);
	easel_release(&easel);
}

static void findings_come_in_reading_order(void **state)
{
	struct strbuf found = STRBUF_INIT;
	struct checklist *list;
	struct easel easel;

	(void)state;
	easel_init(&easel);
	easel_draw(&easel, "E:Send_a E:B / . E:C? / E:D", NULL);
	list = checklist_new(easel.board, ROLE_FACILITATOR);
	checklist_run(list);
	for (size_t i = 0; i < checklist_count(list, 1); i++)
		strbuf_addf(&found, "%s%" PRId64 " ", strrchr(checklist_at(list, 1, i)->check->id, '-'),
			checklist_at(list, 1, i)->sticky);
	assert_string_equal(found.text, "-tense1 -imperative1 -tense4 -tense2 -tense3 -question3 ");
	assert_int_equal(checklist_from(list, 1, (struct place){1, 1}), 2);
	assert_int_equal(checklist_from(list, 1, (struct place){1, 3}), 3);
	assert_int_equal(checklist_from(list, 1, (struct place){2, 2}), 6);
	assert_int_equal(checklist_count(list, 8), 0);
	checklist_free(list);
	strbuf_release(&found);
	easel_release(&easel);
}

/* Findings about the board, a context and a relation come before those on stickies, and one that is gone would be
 * where it was. */
static void a_finding_holds_as_long_as_it_is_found(void **state)
{
	static const char *const checks[] = {"event-past-tense", "hotspot-none", "context-empty", "map-unfounded"};
	struct checklist *list;
	struct easel easel;
	struct error err = ERROR_INIT;

	(void)state;
	easel_init(&easel);
	easel_draw(&easel, "E:A E:B E:C E:D E:E E:F E:G E:H E:I E:J", NULL);
	easel_map(&easel, "A= B=2 A>B");
	list = checklist_new(easel.board, ROLE_FACILITATOR);
	checklist_open(list, NULL, true);
	for (size_t i = 0; i < ARRAY_SIZE(checks); i++) {
		const struct check *check = check_find(checks[i]);
		struct finding finding;
		size_t at = 0, now;

		checklist_run(list);
		while (checklist_at(list, check->step, at)->check != check)
			at++;
		finding = *checklist_at(list, check->step, at);
		assert_true(checklist_holds(list, &finding, &now));
		assert_int_equal(now, at);
		if (check->scope == CHECK_RELATION)
			edit_delete(&easel.edit, ENTITY_RELATION, 1, &err);
		else if (check->scope == CHECK_BOARD)
			easel_put(&easel, KIND_HOTSPOT, "Who pays?", (struct place){1, 2});
		else
			easel_set(&easel, 1, check->scope == CHECK_CONTEXT ? "context" : "text",
				check->scope == CHECK_CONTEXT ? "1" : "Paid");
		checklist_run(list);
		if (checklist_holds(list, &finding, &now))
			fail_msg("%s must not hold any more", checks[i]);
		assert_int_equal(now, at);
	}
	checklist_free(list);
	easel_release(&easel);
}

/* Says what LIST tells in STEP, a line each. */
static void say_all(const struct checklist *list, int step, struct strbuf *out)
{
	strbuf_reset(out);
	for (size_t i = 0; i < checklist_count(list, step); i++) {
		const struct finding *finding = checklist_at(list, step, i);

		strbuf_addf(out, "%s #%" PRId64 ": ", finding->check->id, finding->sticky);
		checklist_say(list, finding, out);
		strbuf_addch(out, '\n');
	}
}

/* What is true of nearly all is told once, where general findings are, until somebody wants to see each. */
static void what_is_true_of_nearly_all_is_told_once(void **state)
{
	static const char once[] = "command-no-issuer #0: no actor is drawn yet: nobody issues the commands (5 of 5)\n";
	struct strbuf said = STRBUF_INIT;
	struct finding first;
	struct checklist *list;
	struct easel easel;
	size_t at;

	(void)state;
	easel_init(&easel);
	easel_draw(&easel, "C:Pay . C:Pack . C:Send . C:Weigh . C:Return", NULL);
	list = easel_check(&easel, ROLE_FACILITATOR);
	say_all(list, 5, &said);
	assert_string_equal(said.text, once);
	assert_true(checklist_holds(list, checklist_at(list, 5, 0), &at));
	assert_int_equal(at, 0);
	first = *checklist_at(list, 5, 0);
	checklist_open(list, first.check, true);
	assert_int_equal(checklist_count(list, 5), 5);
	assert_int_equal(checklist_at(list, 5, 0)->sticky, 1);
	assert_false(checklist_holds(list, &first, &at));
	assert_int_equal(at, 0);
	checklist_open(list, NULL, false);
	assert_int_equal(checklist_count(list, 5), 1);
	easel_set(&easel, 1, "dismissed", "command-no-issuer");
	checklist_run(list);
	assert_int_equal(checklist_count(list, 5), 4);
	assert_int_equal(checklist_at(list, 5, 0)->sticky, 2);
	strbuf_release(&said);
	checklist_free(list);
	easel_release(&easel);
}

/* Each check that can say that the board has none of what it looks for: none of it, and then one. */
static void what_the_board_has_none_of_is_told_once(void **state)
{
	static const struct {
		int step;
		const char *check, *drawing, *map, *one;
	} cases[] = {
		{3, "event-no-trigger", "E:A_sent E:B_sent E:C_sent E:D_sent E:E_sent E:F_sent E:G_sent", NULL,
			" C:Pay"},
		{3, "command-no-event", "C:Pay . C:Pack . C:Send . C:Weigh . C:Return", NULL, " E:Paid"},
		{4, "hotspot-open", "H:Who_pays? H:Who_packs? H:Who_sends? H:Who_weighs? H:Who_returns?", NULL, NULL},
		{4, "opportunity-open", "O:Pay_it O:Pack_it O:Send_it O:Weigh_it O:Return_it", NULL, NULL},
		{5, "command-no-issuer", "C:Pay . C:Pack . C:Send . C:Weigh . C:Return", NULL, " . A:Ana"},
		{6, "aggregate-missing", "C:Pay . C:Pack . C:Send . C:Weigh . C:Return", NULL, " . G:Parcel"},
		{8, "context-alone", "E:A_sent E:B_sent E:C_sent E:D_sent E:E_sent", "A=1 B=2 C=3 D=4 E=5", NULL},
	};
	struct strbuf drawing = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		for (int one = 0; one < (cases[i].one ? 2 : 1); one++) {
			struct easel easel;
			struct checklist *list;
			size_t none = 0;

			strbuf_reset(&drawing);
			strbuf_addf(&drawing, "%s%s", cases[i].drawing, one ? cases[i].one : "");
			easel_init(&easel);
			easel_draw(&easel, drawing.text, NULL);
			easel_map(&easel, cases[i].map);
			list = easel_check(&easel, ROLE_FACILITATOR);
			for (size_t k = 0; k < checklist_count(list, cases[i].step); k++) {
				const struct finding *finding = checklist_at(list, cases[i].step, k);

				none += !strcmp(finding->check->id, cases[i].check) && finding->none;
			}
			if (none != !one)
				fail_msg("%s: on “%s” it is told %zu times of the board", cases[i].check, drawing.text,
					none);
			checklist_free(list);
			easel_release(&easel);
		}
	strbuf_release(&drawing);
}

static void a_dismissed_finding_is_silent_on_its_sticky(void **state)
{
	struct checklist *list;
	struct easel easel;

	(void)state;
	easel_init(&easel);
	easel_draw(&easel, "E:A E:B", NULL);
	list = checklist_new(easel.board, ROLE_FACILITATOR);
	checklist_run(list);
	assert_int_equal(checklist_count(list, 1), 2);
	easel_set(&easel, 1, "dismissed", "same-text event-past-tense");
	checklist_run(list);
	assert_int_equal(checklist_count(list, 1), 1);
	checklist_free(list);
	easel_release(&easel);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_that_changes_interrupt_ends_as_a_new_one),
		cmocka_unit_test(a_board_that_has_not_changed_is_left_alone),
		cmocka_unit_test(a_run_waits_a_second_unless_it_is_hurried),
		cmocka_unit_test(a_large_board_is_gone_over_in_slices),
		cmocka_unit_test(what_is_put_aside_is_left_out_in_slices),
		cmocka_unit_test(a_change_counts_for_what_is_near),
		cmocka_unit_test(a_type_counts_for_what_is_near),
		cmocka_unit_test(findings_come_in_reading_order),
		cmocka_unit_test(a_finding_holds_as_long_as_it_is_found),
		cmocka_unit_test(what_is_true_of_nearly_all_is_told_once),
		cmocka_unit_test(what_the_board_has_none_of_is_told_once),
		cmocka_unit_test(a_dismissed_finding_is_silent_on_its_sticky),
	};

	return cmocka_run_group_tests_name("check/checklist", tests, NULL, NULL);
}
