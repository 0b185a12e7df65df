/* check_coupling: checks for contexts that can hardly be changed or run on their own. */
#include "base/i18n.h"
#include "check/duplicates.h"
#include "check/phrase.h"
#include "check/propose_words.h"
#include "check/check_rows.h"
#include "check/finding.h"
#include "check/trigger.h"

/* A big ball of mud: at least so many contexts, and so many of their pairs related. */
#define CHECK_COUPLING_MUD_CONTEXTS 4
#define CHECK_COUPLING_MUD_PERCENT 75

/* Fewer events in common may be chance. */
#define CHECK_COUPLING_EVENTS_LEAST 2

/* Fewer words in common may be chance too: "send" of two different things. */
#define CHECK_COUPLING_WORDS_LEAST 2

static bool check_coupling_notifies(const struct check_input *input, const struct relation *relation)
{
	size_t count;
	const struct message_index_piece *pieces = message_index_of_relation(input->messages, relation->id, &count);

	for (size_t i = 0; i < count; i++)
		if (pieces[i].message->type == MESSAGE_NOTIFICATION)
			return true;
	return false;
}

/* Is the call from CALLER to CALLED part of a chain of calls? Either *BEFORE calls CALLER, or CALLED calls *BEHIND;
 * the other is 0. */
static bool check_coupling_is_in_chain(
	const struct check_input *input, int64_t caller, int64_t called, int64_t *before, int64_t *behind)
{
	const struct relation_index_edge *edges = input->relations->edges.items;

	*before = *behind = 0;
	for (size_t i = 0; i < input->relations->edges.count && !*before && !*behind; i++) {
		if (edges[i].style != RELATION_SYNC)
			continue;
		if (edges[i].source == called && edges[i].target != caller)
			*behind = edges[i].target;
		else if (edges[i].target == caller && edges[i].source != called)
			*before = edges[i].source;
	}
	return *before || *behind;
}

/* An event only notifies, its receiver calls back for the rest, and that call is part of a chain of calls. */
static bool check_coupling_query_back_run(const struct check_input *input, const struct relation *relation)
{
	int64_t before, behind;

	return message_index_sends(input->messages, relation) && check_coupling_notifies(input, relation) &&
	       relation_index_relation(input->relations, relation->target, relation->source, RELATION_SYNC) &&
	       check_coupling_is_in_chain(input, relation->target, relation->source, &before, &behind);
}

/* ": Shop → Stock → Bank" */
static void check_coupling_query_back_say(
	const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	const struct relation *relation = board_item(input->board, ENTITY_RELATION, finding->item);
	int64_t path[4] = {0, relation->target, relation->source, 0};
	bool first = true;

	check_coupling_is_in_chain(input, relation->target, relation->source, &path[0], &path[3]);
	for (size_t i = 0; i < sizeof(path) / sizeof(path[0]); i++) {
		if (!path[i])
			continue;
		strbuf_addstr(out, first ? ": " : " → ");
		first = false;
		phrase_context(input->board, path[i], out);
	}
}

/* Appends to COMMANDS (of const struct sticky *) what POLICY leads to. */
static void check_coupling_follow(const struct board *board, const struct sticky *policy, struct vec *commands)
{
	const struct sticky *command;
	size_t before = commands->count;

	for (const struct link *link = policy->first_out; link; link = link->next_out)
		if (board_sticky(board, link->target)->kind == KIND_COMMAND)
			vec_add(commands, const struct sticky *) = board_sticky(board, link->target);
	if (commands->count > before || policy->first_out)
		return;
	command = trigger_find(board, policy, KIND_BIT(KIND_COMMAND), TRIGGER_AFTER);
	if (command)
		vec_add(commands, const struct sticky *) = command;
}

/* Fills COMMANDS with those by which CONTEXT reacts to EVENT, directly or through one of its policies. */
static void check_coupling_react(
	const struct board *board, const struct sticky *event, int64_t context, struct vec *commands)
{
	unsigned causes = KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_POLICY);
	struct vec near = VEC_INIT(int64_t);

	vec_reset(commands);
	if (event->context && event->context != context)
		trigger_near(board, event, &near);
	for (size_t i = 0; i < near.count; i++) {
		const struct sticky *other = board_sticky(board, vec_get(&near, int64_t, i));

		if (other->context != context)
			continue;
		if (other->kind == KIND_POLICY &&
			trigger_find(board, other, KIND_BIT(KIND_EVENT), TRIGGER_BEFORE) == event)
			check_coupling_follow(board, other, commands);
		else if (other->kind == KIND_COMMAND && trigger_find(board, other, causes, TRIGGER_BEFORE) == event)
			vec_add(commands, const struct sticky *) = other;
	}
	vec_release(&near);
}

static bool check_coupling_has_key(const struct vec *keys, uint64_t hash)
{
	for (size_t i = 0; i < keys->count; i++)
		if (vec_get(keys, struct propose_key, i).hash == hash)
			return true;
	return false;
}

