#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/mem.h"
#include "model/edit.h"
#include "model/integration.h"

/* Two contexts, a relation from the one to the other, and in the sender an event. */
struct crossing {
	struct board *board;
	struct action action;
	struct edit edit;
};

static void crossing_open(struct crossing *crossing, bool rule, const char *payload)
{
	struct context ordering = {.name = (char *)"Ordering"}, delivery = {.name = (char *)"Delivery"};
	struct relation relation = {.source = 1, .target = 2, .style = RELATION_ASYNC};
	struct sticky event = {
		.text = (char *)"Order placed", .place = {1, 1}, .context = 1, .payload = (char *)payload};
	struct sticky policy = {.kind = KIND_POLICY, .text = (char *)"Whenever", .place = {2, 1}, .context = 2};
	struct link link = {.source = 1, .target = 2};

	crossing->board = board_new();
	action_init(&crossing->action);
	crossing->edit = (struct edit){crossing->board, &crossing->action};
	assert_int_equal(edit_create(&crossing->edit, ENTITY_CONTEXT, &ordering, NULL), 1);
	assert_int_equal(edit_create(&crossing->edit, ENTITY_CONTEXT, &delivery, NULL), 2);
	assert_int_equal(edit_create(&crossing->edit, ENTITY_RELATION, &relation, NULL), 1);
	assert_int_equal(edit_create(&crossing->edit, ENTITY_STICKY, &event, NULL), 1);
	if (!rule)
		return;
	assert_int_equal(edit_create(&crossing->edit, ENTITY_STICKY, &policy, NULL), 2);
	assert_int_equal(edit_create(&crossing->edit, ENTITY_LINK, &link, NULL), 1);
}

static void crossing_close(struct crossing *crossing)
{
	action_release(&crossing->action);
	board_free(crossing->board);
}

static const struct relation *crossing_relation(const struct crossing *crossing)
{
	return board_item(crossing->board, ENTITY_RELATION, 1);
}

