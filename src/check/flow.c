#include "check/flow.h"

#include "check/trigger.h"
#include "check/wording.h"
#include "model/copy.h"

#define FLOW_EVENT KIND_BIT(KIND_EVENT)
#define FLOW_POLICY KIND_BIT(KIND_POLICY)
#define FLOW_COMMAND KIND_BIT(KIND_COMMAND)

/* Kinds that see an answer. */
#define FLOW_LOOKS (KIND_BIT(KIND_UI) | KIND_BIT(KIND_ACTOR))
/* Kinds that give a command, besides policies. */
#define FLOW_GIVES (FLOW_LOOKS | FLOW_COMMAND | KIND_BIT(KIND_EXTERNAL_SYSTEM))
/* The same by slots alone: commands side by side are two steps, not a call. */
#define FLOW_GIVES_BESIDE (FLOW_LOOKS | KIND_BIT(KIND_EXTERNAL_SYSTEM))

/* Kinds whose arrow to a command need not mean that they give it. */
#define FLOW_STANDS_BY (KIND_BIT(KIND_READ_MODEL) | KIND_BIT(KIND_AGGREGATE))

/* The search for the flows of one sticky. */
struct flow_search {
	const struct board *board;
	struct vec *flows; /* of struct flow */
	struct vec near;   /* of const struct sticky *: what was found last */
};

static bool flow_is_of(const struct sticky *sticky, unsigned kinds)
{
	return KIND_BIT(sticky->kind) & kinds;
}

static void flow_add(struct flow_search *search, const struct sticky *source, const struct sticky *target,
	enum relation_style style, const struct sticky *message)
{
	if (!source->context || !target->context || source->context == target->context)
		return;
	vec_add(search->flows, struct flow) = (struct flow){
		.from = source->context,
		.to = target->context,
		.style = style,
		.asks = style == RELATION_SYNC || (source->kind == KIND_POLICY && target->kind == KIND_COMMAND),
		.seen = style == RELATION_SYNC && (flow_is_of(source, FLOW_LOOKS) || message->kind == KIND_READ_MODEL),
		.source = source->id,
		.target = target->id,
		.message = message->id,
	};
}

/* What lies at the other end of LINK, on SIDE of the sticky at this end. */
static const struct sticky *flow_other(const struct board *board, const struct link *link, unsigned side)
{
	return board_sticky(board, side == TRIGGER_BEFORE ? link->source : link->target);
}

static const struct link *flow_first(const struct sticky *sticky, unsigned side)
{
	return side == TRIGGER_BEFORE ? sticky->first_in : sticky->first_out;
}

static const struct link *flow_next(const struct link *link, unsigned side)
{
	return side == TRIGGER_BEFORE ? link->next_in : link->next_out;
}

static void flow_take(struct flow_search *search, const struct sticky *other, unsigned kinds)
{
	if (flow_is_of(other, kinds))
		vec_add(&search->near, const struct sticky *) = other;
}

/* Fills `near` with all of KINDS that links on SIDE of STICKY lead to. */
static void flow_linked(struct flow_search *search, const struct sticky *sticky, unsigned kinds, unsigned side)
{
	const struct link *link, *behind;

	vec_reset(&search->near);
	for (link = flow_first(sticky, side); link; link = flow_next(link, side)) {
		const struct sticky *other = flow_other(search->board, link, side);

		flow_take(search, other, kinds);
		if (other->kind != KIND_AGGREGATE)
			continue;
		for (behind = flow_first(other, side); behind; behind = flow_next(behind, side))
			if (flow_other(search->board, behind, side) != sticky)
				flow_take(search, flow_other(search->board, behind, side), kinds);
	}
}

/* Does a link say what lies on SIDE of STICKY, so that slots do not count? Links with remarks do not say so, and what
 * is looked at does not start anything. */
