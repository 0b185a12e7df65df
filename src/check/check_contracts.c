/* check_contracts: checks of what a relation carries and what its receiver needs. */
#include <string.h>

#include "base/i18n.h"
#include "check/pattern.h"
#include "check/phrase.h"
#include "check/check_rows.h"
#include "check/finding.h"
#include "model/integration.h"
#include "model/payload.h"

/* Is it wrong that PIECE is carried, or how it is carried? */
typedef bool check_contracts_rule(const struct board *board, const struct message_index_piece *piece);

static bool check_contracts_any(
	const struct check_input *input, const struct relation *relation, check_contracts_rule *is_wrong)
{
	size_t count;
	const struct message_index_piece *pieces = message_index_of_relation(input->messages, relation->id, &count);

	for (size_t i = 0; i < count; i++)
		if (is_wrong(input->board, &pieces[i]))
			return true;
	return false;
}

/* Appends ": “Order placed”, “Order paid”": every piece that breaks the rule. */
static void check_contracts_name(const struct check_input *input, const struct finding *finding,
	check_contracts_rule *is_wrong, struct strbuf *out)
{
	size_t count;
	const struct message_index_piece *pieces = message_index_of_relation(input->messages, finding->item, &count);
	bool first = true;

	for (size_t i = 0; i < count; i++) {
		if (!is_wrong(input->board, &pieces[i]))
			continue;
		phrase_next(&first, out);
		phrase_sticky(pieces[i].sticky, out);
	}
}

static bool check_contracts_is_state(const struct message_index_piece *piece)
{
	return piece->message->type == MESSAGE_STATE_SNAPSHOT || piece->message->type == MESSAGE_STATE_DELTA;
}

static bool check_contracts_is_stale(const struct board *board, const struct message_index_piece *piece)
{
	(void)board;
	return piece->relation->style == RELATION_ASYNC && piece->relation->consistency == CONSISTENCY_LATEST &&
	       check_contracts_is_state(piece);
}

static bool check_contracts_stale_run(const struct check_input *input, const struct relation *relation)
{
	return check_contracts_any(input, relation, check_contracts_is_stale);
}

static void check_contracts_stale_say(
	const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	check_contracts_name(input, finding, check_contracts_is_stale, out);
}

/* What must not be copied has to be asked for, even if that depends on the other side being up. */
static bool check_contracts_asks(const struct board *board, const struct message_index_piece *piece)
{
	return piece->relation->style == RELATION_ASYNC && piece->message->type == MESSAGE_NOTIFICATION &&
	       integration_propose(board, piece->relation, piece->sticky) == MESSAGE_STATE_SNAPSHOT;
}

static bool check_contracts_asks_run(const struct check_input *input, const struct relation *relation)
{
	return check_contracts_any(input, relation, check_contracts_asks);
}

static void check_contracts_asks_say(const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	check_contracts_name(input, finding, check_contracts_asks, out);
}

/* The fields say which data is sensitive; while there are none, the answer for the relation does. */
static bool check_contracts_is_copied(const struct board *board, const struct message_index_piece *piece)
{
	const char *payload = piece->sticky->payload;

	(void)board;
	return check_contracts_is_state(piece) &&
	       (payload ? payload_is_sensitive(payload) : piece->relation->sensitive == ANSWER_YES);
}

static bool check_contracts_copied_run(const struct check_input *input, const struct relation *relation)
{
	return check_contracts_any(input, relation, check_contracts_is_copied);
}

static void check_contracts_copied_say(
	const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	check_contracts_name(input, finding, check_contracts_is_copied, out);
}

static bool check_contracts_is_private(const struct board *board, const struct message_index_piece *piece)
{
	(void)board;
	return piece->relation->style == RELATION_ASYNC && pattern_takes(piece->relation, PATTERN_CONFORMIST) &&
	       piece->sticky->kind == KIND_EVENT && !piece->sticky->public;
}

static bool check_contracts_private_run(const struct check_input *input, const struct relation *relation)
{
	return check_contracts_any(input, relation, check_contracts_is_private);
}

static void check_contracts_private_say(
	const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	check_contracts_name(input, finding, check_contracts_is_private, out);
}

/* Is NAME one of USES, words separated by spaces? */
static bool check_contracts_uses(const char *uses, const char *name)
{
	size_t len = strlen(name), word;

	for (uses += strspn(uses, " "); *uses; uses += strspn(uses, " ")) {
		word = strcspn(uses, " ");
		if (word == len && !memcmp(uses, name, len))
			return true;
		uses += word;
	}
	return false;
}

/* Appends the fields that are sent but not used to OUT, which may be NULL; are there any? There are none as long as
 * nobody has said what is used. */
static bool check_contracts_unused(const struct message_index_piece *piece, struct strbuf *out)
{
	const char *uses = piece->message->uses;
	struct payload payload;
	bool first = true;

	if (!uses || !check_contracts_is_state(piece))
		return false;
	payload_init(&payload);
	payload_read(&payload, piece->sticky->payload);
	for (size_t i = 0; i < payload.fields.count; i++) {
		const char *name = payload_at(&payload, i)->name;

		if (check_contracts_uses(uses, name))
			continue;
		if (out)
			strbuf_addf(out, "%s%s", first ? " " : ", ", name);
		first = false;
	}
	payload_release(&payload);
	return !first;
}

