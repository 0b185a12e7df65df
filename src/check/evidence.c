#include "check/evidence.h"

#include <string.h>

#include "base/mem.h"
#include "check/trigger.h"

/* The weights of the kinds of evidence. What an aggregate decides is the surest; next is what a policy starts, since
 * the rule belongs to whoever receives the event. */
#define EVIDENCE_DECIDES 4.0    /* an arrow between an aggregate and its command or event */
#define EVIDENCE_STARTS 3.0     /* from a policy to what it starts */
#define EVIDENCE_TAKES_PART 2.0 /* from or to an actor or a system */
#define EVIDENCE_CAUSES 1.0     /* from a command to its event */
#define EVIDENCE_SHOWS 1.0      /* from or to what somebody looks at */
#define EVIDENCE_FOLLOWS 0.3    /* from an event to a command */
#define EVIDENCE_WAKES 0.1      /* to a policy: as likely a boundary */
#define EVIDENCE_OTHER 0.5
#define EVIDENCE_NAMES 1.0
#define EVIDENCE_BESIDE 1.0
#define EVIDENCE_NEXT 0.1

#define EVIDENCE_AGGREGATE KIND_BIT(KIND_AGGREGATE)
#define EVIDENCE_SYSTEM KIND_BIT(KIND_EXTERNAL_SYSTEM)
#define EVIDENCE_CORE (KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND) | EVIDENCE_AGGREGATE)
#define EVIDENCE_STARTERS (KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_POLICY))
#define EVIDENCE_SHOWING (KIND_BIT(KIND_READ_MODEL) | KIND_BIT(KIND_UI))
/* Kinds whose texts may name aggregates; kinds whose words do not count, as they are the names of people and
 * products. */
#define EVIDENCE_NAMING (KIND_BIT(KIND_EVENT) | EVIDENCE_STARTERS | KIND_BIT(KIND_READ_MODEL) | KIND_BIT(KIND_HOTSPOT))
#define EVIDENCE_WORDLESS (KIND_BIT(KIND_ACTOR) | EVIDENCE_SYSTEM)

static void evidence_tie(struct evidence *evidence, size_t from, size_t to, double weight, enum evidence_basis basis)
{
	size_t before = evidence->graph.ties.count;

	community_tie(&evidence->graph, from, to, weight);
	if (evidence->graph.ties.count > before)
		vec_add(&evidence->bases, enum evidence_basis) = basis;
}

size_t evidence_node(const struct evidence *evidence, const struct sticky *sticky)
{
	return (size_t)(uintptr_t)map_get(&evidence->nodes, (uint64_t)sticky->id) - 1;
}

size_t evidence_word_node(const struct evidence *evidence, size_t at)
{
	return (size_t)(uintptr_t)map_get(&evidence->word_nodes, at + 1);
}

static const struct sticky *evidence_sticky(const struct evidence *evidence, size_t at)
{
	return vec_get(&evidence->stickies, const struct sticky *, at);
}

/* Contexts come first, so the node of each is its place in the list. */
static void evidence_gather(struct evidence *evidence)
{
	struct map contexts = MAP_INIT;

	board_list(evidence->board, ENTITY_CONTEXT, &evidence->contexts);
	for (size_t i = 0; i < evidence->contexts.count; i++) {
		const struct context *context = vec_get(&evidence->contexts, const void *, i);

		map_set(&contexts, (uint64_t)context->id, (void *)(community_node(&evidence->graph, true) + 1));
	}
	namesakes_read(&evidence->namesakes, evidence->board);
	board_list_in_time(evidence->board, &evidence->stickies);
	for (size_t i = 0; i < evidence->stickies.count; i++) {
		const struct sticky *sticky = evidence_sticky(evidence, i);
		uint64_t first = namesakes_key(&evidence->namesakes, sticky);
		void *node = sticky->context ? map_get(&contexts, (uint64_t)sticky->context)
					     : map_get(&evidence->nodes, first);

		node = node ? node : (void *)(community_node(&evidence->graph, false) + 1);
		map_set(&evidence->nodes, (uint64_t)sticky->id, node);
		if (!sticky->context)
			map_set(&evidence->nodes, first, node);
	}
	map_release(&contexts);
}

