#include "format/catalogue.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "format/exchange.h"

/* The kinds of thing: what their subjects begin with, where their files are, and what stands in for a name. */
static const struct catalogue_row {
	const char *token, *collection, *file;
} catalogue_rows[CATALOGUE_KIND_COUNT] = {
	[CATALOGUE_DOMAIN] = {"domain", "domains", "index.mdx"},
	[CATALOGUE_LANGUAGE] = {"language", "domains", "ubiquitous-language.mdx"},
	[CATALOGUE_SERVICE] = {"service", "services", "index.mdx"},
	[CATALOGUE_EVENT] = {"event", "events", "index.mdx"},
	[CATALOGUE_COMMAND] = {"command", "commands", "index.mdx"},
	[CATALOGUE_QUERY] = {"query", "queries", "index.mdx"},
	[CATALOGUE_CHANNEL] = {"channel", "channels", "index.mdx"},
	[CATALOGUE_FLOW] = {"flow", "flows", "index.mdx"},
	[CATALOGUE_TEAM] = {"team", "teams", NULL},
};

/* Kinds (bits) whose ids must differ: a message is referred to whatever its kind. */
static const unsigned catalogue_alike[] = {1U << CATALOGUE_DOMAIN, 1U << CATALOGUE_SERVICE,
	1U << CATALOGUE_EVENT | 1U << CATALOGUE_COMMAND | 1U << CATALOGUE_QUERY, 1U << CATALOGUE_CHANNEL,
	1U << CATALOGUE_FLOW};

/* What a sticky is; the others are not messages. */
static bool catalogue_kind_of(enum kind kind, enum catalogue_kind *message)
{
	static const enum catalogue_kind kinds[KIND_COUNT] = {[KIND_EVENT] = CATALOGUE_EVENT,
		[KIND_COMMAND] = CATALOGUE_COMMAND,
		[KIND_READ_MODEL] = CATALOGUE_QUERY};

	*message = kinds[kind];
	return *message != CATALOGUE_DOMAIN;
}

/* Adds a thing called NAME, about "TOKEN-NUMBER...", whose later numbers are in MORE. */
static struct catalogue_thing *catalogue_add(struct catalogue *catalogue, enum catalogue_kind kind, const char *token,
	int64_t number, const char *more, const char *name)
{
	struct catalogue_thing *thing = mem_zalloc(sizeof(*thing));
	struct strbuf subject = STRBUF_INIT;

	strbuf_addf(&subject, "%s/%s-%" PRId64 "%s", catalogue->prefix, token ? token : catalogue_rows[kind].token,
		number, more);
	thing->kind = kind;
	thing->number = number;
	thing->name = name ? name : "";
	thing->subject = strbuf_detach(&subject);
	thing->file = catalogue_folder_find(catalogue->folder, thing->subject);
	vec_init(&thing->sends, sizeof(struct catalogue_thing *));
	vec_init(&thing->receives, sizeof(struct catalogue_thing *));
	vec_add(&catalogue->things, struct catalogue_thing *) = thing;
	return thing;
}

static void catalogue_free(struct catalogue_thing *thing)
{
	vec_release(&thing->sends);
	vec_release(&thing->receives);
	free(thing->subject);
	free(thing->id);
	free(thing->path);
	free(thing);
}

/* The thing known as KEY, or NULL. */
static struct catalogue_thing *catalogue_known(const struct catalogue *catalogue, const char *key)
{
	int64_t place = names_get(&catalogue->known, key);

	return place ? vec_get(&catalogue->things, struct catalogue_thing *, (size_t)place - 1) : NULL;
}

/* Makes STICKY a thing of KIND, with others that say the same in its context. If one of them has a file, it stands for
 * all. */
static struct catalogue_thing *catalogue_add_sticky(
	struct catalogue *catalogue, enum catalogue_kind kind, const char *token, const struct sticky *sticky)
{
	struct catalogue_thing *thing, *same;
	struct strbuf key = STRBUF_INIT;

