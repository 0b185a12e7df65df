#include "check/propose.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "check/propose_private.h"
#include "check/propose_words.h"
#include "check/trigger.h"
#include "text/words.h"

#define PROPOSE_NAMES_MOST 4 /* named in a reason */

/* An aggregate with a name. */
struct propose_aggregate {
	const struct sticky *sticky;
	struct vec keys; /* of struct propose_key */
	uint64_t key;    /* the one that counts */
};

/* Stickies that belong together. */
struct propose_group {
	const struct context *context; /* that they belong into, or NULL for a new one */
	const char *name;              /* of the new one */
	struct vec aggregates;         /* of const struct sticky *: that are to be put into it */
	struct vec others;             /* of const struct sticky *: the same, that follow */
};

struct propose {
	const struct board *board;
	struct vec stickies;   /* of const struct sticky *: all, along the timeline */
	struct vec aggregates; /* of struct propose_aggregate */
	struct map shared;     /* hash of a key -> in how many names it is, as a pointer */
	struct map keyed;      /* hash of a key -> its group, as its place from 1 */
	struct map contexts;   /* id of a context -> the same */
	struct map placed;     /* id of a sticky -> the same: where it belongs */
	struct vec groups;     /* of struct propose_group, in the order in which they were met */
};

static int propose_compare(const void *a, const void *b)
{
	const struct sticky *left = *(const struct sticky *const *)a;
	const struct sticky *right = *(const struct sticky *const *)b;

	if (left->place.column != right->place.column)
		return left->place.column < right->place.column ? -1 : 1;
	return (left->place.row > right->place.row) - (left->place.row < right->place.row);
}

void propose_along(const struct board *board, struct vec *stickies)
{
	board_list(board, ENTITY_STICKY, stickies);
	if (stickies->count)
		qsort(stickies->items, stickies->count, sizeof(const void *), propose_compare);
}

static const struct sticky *propose_at(const struct vec *stickies, size_t at)
{
	return vec_get(stickies, const struct sticky *, at);
}

/* The group that MAP has for KEY, as its place from 1; 0 for none. */
static size_t propose_get(const struct map *map, uint64_t key)
{
	return (size_t)(uintptr_t)map_get(map, key);
}

static void propose_set(struct map *map, uint64_t key, size_t value)
{
	map_set(map, key, (void *)(uintptr_t)value);
}

static void propose_read(struct propose *propose, const struct sticky *sticky, struct tokens *tokens)
{
	struct propose_aggregate *aggregate = vec_push(&propose->aggregates);

	aggregate->sticky = sticky;
	vec_init(&aggregate->keys, sizeof(struct propose_key));
	tokens_read(tokens, sticky->text);
	propose_words(tokens, &aggregate->keys);
	for (size_t i = 0; i < aggregate->keys.count; i++) {
		uint64_t hash = vec_get(&aggregate->keys, struct propose_key, i).hash;

		propose_set(&propose->shared, hash, propose_get(&propose->shared, hash) + 1);
	}
}

/* Of what the name says, what most names say. */
static void propose_choose(const struct propose *propose, struct propose_aggregate *aggregate)
{
	size_t best = 0, weight = 0;

	/* A name without a word, such as "§", is like no other. */
	aggregate->key = (uint64_t)aggregate->sticky->id;
	for (size_t i = 0; i < aggregate->keys.count; i++) {
		const struct propose_key *key = vec_at(&aggregate->keys, i);
		size_t count = propose_get(&propose->shared, key->hash);

		if (count < best || (count == best && key->weight <= weight))
			continue;
		aggregate->key = key->hash;
		best = count;
		weight = key->weight;
	}
}

static size_t propose_group(struct propose *propose, const struct context *context, const char *name)
{
	struct propose_group *group = vec_push(&propose->groups);

	*group = (struct propose_group){context, name, VEC_INIT(const void *), VEC_INIT(const void *)};
	return propose->groups.count;
}

static size_t propose_group_of(struct propose *propose, const struct context *context)
{
	size_t group = propose_get(&propose->contexts, (uint64_t)context->id);

	if (!group) {
		group = propose_group(propose, context, NULL);
		propose_set(&propose->contexts, (uint64_t)context->id, group);
	}
	return group;
}

/* Where an aggregate in no context belongs. The first of a group gives it its name, unless a later one is
 * shorter: "Order", "Order line". */
