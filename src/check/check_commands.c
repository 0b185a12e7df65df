/* check_commands: checks of commands and policies and the stickies around them. */
#include "base/i18n.h"
#include "check/check_rows.h"
#include "check/finding.h"
#include "check/duplicates.h"
#include "check/trigger.h"
#include "check/wording.h"

#define CHECK_COMMANDS_ONLY KIND_BIT(KIND_COMMAND)

static bool check_commands_no_event_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	(void)other;
	return !trigger_find(input->board, sticky, KIND_BIT(KIND_EVENT), TRIGGER_AFTER);
}

/* A screen with a link to the command implies a person. */
static bool check_commands_no_issuer_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	unsigned issuers = KIND_BIT(KIND_ACTOR) | KIND_BIT(KIND_POLICY) | KIND_BIT(KIND_EXTERNAL_SYSTEM);

	(void)other;
	return !trigger_find(input->board, sticky, issuers, TRIGGER_BEFORE) &&
	       !trigger_linked(input->board, sticky, KIND_BIT(KIND_UI), TRIGGER_BEFORE) &&
	       !trigger_find(input->board, sticky, KIND_BIT(KIND_HOTSPOT), TRIGGER_AROUND);
}

/* "Register returned book" begins like a command, whatever follows. */
static bool check_commands_past_tense_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	(void)sticky, (void)other;
	return wording_has_tense(&input->tokens) && !wording_starts_bare(&input->tokens);
}

static bool check_commands_no_verb_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	(void)sticky, (void)other;
	return wording_is_thing(&input->tokens);
}

/* Only links count: they say which event is meant; the columns then say which comes first. */
static bool check_commands_after_event_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	const struct sticky *event = trigger_linked(input->board, sticky, KIND_BIT(KIND_EVENT), TRIGGER_AFTER);

	if (!event || event->place.column >= sticky->place.column)
		return false;
	*other = event->id;
	return true;
}

/* Does the text name an aggregate of the board? */
static bool check_commands_names_aggregate(const struct check_input *input)
{
	struct vec found = VEC_INIT(const struct sticky *);
	size_t count;

	nameindex_find(&input->aggregates, &input->tokens, &found);
	count = found.count;
	vec_release(&found);
	return count;
}

/* The aggregate may stand by the command or by its event, or the command's text names it. */
static bool check_commands_no_aggregate_run(
	const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	unsigned aggregate = KIND_BIT(KIND_AGGREGATE);
	const struct sticky *event;

	(void)other;
	if (trigger_find(input->board, sticky, aggregate, TRIGGER_AROUND))
		return false;
	event = trigger_find(input->board, sticky, KIND_BIT(KIND_EVENT), TRIGGER_AFTER);
	return (!event || !trigger_find(input->board, event, aggregate, TRIGGER_AROUND)) &&
	       !check_commands_names_aggregate(input);
}

static uint64_t check_commands_name(const struct check_input *input, const struct sticky *aggregate)
{
	const struct namesake *same = namesakes_of(&input->namesakes, aggregate->id);

	return same ? same->name : 0;
}

/* Of the aggregates linked with STICKY, the one with the lowest id and another name than FIRST. */
static const struct sticky *check_commands_other_aggregate(
	const struct check_input *input, const struct sticky *sticky, const struct sticky *first)
{
	const struct board *board = input->board;
	const struct sticky *found = NULL;

	for (int side = 0; side < 2; side++) {
		const struct link *link = side ? sticky->first_out : sticky->first_in;

		for (; link; link = side ? link->next_out : link->next_in) {
			const struct sticky *other = board_sticky(board, side ? link->target : link->source);

			if (other->kind == KIND_AGGREGATE && (!found || other->id < found->id) &&
				check_commands_name(input, other) != check_commands_name(input, first))
				found = other;
		}
	}
	return found;
}

/* Only links count: an aggregate on the left may belong to the sentence before. */
static bool check_commands_two_aggregates_run(
	const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	const struct sticky *second,
		*first = trigger_linked(input->board, sticky, KIND_BIT(KIND_AGGREGATE), TRIGGER_AROUND);

	second = first ? check_commands_other_aggregate(input, sticky, first) : NULL;
	*other = second ? second->id : 0;
	return second;
}

/* The text may say when, too: "Whenever the parcel is lost, ...". */
static bool check_commands_policy_no_event_run(
	const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	(void)other;
	return !wording_has_condition(&input->tokens) &&
	       !trigger_find(input->board, sticky, KIND_BIT(KIND_EVENT), TRIGGER_BEFORE);
}

/* A policy may lead to its command, straight to an event, to a system or to the aggregate that it changes; or, by an
 * arrow, to a read model that it keeps up to date or to the next policy. */
static bool check_commands_policy_no_command_run(
	const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	unsigned ends = KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_EXTERNAL_SYSTEM) |
			KIND_BIT(KIND_AGGREGATE);

	(void)other;
	return !trigger_find(input->board, sticky, ends, TRIGGER_AFTER) &&
	       !trigger_linked(input->board, sticky, KIND_BIT(KIND_READ_MODEL) | KIND_BIT(KIND_POLICY), TRIGGER_AFTER);
}

static bool check_commands_without_actors(const struct check_input *input)
{
	return !board_count_kind(input->board, KIND_ACTOR);
}

static bool check_commands_without_events(const struct check_input *input)
{
	return !board_count_kind(input->board, KIND_EVENT);
}

static bool check_commands_without_aggregates(const struct check_input *input)
{
	return !board_count_kind(input->board, KIND_AGGREGATE);
}

