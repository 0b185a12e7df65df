#include "format/exchange.h"

#include <string.h>

#include "base/i18n.h"
#include "base/names.h"
#include "base/strbuf.h"
#include "check/flow.h"
#include "check/trigger.h"

/* Kinds that belong to an event: what led to it, and what follows from it. */
#define EXCHANGE_LEADING (KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_POLICY))
#define EXCHANGE_FOLLOWING (KIND_BIT(KIND_POLICY) | KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_READ_MODEL))

#define EXCHANGE_SEEN (KIND_BIT(KIND_READ_MODEL) | KIND_BIT(KIND_UI))

/* The search for all that passes. */
struct exchange_search {
	const struct board *board;
	struct vec *list;
	struct names seen; /* who sends what to whom, so that each is told once */
};

bool exchange_same(const struct exchange_party *a, const struct exchange_party *b)
{
	return a->role == b->role && !strcmp(a->name, b->name);
}

bool exchange_is_about(const struct board *board, const struct sticky *message, const struct vec *events)
{
	for (size_t i = 0; i < events->count; i++) {
		const struct sticky *event = board_sticky(board, vec_get(events, int64_t, i));

		if (event &&
			(message == event || message == trigger_find(board, event, EXCHANGE_LEADING, TRIGGER_BEFORE) ||
				message == trigger_find(board, event, EXCHANGE_FOLLOWING, TRIGGER_AFTER)))
			return true;
	}
	return false;
}

static struct exchange_party exchange_other(const struct sticky *sticky)
{
	return (struct exchange_party){
		sticky->kind == KIND_ACTOR ? EXCHANGE_PERSON : EXCHANGE_SYSTEM, sticky->text ? sticky->text : "", 0};
}

/* The context of STICKY or, outside of contexts, the aggregate that it belongs to. */
static struct exchange_party exchange_owner(const struct exchange_search *search, const struct sticky *sticky)
{
	const struct context *context = board_context(search->board, sticky->context);
	const struct sticky *aggregate = NULL;

	if (context)
		return (struct exchange_party){EXCHANGE_CONTEXT, context->name ? context->name : "", context->id};
	if (sticky->kind != KIND_AGGREGATE)
		aggregate = trigger_find(search->board, sticky, KIND_BIT(KIND_AGGREGATE),
			sticky->kind == KIND_EVENT ? TRIGGER_BEFORE : TRIGGER_AFTER);
	return (struct exchange_party){
		EXCHANGE_CONTEXT, aggregate && aggregate->text ? aggregate->text : _("outside of contexts"), 0};
}

/* Adds MESSAGE or, if it is NULL, what only the LABEL of a relation tells; what passes is told once. */
static void exchange_add(struct exchange_search *search, struct exchange_party from, struct exchange_party to,
	const struct sticky *message, const char *label)
{
	const char *text = message ? message->text : label;
	struct strbuf key = STRBUF_INIT;

	text = text ? text : "";
	strbuf_addf(&key, "%d%d\n%s\n%s\n%s", (int)from.role, (int)to.role, from.name, to.name, text);
	if (!exchange_same(&from, &to) && !names_get(&search->seen, key.text)) {
		names_set(&search->seen, key.text, 1);
		vec_add(search->list, struct exchange) = (struct exchange){from, to, message, text};
	}
	strbuf_release(&key);
}

static void exchange_of_command(struct exchange_search *search, const struct sticky *command)
{
	const struct board *board = search->board;
	const struct sticky *seen = trigger_linked(board, command, EXCHANGE_SEEN, TRIGGER_BEFORE);
	const struct sticky *actor = trigger_find(board, command, KIND_BIT(KIND_ACTOR), TRIGGER_BEFORE);
	const struct sticky *system = trigger_linked(board, command, KIND_BIT(KIND_EXTERNAL_SYSTEM), TRIGGER_BEFORE);
	const struct sticky *called = trigger_linked(board, command, KIND_BIT(KIND_EXTERNAL_SYSTEM), TRIGGER_AFTER);
	struct exchange_party owner = exchange_owner(search, command);

	if (!actor && seen)
		actor = trigger_linked(board, seen, KIND_BIT(KIND_ACTOR), TRIGGER_AROUND);
	if (actor)
		exchange_add(search, exchange_other(actor), owner, command, NULL);
	if (system)
		exchange_add(search, exchange_other(system), owner, command, NULL);
	if (called)
		exchange_add(search, owner, exchange_other(called), command, NULL);
}