	/* An external system is the same in all contexts. */
	strbuf_addf(&key, "%d %" PRId64 " %s", (int)kind, kind == CATALOGUE_SERVICE ? 0 : sticky->context,
		sticky->text ? sticky->text : "");
	same = catalogue_known(catalogue, key.text);
	thing = catalogue_add(catalogue, kind, token, sticky->id, "", sticky->text);
	thing->sticky = sticky;
	thing->context = kind == CATALOGUE_SERVICE ? NULL : board_context(catalogue->board, sticky->context);
	if (!same) {
		names_set(&catalogue->known, key.text, (int64_t)catalogue->things.count);
	} else {
		catalogue->things.count--;
		if (thing->file && !same->file) {
			struct catalogue_thing older = *same;

			*same = *thing;
			*thing = older;
		}
		catalogue_free(thing);
		thing = same;
	}
	strbuf_release(&key);
	return thing;
}

static void catalogue_add_stickies(struct catalogue *catalogue)
{
	struct vec list = VEC_INIT(const struct sticky *);

	board_list(catalogue->board, ENTITY_STICKY, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i);
		enum catalogue_kind kind;

		if (sticky->kind == KIND_EXTERNAL_SYSTEM)
			catalogue_add_sticky(catalogue, CATALOGUE_SERVICE, "system", sticky);
		else if (catalogue_kind_of((enum kind)sticky->kind, &kind))
			map_set(&catalogue->messages, (uint64_t)sticky->id,
				catalogue_add_sticky(catalogue, kind, NULL, sticky));
	}
	vec_release(&list);
}

static void catalogue_add_contexts(struct catalogue *catalogue)
{
	struct vec list = VEC_INIT(const struct context *);

	board_list(catalogue->board, ENTITY_CONTEXT, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct context *context = vec_get(&list, const struct context *, i);
		struct catalogue_thing *thing =
			catalogue_add(catalogue, CATALOGUE_SERVICE, NULL, context->id, "", context->name);

		thing->context = context;
		map_set(&catalogue->services, (uint64_t)context->id, thing);
	}
	vec_release(&list);
}

/* Notes that SERVICE sends or, with RECEIVED, receives MESSAGE; either may be NULL. */
static void catalogue_note(struct catalogue_thing *service, struct catalogue_thing *message, bool received)
{
	struct vec *list = !service ? NULL : received ? &service->receives : &service->sends;

	if (list && message && !vec_holds(list, struct catalogue_thing *, message))
		vec_add(list, struct catalogue_thing *) = message;
}

/* Notes that a context owns its messages: it sends its events, and is asked for the rest. */
static void catalogue_note_owners(struct catalogue *catalogue)
{
	for (size_t i = 0; i < catalogue->things.count; i++) {
		struct catalogue_thing *thing = vec_get(&catalogue->things, struct catalogue_thing *, i);

		if (thing->sticky && thing->context)
			catalogue_note(map_get(&catalogue->services, (uint64_t)thing->context->id), thing,
				thing->kind != CATALOGUE_EVENT);
	}
}

/* The message of CROSSING: its sticky, or a new one for what a label names. */
static struct catalogue_thing *catalogue_crossing(
	struct catalogue *catalogue, const struct crossings_channel *crossing, int64_t relation)
{
	static const enum catalogue_kind kinds[] = {[CROSSINGS_EVENT] = CATALOGUE_EVENT,
		[CROSSINGS_COMMAND] = CATALOGUE_COMMAND,
		[CROSSINGS_QUESTION] = CATALOGUE_QUERY};
	struct catalogue_thing *message;

	if (crossing->sticky)
		return map_get(&catalogue->messages, (uint64_t)crossing->sticky->id);
	message = catalogue_add(catalogue, kinds[crossing->kind], "label", relation, "", crossing->text);
	message->context = board_context(catalogue->board, crossing->owner);
	return message;
}

/* Adds the channels, and who uses them. */
static void catalogue_add_channels(struct catalogue *catalogue)
{
	for (size_t i = 0; i < catalogue->crossings.channels.count; i++) {
		const struct crossings_channel *crossing =
			vec_get(&catalogue->crossings.channels, struct crossings_channel *, i);
		const struct crossings_use *use = vec_at(&crossing->uses, 0);
		struct catalogue_thing *message = catalogue_crossing(catalogue, crossing, use->relation->id);
		struct catalogue_thing *channel;
		struct strbuf more = STRBUF_INIT;

		strbuf_addf(&more, "-%s-%" PRId64, crossing->sticky ? "sticky" : "label",
			crossing->sticky ? crossing->sticky->id : use->relation->id);
		channel = catalogue_add(
			catalogue, CATALOGUE_CHANNEL, NULL, crossing->owner, more.text, crossing->address);
		strbuf_release(&more);
		channel->channel = crossing;
		channel->context = board_context(catalogue->board, crossing->owner);
		for (size_t k = 0; k < crossing->uses.count; k++) {
			use = vec_at(&crossing->uses, k);
			catalogue_note(map_get(&catalogue->services, (uint64_t)use->relation->source), message, false);
			catalogue_note(map_get(&catalogue->services, (uint64_t)use->relation->target), message, true);
		}
		if (message && !map_get(&catalogue->channels, (uint64_t)(uintptr_t)message))
			map_set(&catalogue->channels, (uint64_t)(uintptr_t)message, channel);
	}
}

