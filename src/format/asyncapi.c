/*
 * asyncapi: what contexts send to each other as AsyncAPI 3.0.0, a YAML document for each context.
 *
 * A document says what its context sends and receives; a channel has the same names and address in the documents of
 * both sides. Headers are those of CloudEvents. Sentences are English in any locale, so that the same board gives the
 * same bytes.
 */
#include "format/format_rows.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "format/bundle.h"
#include "format/crossings.h"
#include "format/jsonschema.h"

/* The answers to a command or a question. */
struct asyncapi_answer {
	char *name;       /* of the message */
	const char *word; /* "accepted", "rejected"; NULL: the data asked for */
};

#define ASYNCAPI_ANSWERS_MOST 2

/* A channel in a document. */
struct asyncapi_channel {
	const struct crossings_channel *crossing;
	char *request; /* the message that is sent, if its name differs from the channel's */
	char *reply;   /* the channel for answers, or NULL */
	struct asyncapi_answer answers[ASYNCAPI_ANSWERS_MOST];
	size_t answer_count;
};

/* The documents of a board. */
struct asyncapi {
	struct crossings crossings;
	struct vec channels;                     /* of struct asyncapi_channel, in the order of crossings */
	const struct crossings_context *context; /* the context whose document is being written */
	struct yaml yaml;
};

/* Makes another name from "OrderPlaced" and WORD; owned by the caller. */
static char *asyncapi_name(struct asyncapi *api, const struct crossings_channel *crossing, const char *word)
{
	struct strbuf text = STRBUF_INIT, name = STRBUF_INIT;

	strbuf_addf(&text, "%s %s", crossing->name, word);
	identifiers_make(&api->crossings.names, text.text, word, crossing->sticky ? crossing->sticky->id : 0, &name);
	strbuf_release(&text);
	return strbuf_detach(&name);
}

static void asyncapi_add_answer(struct asyncapi *api, struct asyncapi_channel *channel, const char *word)
{
	channel->answers[channel->answer_count++] = (struct asyncapi_answer){
		word ? asyncapi_name(api, channel->crossing, word) : mem_strdup(channel->crossing->name), word};
}

static void asyncapi_init(struct asyncapi *api, const struct board *board)
{
	*api = (struct asyncapi){.channels = VEC_INIT(struct asyncapi_channel)};
	crossings_init(&api->crossings, board);
	for (size_t i = 0; i < api->crossings.channels.count; i++) {
		struct asyncapi_channel *channel = vec_push(&api->channels);
		const struct crossings_channel *crossing =
			vec_get(&api->crossings.channels, struct crossings_channel *, i);

		channel->crossing = crossing;
		if (crossing->kind == CROSSINGS_QUESTION)
			channel->request = asyncapi_name(api, crossing, "request");
		if (!crossing->answered)
			continue;
		channel->reply = asyncapi_name(api, crossing, "reply");
		if (crossing->kind == CROSSINGS_QUESTION) {
			asyncapi_add_answer(api, channel, NULL);
			continue;
		}
		asyncapi_add_answer(api, channel, "accepted");
		if (crossing->sticky && crossing->sticky->rejection)
			asyncapi_add_answer(api, channel, "rejected");
	}
}

static void asyncapi_release(struct asyncapi *api)
{
	for (size_t i = 0; i < api->channels.count; i++) {
		struct asyncapi_channel *channel = vec_at(&api->channels, i);

		for (size_t j = 0; j < channel->answer_count; j++)
			free(channel->answers[j].name);
		free(channel->reply);
		free(channel->request);
	}
	vec_release(&api->channels);
	crossings_release(&api->crossings);
}

static const struct asyncapi_channel *asyncapi_channel(const struct asyncapi *api, size_t at)
{
	return vec_at(&api->channels, at);
}

/* Does the context of the document use CHANNEL? */
static bool asyncapi_has(const struct asyncapi *api, const struct asyncapi_channel *channel)
{
	int64_t context = api->context->context->id;

	return crossings_sends(channel->crossing, context) || crossings_receives(channel->crossing, context);
}

static const char *asyncapi_request(const struct asyncapi_channel *channel)
{
	return channel->request ? channel->request : channel->crossing->name;
}

