#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/mem.h"
#include "model/copy.h"
#include "model/reconcile.h"

/* One of the boards, and how its columns and rows have moved since they parted. */
struct side {
	struct board *board;
	struct vec shifts; /* of struct shift */
};

/* The board as it was when they parted: an event at 2,1, one at 3,1, one at 4,2, with an arrow from the first to each
 * of the others. */
static struct board *reconcile_test_base(void)
{
	static const struct sticky stickies[] = {
		{.text = (char *)"Ordered", .place = {2, 1}, .created = 1000},
		{.text = (char *)"Paid", .place = {3, 1}, .created = 2000},
		{.text = (char *)"Packed", .place = {4, 2}, .created = 3000},
	};
	struct board *board = board_new();
	struct action action;
	struct edit edit = {board, &action};

	action_init(&action);
	for (size_t i = 0; i < ARRAY_SIZE(stickies); i++)
		assert_int_equal(edit_create(&edit, ENTITY_STICKY, &stickies[i], NULL), i + 1);
	for (int64_t target = 2; target <= 3; target++)
		assert_true(edit_create(&edit, ENTITY_LINK, &(struct link){.source = 1, .target = target}, NULL) > 0);
	action_release(&action);
	return board;
}

static void side_init(struct side *side, const struct board *base)
{
	*side = (struct side){copy_board(base), VEC_INIT(struct shift)};
}

static void side_release(struct side *side)
{
	board_free(side->board);
	vec_release(&side->shifts);
}

/* Somebody moves whole columns or rows there. */
static void side_shift(struct side *side, struct shift shift)
{
	struct action action;
	struct edit edit = {side->board, &action};

	action_init(&action);
	assert_false(edit_shift(&edit, shift, NULL));
	shift_list(&action, &side->shifts);
	action_release(&action);
}

/* Somebody sets FIELD of sticky 2, or of the first item of another ENTITY, there; NULL: nobody does. */
static void side_set(struct side *side, enum entity entity, const char *field, const char *value)
{
	struct action action;
	struct edit edit = {side->board, &action};

	action_init(&action);
	if (value)
		assert_false(edit_set(&edit, entity, entity == ENTITY_STICKY ? 2 : 1, field, value, NULL));
	action_release(&action);
}

/* Somebody does to sticky 2 there what WHAT says: "deletes" it, or sets its note to that; NULL: nothing. */
static void side_do(struct side *side, const char *what)
{
	struct action action;
	struct edit edit = {side->board, &action};

	action_init(&action);
	if (what && !strcmp(what, "deletes"))
		assert_false(edit_delete(&edit, ENTITY_STICKY, 2, NULL));
	else
		side_set(side, ENTITY_STICKY, "note", what);
	action_release(&action);
}

/* Is there a sticky with TEXT, by whatever id? */
static bool side_has(const struct side *side, const char *text)
{
	const struct sticky *sticky;

	for (size_t at = 0; (sticky = board_next(side->board, ENTITY_STICKY, &at));)
		if (!strcmp(sticky->text, text))
			return true;
	return false;
}

/* The texts of all hotspots there, a line each. */
static void side_hotspots(const struct side *side, struct strbuf *out)
{
	const struct sticky *sticky;

	strbuf_reset(out);
	for (size_t at = 0; (sticky = board_next(side->board, ENTITY_STICKY, &at));)
		if (sticky->kind == KIND_HOTSPOT)
			strbuf_addf(out, "%s\n", sticky->text);
}

/* Merges THEIRS into OURS, and returns how many changes that made. */
static size_t side_merge(
	struct side *ours, const struct board *base, const struct side *theirs, struct reconcile_report *report)
{
	const struct reconcile_sides sides = {.base = base,
		.theirs = theirs->board,
		.our_shifts = &ours->shifts,
		.their_shifts = &theirs->shifts,
		.name = "theirs"};
	struct action action;
	struct edit edit = {ours->board, &action};
	struct vec shifts = VEC_INIT(struct shift);
	size_t changes;

	action_init(&action);
	assert_false(reconcile_boards(&edit, &sides, report, NULL));
	shift_list(&action, &shifts);
	for (size_t i = 0; i < shifts.count; i++)
		vec_add(&ours->shifts, struct shift) = vec_get(&shifts, struct shift, i);
	changes = action.changes.count;
	vec_release(&shifts);
	action_release(&action);
	return changes;
}

