/* check_events: checks of the wording and the place of an event. */
#include "base/i18n.h"
#include "check/check_rows.h"
#include "check/finding.h"
#include "check/trigger.h"
#include "check/wording.h"

#define CHECK_EVENTS_ONLY KIND_BIT(KIND_EVENT)

/* Kinds where each sticky stands for one thing on the timeline, so a text that comes twice is worth a look. */
#define CHECK_EVENTS_TOLD_ONCE (KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_POLICY))

static bool check_events_past_tense_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	(void)sticky, (void)other;
	return wording_is_known(&input->tokens) && !wording_is_past(&input->tokens);
}

static bool check_events_question_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	(void)sticky, (void)other;
	return input->tokens.question;
}

static bool check_events_imperative_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	(void)sticky, (void)other;
	return wording_is_imperative(&input->tokens);
}

static bool check_events_technical_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	(void)sticky, (void)other;
	return wording_is_technical(&input->tokens);
}

static bool check_events_vague_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	(void)sticky, (void)other;
	return wording_is_vague(&input->tokens);
}

/* A hotspot beside it will do: it says why there is no trigger yet. */
static bool check_events_no_trigger_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	unsigned triggers = KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_POLICY) | KIND_BIT(KIND_EXTERNAL_SYSTEM);

	(void)other;
	return !trigger_find(input->board, sticky, triggers, TRIGGER_BEFORE) &&
	       !trigger_find(input->board, sticky, KIND_BIT(KIND_HOTSPOT), TRIGGER_AROUND);
}

static bool check_events_same_text_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	const struct duplicate *first = duplicates_first(&input->duplicates, sticky->id);

	if (!first || first->id == sticky->id)
		return false;
	*other = first->id;
	return true;
}

static bool check_events_without_triggers(const struct check_input *input)
{
	return !board_count_kind(input->board, KIND_COMMAND) && !board_count_kind(input->board, KIND_POLICY) &&
	       !board_count_kind(input->board, KIND_EXTERNAL_SYSTEM);
}

const struct check check_events_past_tense = {
	.id = "event-past-tense",
	.step = 1,
	.sentence = N_("not in the past tense"),
	.reason = N_("An event is something that has happened. In the past tense it cannot be "
		     "mistaken for a wish, a task or a rule, and everybody can say whether it is "
		     "true."),
	.offer = N_("put it in the past tense"),
	.example = N_("“Send letter” becomes “Letter sent”."),
	.command = "edit ID TEXT",
	.scope = CHECK_STICKY,
	.kinds = CHECK_EVENTS_ONLY,
	.run = check_events_past_tense_run,
};

const struct check check_events_question = {
	.id = "event-question",
	.step = 1,
	.sentence = N_("this is a question"),
	.reason = N_("A question that nobody in the room can answer is worth more as a hotspot than as an event that "
		     "may never happen."),
	.offer = N_("make it a hotspot"),
	.example = N_("“Paid in advance?” becomes a hotspot."),
	.command = "kind ID hotspot",
	.scope = CHECK_STICKY,
	.kinds = CHECK_EVENTS_ONLY,
	.run = check_events_question_run,
};

const struct check check_events_imperative = {
	.id = "event-imperative",
	.step = 1,
	.sentence = N_("this asks for something to be done"),
	.reason =
		N_("What somebody wants done is a command, and can be refused. The event is what happened afterwards."),
	.offer = N_("make it a command"),
	.example = N_("“Ship the parcel” is what somebody wants; “Parcel shipped” is what "
		      "happened."),
	.command = "kind ID command",
	.scope = CHECK_STICKY,
	.kinds = CHECK_EVENTS_ONLY,
	.run = check_events_imperative_run,
};

const struct check check_events_technical = {
	.id = "event-technical",
	.step = 1,
	.sentence = N_("it only happened on a screen"),
	.reason = N_("Clicks and views change nothing in the business. They clutter the timeline and hide the events "
		     "that matter."),
	.offer = N_("say what changed in the business, or delete it"),
	.example = N_("“Order page opened” changes nothing; “Order placed” does."),
	.command = "delete ID",
	.scope = CHECK_STICKY,
	.kinds = CHECK_EVENTS_ONLY,
	.run = check_events_technical_run,
};

const struct check check_events_vague = {
	.id = "event-vague",
	.step = 1,
	.sentence = N_("its verb is too vague"),
	.reason = N_("“Processed” or “updated” hides what really happened, and often several "
		     "events in one."),
	.offer = N_("say what happened, or write one event for each thing that did"),
	.example = N_("“Order processed” may be “Order confirmed”, “Order packed” or both."),
	.command = "edit ID TEXT",
	.scope = CHECK_STICKY,
	.kinds = CHECK_EVENTS_ONLY,
	.run = check_events_vague_run,
};

const struct check check_events_no_trigger = {
	.id = "event-no-trigger",
	.step = 3,
	.severity = CHECK_WARNING,
	.sentence = N_("nothing before it: no command, policy or system"),
	.reason = N_("An event without a known cause is a gap in the story: a person, a system, time or another event "
		     "made it happen."),
	.offer = N_("put its command, policy or system before it, or a hotspot that says why "
		    "there is none"),
	.example = N_("“Send invoice”, a policy or the billing system comes before “Invoice sent”."),
	.command = "add command TEXT",
	.scope = CHECK_STICKY,
	.kinds = CHECK_EVENTS_ONLY,
	.run = check_events_no_trigger_run,
	.run_none = check_events_without_triggers,
	.sentence_none = N_("no command, policy or system is drawn yet: nothing leads to the events"),
};

const struct check check_events_same_text = {
	.id = "same-text",
	.step = 1,
	.sentence = N_("another sticky says the same"),
	.reason = N_("Either it is there twice, or one word stands for two different things, which is where models go "
		     "wrong."),
	.offer = N_("delete one, or say how they differ"),
	.example = N_("The shop's “Order placed” and the till's “Placed order”: one event, or two?"),
	.command = "delete ID",
	.scope = CHECK_STICKY,
	.kinds = CHECK_EVENTS_TOLD_ONCE,
	.run = check_events_same_text_run,
};