const struct check check_commands_no_event = {
	.id = "command-no-event",
	.step = 3,
	.sentence = N_("no event follows it"),
	.reason = N_("A command that changes nothing is a question, so it belongs to a read model; or its event is "
		     "missing."),
	.offer = N_("put the event that it causes after it"),
	.example = N_("“Cancel order” leads to “Order cancelled”."),
	.command = "add event TEXT",
	.scope = CHECK_STICKY,
	.kinds = CHECK_COMMANDS_ONLY,
	.run = check_commands_no_event_run,
	.run_none = check_commands_without_events,
	.sentence_none = N_("no event is drawn yet: nothing follows the commands"),
};

const struct check check_commands_no_issuer = {
	.id = "command-no-issuer",
	.step = 5,
	.severity = CHECK_WARNING,
	.sentence = N_("nobody issues it: no actor, policy or system before it"),
	.reason = N_("Who may do this, and who actually does, decides rights, screens and automation."),
	.offer = N_("put the actor, policy or system that issues it before it"),
	.example = N_("“Buyer” comes before “Place order”."),
	.command = "add actor TEXT",
	.scope = CHECK_STICKY,
	.kinds = CHECK_COMMANDS_ONLY,
	.run = check_commands_no_issuer_run,
	.run_none = check_commands_without_actors,
	.sentence_none = N_("no actor is drawn yet: nobody issues the commands"),
};

const struct check check_commands_past_tense = {
	.id = "command-past-tense",
	.step = 3,
	.sentence = N_("it is in the past tense"),
	.reason = N_("A command is an intention that can still be refused. What has happened is an event."),
	.offer = N_("make it an event, or say what should be done"),
	.example = N_("“Order placed” becomes “Place order”."),
	.command = "kind ID event",
	.scope = CHECK_STICKY,
	.kinds = CHECK_COMMANDS_ONLY,
	.run = check_commands_past_tense_run,
};

const struct check check_commands_no_verb = {
	.id = "command-no-verb",
	.step = 3,
	.sentence = N_("names a thing, and nothing to be done with it"),
	.reason = N_("A command is what somebody wants done. A noun is an actor, a document or a system, and hides "
		     "what is wanted of it."),
	.offer = N_("say what is to be done, or make it another kind"),
	.example = N_("“Order form” becomes “Submit order”."),
	.command = "edit ID TEXT",
	.scope = CHECK_STICKY,
	.kinds = CHECK_COMMANDS_ONLY,
	.run = check_commands_no_verb_run,
};

const struct check check_commands_after_event = {
	.id = "command-after-event",
	.step = 3,
	.severity = CHECK_WARNING,
	.sentence = N_("it comes after the event that it causes"),
	.reason = N_("Time runs from left to right. A cause that comes after its effect makes the story impossible to "
		     "follow."),
	.offer = N_("move it before its event"),
	.example = N_("“Pay” is linked to “Paid” but is to the right of it."),
	.command = "carry left ID",
	.scope = CHECK_STICKY,
	.kinds = CHECK_COMMANDS_ONLY,
	.run = check_commands_after_event_run,
};

const struct check check_commands_no_aggregate = {
	.id = "aggregate-missing",
	.step = 6,
	.sentence = N_("no aggregate between it and its events"),
	.reason = N_("Something must decide whether the command is allowed, and remember what the event changed: that "
		     "is the aggregate."),
	.offer = N_("put the aggregate next to it"),
	.example = N_("“Place order” and “Order placed” act on “Order”."),
	.command = "add aggregate TEXT",
	.scope = CHECK_STICKY,
	.kinds = CHECK_COMMANDS_ONLY,
	.run = check_commands_no_aggregate_run,
	.run_none = check_commands_without_aggregates,
	.sentence_none = N_("no aggregate is drawn yet: the commands have none"),
};

const struct check check_commands_two_aggregates = {
	.id = "command-two-aggregates",
	.step = 6,
	.sentence = N_("linked to two aggregates"),
	.reason = N_("What one command changes must be consistent as a whole. Either the two aggregates are one, or a "
		     "policy is missing between them."),
	.offer = N_("unlink one of them, and let a policy pass the change on"),
	.example = N_("“Place order” changes “Order”; a policy then changes “Stock”."),
	.command = "add policy TEXT",
	.scope = CHECK_STICKY,
	.kinds = CHECK_COMMANDS_ONLY,
	.run = check_commands_two_aggregates_run,
};

const struct check check_commands_policy_no_event = {
	.id = "policy-no-event",
	.step = 6,
	.sentence = N_("reacts to nothing: no event before it"),
	.reason = N_("A policy says “whenever … then …”. Without the event nobody knows when."),
	.offer = N_("put the event that it reacts to before it"),
	.example = N_("“Whenever an order is placed …” comes after “Order placed”."),
	.command = "add event TEXT",
	.scope = CHECK_STICKY,
	.kinds = KIND_BIT(KIND_POLICY),
	.run = check_commands_policy_no_event_run,
};

const struct check check_commands_policy_no_command = {
	.id = "policy-no-command",
	.step = 6,
	.sentence = N_("leads to nothing: no command, event or system after it"),
	.reason = N_("A policy says “whenever … then …”. If nothing follows, it changes nothing."),
	.offer = N_("put the command that it issues after it"),
	.example = N_("“Whenever an order is placed, ask for payment” leads to “Request payment”."),
	.command = "add command TEXT",
	.scope = CHECK_STICKY,
	.kinds = KIND_BIT(KIND_POLICY),
	.run = check_commands_policy_no_command_run,
};
