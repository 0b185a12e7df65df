/* check_failures: checks of what happens when things go wrong. */
#include "base/i18n.h"
#include "base/mem.h"
#include "check/phrase.h"
#include "check/check_rows.h"
#include "check/finding.h"
#include "model/integration.h"

#define CHECK_FAILURES_SAGA (INTEGRATION_BIT(INTEGRATION_SAGA) | INTEGRATION_BIT(INTEGRATION_PROCESS_MANAGER))

/* Three contexts that something passes through. */
struct check_failures_path {
	int64_t contexts[3];
};

static bool check_failures_has_saga(const struct relation *relation)
{
	unsigned answers = 0;

	for (int i = INTEGRATION_FIRST_FAILURE; i < INTEGRATION_QUESTION_COUNT; i++)
		answers |= integration_answers(integration_given(relation, (enum integration_question)i));
	return answers & CHECK_FAILURES_SAGA;
}

/* Does OTHER continue RELATION, or lead to it, with a third context at its other end? */
static bool check_failures_joins(
	const struct relation *relation, const struct relation *other, struct check_failures_path *path)
{
	if (other->source == relation->target && other->target != relation->source)
		*path = (struct check_failures_path){{relation->source, relation->target, other->target}};
	else if (other->target == relation->source && other->source != relation->target)
		*path = (struct check_failures_path){{other->source, other->target, relation->target}};
	else
		return false;
	return true;
}

/*
 * Must what RELATION sends be undone together with what others do, is it part of a path over three contexts along
 * which events are sent, and does nothing near it name a saga or process manager? PATH is that path; of several, the
 * one with the lowest id of a relation.
 */
static bool check_failures_lacks_saga(
	const struct check_input *input, const struct relation *relation, struct check_failures_path *path)
{
	const struct relation *other;
	bool found = false;

	if (relation->compensated != ANSWER_YES || !message_index_sends(input->messages, relation) ||
		check_failures_has_saga(relation))
		return false;
	for (size_t i = 0; (other = message_index_sender(input->messages, i)); i++) {
		struct check_failures_path here;

		if (!check_failures_joins(relation, other, &here))
			continue;
		if (check_failures_has_saga(other))
			return false;
		if (!found)
			*path = here;
		found = true;
	}
	return found;
}

static bool check_failures_saga_run(const struct check_input *input, const struct relation *relation)
{
	struct check_failures_path path;

	return check_failures_lacks_saga(input, relation, &path);
}

static void check_failures_saga_say(const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	struct check_failures_path path;

	if (!check_failures_lacks_saga(input, board_item(input->board, ENTITY_RELATION, finding->item), &path))
		return;
	for (size_t i = 0; i < ARRAY_SIZE(path.contexts); i++) {
		strbuf_addstr(out, i ? " → " : ": ");
		phrase_context(input->board, path.contexts[i], out);
	}
}

/* Does a relation that sends events lead from SOURCE to TARGET? */
static bool check_failures_leads(const struct check_input *input, int64_t source, int64_t target)
{
	const struct relation *other;

	for (size_t i = 0; (other = message_index_sender(input->messages, i)); i++)
		if (other->source == source && other->target == target)
			return true;
	return false;
}

/*
 * Can some of what RELATION sends overtake the rest, and has nobody said what happens then? It can if another relation
 * sends between the same two contexts, or if there is also a way through a third, *MIDDLE (otherwise 0).
 */
static bool check_failures_races(const struct check_input *input, const struct relation *relation, int64_t *middle)
{
	const struct relation *other;

	*middle = 0;
	if (integration_is_answered(relation, INTEGRATION_DISORDERED) ||
		!message_index_sends(input->messages, relation))
		return false;
	for (size_t i = 0; (other = message_index_sender(input->messages, i)); i++) {
		if (other == relation || other->source != relation->source)
			continue;
		if (other->target == relation->target)
			return true;
		if (!check_failures_leads(input, other->target, relation->target))
			continue;
		*middle = other->target;
		return true;
	}
	return false;
}

static bool check_failures_order_run(const struct check_input *input, const struct relation *relation)
{
	int64_t middle;

	return check_failures_races(input, relation, &middle);
}

