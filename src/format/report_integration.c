/* report_integration: how contexts are integrated. */
#include "format/report_parts.h"

#include <string.h>

#include "base/i18n.h"
#include "model/integration.h"
#include "model/payload.h"

/* A relation being written. */
struct report_integration {
	const struct board *board;
	const struct relation *relation;
	const struct vec *messages; /* of const struct message *, all of the board, by id */
	struct paper *paper;
};

static bool report_integration_is_answered(const struct relation *relation)
{
	for (int i = 0; i < INTEGRATION_QUESTION_COUNT; i++)
		if (integration_is_answered(relation, (enum integration_question)i))
			return true;
	return false;
}

bool report_integration_is_empty(const struct report *report)
{
	const struct board *board = report->board;
	const struct relation *relation;
	size_t at = 0;

	if (board_count(board, ENTITY_MESSAGE))
		return false;
	while ((relation = board_next(board, ENTITY_RELATION, &at)))
		if (report_integration_is_answered(relation))
			return false;
	return true;
}

/* "fields: orderId uuid, **email text (sensitive)**". */
static void report_integration_fields(const char *label, const char *fields, struct paper *paper)
{
	struct payload payload;
	struct strbuf text = STRBUF_INIT;

	payload_init(&payload);
	payload_read(&payload, fields);
	if (payload.fields.count)
		paper_begin_item(paper, 1);
	for (size_t i = 0; i < payload.fields.count; i++) {
		const struct payload_field *field = payload_at(&payload, i);

		if (i)
			paper_text(paper, ", ");
		else
			paper_textf(paper, "%s: ", label);
		strbuf_reset(&text);
		strbuf_addf(&text, "%s%s%s", field->name, field->type[0] ? " " : "", field->type);
		if (field->sensitive)
			strbuf_addf(&text, " (%s)", _("sensitive"));
		if (field->sensitive)
			paper_strong(paper, text.text);
		else
			paper_text(paper, text.text);
	}
	if (payload.fields.count)
		paper_end_item(paper);
	payload_release(&payload);
	strbuf_release(&text);
}

/* "**Order placed** (event, public; notification)", and below it what it carries. */
static void report_integration_message(const struct report_integration *told, const struct message *message)
{
	const struct sticky *sticky = board_sticky(told->board, message->sticky);
	struct paper *paper = told->paper;

	paper_begin_item(paper, 0);
	paper_strong(paper, sticky->text);
	paper_textf(paper, " (%s", kind_name((enum kind)sticky->kind));
	if (sticky->kind == KIND_EVENT)
		paper_textf(paper, ", %s; %s", sticky->public ? _("public") : _("private"),
			_(integration_type_name((enum message_type)message->type)));
	paper_text(paper, ")");
	paper_end_item(paper);
	report_integration_fields(_("fields"), sticky->payload, paper);
	report_integration_fields(_("metadata"), sticky->metadata, paper);
	paper_item(paper, 1, _("when rejected"), sticky->rejection);
	paper_item(paper, 1, _("used by the receiver"), message->uses);
}

/* Appends an answer, with the meaning of its word after it. */
static void report_integration_answer(const char *given, struct strbuf *out)
{
	const char *shown = integration_shown(given);

	strbuf_addstr(out, shown ? _(shown) : given);
	for (int i = 0; i < INTEGRATION_ANSWER_COUNT && !shown; i++)
		if (!strcmp(integration_answer_token((enum integration_answer)i), given))
			strbuf_addf(out, ": %s", _(integration_answer_sentence((enum integration_answer)i)));
}

/* Prints the answered questions or, with OPEN, the open ones. */
static void report_integration_questions(const struct report_integration *told, bool open)
{
	const struct relation *relation = told->relation;
	struct paper *paper = told->paper;
	struct strbuf text = STRBUF_INIT;
	size_t count = 0;

	for (int i = 0; i < INTEGRATION_QUESTION_COUNT; i++) {
		enum integration_question question = (enum integration_question)i;

		if (!integration_asks((enum relation_style)relation->style, question) ||
			integration_is_answered(relation, question) == open)
			continue;
		if (open && !count++)
			paper_group(paper, 0, _("Still open"));
		strbuf_reset(&text);
		integration_ask(told->board, relation, question, &text);
		paper_begin_item(paper, open);
		paper_text(paper, text.text);
		if (!open) {
			strbuf_reset(&text);
			report_integration_answer(integration_given(relation, question), &text);
			paper_text(paper, " ");
			paper_strong(paper, text.text);
		}
		paper_end_item(paper);
	}
	strbuf_release(&text);
}

static void report_integration_relation(const struct report_integration *told)
{
	const struct relation *relation = told->relation;
	struct paper *paper = told->paper;
	struct strbuf title = STRBUF_INIT;
	size_t count = 0;

	strbuf_addf(&title, "%s → %s", board_context(told->board, relation->source)->name,
		board_context(told->board, relation->target)->name);
	if (relation->label)
		strbuf_addf(&title, ": %s", relation->label);
	paper_heading(paper, 3, title.text);
	strbuf_release(&title);
	paper_begin_item(paper, 0);
	paper_text(paper, _(integration_style_name((enum relation_style)relation->style)));
	paper_end_item(paper);
	for (size_t i = 0; i < told->messages->count; i++) {
		const struct message *message = vec_get(told->messages, const struct message *, i);

		if (message->relation != relation->id)
			continue;
		report_integration_message(told, message);
		count++;
	}
	if (!count) {
		paper_begin_item(paper, 0);
		paper_text(paper, _("nobody has said yet what passes"));
		paper_end_item(paper);
	}
	report_integration_questions(told, false);
	report_integration_questions(told, true);
}

void report_integration_write(const struct report *report)
{
	const struct board *board = report->board;
	struct vec relations = VEC_INIT(const struct relation *);
	struct vec messages = VEC_INIT(const struct message *);

	board_list(board, ENTITY_RELATION, &relations);
	board_list(board, ENTITY_MESSAGE, &messages);
	for (size_t i = 0; i < relations.count; i++) {
		struct report_integration told = {
			board, vec_get(&relations, const struct relation *, i), &messages, report->paper};

		report_integration_relation(&told);
	}
	vec_release(&relations);
	vec_release(&messages);
}