/* The weight of an arrow. */
static double evidence_of_link(const struct sticky *source, const struct sticky *target)
{
	unsigned both = KIND_BIT(source->kind) | KIND_BIT(target->kind);

	if (both & EVIDENCE_AGGREGATE && !(both & ~EVIDENCE_CORE))
		return EVIDENCE_DECIDES;
	if (target->kind == KIND_POLICY)
		return EVIDENCE_WAKES;
	if (source->kind == KIND_POLICY)
		return EVIDENCE_STARTS;
	if (source->kind == KIND_EVENT && target->kind == KIND_COMMAND)
		return EVIDENCE_FOLLOWS;
	if (source->kind == KIND_COMMAND && target->kind == KIND_EVENT)
		return EVIDENCE_CAUSES;
	if (both & EVIDENCE_WORDLESS)
		return EVIDENCE_TAKES_PART;
	return both & EVIDENCE_SHOWING && source->kind != KIND_EVENT ? EVIDENCE_SHOWS : EVIDENCE_OTHER;
}

static void evidence_link(struct evidence *evidence, const struct sticky *sticky)
{
	for (const struct link *link = sticky->first_out; link; link = link->next_out) {
		const struct sticky *target = board_sticky(evidence->board, link->target);

		evidence_tie(evidence, evidence_node(evidence, sticky), evidence_node(evidence, target),
			evidence_of_link(sticky, target), EVIDENCE_LINK);
	}
}

/* Reads all texts: the names of aggregates, and who uses which word. */
static void evidence_read(struct evidence *evidence)
{
	struct tokens tokens;

	tokens_init(&tokens);
	for (size_t i = 0; i < evidence->stickies.count; i++) {
		const struct sticky *sticky = evidence_sticky(evidence, i);

		tokens_read(&tokens, sticky->text);
		if (sticky->kind == KIND_AGGREGATE)
			nameindex_add(&evidence->names, sticky, &tokens);
		if (!(KIND_BIT(sticky->kind) & EVIDENCE_WORDLESS))
			vocabulary_add(
				&evidence->words, evidence_node(evidence, sticky), (enum kind)sticky->kind, &tokens);
	}
	tokens_release(&tokens);
}

static void evidence_use_words(struct evidence *evidence)
{
	for (size_t i = 0; i < evidence->words.uses.count; i++) {
		const struct vocabulary_use *use = vec_at(&evidence->words.uses, i);
		double weight = vocabulary_weight(&evidence->words, use);

		if (weight <= 0)
			continue;
		if (!evidence_word_node(evidence, use->word))
			map_set(&evidence->word_nodes, use->word + 1, (void *)community_node(&evidence->graph, false));
		evidence_tie(evidence, use->user, evidence_word_node(evidence, use->word), weight, EVIDENCE_WORD);
	}
}

/* Ties STICKY to the aggregates that its text names; are there any? */
static bool evidence_name(struct evidence *evidence, const struct sticky *sticky, struct tokens *tokens)
{
	struct vec *found = &evidence->named;

	if (!(KIND_BIT(sticky->kind) & EVIDENCE_NAMING))
		return false;
	tokens_read(tokens, sticky->text);
	nameindex_find(&evidence->names, tokens, found);
	for (size_t i = 0; i < found->count; i++)
		evidence_tie(evidence, evidence_node(evidence, sticky),
			evidence_node(evidence, vec_get(found, const struct sticky *, i)),
			EVIDENCE_NAMES / (double)found->count, EVIDENCE_NAME);
	return found->count;
}

/* Ties STICKY to the first of KINDS on SIDES of it; is there one? */
static bool evidence_beside(
	struct evidence *evidence, const struct sticky *sticky, unsigned kinds, enum trigger_side sides)
{
	const struct sticky *other = trigger_find(evidence->board, sticky, kinds, sides);

	if (other)
		evidence_tie(evidence, evidence_node(evidence, sticky), evidence_node(evidence, other), EVIDENCE_BESIDE,
			EVIDENCE_PLACE);
	return other;
}

