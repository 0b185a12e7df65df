#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <inttypes.h>
#include <string.h>

#include "base/mem.h"
#include "lib/ledger.h"
#include "model/compare.h"
#include "model/shift.h"

/* A board with an event at 1,1, a command at 2,1, a context X round the event, Y empty, X -> Y, which carries the
 * event. */
static void compare_test_fill(struct ledger *ledger)
{
	static const struct context contexts[] = {{.name = (char *)"X"}, {.name = (char *)"Y"}};
	static const struct relation relation = {.source = 1, .target = 2, .label = (char *)"asks"};
	static const struct sticky stickies[] = {
		{.text = (char *)"Paid", .place = {1, 1}, .context = 1, .created = 1000},
		{.kind = KIND_COMMAND, .text = (char *)"Pay", .place = {2, 1}, .created = 2000},
	};
	static const struct link link = {.source = 2, .target = 1};
	static const struct phase phase = {.column = 1, .name = (char *)"Order"};
	static const struct message message = {.relation = 1, .sticky = 1};
	struct edit edit;

	ledger_init(ledger);
	ledger_begin(ledger, "Ann", &edit);
	for (size_t i = 0; i < 2; i++)
		assert_true(edit_create(&edit, ENTITY_CONTEXT, &contexts[i], NULL) > 0);
	for (size_t i = 0; i < 2; i++)
		assert_true(edit_create(&edit, ENTITY_STICKY, &stickies[i], NULL) > 0);
	assert_true(edit_create(&edit, ENTITY_LINK, &link, NULL) > 0);
	assert_true(edit_create(&edit, ENTITY_PHASE, &phase, NULL) > 0);
	assert_true(edit_create(&edit, ENTITY_RELATION, &relation, NULL) > 0);
	assert_true(edit_create(&edit, ENTITY_MESSAGE, &message, NULL) > 0);
	ledger_end(ledger, true);
}

/* Appends "moved sticky 1, added link 3". */
static void compare_test_tell(const struct vec *differences, struct strbuf *out)
{
	for (size_t i = 0; i < differences->count; i++) {
		const struct difference *difference = vec_at(differences, i);
		const void *item = difference->after ? difference->after : difference->before;

		strbuf_addf(out, "%s%s %s %" PRId64, i ? ", " : "", compare_token(difference->what),
			entity_type(difference->entity)->name, *(const int64_t *)item);
	}
}

/* What is done to the second board. */
struct compare_case {
	const char *must;
	enum entity entity;
	int64_t id;
	const char *field; /* NULL: the item is removed */
	const char *value;
	const char *differences;
};