static bool check_contracts_is_unused(const struct board *board, const struct message_index_piece *piece)
{
	(void)board;
	return check_contracts_unused(piece, NULL);
}

static bool check_contracts_unused_run(const struct check_input *input, const struct relation *relation)
{
	return check_contracts_any(input, relation, check_contracts_is_unused);
}

/* ": “Order placed”: address, phone; “Order paid”: card" */
static void check_contracts_unused_say(
	const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	size_t count;
	const struct message_index_piece *pieces = message_index_of_relation(input->messages, finding->item, &count);
	bool first = true;

	for (size_t i = 0; i < count; i++) {
		if (!check_contracts_unused(&pieces[i], NULL))
			continue;
		strbuf_addstr(out, first ? ": " : "; ");
		first = false;
		phrase_sticky(pieces[i].sticky, out);
		strbuf_addch(out, ':');
		check_contracts_unused(&pieces[i], out);
	}
}

/* One relation with a published language is enough: that is the language others will speak. */
static bool check_contracts_mute_run(const struct check_input *input, const struct context *context)
{
	const struct relation *relation;
	bool open = false;
	size_t at = 0;

	while ((relation = board_next(input->board, ENTITY_RELATION, &at))) {
		if (pattern_supplier(relation) != context->id)
			continue;
		if (pattern_supplies(relation, PATTERN_PUBLISHED_LANGUAGE))
			return false;
		open |= pattern_supplies(relation, PATTERN_OPEN_HOST);
	}
	return open;
}

const struct check check_contracts_stale = {
	.id = "state-stale",
	.step = 8,
	.severity = CHECK_WARNING,
	.sentence = N_("the receiver needs the latest state but gets a copy"),
	.reason = N_("A copy is as old as the message that brought it. Whoever needs to know what is true now has to "
		     "ask the source."),
	.offer = N_("send a notification and let the receiver ask, or agree that the copy may lag"),
	.example = N_("A credit limit copied overnight is wrong by noon."),
	.scope = CHECK_RELATION,
	.run_relation = check_contracts_stale_run,
	.say = check_contracts_stale_say,
};

const struct check check_contracts_notification = {
	.id = "notification-asks",
	.step = 8,
	.severity = CHECK_WARNING,
	.sentence = N_("the receiver must keep working while the sender is down, but has to ask it"),
	.reason = N_("A notification only says that something happened. Whoever needs more asks the sender, and waits "
		     "until it is up."),
	.offer = N_("send the state along, so that the receiver has its own copy"),
	.example = N_("Delivery gets “Order placed” with only a number, and cannot pack while Ordering is down."),
	.scope = CHECK_RELATION,
	.run_relation = check_contracts_asks_run,
	.say = check_contracts_asks_say,
};

const struct check check_contracts_sensitive = {
	.id = "sensitive-copied",
	.step = 8,
	.severity = CHECK_WARNING,
	.sentence = N_("sensitive data is copied to the receiver"),
	.reason = N_("A copy stays in every queue, log and backup on its way, where nobody asks who may read it."),
	.offer = N_("send a notification, and let the sender decide who may ask for the rest"),
	.example = N_("“Customer registered” hands the date of birth to everybody who listens."),
	.scope = CHECK_RELATION,
	.run_relation = check_contracts_copied_run,
	.say = check_contracts_copied_say,
};

const struct check check_contracts_conformist = {
	.id = "conformist-private",
	.step = 8,
	.severity = CHECK_ERROR,
	.sentence = N_("the receiver conforms to something the sender does not publish"),
	.reason = N_("A conformist adopts the model as it is. If that model is private, a change inside the sender "
		     "breaks the receiver without warning."),
	.offer = N_("publish the event, or put an anticorruption layer in front of it"),
	.example = N_("Delivery reads the warehouse's “Picking row closed”, which changes every month."),
	.scope = CHECK_RELATION,
	.run_relation = check_contracts_private_run,
	.say = check_contracts_private_say,
};

const struct check check_contracts_unneeded = {
	.id = "state-unused",
	.step = 8,
	.sentence = N_("the receiver does not use some of these fields"),
	.reason = N_(
		"The sender can no longer change a field on its own once it is sent, whether anybody uses it or not."),
	.offer = N_("leave them out, or say what they are used for"),
	.example = N_("Delivery gets the prices of an order but only uses the address."),
	.scope = CHECK_RELATION,
	.run_relation = check_contracts_unused_run,
	.say = check_contracts_unused_say,
};

const struct check check_contracts_mute = {
	.id = "open-host-mute",
	.step = 8,
	.sentence = N_("open to everybody, but without a published language"),
	.reason = N_("An open host serves consumers it does not know; all they can rely on is what is written down: "
		     "messages, fields, and what they mean."),
	.offer = N_("make one of its relations a published language, and write that language down"),
	.example = N_("Everybody may call Payment, but only its authors know what “status 7” means."),
	.command = "relate NAME TEXT",
	.scope = CHECK_CONTEXT,
	.run_context = check_contracts_mute_run,
};