/* Does MORE say all that LESS says, and is that more than one word? */
static bool check_coupling_is_within(const struct vec *less, const struct vec *more)
{
	for (size_t i = 0; i < less->count; i++)
		if (!check_coupling_has_key(more, vec_get(less, struct propose_key, i).hash))
			return false;
	return less->count >= CHECK_COUPLING_WORDS_LEAST;
}

/* Are two commands alike: the same action, or all words of one in the other? */
static bool check_coupling_is_alike(const struct sticky *one, const struct sticky *other)
{
	struct vec keys[2] = {VEC_INIT(struct propose_key), VEC_INIT(struct propose_key)};
	const char *texts[2] = {one->text, other->text};
	uint64_t deeds[2];
	struct tokens tokens;
	bool alike;

	tokens_init(&tokens);
	for (int i = 0; i < 2; i++) {
		tokens_read(&tokens, texts[i]);
		deeds[i] = duplicates_deed_key(&tokens);
		propose_words(&tokens, &keys[i]);
	}
	alike = (deeds[0] && deeds[0] == deeds[1]) || check_coupling_is_within(&keys[0], &keys[1]) ||
		check_coupling_is_within(&keys[1], &keys[0]);
	vec_release(&keys[0]);
	vec_release(&keys[1]);
	tokens_release(&tokens);
	return alike;
}

/* Two reactions to one event. */
struct check_coupling_twins {
	const struct sticky *event;
	int64_t other; /* the other context */
	const struct sticky *here, *there;
};

static bool check_coupling_find_twins(
	const struct check_input *input, int64_t context, struct check_coupling_twins *twins)
{
	struct vec here = VEC_INIT(const struct sticky *);
	struct vec there = VEC_INIT(const struct sticky *);
	bool found = false;

	check_coupling_react(input->board, twins->event, context, &here);
	if (here.count)
		check_coupling_react(input->board, twins->event, twins->other, &there);
	for (size_t i = 0; i < here.count && !found; i++)
		for (size_t k = 0; k < there.count && !found; k++) {
			twins->here = vec_get(&here, const struct sticky *, i);
			twins->there = vec_get(&there, const struct sticky *, k);
			found = check_coupling_is_alike(twins->here, twins->there);
		}
	vec_release(&here);
	vec_release(&there);
	return found;
}

/* Does the receiver of RELATION react to one of its events in the same way as another context, the receiver of an
 * older relation? */
static bool check_coupling_twins(
	const struct check_input *input, const struct relation *relation, struct check_coupling_twins *twins)
{
	size_t count, all;
	const struct message_index_piece *pieces = message_index_of_relation(input->messages, relation->id, &count);

	for (size_t i = 0; i < count && relation->style == RELATION_ASYNC; i++) {
		const struct message_index_piece *others =
			message_index_of_sticky(input->messages, pieces[i].sticky->id, &all);

		twins->event = pieces[i].sticky;
		for (size_t k = 0; k < all && others[k].relation->id < relation->id; k++) {
			twins->other = others[k].relation->target;
			if (others[k].relation->style == RELATION_ASYNC && twins->other != relation->target &&
				check_coupling_find_twins(input, relation->target, twins))
				return true;
		}
	}
	return false;
}

static bool check_coupling_reaction_run(const struct check_input *input, const struct relation *relation)
{
	struct check_coupling_twins twins;

	return check_coupling_twins(input, relation, &twins);
}

/* ": “Send mail”, and “Send mail to buyer” in Billing, after “Order placed”" */
static void check_coupling_reaction_say(
	const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	struct strbuf here = STRBUF_INIT, there = STRBUF_INIT, event = STRBUF_INIT, name = STRBUF_INIT;
	struct check_coupling_twins twins;

	if (!check_coupling_twins(input, board_item(input->board, ENTITY_RELATION, finding->item), &twins))
		return;
	phrase_sticky(twins.here, &here);
	phrase_sticky(twins.there, &there);
	phrase_sticky(twins.event, &event);
	phrase_context(input->board, twins.other, &name);
	strbuf_addf(out, _(": after %s it does %s, and %s does %s"), event.text, here.text, name.text, there.text);
	strbuf_release(&here);
	strbuf_release(&there);
	strbuf_release(&event);
	strbuf_release(&name);
}

/* Do two contexts react alike to an event that is sent to both? */
static bool check_coupling_react_alike(const struct check_input *input, int64_t one, int64_t other)
{
	const struct relation *relation;

	for (size_t i = 0; (relation = message_index_sender(input->messages, i)); i++) {
		struct check_coupling_twins twins;

		if ((relation->target == one || relation->target == other) &&
			check_coupling_twins(input, relation, &twins) && (twins.other == one || twins.other == other))
			return true;
	}
	return false;
}