static void propose_join(struct propose *propose, const struct propose_aggregate *aggregate)
{
	const struct sticky *sticky = aggregate->sticky;
	size_t at = propose_get(&propose->keyed, aggregate->key);
	struct propose_group *group;

	if (!at) {
		const struct context *context = board_context_named(propose->board, sticky->text);

		at = context ? propose_group_of(propose, context) : propose_group(propose, NULL, sticky->text);
		propose_set(&propose->keyed, aggregate->key, at);
	}
	group = vec_at(&propose->groups, at - 1);
	if (group->name && strlen(sticky->text) < strlen(group->name))
		group->name = sticky->text;
	vec_add(&group->aggregates, const struct sticky *) = sticky;
	propose_set(&propose->placed, (uint64_t)sticky->id, at);
}

static void propose_group_aggregates(struct propose *propose)
{
	struct tokens tokens;

	tokens_init(&tokens);
	for (size_t i = 0; i < propose->stickies.count; i++) {
		const struct sticky *sticky = propose_at(&propose->stickies, i);

		if (sticky->kind == KIND_AGGREGATE && sticky->text)
			propose_read(propose, sticky, &tokens);
	}
	tokens_release(&tokens);
	for (size_t i = 0; i < propose->aggregates.count; i++) {
		struct propose_aggregate *aggregate = vec_at(&propose->aggregates, i);
		const struct context *context = board_context(propose->board, aggregate->sticky->context);

		propose_choose(propose, aggregate);
		if (context && !propose_get(&propose->keyed, aggregate->key))
			propose_set(&propose->keyed, aggregate->key, propose_group_of(propose, context));
	}
	for (size_t i = 0; i < propose->aggregates.count; i++) {
		const struct propose_aggregate *aggregate = vec_at(&propose->aggregates, i);

		if (!aggregate->sticky->context)
			propose_join(propose, aggregate);
	}
}

/* Who follows whom, in this order. */
static const struct {
	enum kind kind;
	enum kind leader;
	unsigned sides;
	bool linked; /* by links alone */
} propose_followers[] = {
	{KIND_COMMAND, KIND_AGGREGATE, TRIGGER_AROUND, true},
	{KIND_EVENT, KIND_AGGREGATE, TRIGGER_AROUND, true},
	{KIND_COMMAND, KIND_AGGREGATE, TRIGGER_AFTER, false},
	{KIND_COMMAND, KIND_AGGREGATE, TRIGGER_BEFORE, false},
	{KIND_EVENT, KIND_AGGREGATE, TRIGGER_BEFORE, false},
	{KIND_EVENT, KIND_AGGREGATE, TRIGGER_AFTER, false},
	{KIND_EVENT, KIND_COMMAND, TRIGGER_BEFORE, false},
	{KIND_COMMAND, KIND_EVENT, TRIGGER_AFTER, false},
	{KIND_POLICY, KIND_COMMAND, TRIGGER_AFTER, false},
	{KIND_POLICY, KIND_EVENT, TRIGGER_BEFORE, false},
	{KIND_READ_MODEL, KIND_EVENT, TRIGGER_BEFORE, false},
	{KIND_READ_MODEL, KIND_COMMAND, TRIGGER_AFTER, false},
	{KIND_UI, KIND_COMMAND, TRIGGER_AFTER, false},
};

/* Puts STICKY where LEADER is, or will be. */
static void propose_follow(struct propose *propose, const struct sticky *sticky, const struct sticky *leader)
{
	const struct context *context = board_context(propose->board, leader->context);
	size_t at = context ? propose_group_of(propose, context) : propose_get(&propose->placed, (uint64_t)leader->id);
	struct propose_group *group;

	if (!at)
		return;
	group = vec_at(&propose->groups, at - 1);
	vec_add(&group->others, const struct sticky *) = sticky;
	propose_set(&propose->placed, (uint64_t)sticky->id, at);
}

static void propose_place_others(struct propose *propose)
{
	for (size_t row = 0; row < ARRAY_SIZE(propose_followers); row++) {
		unsigned leaders = KIND_BIT(propose_followers[row].leader);
		unsigned sides = propose_followers[row].sides;

		for (size_t i = 0; i < propose->stickies.count; i++) {
			const struct sticky *sticky = propose_at(&propose->stickies, i), *leader;

			if (sticky->kind != (int)propose_followers[row].kind || sticky->context ||
				propose_get(&propose->placed, (uint64_t)sticky->id))
				continue;
			leader = propose_followers[row].linked ? trigger_linked(propose->board, sticky, leaders, sides)
							       : trigger_find(propose->board, sticky, leaders, sides);
			if (leader)
				propose_follow(propose, sticky, leader);
		}
	}
}

/* Appends TEXT in one line. */
void propose_line(struct strbuf *out, const char *text)
{
	for (; text && *text; text++)
		strbuf_addch(out, *text == '\n' ? ' ' : *text);
}

/* Appends TEXT as one word of a command. */
void propose_word(struct strbuf *out, const char *text)
{
	struct strbuf line = STRBUF_INIT;

	propose_line(&line, text);
	words_quote(out, line.text);
	strbuf_release(&line);
}