/* Ties STICKY to what stands beside it, unless links or, with TOLD, its text already say what it belongs to. */
static void evidence_place(struct evidence *evidence, const struct sticky *sticky, bool told)
{
	unsigned kind = KIND_BIT(sticky->kind), starts = EVIDENCE_STARTERS | EVIDENCE_SYSTEM;
	bool linked = sticky->first_in || sticky->first_out;

	if (kind & (KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND))) {
		bool event = sticky->kind == KIND_EVENT;

		if (trigger_linked(evidence->board, sticky, EVIDENCE_AGGREGATE, TRIGGER_AROUND))
			return;
		if (event && !trigger_linked(evidence->board, sticky, starts, TRIGGER_BEFORE))
			evidence_beside(evidence, sticky, EVIDENCE_STARTERS, TRIGGER_BEFORE);
		if (!told &&
			!evidence_beside(evidence, sticky, EVIDENCE_AGGREGATE, event ? TRIGGER_BEFORE : TRIGGER_AFTER))
			evidence_beside(evidence, sticky, EVIDENCE_AGGREGATE, event ? TRIGGER_AFTER : TRIGGER_BEFORE);
	} else if (sticky->kind == KIND_POLICY && !sticky->first_out) {
		evidence_beside(evidence, sticky, EVIDENCE_CORE & ~EVIDENCE_AGGREGATE, TRIGGER_AFTER);
	} else if (!linked && kind & (EVIDENCE_SHOWING | KIND_BIT(KIND_ACTOR))) {
		if (!evidence_beside(evidence, sticky, KIND_BIT(KIND_COMMAND), TRIGGER_AFTER))
			evidence_beside(evidence, sticky, KIND_BIT(KIND_EVENT), TRIGGER_AROUND);
	} else if (!linked && kind & (EVIDENCE_SYSTEM | KIND_REMARKS)) {
		evidence_beside(evidence, sticky, EVIDENCE_CORE, TRIGGER_AROUND);
	}
}

/* Ties STICKY to what lies in the slots on its right and below it. */
static void evidence_next(struct evidence *evidence, const struct sticky *sticky)
{
	const struct board *board = evidence->board;
	struct place right = {sticky->place.column + 1, sticky->place.row};
	struct place below = {sticky->place.column, sticky->place.row + 1};
	const struct sticky *others[] = {board_at(board, right), board_at(board, below)};

	if (sticky->pivotal || board_phase_at(board, right.column))
		others[0] = NULL;
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		if (others[i])
			evidence_tie(evidence, evidence_node(evidence, sticky), evidence_node(evidence, others[i]),
				EVIDENCE_NEXT, EVIDENCE_PLACE);
}

void evidence_init(struct evidence *evidence, const struct board *board)
{
	struct tokens tokens;

	*evidence = (struct evidence){.board = board};
	vec_init(&evidence->stickies, sizeof(const void *));
	vec_init(&evidence->contexts, sizeof(const void *));
	vec_init(&evidence->bases, sizeof(enum evidence_basis));
	community_init(&evidence->graph);
	nameindex_init(&evidence->names);
	namesakes_init(&evidence->namesakes);
	vec_init(&evidence->named, sizeof(const struct sticky *));
	vocabulary_init(&evidence->words);
	evidence_gather(evidence);
	evidence_read(evidence);
	tokens_init(&tokens);
	for (size_t i = 0; i < evidence->stickies.count; i++) {
		const struct sticky *sticky = evidence_sticky(evidence, i);
		bool owned = trigger_linked(board, sticky, EVIDENCE_AGGREGATE, TRIGGER_AROUND);

		evidence_link(evidence, sticky);
		evidence_place(evidence, sticky, !owned && evidence_name(evidence, sticky, &tokens));
		evidence_next(evidence, sticky);
	}
	tokens_release(&tokens);
	evidence_use_words(evidence);
}

void evidence_release(struct evidence *evidence)
{
	vec_release(&evidence->stickies);
	vec_release(&evidence->contexts);
	vec_release(&evidence->bases);
	map_release(&evidence->nodes);
	map_release(&evidence->word_nodes);
	community_release(&evidence->graph);
	nameindex_release(&evidence->names);
	namesakes_release(&evidence->namesakes);
	vec_release(&evidence->named);
	vocabulary_release(&evidence->words);
}
