/* message: the fields of messages, and which messages relations carry. */
#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "command/ends.h"
#include "command/command_rows.h"
#include "model/integration.h"
#include "model/payload.h"

static int message_set_public(struct run *run, const char *text, struct error *err)
{
	const struct vec *ids = &run_value(run, 0)->ids;
	int failed = 0;

	for (size_t i = 0; i < ids->count && !failed; i++)
		failed = edit_set(&run->edit, ENTITY_STICKY, vec_get(ids, int64_t, i), "public", text, err);
	return failed;
}

static int message_publish_run(struct run *run, struct error *err)
{
	return message_set_public(run, "1", err);
}

static int message_unpublish_run(struct run *run, struct error *err)
{
	return message_set_public(run, "", err);
}

/* Sets FIELD to the fields in argument 1; to "" if these are the USUAL ones, for which an empty text stands. */
static int message_set_fields(struct run *run, const char *field, const struct payload *usual, struct error *err)
{
	struct payload payload;
	struct strbuf text = STRBUF_INIT, same = STRBUF_INIT;
	int failed;

	payload_init(&payload);
	payload_read(&payload, run_value(run, 1)->text.text);
	failed = payload_check(&payload, err);
	if (!failed) {
		payload_format(&payload, "\n", &text);
		payload_format(usual, "\n", &same);
		failed = edit_set(&run->edit, ENTITY_STICKY, run_value(run, 0)->number, field,
			strcmp(text.text, same.text) ? text.text : "", err);
	}
	payload_release(&payload);
	strbuf_release(&same);
	strbuf_release(&text);
	return failed;
}

static int message_payload_run(struct run *run, struct error *err)
{
	struct payload none;
	int failed;

	payload_init(&none);
	failed = message_set_fields(run, "payload", &none, err);
	payload_release(&none);
	return failed;
}

static int message_metadata_run(struct run *run, struct error *err)
{
	struct payload usual;
	int failed;

	payload_init(&usual);
	payload_read_metadata(&usual, NULL);
	failed = message_set_fields(run, "metadata", &usual, err);
	payload_release(&usual);
	return failed;
}

static int message_rejection_run(struct run *run, struct error *err)
{
	return edit_set(
		&run->edit, ENTITY_STICKY, run_value(run, 0)->number, "rejection", run_value(run, 1)->text.text, err);
}

#define MESSAGE_EVENTS                                                                      \
	.kinds = KIND_BIT(KIND_EVENT), .why = N_("only an event can be public or private"), \
	.arguments = {{"ID", ARGUMENT_STICKIES, ARGUMENT_FOCUS, 0}}
#define MESSAGE_ONE                                      \
	{                                                \
		"ID", ARGUMENT_STICKY, ARGUMENT_FOCUS, 0 \
	}

const struct command message_publish = {
	.name = "publish",
	.sentence = N_("make an event public: other contexts may rely on it"),
	.role = ROLE_PARTICIPANT,
	MESSAGE_EVENTS,
	.run = message_publish_run,
};

const struct command message_unpublish = {
	.name = "unpublish",
	.sentence = N_("make an event private to its context"),
	.role = ROLE_PARTICIPANT,
	MESSAGE_EVENTS,
	.run = message_unpublish_run,
};

const struct command message_payload = {
	.name = "payload",
	.sentence = N_("set the fields that it carries, such as orderId: uuid; email: text sensitive"),
	.role = ROLE_PARTICIPANT,
	.kinds = KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_READ_MODEL),
	.why = N_("only events, commands and read models carry fields"),
	.arguments = {MESSAGE_ONE, {"FIELDS", ARGUMENT_TEXT, ARGUMENT_OPTIONAL, 0}},
	.run = message_payload_run,
};

const struct command message_metadata = {
	.name = "metadata",
	.sentence = N_("set the fields next to its payload; without them, the usual ones"),
	.role = ROLE_PARTICIPANT,
	.kinds = KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND),
	.why = N_("only events and commands have metadata"),
	.arguments = {MESSAGE_ONE, {"FIELDS", ARGUMENT_TEXT, ARGUMENT_OPTIONAL, 0}},
	.run = message_metadata_run,
};

const struct command message_rejection = {
	.name = "rejection",
	.sentence = N_("set what a command answers when it is rejected"),
	.role = ROLE_PARTICIPANT,
	.kinds = KIND_BIT(KIND_COMMAND),
	.why = N_("only a command can be rejected; what has happened cannot"),
	.arguments = {MESSAGE_ONE, {"TEXT", ARGUMENT_LINE, ARGUMENT_OPTIONAL, 0}},
	.run = message_rejection_run,
};

enum { MESSAGE_FROM, MESSAGE_TO, MESSAGE_LABEL, MESSAGE_TYPE, MESSAGE_USES, MESSAGE_IDS };
enum { MESSAGE_GONE = MESSAGE_LABEL + 1 };