static void propose_say_command(const struct propose_group *group, struct strbuf *out)
{
	const char *name = group->context ? group->context->name : group->name;

	strbuf_addstr(out, *name == '-' ? "context -- " : "context ");
	propose_word(out, name);
	for (size_t i = 0; i < group->aggregates.count; i++)
		strbuf_addf(out, " %" PRId64, propose_at(&group->aggregates, i)->id);
	for (size_t i = 0; i < group->others.count; i++)
		strbuf_addf(out, " %" PRId64, propose_at(&group->others, i)->id);
}

/* Appends "“Order”, “Order line”". */
static void propose_say_names(const struct propose_group *group, struct strbuf *out)
{
	for (size_t i = 0; i < group->aggregates.count && i < PROPOSE_NAMES_MOST; i++) {
		strbuf_addstr(out, i ? ", “" : "“");
		propose_line(out, propose_at(&group->aggregates, i)->text);
		strbuf_addstr(out, "”");
	}
	if (group->aggregates.count > PROPOSE_NAMES_MOST)
		strbuf_addstr(out, ", …");
}

static void propose_say_reason(const struct propose_group *group, struct strbuf *out)
{
	struct strbuf names = STRBUF_INIT;
	size_t others = group->others.count;

	propose_say_names(group, &names);
	if (group->context && group->aggregates.count)
		strbuf_addf(out, _("named like what is in it: %s"), names.text);
	else if (group->aggregates.count > 1)
		strbuf_addf(out, _("similar names: %s"), names.text);
	else if (group->aggregates.count)
		strbuf_addf(out, _("no other aggregate is named like %s"), names.text);
	if (out->len && others)
		strbuf_addstr(out, "; ");
	if (others)
		strbuf_addf(out,
			ngettext("%zu sticky follows, by link or by place", "%zu stickies follow, by link or by place",
				others),
			others);
	strbuf_release(&names);
}

static void propose_say_members(const struct propose_group *group, struct proposal *proposal)
{
	struct strbuf name = STRBUF_INIT;

	propose_line(&name, group->context ? group->context->name : group->name);
	proposal->name = strbuf_detach(&name);
	vec_init(&proposal->stickies, sizeof(int64_t));
	for (size_t i = 0; i < group->aggregates.count; i++)
		vec_add(&proposal->stickies, int64_t) = propose_at(&group->aggregates, i)->id;
	for (size_t i = 0; i < group->others.count; i++)
		vec_add(&proposal->stickies, int64_t) = propose_at(&group->others, i)->id;
}

static void propose_release(struct propose *propose)
{
	for (size_t i = 0; i < propose->aggregates.count; i++)
		vec_release(&vec_get(&propose->aggregates, struct propose_aggregate, i).keys);
	for (size_t i = 0; i < propose->groups.count; i++) {
		struct propose_group *group = vec_at(&propose->groups, i);

		vec_release(&group->aggregates);
		vec_release(&group->others);
	}
	vec_release(&propose->aggregates);
	vec_release(&propose->groups);
	vec_release(&propose->stickies);
	map_release(&propose->shared);
	map_release(&propose->keyed);
	map_release(&propose->contexts);
	map_release(&propose->placed);
}

void propose_contexts(const struct board *board, struct vec *proposals)
{
	struct propose propose = {.board = board,
		.stickies = VEC_INIT(const void *),
		.aggregates = VEC_INIT(struct propose_aggregate),
		.groups = VEC_INIT(struct propose_group)};

	propose_along(board, &propose.stickies);
	propose_group_aggregates(&propose);
	propose_place_others(&propose);
	for (size_t i = 0; i < propose.groups.count; i++) {
		const struct propose_group *group = vec_at(&propose.groups, i);
		struct strbuf command = STRBUF_INIT, reason = STRBUF_INIT;
		struct proposal *proposal;

		if (!group->aggregates.count && !group->others.count)
			continue;
		propose_say_command(group, &command);
		propose_say_reason(group, &reason);
		proposal = vec_push(proposals);
		proposal->command = strbuf_detach(&command);
		proposal->reason = strbuf_detach(&reason);
		propose_say_members(group, proposal);
	}
	propose_release(&propose);
}

void proposal_drop(struct vec *proposals, size_t at)
{
	struct proposal *proposal = vec_at(proposals, at);

	free(proposal->command);
	free(proposal->reason);
	free(proposal->name);
	vec_release(&proposal->stickies);
	vec_remove(proposals, at);
}

void proposals_release(struct vec *proposals)
{
	while (proposals->count)
		proposal_drop(proposals, proposals->count - 1);
	vec_release(proposals);
}