/* Sets OUT to the places of the stickies: "2,1 3,1 4,2". */
static void side_tell(const struct side *side, struct strbuf *out)
{
	strbuf_reset(out);
	for (int64_t id = 1; id <= 3; id++) {
		struct place place = board_sticky(side->board, id)->place;

		strbuf_addf(out, "%s%d,%d", id > 1 ? " " : "", place.column, place.row);
	}
}

#define NOTHING                    \
	{                          \
		AXIS_COLUMNS, 0, 0 \
	}

static void shifts_come_once_and_in_both_directions(void **state)
{
	static const struct {
		const char *must;
		struct shift ours, theirs; /* what each has done; by 0: nothing */
		const char *places;        /* afterwards, on both */
	} cases[] = {
		{"columns inserted there", NOTHING, {AXIS_COLUMNS, 3, 2}, "2,1 5,1 6,2"},
		{"rows inserted there", NOTHING, {AXIS_ROWS, 2, 1}, "2,1 3,1 4,3"},
		{"columns inserted here", {AXIS_COLUMNS, 4, 1}, NOTHING, "2,1 3,1 5,2"},
		{"the same insertion on both counts once", {AXIS_COLUMNS, 3, 1}, {AXIS_COLUMNS, 3, 1}, "2,1 4,1 5,2"},
		{"as many rows are not columns", {AXIS_COLUMNS, 2, 1}, {AXIS_ROWS, 2, 1}, "3,1 4,1 5,3"},
		{"insertions at different columns", {AXIS_COLUMNS, 2, 1}, {AXIS_COLUMNS, 4, 2}, "3,1 4,1 7,2"},
		{"and the other way round", {AXIS_COLUMNS, 4, 2}, {AXIS_COLUMNS, 2, 1}, "3,1 4,1 7,2"},
		{"a gap at the first column", NOTHING, {AXIS_COLUMNS, 2, -1}, "1,1 2,1 3,2"},
		{"the same gap closed on both", {AXIS_COLUMNS, 2, -1}, {AXIS_COLUMNS, 2, -1}, "1,1 2,1 3,2"},
		{"a gap closed there, columns inserted here", {AXIS_COLUMNS, 4, 1}, {AXIS_COLUMNS, 2, -1},
			"1,1 2,1 4,2"},
		{"a gap closed here, columns inserted there", {AXIS_COLUMNS, 2, -1}, {AXIS_COLUMNS, 4, 1},
			"1,1 2,1 4,2"},
	};
	struct strbuf here = STRBUF_INIT, there = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct board *base = reconcile_test_base();
		struct reconcile_report report;
		struct side ours, theirs;
		size_t again, back;

		side_init(&ours, base);
		side_init(&theirs, base);
		if (cases[i].ours.by)
			side_shift(&ours, cases[i].ours);
		if (cases[i].theirs.by)
			side_shift(&theirs, cases[i].theirs);
		side_merge(&ours, base, &theirs, &report);
		side_tell(&ours, &here);
		again = side_merge(&ours, base, &theirs, &report);
		side_merge(&theirs, base, &ours, &report);
		side_tell(&theirs, &there);
		back = side_merge(&ours, base, &theirs, &report) + side_merge(&theirs, base, &ours, &report);
		if (strcmp(here.text, cases[i].places) || strcmp(there.text, cases[i].places) || again || back)
			fail_msg("%s: %s here, %s there, not %s; %zu changes when repeated, %zu to and fro",
				cases[i].must, here.text, there.text, cases[i].places, again, back);
		side_release(&ours);
		side_release(&theirs);
		board_free(base);
	}
	strbuf_release(&here);
	strbuf_release(&there);
}