static void exchange_of_event(struct exchange_search *search, const struct sticky *event)
{
	const struct board *board = search->board;
	const struct sticky *source = trigger_linked(board, event, KIND_BIT(KIND_EXTERNAL_SYSTEM), TRIGGER_BEFORE);
	const struct sticky *target = trigger_linked(board, event, KIND_BIT(KIND_EXTERNAL_SYSTEM), TRIGGER_AFTER);
	struct exchange_party owner = exchange_owner(search, event);

	if (!source && !target && !event->first_in)
		source = trigger_find(board, event, KIND_BIT(KIND_EXTERNAL_SYSTEM), TRIGGER_BEFORE);
	if (source)
		exchange_add(search, exchange_other(source), owner, event, NULL);
	if (target)
		exchange_add(search, owner, exchange_other(target), event, NULL);
}

static void exchange_of_read_model(struct exchange_search *search, const struct sticky *model)
{
	const struct sticky *actor = trigger_linked(search->board, model, KIND_BIT(KIND_ACTOR), TRIGGER_AROUND);

	if (actor)
		exchange_add(search, exchange_owner(search, model), exchange_other(actor), model, NULL);
}

/* What passes between contexts at STICKY. */
static void exchange_of_flows(struct exchange_search *search, const struct sticky *sticky)
{
	struct vec flows = VEC_INIT(struct flow);

	flow_find(search->board, sticky, &flows);
	for (size_t i = 0; i < flows.count; i++) {
		const struct flow *flow = vec_at(&flows, i);
		const struct context *from = board_context(search->board, flow->from);
		const struct context *to = board_context(search->board, flow->to);

		exchange_add(search, (struct exchange_party){EXCHANGE_CONTEXT, from->name, from->id},
			(struct exchange_party){EXCHANGE_CONTEXT, to->name, to->id},
			board_sticky(search->board, flow->message), NULL);
	}
	vec_release(&flows);
}

/* Adds what relations carry, and relations of which nothing is known but the label. */
static void exchange_of_map(struct exchange_search *search)
{
	struct vec relations = VEC_INIT(const struct relation *), messages = VEC_INIT(const struct message *);

	board_list(search->board, ENTITY_RELATION, &relations);
	board_list(search->board, ENTITY_MESSAGE, &messages);
	for (size_t i = 0; i < relations.count; i++) {
		const struct relation *relation = vec_get(&relations, const struct relation *, i);
		const struct context *from = board_context(search->board, relation->source);
		const struct context *to = board_context(search->board, relation->target);
		const struct exchange_party source = {EXCHANGE_CONTEXT, from->name, from->id};
		const struct exchange_party target = {EXCHANGE_CONTEXT, to->name, to->id};
		bool told = false;

		for (size_t k = 0; k < messages.count; k++) {
			const struct message *message = vec_get(&messages, const struct message *, k);

			if (message->relation == relation->id)
				exchange_add(
					search, source, target, board_sticky(search->board, message->sticky), NULL);
		}
		for (size_t k = 0; k < search->list->count && !told; k++) {
			const struct exchange *exchange = vec_at(search->list, k);

			told = exchange->from.context == from->id && exchange->to.context == to->id;
		}
		if (!told)
			exchange_add(search, source, target, NULL, relation->label);
	}
	vec_release(&relations);
	vec_release(&messages);
}

void exchange_list(const struct board *board, struct vec *list)
{
	struct exchange_search search = {board, list, NAMES_INIT};
	struct vec stickies = VEC_INIT(const struct sticky *);

	board_list_in_time(board, &stickies);
	for (size_t i = 0; i < stickies.count; i++) {
		const struct sticky *sticky = vec_get(&stickies, const struct sticky *, i);

		exchange_of_flows(&search, sticky);
		if (sticky->kind == KIND_COMMAND)
			exchange_of_command(&search, sticky);
		else if (sticky->kind == KIND_EVENT)
			exchange_of_event(&search, sticky);
		else if (EXCHANGE_SEEN & KIND_BIT(sticky->kind))
			exchange_of_read_model(&search, sticky);
	}
	exchange_of_map(&search);
	vec_release(&stickies);
	names_release(&search.seen);
}