static bool flow_is_said(const struct board *board, const struct sticky *sticky, unsigned side)
{
	unsigned beside = KIND_REMARKS | (side == TRIGGER_BEFORE ? FLOW_STANDS_BY : 0);

	for (const struct link *link = flow_first(sticky, side); link; link = flow_next(link, side))
		if (!flow_is_of(flow_other(board, link, side), beside))
			return true;
	return false;
}

/* The same or, if no link says what lies there, the sticky of KINDS in the slots. The search stops at kinds in
 * STOPS. */
static void flow_near(
	struct flow_search *search, const struct sticky *sticky, unsigned kinds, unsigned stops, unsigned side)
{
	const struct sticky *other;

	flow_linked(search, sticky, kinds | stops, side);
	if (!search->near.count) {
		other = flow_is_said(search->board, sticky, side)
				? NULL
				: trigger_find(search->board, sticky, kinds | stops, side);
		if (other)
			flow_take(search, other, kinds);
		return;
	}
	for (size_t i = search->near.count; i-- > 0;)
		if (!flow_is_of(vec_get(&search->near, const struct sticky *, i), kinds))
			vec_remove(&search->near, i);
}

static const struct sticky *flow_at(const struct flow_search *search, size_t i)
{
	return vec_get(&search->near, const struct sticky *, i);
}

/* The events in `near` lead to STICKY. */
static void flow_add_told(struct flow_search *search, const struct sticky *sticky)
{
	for (size_t i = 0; i < search->near.count; i++)
		flow_add(search, flow_at(search, i), sticky, RELATION_ASYNC, flow_at(search, i));
}

static void flow_of_command(struct flow_search *search, const struct sticky *command)
{
	const struct sticky *giver =
		flow_is_said(search->board, command, TRIGGER_BEFORE)
			? NULL
			: trigger_find(search->board, command, FLOW_GIVES_BESIDE | FLOW_POLICY, TRIGGER_BEFORE);

	/* An actor or screen beside a command gives it, not the event before; an event beyond a policy leads to the
	 * policy. */
	if (giver)
		flow_linked(search, command, FLOW_EVENT, TRIGGER_BEFORE);
	else
		flow_near(search, command, FLOW_EVENT, FLOW_POLICY, TRIGGER_BEFORE);
	flow_add_told(search, command);
	flow_linked(search, command, FLOW_GIVES, TRIGGER_BEFORE);
	if (!search->near.count && giver)
		flow_take(search, giver, FLOW_GIVES_BESIDE);
	for (size_t i = 0; i < search->near.count; i++)
		flow_add(search, flow_at(search, i), command, RELATION_SYNC, command);
}

/* The first of the events in `near` that lies in the policy's context, or NULL. */
static const struct sticky *flow_own_event(struct flow_search *search, const struct sticky *policy)
{
	for (size_t i = 0; i < search->near.count; i++)
		if (flow_at(search, i)->context == policy->context)
			return flow_at(search, i);
	return NULL;
}

/* Does COMMAND lead to an event about failure? */
static bool flow_may_fail(const struct flow_search *search, const struct sticky *command)
{
	struct flow_search after = {.board = search->board, .near = VEC_INIT(const struct sticky *)};
	struct tokens tokens;
	bool fails = false;

	tokens_init(&tokens);
	flow_near(&after, command, FLOW_EVENT, 0, TRIGGER_AFTER);
	for (size_t i = 0; i < after.near.count && !fails; i++) {
		tokens_read(&tokens, flow_at(&after, i)->text);
		fails = wording_is_failure(&tokens);
	}
	tokens_release(&tokens);
	vec_release(&after.near);
	return fails;
}

/* POLICY gives the commands in `near`, after EVENT in its context (or NULL). */
static void flow_add_given(struct flow_search *search, const struct sticky *policy, const struct sticky *event)
{
	for (size_t i = 0; i < search->near.count; i++) {
		const struct sticky *command = flow_at(search, i);
		size_t before = search->flows->count;

		flow_add(search, policy, command, RELATION_ASYNC, event ? event : command);
		if (search->flows->count > before && search->near.count > 1)
			(vec_get(search->flows, struct flow, before)).seen = flow_may_fail(search, command);
	}
}