static void what_came_is_counted(void **state)
{
	struct board *base = reconcile_test_base();
	struct reconcile_report report;
	struct side ours, theirs;

	(void)state;
	side_init(&ours, base);
	side_init(&theirs, base);
	side_shift(&ours, (struct shift){AXIS_COLUMNS, 9, 5});
	side_shift(&theirs, (struct shift){AXIS_COLUMNS, 3, 2});
	side_shift(&theirs, (struct shift){AXIS_ROWS, 2, 3});
	side_shift(&theirs, (struct shift){AXIS_COLUMNS, 2, -1});
	assert_int_equal(side_merge(&ours, base, &theirs, &report), 3);
	assert_int_equal(report.inserted[AXIS_COLUMNS], 2);
	assert_int_equal(report.inserted[AXIS_ROWS], 3);
	assert_int_equal(report.closed[AXIS_COLUMNS], 1);
	assert_int_equal(report.closed[AXIS_ROWS], 0);
	assert_int_equal(report.added + report.altered + report.deleted + report.conflicts, 0);
	side_release(&ours);
	side_release(&theirs);
	board_free(base);
}

static void a_field_comes_unless_ours_has_changed_it_too(void **state)
{
	static const struct {
		const char *must, *field;
		const char *base, *ours, *theirs; /* what it was, and what each has set it to; NULL: left */
		const char *becomes;
		const char *hotspots;
	} cases[] = {
		{"changed there only", "text", NULL, NULL, "Settled", "Settled", ""},
		{"changed here only", "text", NULL, "Settled", NULL, "Settled", ""},
		{"changed alike", "text", NULL, "Settled", "Settled", "Settled", ""},
		{"changed by both", "text", NULL, "Settled", "Owed", "Settled", "On “theirs” the text is: Owed\n"},
		{"written there only", "note", NULL, NULL, "by card", "by card", ""},
		{"emptied there only", "note", "in cash", NULL, "", "", ""},
		{"emptied there, changed here", "note", "in cash", "by card", "", "by card",
			"On “theirs” the note is empty\n"},
		{"emptied here, changed there", "note", "in cash", "", "by card", "",
			"On “theirs” the note is: by card\n"},
		{"changed there and back", "note", "in cash", "by card", "in cash", "by card", ""},
		{"of many lines the first is said", "note", NULL, "a", "b\nc", "a", "On “theirs” the note is: b…\n"},
		{"marked there only", "pivotal", NULL, NULL, "1", "1", ""},
		{"unmarked there, marked here before", "pivotal", "1", NULL, "", "", ""},
	};
	struct strbuf value = STRBUF_INIT, hotspots = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		const struct field *field = field_find(ENTITY_STICKY, cases[i].field);
		struct reconcile_report report;
		struct side base = {reconcile_test_base(), VEC_INIT(struct shift)}, ours, theirs;
		size_t again;

		side_set(&base, ENTITY_STICKY, cases[i].field, cases[i].base);
		side_init(&ours, base.board);
		side_init(&theirs, base.board);
		side_set(&ours, ENTITY_STICKY, cases[i].field, cases[i].ours);
		side_set(&theirs, ENTITY_STICKY, cases[i].field, cases[i].theirs);
		side_merge(&ours, base.board, &theirs, &report);
		strbuf_reset(&value);
		field_format(field, board_sticky(ours.board, 2), &value);
		side_hotspots(&ours, &hotspots);
		again = side_merge(&ours, base.board, &theirs, &report);
		if (strcmp(value.text, cases[i].becomes) || strcmp(hotspots.text, cases[i].hotspots) || again)
			fail_msg("%s: “%s” with %s; %zu changes when repeated", cases[i].must, value.text,
				hotspots.text, again);
		side_release(&base);
		side_release(&ours);
		side_release(&theirs);
	}
	strbuf_release(&value);
	strbuf_release(&hotspots);
}

/* Contexts 1 and 2, a relation of the first to the second, and the event of sticky 1 as its message. */
static void reconcile_test_relate(struct board *board)
{
	struct action action;
	struct edit edit = {board, &action};

	action_init(&action);
	assert_int_equal(edit_create(&edit, ENTITY_CONTEXT, &(struct context){.name = (char *)"Sales"}, NULL), 1);
	assert_int_equal(edit_create(&edit, ENTITY_CONTEXT, &(struct context){.name = (char *)"Billing"}, NULL), 2);
	assert_int_equal(edit_create(&edit, ENTITY_RELATION, &(struct relation){.source = 1, .target = 2}, NULL), 1);
	assert_int_equal(edit_create(&edit, ENTITY_MESSAGE, &(struct message){.relation = 1, .sticky = 3}, NULL), 1);
	action_release(&action);
}

