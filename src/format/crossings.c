#include "format/crossings.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

static void crossings_read_contexts(struct crossings *crossings)
{
	struct vec list = VEC_INIT(const struct context *);
	struct identifiers slugs;

	identifiers_init(&slugs, IDENTIFIERS_SLUG, NULL);
	board_list(crossings->board, ENTITY_CONTEXT, &list);
	for (size_t i = 0; i < list.count; i++) {
		struct crossings_context *context = vec_push(&crossings->contexts);
		struct strbuf slug = STRBUF_INIT;

		context->context = vec_get(&list, const struct context *, i);
		identifiers_make(&slugs, context->context->name, "context", context->context->id, &slug);
		context->slug = strbuf_detach(&slug);
		identifiers_init(&context->addresses, IDENTIFIERS_SLUG, NULL);
		map_set(&crossings->by_id, (uint64_t)context->context->id, (void *)(uintptr_t)(i + 1));
	}
	identifiers_release(&slugs);
	vec_release(&list);
}

/* The kind of what RELATION carries: STICKY, or what its label names. */
static enum crossings_kind crossings_kind(const struct relation *relation, const struct sticky *sticky)
{
	bool sync = relation->style == RELATION_SYNC;

	if (sticky ? sticky->kind == KIND_COMMAND : sync)
		return CROSSINGS_COMMAND;
	return sticky && sticky->kind == KIND_READ_MODEL && relation->style != RELATION_ASYNC ? CROSSINGS_QUESTION
											      : CROSSINGS_EVENT;
}

/* Gives CHANNEL its name and address; ID tells it from others. */
static void crossings_name(struct crossings *crossings, struct crossings_channel *channel, int64_t id)
{
	struct crossings_context *owner = (struct crossings_context *)crossings_context(crossings, channel->owner);
	struct strbuf name = STRBUF_INIT, address = STRBUF_INIT;

	identifiers_make(&crossings->names, channel->text, "Message", id, &name);
	strbuf_addf(&address, "%s.", owner->slug);
	identifiers_make(&owner->addresses, channel->text, "message", id, &address);
	channel->name = strbuf_detach(&name);
	channel->address = strbuf_detach(&address);
}

/* The channel for STICKY, or for what the label of RELATION names, created if needed. */
static struct crossings_channel *crossings_channel(
	struct crossings *crossings, const struct relation *relation, const struct sticky *sticky)
{
	enum crossings_kind kind = crossings_kind(relation, sticky);
	int64_t owner = kind == CROSSINGS_EVENT ? relation->source : relation->target;
	struct crossings_channel *channel;
	struct strbuf key = STRBUF_INIT;
	int64_t known;

	strbuf_addf(&key, "%" PRId64 " %d %" PRId64 " %s", owner, (int)kind, sticky ? sticky->id : 0,
		sticky ? "" : relation->label);
	known = names_get(&crossings->known, key.text);
	if (!known) {
		channel = mem_zalloc(sizeof(*channel));
		channel->owner = owner;
		channel->kind = kind;
		channel->sticky = sticky;
		channel->text = sticky ? sticky->text : relation->label;
		channel->text = channel->text ? channel->text : "";
		vec_init(&channel->uses, sizeof(struct crossings_use));
		crossings_name(crossings, channel, sticky ? sticky->id : relation->id);
		vec_add(&crossings->channels, struct crossings_channel *) = channel;
		known = (int64_t)crossings->channels.count;
		names_set(&crossings->known, key.text, known);
	}
	strbuf_release(&key);
	return vec_get(&crossings->channels, struct crossings_channel *, (size_t)known - 1);
}

static void crossings_add(struct crossings *crossings, const struct relation *relation, const struct message *message)
{
	const struct sticky *sticky = message ? board_sticky(crossings->board, message->sticky) : NULL;
	struct crossings_channel *channel = crossings_channel(crossings, relation, sticky);

	vec_add(&channel->uses, struct crossings_use) = (struct crossings_use){relation, message};
	if (channel->kind != CROSSINGS_EVENT && relation->style == RELATION_SYNC)
		channel->answered = true;
}

static void crossings_read_channels(struct crossings *crossings)
{
	struct vec relations = VEC_INIT(const struct relation *);
	struct vec messages = VEC_INIT(const struct message *);
	struct map carried = MAP_INIT;

	board_list(crossings->board, ENTITY_MESSAGE, &messages);
	for (size_t i = 0; i < messages.count; i++) {
		const struct message *message = vec_get(&messages, const struct message *, i);
		const struct relation *relation = board_item(crossings->board, ENTITY_RELATION, message->relation);

		map_set(&carried, (uint64_t)relation->id, (void *)relation);
		if (relation->source != relation->target)
			crossings_add(crossings, relation, message);
	}
	board_list(crossings->board, ENTITY_RELATION, &relations);
	for (size_t i = 0; i < relations.count; i++) {
		const struct relation *relation = vec_get(&relations, const struct relation *, i);

		if (relation->label && relation->source != relation->target &&
			!map_get(&carried, (uint64_t)relation->id))
			crossings_add(crossings, relation, NULL);
	}
	map_release(&carried);
	vec_release(&messages);
	vec_release(&relations);
}

void crossings_init(struct crossings *crossings, const struct board *board)
{
	*crossings = (struct crossings){.board = board,
		.contexts = VEC_INIT(struct crossings_context),
		.channels = VEC_INIT(struct crossings_channel *)};
	identifiers_init(&crossings->names, IDENTIFIERS_TYPE, NULL);
	crossings_read_contexts(crossings);
	crossings_read_channels(crossings);
}

void crossings_release(struct crossings *crossings)
{
	for (size_t i = 0; i < crossings->channels.count; i++) {
		struct crossings_channel *channel = vec_get(&crossings->channels, struct crossings_channel *, i);

		vec_release(&channel->uses);
		free(channel->name);
		free(channel->address);
		free(channel);
	}
	for (size_t i = 0; i < crossings->contexts.count; i++) {
		struct crossings_context *context = vec_at(&crossings->contexts, i);

		identifiers_release(&context->addresses);
		free(context->slug);
	}
	vec_release(&crossings->channels);
	vec_release(&crossings->contexts);
	identifiers_release(&crossings->names);
	map_release(&crossings->by_id);
	names_release(&crossings->known);
}

const struct crossings_context *crossings_context(const struct crossings *crossings, int64_t id)
{
	size_t at = (size_t)(uintptr_t)map_get(&crossings->by_id, (uint64_t)id);

	return vec_at(&crossings->contexts, at - 1);
}

const struct crossings_context *crossings_context_named(const struct crossings *crossings, const char *name)
{
	const struct context *context = board_context_named(crossings->board, name);

	return context ? crossings_context(crossings, context->id) : NULL;
}

/* Is CONTEXT at the sending, or the receiving, end of any use of CHANNEL? */
static bool crossings_is_at(const struct crossings_channel *channel, int64_t context, bool sends)
{
	for (size_t i = 0; i < channel->uses.count; i++) {
		const struct crossings_use *use = vec_at(&channel->uses, i);

		if (context == (sends ? use->relation->source : use->relation->target))
			return true;
	}
	return false;
}

bool crossings_sends(const struct crossings_channel *channel, int64_t context)
{
	return crossings_is_at(channel, context, true);
}

bool crossings_receives(const struct crossings_channel *channel, int64_t context)
{
	return crossings_is_at(channel, context, false);
}
