#include "format/report_integration.h"

#include <string.h>

#include "base/i18n.h"
#include "format/markdown.h"
#include "model/integration.h"
#include "model/payload.h"

/* A relation being written. */
struct report_integration {
	const struct board *board;
	const struct relation *relation;
	const struct vec *messages; /* of const struct message *, all of the board, by id */
	FILE *out;
};

static void report_integration_text(const char *text, FILE *out)
{
	struct strbuf clean = STRBUF_INIT;

	markdown_text(&clean, text);
	fputs(clean.text, out);
	strbuf_release(&clean);
}

static bool report_integration_is_answered(const struct relation *relation)
{
	for (int i = 0; i < INTEGRATION_QUESTION_COUNT; i++)
		if (integration_is_answered(relation, (enum integration_question)i))
			return true;
	return false;
}

bool report_integration_is_empty(const struct board *board)
{
	const struct relation *relation;
	size_t at = 0;

	if (board_count(board, ENTITY_MESSAGE))
		return false;
	while ((relation = board_next(board, ENTITY_RELATION, &at)))
		if (report_integration_is_answered(relation))
			return false;
	return true;
}

/* `  - fields: orderId uuid, **email text (sensitive)**`. */
static void report_integration_fields(const char *label, const char *fields, FILE *out)
{
	struct payload payload;

	payload_init(&payload);
	payload_read(&payload, fields);
	for (size_t i = 0; i < payload.fields.count; i++) {
		const struct payload_field *field = payload_at(&payload, i);

		if (i)
			fputs(", ", out);
		else
			fprintf(out, "  - %s: ", label);
		fputs(field->sensitive ? "**" : "", out);
		report_integration_text(field->name, out);
		fputs(field->type[0] ? " " : "", out);
		report_integration_text(field->type, out);
		if (field->sensitive)
			fprintf(out, " (%s)**", _("sensitive"));
	}
	fputs(payload.fields.count ? "\n" : "", out);
	payload_release(&payload);
}

/* `  - LABEL: TEXT`, unless TEXT is empty. */
static void report_integration_line(const char *label, const char *text, FILE *out)
{
	if (!text)
		return;
	fprintf(out, "  - %s: ", label);
	report_integration_text(text, out);
	fputc('\n', out);
}

/* "- **Order placed** (event, public; notification)", and below it what it carries. */
static void report_integration_message(const struct report_integration *told, const struct message *message)
{
	const struct sticky *sticky = board_sticky(told->board, message->sticky);
	bool event = sticky->kind == KIND_EVENT;
	FILE *out = told->out;

	fputs("- **", out);
	report_integration_text(sticky->text, out);
	fprintf(out, "** (%s", kind_name((enum kind)sticky->kind));
	if (event)
		fprintf(out, ", %s; %s", sticky->public ? _("public") : _("private"),
			_(integration_type_name((enum message_type)message->type)));
	fputs(")\n", out);
	report_integration_fields(_("fields"), sticky->payload, out);
	report_integration_fields(_("metadata"), sticky->metadata, out);
	report_integration_line(_("when rejected"), sticky->rejection, out);
	report_integration_line(_("used by the receiver"), message->uses, out);
}

/* Prints an answer, with the meaning of its word after it. */
static void report_integration_answer(const char *given, FILE *out)
{
	const char *shown = integration_shown(given);

	if (shown) {
		fputs(_(shown), out);
		return;
	}
	report_integration_text(given, out);
	for (int i = 0; i < INTEGRATION_ANSWER_COUNT; i++)
		if (!strcmp(integration_answer_token((enum integration_answer)i), given))
			fprintf(out, ": %s", _(integration_answer_sentence((enum integration_answer)i)));
}

/* Prints the answered questions or, with OPEN, the open ones. */
static void report_integration_questions(const struct report_integration *told, bool open)
{
	const struct relation *relation = told->relation;
	struct strbuf text = STRBUF_INIT;
	size_t count = 0;

	for (int i = 0; i < INTEGRATION_QUESTION_COUNT; i++) {
		enum integration_question question = (enum integration_question)i;

		if (!integration_asks((enum relation_style)relation->style, question) ||
			integration_is_answered(relation, question) == open)
			continue;
		strbuf_reset(&text);
		integration_ask(told->board, relation, question, &text);
		if (open && !count++)
			fprintf(told->out, "- %s:\n", _("Still open"));
		fputs(open ? "  - " : "- ", told->out);
		report_integration_text(text.text, told->out);
		if (!open) {
			fputs(" **", told->out);
			report_integration_answer(integration_given(relation, question), told->out);
			fputs("**", told->out);
		}
		fputc('\n', told->out);
	}
	strbuf_release(&text);
}

static void report_integration_relation(const struct report_integration *told)
{
	const struct relation *relation = told->relation;
	size_t count = 0;
	FILE *out = told->out;

	fputs("### ", out);
	report_integration_text(board_context(told->board, relation->source)->name, out);
	fputs(" → ", out);
	report_integration_text(board_context(told->board, relation->target)->name, out);
	if (relation->label) {
		fputs(": ", out);
		report_integration_text(relation->label, out);
	}
	fprintf(out, "\n\n- %s\n",
		relation->style == RELATION_SYNC ? _("calls and waits for the answer") : _("sends and carries on"));
	for (size_t i = 0; i < told->messages->count; i++) {
		const struct message *message = vec_get(told->messages, const struct message *, i);

		if (message->relation != relation->id)
			continue;
		report_integration_message(told, message);
		count++;
	}
	if (!count)
		fprintf(out, "- %s\n", _("nobody has said yet what passes"));
	report_integration_questions(told, false);
	report_integration_questions(told, true);
	fputc('\n', out);
}

void report_integration_write(const struct board *board, FILE *out)
{
	struct vec relations = VEC_INIT(const struct relation *);
	struct vec messages = VEC_INIT(const struct message *);

	board_list(board, ENTITY_RELATION, &relations);
	board_list(board, ENTITY_MESSAGE, &messages);
	for (size_t i = 0; i < relations.count; i++) {
		struct report_integration told = {
			board, vec_get(&relations, const struct relation *, i), &messages, out};

		report_integration_relation(&told);
	}
	vec_release(&relations);
	vec_release(&messages);
}
