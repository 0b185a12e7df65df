/* check_messages: checks of events and commands that relations carry. */
#include "base/i18n.h"
#include "check/pattern.h"
#include "check/phrase.h"
#include "check/check_rows.h"
#include "check/finding.h"
#include "model/payload.h"

#define CHECK_MESSAGES_EVENT KIND_BIT(KIND_EVENT)

/* A domain event with fewer fields does not carry a whole aggregate, whatever other events have. */
#define CHECK_MESSAGES_WHOLE_LEAST 8
/* If two events have fewer fields in common, these may only identify both. */
#define CHECK_MESSAGES_SAME_LEAST 4

/* For a conformist this matters more; conformist-private reports that. */
static bool check_messages_is_private_to(const struct message_index_piece *piece)
{
	return piece->relation->style == RELATION_ASYNC && !pattern_takes(piece->relation, PATTERN_CONFORMIST);
}

static bool check_messages_private_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	size_t count;
	const struct message_index_piece *pieces = message_index_of_sticky(input->messages, sticky->id, &count);

	(void)other;
	for (size_t i = 0; i < count && !sticky->public; i++)
		if (check_messages_is_private_to(&pieces[i]))
			return true;
	return false;
}

static void check_messages_private_say(
	const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	size_t count;
	const struct message_index_piece *pieces = message_index_of_sticky(input->messages, finding->sticky, &count);
	bool first = true;

	for (size_t i = 0; i < count; i++) {
		if (!check_messages_is_private_to(&pieces[i]))
			continue;
		strbuf_addstr(out, first ? ": → " : ", ");
		first = false;
		phrase_context(input->board, pieces[i].relation->target, out);
	}
}

static bool check_messages_unheard_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	(void)other;
	return sticky->public && !message_index_carries(input->messages, sticky->id);
}

static bool check_messages_no_rejection_run(
	const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	size_t count;
	const struct message_index_piece *pieces = message_index_of_sticky(input->messages, sticky->id, &count);

	(void)other;
	for (size_t i = 0; i < count && !sticky->rejection; i++)
		if (pieces[i].relation->style == RELATION_SYNC)
			return true;
	return false;
}

/*
 * A domain event carries an aggregate's whole state when
 *	- it has at least CHECK_MESSAGES_WHOLE_LEAST fields, and among them all that the aggregate's other
 *	  events have, of which there is at least one whose fields are known; or
 *	- it has at least CHECK_MESSAGES_SAME_LEAST fields, and the same are sent somewhere as a snapshot:
 *	  of this event, or of another of the same aggregate.
 */
static bool check_messages_whole_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	struct payload payload;
	int64_t aggregate;
	bool found = false;

	if (!sticky->payload || !message_index_carries_as(input->messages, sticky->id, MESSAGE_DOMAIN_EVENT))
		return false;
	aggregate = siblings_aggregate(input->board, &input->namesakes, sticky);
	payload_init(&payload);
	payload_read(&payload, sticky->payload);
	if (payload.fields.count >= CHECK_MESSAGES_SAME_LEAST) {
		*other = siblings_snapshot(&input->siblings, aggregate, sticky->id, &payload);
		found = *other || message_index_carries_as(input->messages, sticky->id, MESSAGE_STATE_SNAPSHOT);
	}
	if (payload.fields.count >= CHECK_MESSAGES_WHOLE_LEAST)
		found |= siblings_are_covered(&input->siblings, aggregate, &payload);
	payload_release(&payload);
	return found;
}

const struct check check_messages_private = {
	.id = "private-crossing",
	.step = 8,
	.severity = CHECK_ERROR,
	.sentence = N_("it crosses a boundary, but its context does not publish it"),
	.reason = N_("A private event can change whenever its context does, without asking anyone outside. What "
		     "crosses a boundary is a promise."),
	.offer = N_("publish it, or send an event that is meant for others"),
	.example = N_("“Stock row updated” is nobody else's business; “Item sold out” is meant for others."),
	.command = "publish ID",
	.scope = CHECK_STICKY,
	.kinds = CHECK_MESSAGES_EVENT,
	.run = check_messages_private_run,
	.say = check_messages_private_say,
};

const struct check check_messages_unheard = {
	.id = "public-unheard",
	.step = 8,
	.sentence = N_("it is public, but no relation carries it"),
	.reason = N_("What is published must be kept stable for years. If nobody receives it, that is wasted work."),
	.offer = N_("name the relation that carries it, or make it private"),
	.example = N_("“Basket emptied” is public, but neither Ordering nor Delivery uses it."),
	.command = "unpublish ID",
	.scope = CHECK_STICKY,
	.kinds = CHECK_MESSAGES_EVENT,
	.run = check_messages_unheard_run,
};

const struct check check_messages_whole = {
	.id = "domain-event-whole",
	.step = 8,
	.sentence = N_("this domain event carries everything its aggregate knows"),
	.reason = N_("A domain event describes what happened and nothing else. If it carries the whole state, "
		     "everybody outside depends on how the aggregate is built."),
	.offer = N_("keep only what describes what happened, or make it a state transfer"),
	.example = N_("“Address changed” carries the two addresses, not the whole customer."),
	.command = "payload ID TEXT",
	.scope = CHECK_STICKY,
	.kinds = CHECK_MESSAGES_EVENT,
	.run = check_messages_whole_run,
};

const struct check check_messages_no_rejection = {
	.id = "command-no-rejection",
	.step = 8,
	.sentence = N_("it is called from outside, but nobody has said how it answers when it refuses"),
	.reason = N_(
		"A command can be rejected, and the caller is waiting for the answer. It must know what that may be."),
	.offer = N_("name the rejection: what is refused, and why"),
	.example = N_("“Request payment” may answer “Card declined”."),
	.command = "rejection ID TEXT",
	.scope = CHECK_STICKY,
	.kinds = KIND_BIT(KIND_COMMAND),
	.run = check_messages_no_rejection_run,
};