static void each_change_is_the_difference_that_it_is(void **state)
{
	static const struct compare_case cases[] = {
		{"a title", ENTITY_BOARD, 1, "title", "T", "reworded board 1"},
		{"a text", ENTITY_STICKY, 1, "text", "Paid up", "reworded sticky 1"},
		{"a note", ENTITY_STICKY, 1, "note", "n", "note sticky 1"},
		{"a kind", ENTITY_STICKY, 1, "kind", "policy", "kind sticky 1"},
		{"a place", ENTITY_STICKY, 1, "place", "7,1", "moved sticky 1"},
		{"another context", ENTITY_STICKY, 1, "context", "2", "context sticky 1"},
		{"no context", ENTITY_STICKY, 1, "context", "", "context sticky 1"},
		{"a first context", ENTITY_STICKY, 2, "context", "2", "context sticky 2"},
		{"resolved", ENTITY_STICKY, 1, "resolved", "1", "resolved sticky 1"},
		{"pivotal", ENTITY_STICKY, 1, "pivotal", "1", "pivotal sticky 1"},
		{"public", ENTITY_STICKY, 1, "public", "1", "public sticky 1"},
		{"a payload", ENTITY_STICKY, 1, "payload", "id", "payload sticky 1"},
		{"metadata", ENTITY_STICKY, 1, "metadata", "id", "metadata sticky 1"},
		{"a rejection", ENTITY_STICKY, 2, "rejection", "no", "rejection sticky 2"},
		{"a definition", ENTITY_STICKY, 1, "definition", "money came", "described sticky 1"},
		{"an invariant", ENTITY_STICKY, 1, "invariants", "above 0", "described sticky 1"},
		{"what a workshop is for", ENTITY_BOARD, 1, "purpose", "to know", "described board 1"},
		{"what a context is for", ENTITY_CONTEXT, 1, "purpose", "to sell", "described context 1"},
		{"what a context is worth", ENTITY_CONTEXT, 1, "subdomain", "core", "described context 1"},
		{"the roles of a context", ENTITY_CONTEXT, 1, "roles", "gateway", "described context 1"},
		{"what a context assumes", ENTITY_CONTEXT, 1, "assumptions", "all pay", "described context 1"},
		{"a dismissed check is none", ENTITY_STICKY, 1, "dismissed", "x", ""},
		{"a name", ENTITY_CONTEXT, 1, "name", "Z", "reworded context 1"},
		{"a style", ENTITY_RELATION, 1, "style", "async", "altered relation 1"},
		{"a label", ENTITY_RELATION, 1, "label", "tells", "altered relation 1"},
		{"an answer", ENTITY_RELATION, 1, "sensitive", "yes", "answered relation 1"},
		{"an answer about a failure", ENTITY_RELATION, 1, "when_slow", "outbox", "answered relation 1"},
		{"a type", ENTITY_MESSAGE, 1, "type", "notification", "altered message 1"},
		{"what is used", ENTITY_MESSAGE, 1, "uses", "id", "altered message 1"},
		{"without the message", ENTITY_MESSAGE, 1, NULL, NULL, "removed message 1"},
		{"a phase's name", ENTITY_PHASE, 1, "name", "Pay", "reworded phase 1"},
		{"a phase's column", ENTITY_PHASE, 1, "column", "3", "moved phase 1"},
		{"without the arrow", ENTITY_LINK, 1, NULL, NULL, "removed link 1"},
		{"without the sticky", ENTITY_STICKY, 2, NULL, NULL, "removed sticky 2, removed link 1"},
		{"without the context", ENTITY_CONTEXT, 2, NULL, NULL,
			"removed context 2, removed relation 1, removed message 1"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		const struct vec shifts = VEC_INIT(struct shift);
		struct vec differences = VEC_INIT(struct difference);
		struct strbuf told = STRBUF_INIT;
		struct ledger before, after;
		struct edit edit;

		compare_test_fill(&before);
		compare_test_fill(&after);
		ledger_begin(&after, "Ann", &edit);
		if (cases[i].field)
			edit_set(&edit, cases[i].entity, cases[i].id, cases[i].field, cases[i].value, NULL);
		else
			edit_delete(&edit, cases[i].entity, cases[i].id, NULL);
		ledger_end(&after, true);
		compare_boards(before.board, after.board, &shifts, &differences);
		compare_test_tell(&differences, &told);
		if (strcmp(told.text, cases[i].differences))
			fail_msg("%s: must be “%s” and is “%s”", cases[i].must, cases[i].differences, told.text);
		strbuf_release(&told);
		vec_release(&differences);
		ledger_release(&before);
		ledger_release(&after);
	}
}

static void what_a_shift_moves_has_not_moved(void **state)
{
	struct shift shift = {AXIS_COLUMNS, 1, 3};
	struct vec shifts = VEC_INIT(struct shift), differences = VEC_INIT(struct difference);
	struct strbuf told = STRBUF_INIT;
	struct ledger before, after;
	struct edit edit;

	(void)state;
	compare_test_fill(&before);
	compare_test_fill(&after);
	ledger_begin(&after, "Ann", &edit);
	assert_int_equal(edit_shift(&edit, shift, NULL), 0);
	assert_int_equal(edit_move(&edit, 2, (struct place){9, 9}, NULL), 0);
	ledger_end(&after, true);
	vec_add(&shifts, struct shift) = shift;
	compare_boards(before.board, after.board, &shifts, &differences);
	compare_test_tell(&differences, &told);
	assert_string_equal(told.text, "moved sticky 2");
	strbuf_release(&told);
	vec_release(&shifts);
	vec_release(&differences);
	ledger_release(&before);
	ledger_release(&after);
}

static void boards_of_two_logs_are_the_same_by_what_they_say(void **state)
{
	/* the same things under other numbers, and a text twice */
	static const struct context contexts[] = {{.name = (char *)"Y"}, {.name = (char *)"X"}};
	static const struct relation relation = {.source = 2, .target = 1, .label = (char *)"asks"};
	static const struct sticky stickies[] = {
		{.kind = KIND_COMMAND, .text = (char *)"Pay", .place = {2, 1}, .created = 5000},
		{.text = (char *)"Paid", .place = {1, 1}, .context = 2, .created = 6000},
		{.text = (char *)"Paid", .place = {3, 1}, .created = 7000},
	};
	static const struct link link = {.source = 1, .target = 2};
	static const struct phase phase = {.column = 1, .name = (char *)"Order"};
	static const struct message message = {.relation = 1, .sticky = 2};
	struct vec differences = VEC_INIT(struct difference);
	struct strbuf told = STRBUF_INIT;
	struct ledger before, after;
	struct edit edit;

	(void)state;
	compare_test_fill(&before);
	ledger_init(&after);
	ledger_begin(&after, "Bob", &edit);
	for (size_t i = 0; i < 2; i++)
		assert_true(edit_create(&edit, ENTITY_CONTEXT, &contexts[i], NULL) > 0);
	for (size_t i = 0; i < 3; i++)
		assert_true(edit_create(&edit, ENTITY_STICKY, &stickies[i], NULL) > 0);
	assert_true(edit_create(&edit, ENTITY_LINK, &link, NULL) > 0);
	assert_true(edit_create(&edit, ENTITY_PHASE, &phase, NULL) > 0);
	assert_true(edit_create(&edit, ENTITY_RELATION, &relation, NULL) > 0);
	assert_true(edit_create(&edit, ENTITY_MESSAGE, &message, NULL) > 0);
	ledger_end(&after, true);
	compare_boards(before.board, after.board, NULL, &differences);
	compare_test_tell(&differences, &told);
	assert_string_equal(told.text, "added sticky 3");
	strbuf_release(&told);
	vec_release(&differences);
	ledger_release(&before);
	ledger_release(&after);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_change_is_the_difference_that_it_is),
		cmocka_unit_test(what_a_shift_moves_has_not_moved),
		cmocka_unit_test(boards_of_two_logs_are_the_same_by_what_they_say),
	};

	return cmocka_run_group_tests_name("model/compare", tests, NULL, NULL);
}