static struct catalogue_thing *catalogue_find_party(
	const struct catalogue *catalogue, const struct exchange_party *party)
{
	struct catalogue_thing *thing = NULL;
	struct strbuf key = STRBUF_INIT;

	if (party->role == EXCHANGE_CONTEXT)
		return map_get(&catalogue->services, (uint64_t)party->context);
	strbuf_addf(&key, "%d 0 %s", (int)CATALOGUE_SERVICE, party->name);
	if (party->role == EXCHANGE_SYSTEM)
		thing = catalogue_known(catalogue, key.text);
	strbuf_release(&key);
	return thing;
}

/* Notes who sends what to whom. What a person looks at is asked for by that person. */
static void catalogue_note_exchanges(struct catalogue *catalogue)
{
	for (size_t i = 0; i < catalogue->exchanges.count; i++) {
		const struct exchange *exchange = vec_at(&catalogue->exchanges, i);
		struct catalogue_thing *message =
			exchange->message ? map_get(&catalogue->messages, (uint64_t)exchange->message->id) : NULL;

		if (message && message->kind == CATALOGUE_QUERY && exchange->to.role == EXCHANGE_PERSON)
			continue;
		catalogue_note(catalogue_find_party(catalogue, &exchange->from), message, false);
		catalogue_note(catalogue_find_party(catalogue, &exchange->to), message, true);
	}
}

/* Adds a flow for each phase in which something is sent, and for the chosen EVENTS. */
static void catalogue_add_flows(struct catalogue *catalogue, const struct vec *events)
{
	const struct sticky *first =
		events && events->count ? board_sticky(catalogue->board, vec_get(events, int64_t, 0)) : NULL;
	struct map seen = MAP_INIT;

	if (first)
		catalogue_add(catalogue, CATALOGUE_FLOW, "scenario", first->id, "", first->text)->events = events;
	for (size_t i = 0; i < catalogue->exchanges.count; i++) {
		const struct exchange *exchange = vec_at(&catalogue->exchanges, i);
		const struct phase *phase =
			exchange->message ? board_phase_of(catalogue->board, exchange->message->place.column) : NULL;
		uint64_t key = phase ? (uint64_t)phase->id : 0;
		struct catalogue_thing *flow;

		if (!exchange->message || map_get(&seen, key))
			continue;
		flow = catalogue_add(catalogue, CATALOGUE_FLOW, NULL, (int64_t)key, "",
			phase ? phase->name : board_title(catalogue->board));
		flow->phase = phase;
		map_set(&seen, key, flow);
	}
	map_release(&seen);
}

/* Gives THING its id and its path: those of its file, or new ones. */
static void catalogue_place(struct catalogue_thing *thing, struct identifiers *names)
{
	const struct catalogue_row *row = &catalogue_rows[thing->kind];
	struct strbuf id = STRBUF_INIT, path = STRBUF_INIT;

	if (thing->file && thing->file->id)
		strbuf_addstr(&id, thing->file->id);
	else
		identifiers_make(names, thing->name, row->token, thing->number, &id);
	if (thing->file)
		strbuf_addstr(&path, thing->file->path);
	else
		strbuf_addf(&path, "%s/%s/%s", row->collection, id.text, row->file);
	thing->id = strbuf_detach(&id);
	thing->path = strbuf_detach(&path);
}

/* Names all things of KINDS (bits), whose ids must differ. */
static void catalogue_name(struct catalogue *catalogue, unsigned kinds)
{
	/* Names of devices, which some systems do not take for folders. */
	static const char *const reserved[] = {"con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5",
		"com6", "com7", "com8", "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
		NULL};
	struct identifiers names;

	identifiers_init(&names, IDENTIFIERS_SLUG, reserved);
	for (int kind = 0; kind < CATALOGUE_KIND_COUNT; kind++)
		if (kinds & 1U << kind)
			catalogue_folder_reserve(catalogue->folder, catalogue_rows[kind].collection, &names);
	for (size_t i = 0; i < catalogue->things.count; i++) {
		struct catalogue_thing *thing = vec_get(&catalogue->things, struct catalogue_thing *, i);

		if (kinds & 1U << thing->kind)
			catalogue_place(thing, &names);
	}
	identifiers_release(&names);
}