static void the_answers_decide_the_type(void **state)
{
	static const struct {
		const char *consistency, *sensitive, *autonomous;
		bool rule; /* the receiver has a policy for it */
		const char *payload;
		enum message_type type;
		const char *says;
	} cases[] = {
		{"", "", "", false, NULL, MESSAGE_UNDECIDED, "what Delivery needs"},
		{"eventual", "", "", true, NULL, MESSAGE_UNDECIDED, "undecided"},
		{"", "", "yes", true, NULL, MESSAGE_UNDECIDED, "undecided"},
		{"latest", "", "", false, NULL, MESSAGE_NOTIFICATION,
			"notification and a query, because Delivery needs the latest state of "
			"Ordering"},
		{"latest", "no", "yes", true, NULL, MESSAGE_NOTIFICATION,
			"but then it cannot work while Ordering is down"},
		{"eventual", "yes", "yes", true, NULL, MESSAGE_NOTIFICATION, "is sensitive"},
		{"", "", "", false, "email: text sensitive", MESSAGE_NOTIFICATION, "is sensitive"},
		{"eventual", "no", "yes", true, "id: uuid", MESSAGE_STATE_SNAPSHOT,
			"state transfer, because Delivery must keep working while Ordering is down and may "
			"lag"},
		{"eventual", "", "yes", false, NULL, MESSAGE_STATE_SNAPSHOT, "state transfer"},
		{"eventual", "no", "no", true, NULL, MESSAGE_DOMAIN_EVENT,
			"domain event, because Delivery has a rule of its own"},
		{"eventual", "no", "no", false, NULL, MESSAGE_NOTIFICATION, "Delivery can ask Ordering"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct crossing crossing;
		struct strbuf says = STRBUF_INIT;
		const struct sticky *event;

		crossing_open(&crossing, cases[i].rule, cases[i].payload);
		edit_set(&crossing.edit, ENTITY_RELATION, 1, "consistency", cases[i].consistency, NULL);
		edit_set(&crossing.edit, ENTITY_RELATION, 1, "sensitive", cases[i].sensitive, NULL);
		edit_set(&crossing.edit, ENTITY_RELATION, 1, "autonomous", cases[i].autonomous, NULL);
		event = board_sticky(crossing.board, 1);
		integration_explain(crossing.board, crossing_relation(&crossing), event, &says);
		print_message("# %s\n", says.text);
		assert_int_equal(
			integration_propose(crossing.board, crossing_relation(&crossing), event), cases[i].type);
		assert_non_null(strstr(says.text, cases[i].says));
		strbuf_release(&says);
		crossing_close(&crossing);
	}
}

static void only_events_get_a_type(void **state)
{
	struct crossing crossing;

	(void)state;
	crossing_open(&crossing, true, NULL);
	edit_set(&crossing.edit, ENTITY_RELATION, 1, "consistency", "latest", NULL);
	assert_int_equal(
		integration_propose(crossing.board, crossing_relation(&crossing), board_sticky(crossing.board, 2)),
		MESSAGE_UNDECIDED);
	crossing_close(&crossing);
}

static void each_question_has_its_field(void **state)
{
	struct crossing crossing;

	(void)state;
	crossing_open(&crossing, false, NULL);
	for (int i = 0; i < INTEGRATION_QUESTION_COUNT; i++) {
		enum integration_question question = (enum integration_question)i, found;
		const char *answer = integration_choices(question)[0];
		struct strbuf asked = STRBUF_INIT;

		assert_true(integration_parse(integration_token(question), &found));
		assert_int_equal(found, question);
		assert_false(integration_is_answered(crossing_relation(&crossing), question));
		assert_int_equal(
			edit_set(&crossing.edit, ENTITY_RELATION, 1, integration_field(question), answer, NULL), 0);
		assert_string_equal(integration_given(crossing_relation(&crossing), question), answer);
		assert_true(integration_is_answered(crossing_relation(&crossing), question));
		integration_ask(crossing.board, crossing_relation(&crossing), question, &asked);
		assert_int_equal(asked.text[asked.len - 1], '?');
		strbuf_release(&asked);
	}
	crossing_close(&crossing);
}

static void known_answers_are_found_in_a_text(void **state)
{
	static const struct {
		const char *text;
		unsigned answers;
		bool lacks;
		const char *reason;
	} cases[] = {
		{NULL, 0, false, NULL},
		{"", 0, false, NULL},
		{"we call them", 0, false, NULL},
		{"outbox", INTEGRATION_BIT(INTEGRATION_OUTBOX), false, NULL},
		{"outbox, then retry", INTEGRATION_BIT(INTEGRATION_OUTBOX) | INTEGRATION_BIT(INTEGRATION_RETRY), false,
			NULL},
		{"process-manager", INTEGRATION_BIT(INTEGRATION_PROCESS_MANAGER), false, NULL},
		{"sagas", 0, false, NULL},
		{"none-needed", INTEGRATION_BIT(INTEGRATION_NONE_NEEDED), true, NULL},
		{"none-needed: ", INTEGRATION_BIT(INTEGRATION_NONE_NEEDED), true, NULL},
		{"none-needed: it is told once", INTEGRATION_BIT(INTEGRATION_NONE_NEEDED), false, "it is told once"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		assert_int_equal(integration_answers(cases[i].text), cases[i].answers);
		assert_int_equal(integration_lacks_reason(cases[i].text), cases[i].lacks);
		if (cases[i].reason)
			assert_string_equal(integration_reason(cases[i].text), cases[i].reason);
		else
			assert_null(integration_reason(cases[i].text));
	}
}

static void none_needed_wants_a_reason(void **state)
{
	struct crossing crossing;

	(void)state;
	crossing_open(&crossing, false, NULL);
	edit_set(&crossing.edit, ENTITY_RELATION, 1, "when_twice", "none-needed", NULL);
	assert_false(integration_is_answered(crossing_relation(&crossing), INTEGRATION_TWICE));
	edit_set(&crossing.edit, ENTITY_RELATION, 1, "when_twice", "none-needed: once", NULL);
	assert_true(integration_is_answered(crossing_relation(&crossing), INTEGRATION_TWICE));
	crossing_close(&crossing);
}

static void a_call_is_asked_less_and_carries_other_things(void **state)
{
	(void)state;
	for (int i = 0; i < INTEGRATION_QUESTION_COUNT; i++)
		assert_true(integration_asks(RELATION_ASYNC, (enum integration_question)i));
	assert_false(integration_asks(RELATION_SYNC, INTEGRATION_CONSISTENCY));
	assert_false(integration_asks(RELATION_SYNC, INTEGRATION_AUTONOMOUS));
	assert_false(integration_asks(RELATION_SYNC, INTEGRATION_DISORDERED));
	assert_true(integration_asks(RELATION_SYNC, INTEGRATION_TWICE));
	assert_true(integration_carries(RELATION_ASYNC, KIND_EVENT));
	assert_false(integration_carries(RELATION_ASYNC, KIND_COMMAND));
	assert_false(integration_carries(RELATION_SYNC, KIND_EVENT));
	assert_true(integration_carries(RELATION_SYNC, KIND_COMMAND));
	assert_true(integration_carries(RELATION_SYNC, KIND_READ_MODEL));
	assert_true(integration_carries(RELATION_UNKNOWN, KIND_EVENT));
	assert_true(integration_carries(RELATION_UNKNOWN, KIND_COMMAND));
	assert_false(integration_carries(RELATION_UNKNOWN, KIND_ACTOR));
	assert_false(integration_asks(RELATION_UNKNOWN, INTEGRATION_CONSISTENCY));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_answers_decide_the_type),
		cmocka_unit_test(only_events_get_a_type),
		cmocka_unit_test(each_question_has_its_field),
		cmocka_unit_test(known_answers_are_found_in_a_text),
		cmocka_unit_test(none_needed_wants_a_reason),
		cmocka_unit_test(a_call_is_asked_less_and_carries_other_things),
	};

	return cmocka_run_group_tests_name("model/integration", tests, NULL, NULL);
}
