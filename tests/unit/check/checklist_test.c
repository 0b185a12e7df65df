/* The checklist that follows changes equals one made anew. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <inttypes.h>
#include <string.h>

#include "base/mem.h"
#include "lib/gen.h"
#include "unit/check/easel.h"

#define ROUNDS 100
#define ACTIONS 60
#define COLUMNS 9
#define ROWS 6

static const char *const texts[] = {"Order placed", "placed orders", "Place order", "Order",
	"Paid?", "Payment failed", "Page viewed", "PO updated", "주문됨", "주문 됨", "주문하기",
	"User", "Customer", "customers", "PayPal", "Pay Pal", "OrderManager", "Send letter",
	"Letter sent", "Why is this so?", ""};

/* A random piece of work, a few edits of one action; FIRST is the action's change at which it
 * begins. */
struct work {
	struct gen *gen;
	struct easel *easel;
	size_t first;
};

static struct place work_place(const struct work *work)
{
	return (struct place){1 + gen_below(work->gen, COLUMNS), 1 + gen_below(work->gen, ROWS)};
}

/* A sticky that may be there. */
static int64_t work_sticky(const struct work *work)
{
	struct place place = work_place(work);
	const struct sticky *sticky = board_at(work->easel->board, place);

	return sticky ? sticky->id : 1;
}

static const char *work_text(const struct work *work)
{
	return texts[gen_below(work->gen, ARRAY_SIZE(texts))];
}

/* Mostly of the kinds that sentences are made of. */
static enum kind work_kind(const struct work *work)
{
	static const enum kind kinds[] = {KIND_EVENT, KIND_COMMAND, KIND_AGGREGATE, KIND_ACTOR};

	return gen_once_in(work->gen, 3) ? (enum kind)gen_below(work->gen, KIND_COUNT)
					 : kinds[gen_below(work->gen, ARRAY_SIZE(kinds))];
}

static void work_add(const struct work *work, struct error *err)
{
	struct sticky sticky = {.kind = work_kind(work),
		.text = (char *)work_text(work),
		.place = work_place(work),
		.author = gen_below(work->gen, 4)};

	edit_create(&work->easel->edit, ENTITY_STICKY, &sticky, err);
}

static void work_delete(const struct work *work, struct error *err)
{
	edit_delete(&work->easel->edit, ENTITY_STICKY, work_sticky(work), err);
}

static void work_move(const struct work *work, struct error *err)
{
	struct place place = work_place(work);

	/* Two may share a slot in the midst of an action only. */
	if (!board_at(work->easel->board, place))
		edit_move(&work->easel->edit, work_sticky(work), place, err);
}

static void work_swap(const struct work *work, struct error *err)
{
	int64_t left = work_sticky(work), right = work_sticky(work);
	const struct sticky *one = board_sticky(work->easel->board, left);
	const struct sticky *two = board_sticky(work->easel->board, right);
	struct place place;

	if (!one || !two || one == two)
		return;
	place = one->place;
	edit_move(&work->easel->edit, left, two->place, err);
	edit_move(&work->easel->edit, right, place, err);
}

static void work_set(const struct work *work, struct error *err)
{
	static const struct {
		const char *field, *values[4];
	} fields[] = {
		{"kind", {"command", "aggregate", "actor", ""}},
		{"kind", {"policy", "hotspot", "external-system", "read-model"}},
		{"note", {"", "a", "b", "c"}},
		{"resolved", {"", "1", "", "1"}},
		{"author", {"", "1", "2", "3"}},
		{"dismissed",
			{"", "event-past-tense", "same-text event-no-trigger", "actor-everything"}},
		{"pivotal", {"", "1", "", "1"}},
	};
	size_t at = (size_t)gen_below(work->gen, ARRAY_SIZE(fields) + 3);

	if (at < ARRAY_SIZE(fields))
		edit_set(&work->easel->edit, ENTITY_STICKY, work_sticky(work), fields[at].field,
			fields[at].values[gen_below(work->gen, 4)], err);
	else
		edit_set(&work->easel->edit, ENTITY_STICKY, work_sticky(work), "text",
			work_text(work), err);
}

static void work_link(const struct work *work, struct error *err)
{
	struct link link = {.source = work_sticky(work), .target = work_sticky(work)};

	edit_create(&work->easel->edit, ENTITY_LINK, &link, err);
}

static void work_unlink(const struct work *work, struct error *err)
{
	const struct sticky *sticky = board_sticky(work->easel->board, work_sticky(work));

	if (sticky && sticky->first_out)
		edit_delete(&work->easel->edit, ENTITY_LINK, sticky->first_out->id, err);
}

static void work_shift(const struct work *work, struct error *err)
{
	bool columns = gen_once_in(work->gen, 2), opens = gen_once_in(work->gen, 2);
	struct shift shift = {.axis = columns ? AXIS_COLUMNS : AXIS_ROWS,
		.at = 2 + gen_below(work->gen, columns ? COLUMNS : ROWS),
		.by = opens ? 1 : -1};

	edit_shift(&work->easel->edit, shift, err);
}

