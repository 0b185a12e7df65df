/* check_messages: checks of events and commands that relations carry. */
#include <stdlib.h>

#include "base/i18n.h"
#include "check/pattern.h"
#include "check/phrase.h"
#include "check/check_rows.h"
#include "check/finding.h"
#include "check/trigger.h"
#include "model/payload.h"

#define CHECK_MESSAGES_EVENT KIND_BIT(KIND_EVENT)
#define CHECK_MESSAGES_AGGREGATE KIND_BIT(KIND_AGGREGATE)

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

/* Does any relation carry it as TYPE? */
static bool check_messages_is_sent_as(
	const struct check_input *input, const struct sticky *sticky, enum message_type type)
{
	size_t count;
	const struct message_index_piece *pieces = message_index_of_sticky(input->messages, sticky->id, &count);

	for (size_t i = 0; i < count; i++)
		if (pieces[i].message->type == (int)type)
			return true;
	return false;
}

/* Are all fields of PART among those of WHOLE? */
static bool check_messages_covers(const struct payload *whole, const struct payload *part)
{
	for (size_t i = 0; i < part->fields.count; i++)
		if (!payload_find(whole, payload_at(part, i)->name))
			return false;
	return true;
}

/* What a domain event is compared with: other events of its aggregate. */
struct check_messages_siblings {
	const struct check_input *input;
	const struct sticky *event;
	const struct namesake *aggregate; /* NULL: it is of none */
	struct payload payload;           /* of the event */
	size_t count;                     /* other events of the aggregate whose fields are known */
	bool covered;                     /* it has the fields of all of these */
	int64_t snapshot;                 /* one of them that carries the same as the whole state, or 0 */
};

/* The aggregate that EVENT is of. */
static const struct namesake *check_messages_aggregate(const struct check_input *input, const struct sticky *event)
{
	const struct sticky *aggregate = trigger_find(input->board, event, CHECK_MESSAGES_AGGREGATE, TRIGGER_AROUND);

	return aggregate ? namesakes_of(&input->namesakes, aggregate->id) : NULL;
}

static void check_messages_compare(struct check_messages_siblings *siblings, const struct sticky *other)
{
	struct payload theirs;

	if (other == siblings->event || other->kind != KIND_EVENT || !other->payload ||
		check_messages_aggregate(siblings->input, other) != siblings->aggregate)
		return;
	payload_init(&theirs);
	payload_read(&theirs, other->payload);
	siblings->count++;
	if (!check_messages_covers(&siblings->payload, &theirs))
		siblings->covered = false;
	else if (check_messages_covers(&theirs, &siblings->payload) &&
		 check_messages_is_sent_as(siblings->input, other, MESSAGE_STATE_SNAPSHOT) &&
		 (!siblings->snapshot || other->id < siblings->snapshot))
		siblings->snapshot = other->id;
	payload_release(&theirs);
}

static int check_messages_order(const void *a, const void *b)
{
	int64_t one = *(const int64_t *)a, other = *(const int64_t *)b;

	return (one > other) - (one < other);
}

/* Appends the stickies near those of the aggregate, each once. */
static void check_messages_near(const struct check_messages_siblings *siblings, struct vec *near)
{
	const struct board *board = siblings->input->board;
	size_t count = 0;

	for (size_t i = 0; i < siblings->aggregate->ids.count; i++) {
		const struct sticky *sticky = board_sticky(board, vec_get(&siblings->aggregate->ids, int64_t, i));

		if (sticky)
			trigger_near(board, sticky, near);
	}
	if (near->count)
		qsort(near->items, near->count, sizeof(int64_t), check_messages_order);
	for (size_t i = 0; i < near->count; i++)
		if (!i || vec_get(near, int64_t, i) != vec_get(near, int64_t, count - 1))
			vec_get(near, int64_t, count++) = vec_get(near, int64_t, i);
	near->count = count;
}

static void check_messages_compare_all(struct check_messages_siblings *siblings)
{
	const struct board *board = siblings->input->board;
	struct vec near = VEC_INIT(int64_t);

	check_messages_near(siblings, &near);
	for (size_t i = 0; i < near.count; i++)
		check_messages_compare(siblings, board_sticky(board, vec_get(&near, int64_t, i)));
	vec_release(&near);
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
	struct check_messages_siblings siblings = {.input = input, .event = sticky, .covered = true};
	bool found = false;

	if (!sticky->payload || !check_messages_is_sent_as(input, sticky, MESSAGE_DOMAIN_EVENT))
		return false;
	siblings.aggregate = check_messages_aggregate(input, sticky);
	payload_init(&siblings.payload);
	payload_read(&siblings.payload, sticky->payload);
	if (siblings.payload.fields.count >= CHECK_MESSAGES_SAME_LEAST) {
		found = check_messages_is_sent_as(input, sticky, MESSAGE_STATE_SNAPSHOT);
		if (siblings.aggregate)
			check_messages_compare_all(&siblings);
		found |= siblings.snapshot != 0;
		found |= siblings.payload.fields.count >= CHECK_MESSAGES_WHOLE_LEAST && siblings.count &&
			 siblings.covered;
	}
	if (found)
		*other = siblings.snapshot;
	payload_release(&siblings.payload);
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