static void a_hotspot_says_what_both_have_changed(void **state)
{
	static const struct {
		enum entity entity;
		const char *field, *ours, *theirs;
		const char *hotspot;
	} cases[] = {
		{ENTITY_STICKY, "invariants", "a", "b", "On “theirs” the list of invariants is: b"},
		{ENTITY_BOARD, "title", "Shop", "Bank", "On “theirs” the title is: Bank"},
		{ENTITY_CONTEXT, "name", "Shop", "Bank", "On “theirs” the name of “Shop” is: Bank"},
		{ENTITY_CONTEXT, "roles", "gateway", "draft", "On “theirs” the list of roles of “Sales” is: draft"},
		{ENTITY_CONTEXT, "subdomain", "core", "generic", "On “theirs” the subdomain of “Sales” is: generic"},
		{ENTITY_RELATION, "when_slow", "wait", "give up",
			"On “theirs” the answer about a slow network of “Sales → Billing” is: give up"},
		{ENTITY_RELATION, "style", "async", "unknown", "On “theirs” the mode of “Sales → Billing” is: unknown"},
		{ENTITY_MESSAGE, "type", "notification", "domain-event",
			"On “theirs” the type of message of “Sales → Billing” is: domain-event"},
	};
	struct strbuf hotspots = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct board *base = reconcile_test_base();
		struct reconcile_report report;
		struct side ours, theirs;

		reconcile_test_relate(base);
		side_init(&ours, base);
		side_init(&theirs, base);
		side_set(&ours, cases[i].entity, cases[i].field, cases[i].ours);
		side_set(&theirs, cases[i].entity, cases[i].field, cases[i].theirs);
		side_merge(&ours, base, &theirs, &report);
		side_hotspots(&ours, &hotspots);
		strbuf_truncate(&hotspots, hotspots.len ? hotspots.len - 1 : 0);
		assert_string_equal(hotspots.text, cases[i].hotspot);
		if (cases[i].entity == ENTITY_MESSAGE) /* it stands below the message */
			assert_int_equal(board_at(ours.board, (struct place){4, 3})->kind, KIND_HOTSPOT);
		board_free(base);
		side_release(&ours);
		side_release(&theirs);
	}
	strbuf_release(&hotspots);
}

static void what_one_has_deleted_goes_unless_the_other_has_changed_it(void **state)
{
	static const struct {
		const char *must, *ours, *theirs;
		bool stays;
		size_t arrows;
		const char *hotspots;
	} cases[] = {
		{"deleted there only", NULL, "deletes", false, 1, ""},
		{"deleted here only", "deletes", NULL, false, 1, ""},
		{"deleted by both", "deletes", "deletes", false, 1, ""},
		{"deleted there, changed here", "by card", "deletes", true, 2,
			"Deleted on “theirs”, but changed here: Paid\n"},
		{"deleted here, changed there", "deletes", "by card", true, 2,
			"Deleted here, but changed on “theirs”: Paid\n"},
	};
	struct strbuf hotspots = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct board *base = reconcile_test_base();
		struct reconcile_report report;
		struct side ours, theirs;
		size_t arrows, again;
		bool stays;

		side_init(&ours, base);
		side_init(&theirs, base);
		side_do(&ours, cases[i].ours);
		side_do(&theirs, cases[i].theirs);
		side_merge(&ours, base, &theirs, &report);
		side_hotspots(&ours, &hotspots);
		stays = side_has(&ours, "Paid");
		arrows = board_count(ours.board, ENTITY_LINK);
		again = side_merge(&ours, base, &theirs, &report);
		if (stays != cases[i].stays || strcmp(hotspots.text, cases[i].hotspots) || again ||
			arrows != cases[i].arrows)
			fail_msg("%s: it is %s, with %zu arrows and %s; %zu changes when repeated", cases[i].must,
				stays ? "there" : "gone", arrows, hotspots.text, again);
		board_free(base);
		side_release(&ours);
		side_release(&theirs);
	}
	strbuf_release(&hotspots);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shifts_come_once_and_in_both_directions),
		cmocka_unit_test(what_came_is_counted),
		cmocka_unit_test(a_field_comes_unless_ours_has_changed_it_too),
		cmocka_unit_test(a_hotspot_says_what_both_have_changed),
		cmocka_unit_test(what_one_has_deleted_goes_unless_the_other_has_changed_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