static void work_enter(const struct work *work, struct error *err)
{
	static const char *const contexts[] = {"", "1", "2", "3"};

	edit_set(&work->easel->edit, ENTITY_STICKY, work_sticky(work), "context",
		contexts[gen_below(work->gen, ARRAY_SIZE(contexts))], err);
}

static void work_context(const struct work *work, struct error *err)
{
	static const char *const names[] = {"A", "B", "Order management", "주문관리"};
	struct context context = {.name = (char *)names[gen_below(work->gen, ARRAY_SIZE(names))],
		.colour = 1};

	edit_create(&work->easel->edit, ENTITY_CONTEXT, &context, err);
}

/* One that may be there: those made first are in use most. */
static int64_t work_some(const struct work *work, enum entity entity)
{
	int64_t next = board_next_id(work->easel->board, entity);

	return 1 + gen_below(work->gen, next > 6 ? 6 : (int)next);
}

static void work_relate(const struct work *work, struct error *err)
{
	static const char *const patterns[] = {NULL, NULL, "open-host", "conformist", "partnership",
		"separate-ways"};
	struct relation relation = {.source = work_some(work, ENTITY_CONTEXT),
		.target = work_some(work, ENTITY_CONTEXT),
		.style = gen_once_in(work->gen, 3) ? RELATION_ASYNC : RELATION_SYNC,
		.source_pattern =
			(char *)patterns[gen_below(work->gen, ARRAY_SIZE(patterns))],
		.target_pattern =
			(char *)patterns[gen_below(work->gen, ARRAY_SIZE(patterns))]};

	if (relation.source != relation.target)
		edit_create(&work->easel->edit, ENTITY_RELATION, &relation, err);
}

static void work_unrelate(const struct work *work, struct error *err)
{
	edit_delete(&work->easel->edit, ENTITY_RELATION, work_some(work, ENTITY_RELATION), err);
}

static void work_reroute(const struct work *work, struct error *err)
{
	edit_set(&work->easel->edit, ENTITY_RELATION, work_some(work, ENTITY_RELATION), "style",
		gen_once_in(work->gen, 2) ? "async" : "", err);
}

static void work_rename(const struct work *work, struct error *err)
{
	edit_set(&work->easel->edit, ENTITY_CONTEXT, work_some(work, ENTITY_CONTEXT), "name",
		gen_once_in(work->gen, 2) ? "Order service" : "Order", err);
}

static void work_uncontext(const struct work *work, struct error *err)
{
	if (gen_once_in(work->gen, 6))
		edit_delete(&work->easel->edit, ENTITY_CONTEXT, work_some(work, ENTITY_CONTEXT),
			err);
}

static void work_any(const struct work *work)
{
	static void (*const works[])(const struct work *work, struct error *err) = {work_add,
		work_add, work_add, work_delete, work_move, work_move, work_swap, work_set,
		work_set, work_set, work_set, work_link, work_link, work_link, work_unlink,
		work_shift, work_enter, work_enter, work_enter, work_context, work_relate,
		work_relate, work_unrelate, work_reroute, work_rename, work_uncontext};
	struct error err = ERROR_INIT;

	works[gen_below(work->gen, ARRAY_SIZE(works))](work, &err);
}

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
	} cases[] = {
		{"C:Pay . G:Bill . G:Bill", "1>2 1>3", NULL, 3, "text", "Till", 0,
			"command-two-aggregates"},
		{"C:Pay E:Paid C:Ship", NULL, "A=1,2,3", 2, "pivotal", "1", 0, "pivotal-inside"},
		{"E:Paid C:Ship", NULL, "A= B=2", 1, "context", "1", 0, "map-missing"},
		{"E:Paid . . G:Bill . . C:Ship", "1>2 2>3", "A= B=3", 1, "context", "1", 0,
			"map-missing"},
		{"E:Paid . P:Rule", NULL, "A=1 B=2 A~B", 1, NULL, NULL, 2, "map-unfounded"},
		{"E:Paid P:Rule", NULL, "A=1 B=2 B~A", 1, "kind", "hotspot", 0, "map-reversed"},
		{"G:Order . G:Order", NULL, "A=1 B=", 2, "context", "2", 0, "same-word"},
		{"G:Order . G:Order . G:Order", NULL, "A=1,2 B=", 1, "context", "2", 0,
			"same-word"},
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
	struct strbuf rest = STRBUF_INIT;
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
	assert_true(check_is_in(check_find("same-text"), "event-vague same-text"));
	assert_false(check_is_in(check_find("same-text"), "not-same-text same-text-not"));
	assert_false(check_is_in(check_find("same-text"), NULL));
	check_without(check_find("same-text"), "a same-text  b", &rest);
	assert_string_equal(rest.text, "a b");
	strbuf_release(&rest);
	checklist_free(list);
	easel_release(&easel);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_list_that_follows_is_as_a_new_one),
		cmocka_unit_test(a_change_counts_for_what_is_near),
		cmocka_unit_test(findings_come_in_reading_order),
		cmocka_unit_test(a_finding_holds_as_long_as_it_is_found),
		cmocka_unit_test(a_dismissed_finding_is_silent_on_its_sticky),
	};

	return cmocka_run_group_tests_name("check/checklist", tests, NULL, NULL);
}