/* Writes a reference to another part of the document. */
static void asyncapi_ref(struct yaml *yaml, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void asyncapi_ref(struct yaml *yaml, const char *format, ...)
{
	char path[4 * IDENTIFIERS_MOST_BYTES + 64];
	va_list args;

	va_start(args, format);
	vsnprintf(path, sizeof(path), format, args);
	va_end(args);
	yaml_text(yaml, "$ref", path);
}

static void asyncapi_write_info(struct asyncapi *api)
{
	struct yaml *yaml = &api->yaml;
	const char *title = board_title(api->crossings.board);

	yaml_text(yaml, "asyncapi", "3.0.0");
	yaml_open(yaml, "info");
	yaml_text(yaml, "title", api->context->context->name);
	yaml_text(yaml, "version", "1.0.0");
	if (title[0])
		yaml_text(yaml, "description", title);
	yaml_close(yaml);
	yaml_text(yaml, "defaultContentType", "application/json");
}

static void asyncapi_write_message_ref(struct yaml *yaml, const char *name)
{
	yaml_open(yaml, name);
	asyncapi_ref(yaml, "#/components/messages/%s", name);
	yaml_close(yaml);
}

static void asyncapi_write_channel(struct yaml *yaml, const struct asyncapi_channel *channel)
{
	const struct crossings_channel *crossing = channel->crossing;

	yaml_open(yaml, crossing->name);
	yaml_text(yaml, "address", crossing->address);
	yaml_text(yaml, "title", crossing->text);
	yaml_open(yaml, "messages");
	asyncapi_write_message_ref(yaml, asyncapi_request(channel));
	yaml_close(yaml);
	yaml_close(yaml);
	if (!channel->reply)
		return;
	/* The address for the answer is only known at run time. */
	yaml_open(yaml, channel->reply);
	yaml_word(yaml, "address", "null");
	yaml_open(yaml, "messages");
	for (size_t i = 0; i < channel->answer_count; i++)
		asyncapi_write_message_ref(yaml, channel->answers[i].name);
	yaml_close(yaml);
	yaml_close(yaml);
}

/* Writes what a relation says about its use of a channel. */
static void asyncapi_write_use(struct asyncapi *api, const struct crossings_use *use, bool sends)
{
	struct yaml *yaml = &api->yaml;
	const struct relation *relation = use->relation;
	const struct crossings_context *other =
		crossings_context(&api->crossings, sends ? relation->target : relation->source);

	yaml_open_item(yaml);
	yaml_text(yaml, sends ? "to" : "from", other->context->name);
	yaml_text(yaml, "style", relation_style_token((enum relation_style)relation->style));
	if (use->message && use->message->type != MESSAGE_UNDECIDED)
		yaml_text(yaml, "event-type", message_type_token((enum message_type)use->message->type));
	if (relation->consistency != CONSISTENCY_UNKNOWN)
		yaml_text(yaml, "consistency", consistency_token((enum consistency)relation->consistency));
	if (use->message && use->message->uses)
		yaml_text(yaml, "uses", use->message->uses);
	yaml_close(yaml);
}

/* Writes that an operation uses MESSAGE of CHANNEL. Left out, it is all of the channel's, which not every reader knows
 * (asyncapi-validator 5.1.1). */
static void asyncapi_write_used(struct yaml *yaml, const char *channel, const char *message)
{
	yaml_open_item(yaml);
	asyncapi_ref(yaml, "#/channels/%s/messages/%s", channel, message);
	yaml_close(yaml);
}

static void asyncapi_write_reply(struct yaml *yaml, const struct asyncapi_channel *channel)
{
	yaml_open(yaml, "reply");
	yaml_open(yaml, "channel");
	asyncapi_ref(yaml, "#/channels/%s", channel->reply);
	yaml_close(yaml);
	yaml_open(yaml, "messages");
	for (size_t i = 0; i < channel->answer_count; i++)
		asyncapi_write_used(yaml, channel->reply, channel->answers[i].name);
	yaml_close(yaml);
	yaml_close(yaml);
}

static void asyncapi_write_operation(struct asyncapi *api, const struct asyncapi_channel *channel)
{
	const struct crossings_channel *crossing = channel->crossing;
	int64_t context = api->context->context->id;
	bool sends = crossings_sends(crossing, context);
	struct yaml *yaml = &api->yaml;
	struct strbuf name = STRBUF_INIT;

	strbuf_addf(&name, "%s%s", sends ? "send" : "receive", asyncapi_request(channel));
	yaml_open(yaml, name.text);
	yaml_text(yaml, "action", sends ? "send" : "receive");
	yaml_open(yaml, "channel");
	asyncapi_ref(yaml, "#/channels/%s", crossing->name);
	yaml_close(yaml);
	yaml_open(yaml, "messages");
	asyncapi_write_used(yaml, crossing->name, asyncapi_request(channel));
	yaml_close(yaml);
	if (channel->reply)
		asyncapi_write_reply(yaml, channel);
	yaml_open(yaml, "x-relations");
	for (size_t i = 0; i < crossing->uses.count; i++) {
		const struct crossings_use *use = vec_at(&crossing->uses, i);

		if (context == (sends ? use->relation->source : use->relation->target))
			asyncapi_write_use(api, use, sends);
	}
	yaml_close(yaml);
	yaml_close(yaml);
	strbuf_release(&name);
}

/* The type of the channel's event, from the first use that has one. */
static enum message_type asyncapi_type(const struct crossings_channel *crossing)
{
	enum message_type type = MESSAGE_UNDECIDED;

	for (size_t i = 0; i < crossing->uses.count && type == MESSAGE_UNDECIDED; i++) {
		const struct crossings_use *use = vec_at(&crossing->uses, i);

		if (use->message)
			type = (enum message_type)use->message->type;
	}
	return type;
}

/* Writes the metadata of a message: a CloudEvent's, of the type ADDRESS. */
static void asyncapi_write_headers(struct asyncapi *api, const struct crossings_channel *crossing, const char *metadata)
{
	const struct crossings_use *use = vec_at(&crossing->uses, 0);
	struct strbuf source = STRBUF_INIT;

	strbuf_addf(&source, "/%s", crossings_context(&api->crossings, use->relation->source)->slug);
	/* Commands may come from several contexts. */
	jsonschema_headers(
		&api->yaml, metadata, crossing->kind == CROSSINGS_EVENT ? source.text : NULL, crossing->address);
	strbuf_release(&source);
}

/* Writes the kind of a message and whether the context of the document owns it, for EventCatalog, which otherwise takes
 * every message for an event that the context owns. */
static void asyncapi_write_catalogued(struct asyncapi *api, const struct crossings_channel *crossing, bool answer)
{
	static const char *const types[] = {
		[CROSSINGS_EVENT] = "event", [CROSSINGS_COMMAND] = "command", [CROSSINGS_QUESTION] = "query"};
	bool owned = crossing->owner == api->context->context->id;

	yaml_text(&api->yaml, "x-eventcatalog-message-type", answer ? "event" : types[crossing->kind]);
	yaml_text(&api->yaml, "x-eventcatalog-role", owned ? "provider" : "client");
}

/* Writes the message that is sent on CHANNEL; answers are apart. */
static void asyncapi_write_message(struct asyncapi *api, const struct asyncapi_channel *channel)
{
	static const char *const kinds[] = {
		[CROSSINGS_EVENT] = "event", [CROSSINGS_COMMAND] = "command", [CROSSINGS_QUESTION] = "question"};
	const struct crossings_channel *crossing = channel->crossing;
	const struct sticky *sticky = crossing->sticky;
	enum message_type type = asyncapi_type(crossing);
	struct yaml *yaml = &api->yaml;

	yaml_open(yaml, asyncapi_request(channel));
	yaml_text(yaml, "name", asyncapi_request(channel));
	yaml_text(yaml, "title", crossing->text);
	if (sticky && sticky->note)
		yaml_text(yaml, "description", sticky->note);
	yaml_text(yaml, "x-kind", kinds[crossing->kind]);
	asyncapi_write_catalogued(api, crossing, false);
	if (type != MESSAGE_UNDECIDED)
		yaml_text(yaml, "x-event-type", message_type_token(type));
	if (sticky && sticky->kind == KIND_EVENT)
		yaml_text(yaml, "x-visibility", sticky->public ? "public" : "private");
	asyncapi_write_headers(api, crossing, sticky ? sticky->metadata : NULL);
	if (sticky && crossing->kind != CROSSINGS_QUESTION)
		jsonschema_payload(yaml, sticky->payload);
	yaml_close(yaml);
}

static void asyncapi_write_answer(
	struct asyncapi *api, const struct asyncapi_channel *channel, const struct asyncapi_answer *answer)
{
	const struct crossings_channel *crossing = channel->crossing;
	const struct sticky *sticky = crossing->sticky;
	struct yaml *yaml = &api->yaml;
	struct strbuf title = STRBUF_INIT;

	strbuf_addf(&title, answer->word ? "%s: %s" : "%s", crossing->text, answer->word);
	yaml_open(yaml, answer->name);
	yaml_text(yaml, "name", answer->name);
	yaml_text(yaml, "title", title.text);
	if (answer->word && !strcmp(answer->word, "rejected"))
		yaml_text(yaml, "description", sticky->rejection);
	yaml_text(yaml, "x-kind", answer->word ? "answer" : "read-model");
	asyncapi_write_catalogued(api, crossing, true);
	if (!answer->word && sticky)
		jsonschema_payload(yaml, sticky->payload);
	yaml_close(yaml);
	strbuf_release(&title);
}

static void asyncapi_write_messages(struct asyncapi *api, const struct asyncapi_channel *channel)
{
	asyncapi_write_message(api, channel);
	for (size_t i = 0; i < channel->answer_count; i++)
		asyncapi_write_answer(api, channel, &channel->answers[i]);
}

/* Writes the document of CONTEXT. */
static void asyncapi_write(struct asyncapi *api, const struct crossings_context *context, FILE *out)
{
	struct yaml *yaml = &api->yaml;
	size_t count = 0;

	*yaml = (struct yaml)YAML_INIT(out);
	api->context = context;
	asyncapi_write_info(api);
	for (size_t i = 0; i < api->channels.count; i++)
		count += asyncapi_has(api, asyncapi_channel(api, i));
	if (!count) {
		yaml_word(yaml, "channels", "{}");
		yaml_word(yaml, "operations", "{}");
		return;
	}
	yaml_open(yaml, "channels");
	for (size_t i = 0; i < api->channels.count; i++)
		if (asyncapi_has(api, asyncapi_channel(api, i)))
			asyncapi_write_channel(yaml, asyncapi_channel(api, i));
	yaml_close(yaml);
	yaml_open(yaml, "operations");
	for (size_t i = 0; i < api->channels.count; i++)
		if (asyncapi_has(api, asyncapi_channel(api, i)))
			asyncapi_write_operation(api, asyncapi_channel(api, i));
	yaml_close(yaml);
	yaml_open(yaml, "components");
	yaml_open(yaml, "messages");
	for (size_t i = 0; i < api->channels.count; i++)
		if (asyncapi_has(api, asyncapi_channel(api, i)))
			asyncapi_write_messages(api, asyncapi_channel(api, i));
	yaml_close(yaml);
	yaml_close(yaml);
}

/* Stores the context whose document OPTIONS ask for, or NULL for all. */
static int asyncapi_choose(const struct asyncapi *api, const struct format_options *options,
	const struct crossings_context **context, struct error *err)
{
	if (!api->crossings.contexts.count)
		return error_set(err, ERROR_REFUSED, _("the board has no contexts yet"));
	*context = options->context ? crossings_context_named(&api->crossings, options->context) : NULL;
	if (options->context && !*context)
		return error_set(err, ERROR_REFUSED, _("no context “%.60s”"), options->context);
	return 0;
}

/* Writes the document of the context that OPTIONS name, or of the only one. Fails if there is no such context, or
 * several and none is named. */
static int asyncapi_export(
	const struct board *board, const struct format_options *options, FILE *out, struct error *err)
{
	const struct crossings_context *context;
	struct asyncapi api;
	int failed;

	asyncapi_init(&api, board);
	failed = asyncapi_choose(&api, options, &context, err);
	if (!failed && !context && api.crossings.contexts.count > 1)
		failed = error_set(err, ERROR_USAGE,
			_("each context has its own document: choose one with --context, or write all to a folder with "
			  "-o DIR/"));
	if (!failed)
		asyncapi_write(&api, context ? context : vec_at(&api.crossings.contexts, 0), out);
	asyncapi_release(&api);
	return failed;
}

/* A folder of documents being written. */
struct asyncapi_folder {
	struct asyncapi *api;
	const struct crossings_context *only; /* or NULL for all contexts */
};

static int asyncapi_write_file(void *context, size_t at, FILE *out, struct error *err)
{
	struct asyncapi_folder *folder = context;

	(void)err;
	asyncapi_write(folder->api, folder->only ? folder->only : vec_at(&folder->api->crossings.contexts, at), out);
	return 0;
}

/* Writes the documents of all contexts, or of the one that OPTIONS name, into the folder PATH, each named after its
 * context: "ordering.yaml". Fails if there are no contexts. */
static int asyncapi_export_folder(const struct board *board, struct store *store, const struct format_options *options,
	const char *path, struct error *err)
{
	struct asyncapi api;
	struct asyncapi_folder folder = {&api, NULL};
	struct bundle bundle = {.write = asyncapi_write_file, .context = &folder};
	char **names;
	int failed;

	(void)store;
	asyncapi_init(&api, board);
	failed = asyncapi_choose(&api, options, &folder.only, err);
	names = mem_zalloc((api.crossings.contexts.count + 1) * sizeof(*names));
	for (size_t i = 0; i < api.crossings.contexts.count; i++) {
		const struct crossings_context *context = vec_at(&api.crossings.contexts, i);
		struct strbuf name = STRBUF_INIT;

		if (folder.only && folder.only != context)
			continue;
		strbuf_addf(&name, "%s.yaml", context->slug);
		names[bundle.count++] = strbuf_detach(&name);
	}
	bundle.names = (const char *const *)names;
	if (!failed)
		failed = bundle_write(&bundle, path, err);
	for (size_t i = 0; i < bundle.count; i++)
		free(names[i]);
	free(names);
	asyncapi_release(&api);
	return failed;
}

const struct format asyncapi_format = {
	.name = "asyncapi",
	.ending = ".yaml",
	.by_context = true,
	.write = asyncapi_export,
	.sentence = N_("what a context sends and receives, as AsyncAPI; into a folder: all contexts"),
	.write_folder = asyncapi_export_folder,
};