/* Is OTHER sent exactly EVENTS? */
static bool check_coupling_is_sent(const struct check_input *input, int64_t other, const struct vec *events)
{
	struct vec theirs = VEC_INIT(int64_t);
	bool same;

	message_index_received(input->messages, other, &theirs);
	same = theirs.count == events->count;
	for (size_t i = 0; i < events->count && same; i++)
		same = vec_get(events, int64_t, i) == vec_get(&theirs, int64_t, i);
	vec_release(&theirs);
	return same;
}

/* An older context that is sent exactly the same events as CONTEXT, or 0. */
static int64_t check_coupling_fellow(const struct check_input *input, int64_t context)
{
	struct vec events = VEC_INIT(int64_t);
	const struct message_index_piece *pieces = NULL;
	size_t count = 0;
	int64_t fellow = 0;

	message_index_received(input->messages, context, &events);
	if (events.count >= CHECK_COUPLING_EVENTS_LEAST)
		pieces = message_index_of_sticky(input->messages, vec_get(&events, int64_t, 0), &count);
	for (size_t i = 0; i < count; i++) {
		int64_t other = pieces[i].relation->target;

		if (pieces[i].relation->style == RELATION_ASYNC && other < context && (!fellow || other < fellow) &&
			check_coupling_is_sent(input, other, &events) &&
			!check_coupling_react_alike(input, context, other))
			fellow = other;
	}
	vec_release(&events);
	return fellow;
}

static bool check_coupling_fellow_run(const struct check_input *input, const struct context *context)
{
	return check_coupling_fellow(input, context->id);
}

static void check_coupling_fellow_say(
	const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	struct vec events = VEC_INIT(int64_t);
	bool first = true;

	strbuf_addstr(out, ": ");
	phrase_context(input->board, check_coupling_fellow(input, finding->item), out);
	message_index_received(input->messages, finding->item, &events);
	for (size_t i = 0; i < events.count; i++) {
		phrase_next(&first, out);
		phrase_sticky(board_sticky(input->board, vec_get(&events, int64_t, i)), out);
	}
	vec_release(&events);
}

static size_t check_coupling_pairs(const struct check_input *input)
{
	size_t contexts = board_count(input->board, ENTITY_CONTEXT);

	return contexts ? contexts * (contexts - 1) / 2 : 0;
}

static bool check_coupling_mud_run(const struct check_input *input, int64_t *sticky)
{
	(void)sticky;
	return board_count(input->board, ENTITY_CONTEXT) >= CHECK_COUPLING_MUD_CONTEXTS &&
	       input->relations->pairs * 100 >= check_coupling_pairs(input) * CHECK_COUPLING_MUD_PERCENT;
}

static void check_coupling_mud_say(const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	(void)finding;
	strbuf_addf(out, _(": %zu of %zu pairs are related"), input->relations->pairs, check_coupling_pairs(input));
}

const struct check check_coupling_mud = {
	.id = "ball-of-mud",
	.step = 8,
	.severity = CHECK_WARNING,
	.sentence = N_("nearly every context depends on every other"),
	.reason = N_("Where everything is tied to everything, no part can be changed, tested or started alone: it is "
		     "one big system with a network in the middle."),
	.offer = N_("ask which contexts change together and merge those, or replace calls with events"),
	.example = N_("Of four contexts, five out of six pairs are related."),
	.scope = CHECK_BOARD,
	.run_board = check_coupling_mud_run,
	.say = check_coupling_mud_say,
};

const struct check check_coupling_query_back = {
	.id = "query-back",
	.step = 8,
	.severity = CHECK_WARNING,
	.sentence = N_("the receiver calls back for what the event leaves out, in a chain of calls"),
	.reason = N_("The event lets both sides work at different times; calling back at once ties them together "
		     "again: the whole chain must be up at that moment."),
	.offer = N_("send what the receiver needs along with the event, or break the chain"),
	.example = N_("Delivery gets “Order placed” and immediately asks Ordering, which asks Payment."),
	.scope = CHECK_RELATION,
	.run_relation = check_coupling_query_back_run,
	.say = check_coupling_query_back_say,
};

const struct check check_coupling_reaction = {
	.id = "same-reaction",
	.step = 8,
	.sentence = N_("another context does the same when it receives the same event"),
	.reason = N_("When two contexts implement one rule, both must change whenever the rule does; until then they "
		     "disagree."),
	.offer = N_("let one of them do it and notify the other with an event"),
	.example = N_("After “Order paid” both Billing and Ordering “Send receipt”."),
	.scope = CHECK_RELATION,
	.run_relation = check_coupling_reaction_run,
	.say = check_coupling_reaction_say,
};

const struct check check_coupling_subscription = {
	.id = "same-subscription",
	.step = 8,
	.sentence = N_("another context receives exactly the same events"),
	.reason = N_("Contexts that listen to the same events often do the same work and change for the same reasons."),
	.offer = N_("ask what each does with them, and whether the two are one"),
	.example = N_("Statistics and Marketing both get “Order placed” and “Order cancelled”, and nothing else."),
	.scope = CHECK_CONTEXT,
	.run_context = check_coupling_fellow_run,
	.say = check_coupling_fellow_say,
};