static void check_failures_order_say(const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	struct strbuf name = STRBUF_INIT;
	int64_t middle;

	if (!check_failures_races(input, board_item(input->board, ENTITY_RELATION, finding->item), &middle))
		return;
	strbuf_addstr(out, ": ");
	phrase_context(input->board, middle, &name);
	if (middle)
		strbuf_addf(out, _("some of it comes through %s"), name.text);
	else
		strbuf_addstr(out, _("two relations lead there"));
	strbuf_release(&name);
}

/* Is QUESTION open? Questions that have a check of their own are not asked again here. */
static bool check_failures_is_open(
	const struct check_input *input, const struct relation *relation, enum integration_question question)
{
	struct check_failures_path path;
	int64_t middle;

	if (integration_is_answered(relation, question))
		return false;
	if (question == INTEGRATION_FAILED)
		return !check_failures_lacks_saga(input, relation, &path);
	if (question == INTEGRATION_DISORDERED)
		return !check_failures_races(input, relation, &middle);
	return true;
}

static bool check_failures_open_run(const struct check_input *input, const struct relation *relation)
{
	if (!message_index_sends(input->messages, relation))
		return false;
	for (int i = INTEGRATION_FIRST_FAILURE; i < INTEGRATION_QUESTION_COUNT; i++)
		if (check_failures_is_open(input, relation, (enum integration_question)i))
			return true;
	return false;
}

/* What may go wrong, in a few words. */
static const char *const check_failures_words[INTEGRATION_QUESTION_COUNT] = {
	[INTEGRATION_SLOW] = N_("the network is slow"),
	[INTEGRATION_FAILED] = N_("a server fails"),
	[INTEGRATION_DISORDERED] = N_("messages come out of order"),
	[INTEGRATION_TWICE] = N_("messages come twice"),
};

static void check_failures_open_say(const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	const struct relation *relation = board_item(input->board, ENTITY_RELATION, finding->item);
	bool first = true;

	for (int i = INTEGRATION_FIRST_FAILURE; i < INTEGRATION_QUESTION_COUNT; i++) {
		if (!check_failures_is_open(input, relation, (enum integration_question)i))
			continue;
		phrase_next(&first, out);
		strbuf_addstr(out, _(check_failures_words[i]));
	}
}

const struct check check_failures_open = {
	.id = "failure-open",
	.step = 8,
	.sentence = N_("nobody has said what happens when things go wrong"),
	.reason = N_("Networks are slow, servers fail at the worst moment, messages arrive late, out of order or "
		     "twice. It will happen, so it is cheaper to decide now."),
	.offer = N_("answer these questions, or say why nothing needs to be done"),
	.example = N_("“Order placed” comes twice: is it delivered twice?"),
	.command = "integrate FROM TO -l LABEL TEXT",
	.scope = CHECK_RELATION,
	.run_relation = check_failures_open_run,
	.say = check_failures_open_say,
};

const struct check check_failures_order = {
	.id = "order-matters",
	.step = 8,
	.severity = CHECK_WARNING,
	.sentence = N_("messages may overtake each other here"),
	.reason = N_("What travels on two routes arrives in any order: the cancellation before the order, the parcel "
		     "before the address."),
	.offer = N_("say what the receiver does with a message that comes too early"),
	.example = N_("“Order cancelled” reaches Delivery before “Order placed”, which came through Payment."),
	.command = "integrate FROM TO -l LABEL disordered TEXT",
	.scope = CHECK_RELATION,
	.run_relation = check_failures_order_run,
	.say = check_failures_order_say,
};

const struct check check_failures_saga = {
	.id = "saga-missing",
	.step = 8,
	.severity = CHECK_WARNING,
	.sentence = N_("several contexts must be undone together, but nothing coordinates that"),
	.reason = N_("There is no transaction across three contexts. When the last step fails, somebody has to know "
		     "which steps were done, and undo them."),
	.offer = N_("answer “a server fails” with a saga or a process manager"),
	.example = N_("No courier is found: who pays back, and who puts the goods back on the "
		      "shelf?"),
	.command = "integrate FROM TO -l LABEL failed TEXT",
	.scope = CHECK_RELATION,
	.run_relation = check_failures_saga_run,
	.say = check_failures_saga_say,
};