/* Appends the names in TEXT, separated by spaces. If STICKY has a payload, fails unless they are fields of it. */
static int message_read_uses(const struct sticky *sticky, const char *text, struct strbuf *out, struct error *err)
{
	struct payload payload;
	struct strbuf name = STRBUF_INIT;
	int failed = 0;

	payload_init(&payload);
	payload_read(&payload, sticky->payload);
	while (!failed && *(text += strspn(text, " ,;"))) {
		size_t len = strcspn(text, " ,;");

		strbuf_reset(&name);
		strbuf_add(&name, text, len);
		if (sticky->payload && !payload_find(&payload, name.text))
			failed = error_set(err, ERROR_REFUSED, _("sticky %" PRId64 " has no field “%.60s”"), sticky->id,
				name.text);
		strbuf_addf(out, "%s%s", out->len ? " " : "", name.text);
		text += len;
	}
	strbuf_release(&name);
	payload_release(&payload);
	return failed;
}

/* Sets those of the type and the used fields of message ID that are given. */
static int message_change(struct run *run, int64_t id, const char *uses, struct error *err)
{
	enum message_type type = (enum message_type)run_value(run, MESSAGE_TYPE)->number;
	int failed = 0;

	if (run_value(run, MESSAGE_TYPE)->given)
		failed = edit_set(&run->edit, ENTITY_MESSAGE, id, "type", type ? message_type_token(type) : "", err);
	if (!failed && run_value(run, MESSAGE_USES)->given)
		failed = edit_set(&run->edit, ENTITY_MESSAGE, id, "uses", uses, err);
	return failed;
}

static int message_check(
	const struct run *run, const struct relation *relation, const struct sticky *sticky, struct error *err)
{
	if (!integration_carries((enum relation_style)relation->style, sticky->kind))
		return error_set(err, ERROR_REFUSED,
			relation->style == RELATION_ASYNC
				? _("sticky %" PRId64 ": an asynchronous relation carries events")
				: _("sticky %" PRId64 ": a call carries commands and read models"),
			sticky->id);
	if (sticky->kind != KIND_EVENT && run_value(run, MESSAGE_TYPE)->number)
		return error_set(err, ERROR_REFUSED, _("sticky %" PRId64 ": only an event has a type"), sticky->id);
	return 0;
}

static int message_put(struct run *run, const struct relation *relation, const struct sticky *sticky, struct error *err)
{
	const struct message *old = board_message(run->edit.board, relation->id, sticky->id);
	struct strbuf uses = STRBUF_INIT;
	struct message made = {
		.relation = relation->id, .sticky = sticky->id, .type = (int)run_value(run, MESSAGE_TYPE)->number};
	int failed = message_check(run, relation, sticky, err);
	int64_t id;

	if (!failed)
		failed = message_read_uses(sticky, run_value(run, MESSAGE_USES)->text.text, &uses, err);
	if (!failed && old) {
		failed = message_change(run, old->id, uses.text, err);
	} else if (!failed) {
		made.uses = uses.len ? uses.text : NULL;
		id = edit_create(&run->edit, ENTITY_MESSAGE, &made, err);
		failed = id < 0 ? (int)id : 0;
	}
	strbuf_release(&uses);
	return failed;
}

static int message_add_run(struct run *run, struct error *err)
{
	const struct relation *relation = ends_named(run, MESSAGE_FROM, MESSAGE_TO, MESSAGE_LABEL, err);
	const struct vec *ids = &run_value(run, MESSAGE_IDS)->ids;
	int failed = relation ? 0 : ERROR_REFUSED;

	for (size_t i = 0; i < ids->count && !failed; i++)
		failed = message_put(run, relation, board_sticky(run->edit.board, vec_get(ids, int64_t, i)), err);
	return failed;
}

static int message_remove_run(struct run *run, struct error *err)
{
	const struct relation *relation = ends_named(run, MESSAGE_FROM, MESSAGE_TO, MESSAGE_LABEL, err);
	const struct vec *ids = &run_value(run, MESSAGE_GONE)->ids;
	int failed = relation ? 0 : ERROR_REFUSED;

	for (size_t i = 0; i < ids->count && !failed; i++) {
		int64_t id = vec_get(ids, int64_t, i);
		const struct message *message = board_message(run->edit.board, relation->id, id);

		failed = message ? edit_delete(&run->edit, ENTITY_MESSAGE, message->id, err)
				 : error_set(err, ERROR_REFUSED, _("that relation does not carry sticky %" PRId64), id);
	}
	return failed;
}

#define MESSAGE_ENDS                                                      \
	{"FROM", ARGUMENT_CONTEXT, 0, 0}, {"TO", ARGUMENT_CONTEXT, 0, 0}, \
	{                                                                 \
		"LABEL", ARGUMENT_WORD, 0, 'l'                            \
	}
#define MESSAGE_MANY                                       \
	{                                                  \
		"ID", ARGUMENT_STICKIES, ARGUMENT_FOCUS, 0 \
	}

const struct command message_add = {
	.name = "message",
	.sentence = N_("make a relation carry these events or, for a call, commands and read models"),
	.role = ROLE_PARTICIPANT,
	.arguments = {MESSAGE_ENDS, {"TYPE", ARGUMENT_MESSAGE, 0, 't'}, {"FIELDS", ARGUMENT_WORD, 0, 'u'},
		MESSAGE_MANY},
	.run = message_add_run,
};

const struct command message_remove = {
	.name = "unmessage",
	.sentence = N_("stop a relation from carrying these"),
	.role = ROLE_PARTICIPANT,
	.arguments = {MESSAGE_ENDS, MESSAGE_MANY},
	.run = message_remove_run,
};