/* Places THING, whose name is fixed, at PATH, unless people have a file of their own there. */
static void catalogue_place_at(const struct catalogue *catalogue, struct catalogue_thing *thing, const char *path)
{
	bool theirs = !thing->file && catalogue_folder_has(catalogue->folder, path);

	thing->id = mem_strdup(thing->file && thing->file->id ? thing->file->id : thing->name);
	thing->path = theirs ? NULL : mem_strdup(thing->file ? thing->file->path : path);
}

/* Places what is beside the things: the language of the DOMAIN, and the TEAM that owns what nobody has taken yet. */
static void catalogue_place_others(struct catalogue *catalogue, const struct catalogue_thing *domain,
	struct catalogue_thing *language, struct catalogue_thing *team)
{
	const char *slash = strrchr(domain->path, '/');
	struct strbuf path = STRBUF_INIT;

	strbuf_add(&path, domain->path, slash ? (size_t)(slash - domain->path) + 1 : 0);
	strbuf_addstr(&path, catalogue_rows[CATALOGUE_LANGUAGE].file);
	catalogue_place_at(catalogue, language, path.text);
	catalogue_place_at(catalogue, team, "teams/" CATALOGUE_NOBODY ".mdx");
	strbuf_release(&path);
}

void catalogue_init(struct catalogue *catalogue, const struct board *board, const struct vec *events,
	const struct catalogue_folder *folder, const char *prefix)
{
	struct catalogue_thing *domain, *language, *team;

	*catalogue = (struct catalogue){.board = board,
		.folder = folder,
		.prefix = prefix,
		.exchanges = VEC_INIT(struct exchange),
		.things = VEC_INIT(struct catalogue_thing *)};
	crossings_init(&catalogue->crossings, board);
	exchange_list(board, &catalogue->exchanges);
	domain = catalogue_add(catalogue, CATALOGUE_DOMAIN, NULL, 1, "", board_title(board));
	language = catalogue_add(catalogue, CATALOGUE_LANGUAGE, NULL, 1, "", "");
	team = catalogue_add(catalogue, CATALOGUE_TEAM, NULL, 1, "", CATALOGUE_NOBODY);
	catalogue_add_contexts(catalogue);
	catalogue_add_stickies(catalogue);
	catalogue_note_owners(catalogue);
	catalogue_note_exchanges(catalogue);
	catalogue_add_channels(catalogue);
	catalogue_add_flows(catalogue, events);
	for (size_t i = 0; i < ARRAY_SIZE(catalogue_alike); i++)
		catalogue_name(catalogue, catalogue_alike[i]);
	catalogue_place_others(catalogue, domain, language, team);
}

void catalogue_release(struct catalogue *catalogue)
{
	for (size_t i = 0; i < catalogue->things.count; i++)
		catalogue_free(vec_get(&catalogue->things, struct catalogue_thing *, i));
	vec_release(&catalogue->things);
	vec_release(&catalogue->exchanges);
	crossings_release(&catalogue->crossings);
	names_release(&catalogue->known);
	map_release(&catalogue->services);
	map_release(&catalogue->messages);
	map_release(&catalogue->channels);
}

const struct catalogue_thing *catalogue_party(const struct catalogue *catalogue, const struct exchange_party *party)
{
	return catalogue_find_party(catalogue, party);
}

const struct catalogue_thing *catalogue_message(const struct catalogue *catalogue, const struct sticky *sticky)
{
	return sticky ? map_get(&catalogue->messages, (uint64_t)sticky->id) : NULL;
}

const struct catalogue_thing *catalogue_channel(const struct catalogue *catalogue,
	const struct catalogue_thing *message, const struct catalogue_thing *service, bool received)
{
	const struct catalogue_thing *channel = map_get(&catalogue->channels, (uint64_t)(uintptr_t)message);

	if (!channel || !service->context)
		return NULL;
	return (received ? crossings_receives : crossings_sends)(channel->channel, service->context->id) ? channel
													 : NULL;
}