/* POLICY, which gives no command, leads to the events after it. One with arrows has none to the event that happens to
 * stand beside it. */
static void flow_add_caused(struct flow_search *search, const struct sticky *policy, const struct sticky *event)
{
	if (flow_is_said(search->board, policy, TRIGGER_BEFORE))
		flow_linked(search, policy, FLOW_EVENT, TRIGGER_AFTER);
	else
		flow_near(search, policy, FLOW_EVENT, FLOW_COMMAND, TRIGGER_AFTER);
	for (size_t i = 0; i < search->near.count; i++)
		flow_add(search, policy, flow_at(search, i), RELATION_ASYNC, event ? event : flow_at(search, i));
}

/* A policy acts after the fact and nobody waits for it, so what it starts elsewhere is not a call. */
static void flow_of_policy(struct flow_search *search, const struct sticky *policy)
{
	const struct sticky *event;

	flow_near(search, policy, FLOW_EVENT, 0, TRIGGER_BEFORE);
	flow_add_told(search, policy);
	event = flow_own_event(search, policy);
	flow_near(search, policy, FLOW_COMMAND, 0, TRIGGER_AFTER);
	flow_add_given(search, policy, event);
	if (!search->near.count)
		flow_add_caused(search, policy, event);
	for (const struct link *link = policy->first_out; link; link = link->next_out) {
		const struct sticky *target = board_sticky(search->board, link->target);

		if (target->kind == KIND_AGGREGATE)
			flow_add(search, policy, target, RELATION_ASYNC, event ? event : target);
	}
}

static void flow_of_read_model(struct flow_search *search, const struct sticky *model)
{
	unsigned users = FLOW_LOOKS | FLOW_COMMAND | FLOW_POLICY;

	flow_linked(search, model, FLOW_EVENT, TRIGGER_BEFORE);
	for (size_t i = 0; i < search->near.count; i++)
		flow_add(search, flow_at(search, i), model, RELATION_ASYNC, flow_at(search, i));
	for (unsigned side = TRIGGER_BEFORE; side <= TRIGGER_AFTER; side <<= 1) {
		flow_linked(search, model, users, side);
		for (size_t i = 0; i < search->near.count; i++)
			flow_add(search, flow_at(search, i), model, RELATION_SYNC, model);
	}
}

static void (*const flow_kinds[KIND_COUNT])(struct flow_search *search, const struct sticky *sticky) = {
	[KIND_COMMAND] = flow_of_command,
	[KIND_POLICY] = flow_of_policy,
	[KIND_READ_MODEL] = flow_of_read_model,
};

void flow_find(const struct board *board, const struct sticky *sticky, struct vec *flows)
{
	struct flow_search search = {board, flows, VEC_INIT(const struct sticky *)};

	if (sticky->context && flow_kinds[sticky->kind])
		flow_kinds[sticky->kind](&search, sticky);
	vec_release(&search.near);
}

void flow_messages(const struct board *whole, int64_t from, int64_t to, enum relation_style style, struct vec *ids)
{
	struct vec stickies = VEC_INIT(const struct sticky *), flows = VEC_INIT(struct flow);
	struct board *timeline = copy_timeline(whole);
	const struct board *board = timeline ? timeline : whole;

	board_list_in_time(board, &stickies);
	for (size_t i = 0; i < stickies.count; i++)
		flow_find(board, vec_get(&stickies, const struct sticky *, i), &flows);
	for (int rest = 0; rest < 2; rest++)
		for (size_t i = 0; i < flows.count; i++) {
			const struct flow *flow = vec_at(&flows, i);

			if (flow->from == from && flow->to == to && (flow->style != style) == rest &&
				!vec_holds(ids, int64_t, flow->message))
				vec_add(ids, int64_t) = flow->message;
		}
	vec_release(&flows);
	vec_release(&stickies);
	board_free(timeline);
}
