/* report_contexts: the contexts, each as a bounded context canvas. */
#include "format/report_parts.h"

#include "base/i18n.h"
#include "format/exchange.h"
#include "format/storyline.h"

/* A context being written. */
struct report_context {
	const struct report *report;
	const struct context *context;
	const struct vec *exchanges; /* of struct exchange, of the board */
};

/* Writes what comes in or, with OUTBOUND, goes out: a line for each collaborator. */
static void report_context_messages(const struct report_context *work, bool outbound)
{
	struct paper *paper = work->report->paper;
	size_t lines = 0;

	for (size_t i = 0; i < work->exchanges->count; i++) {
		const struct exchange *exchange = vec_at(work->exchanges, i);
		const struct exchange_party *own = outbound ? &exchange->from : &exchange->to;
		const struct exchange_party *other = outbound ? &exchange->to : &exchange->from;
		bool told = false;
		size_t count = 0;

		for (size_t k = 0; k < i && !told; k++) {
			const struct exchange *before = vec_at(work->exchanges, k);

			told = (outbound ? before->from : before->to).context == work->context->id &&
			       exchange_same(outbound ? &before->to : &before->from, other);
		}
		if (told || own->context != work->context->id)
			continue;
		if (!lines++) {
			paper_begin_item(paper, 0);
			paper_textf(paper, "%s:", outbound ? _("sends") : _("receives"));
			paper_end_item(paper);
		}
		paper_begin_item(paper, 1);
		paper_textf(paper, outbound ? _("to %s: ") : _("from %s: "), other->name);
		for (size_t k = i; k < work->exchanges->count; k++) {
			const struct exchange *more = vec_at(work->exchanges, k);

			if ((outbound ? more->from : more->to).context != work->context->id ||
				!exchange_same(outbound ? &more->to : &more->from, other))
				continue;
			paper_text(paper, count++ ? ", " : "");
			paper_text(paper, *more->text ? more->text : _("nobody has said yet what passes"));
			if (more->message)
				paper_textf(paper, " (%s)", kind_name((enum kind)more->message->kind));
		}
		paper_end_item(paper);
	}
}

/* Writes the words of the context that are defined. */
static void report_context_language(const struct report_context *work)
{
	struct paper *paper = work->report->paper;
	size_t count = 0;

	for (size_t i = 0; i < work->report->stickies.count; i++) {
		const struct sticky *sticky = report_sticky(work->report, i);

		if (sticky->context != work->context->id || !sticky->definition)
			continue;
		if (!count++) {
			paper_begin_item(paper, 0);
			paper_textf(paper, "%s:", _("language"));
			paper_end_item(paper);
		}
		paper_begin_item(paper, 1);
		paper_strong(paper, sticky->text);
		paper_textf(paper, ": %s", sticky->definition);
		paper_end_item(paper);
	}
}

/* Writes the decisions of the business: policies, invariants, hotspots that were resolved with a note. */
static void report_context_decisions(const struct report_context *work)
{
	struct paper *paper = work->report->paper;
	size_t count = 0;

	for (size_t i = 0; i < work->report->stickies.count; i++) {
		const struct sticky *sticky = report_sticky(work->report, i);
		const char *text = sticky->kind == KIND_POLICY ? sticky->text : sticky->invariants;
		bool noted = KIND_RESOLVABLE & KIND_BIT(sticky->kind) && sticky->resolved && sticky->note;

		if (sticky->context != work->context->id || !(text || noted))
			continue;
		if (!count++) {
			paper_begin_item(paper, 0);
			paper_textf(paper, "%s:", _("decisions"));
			paper_end_item(paper);
		}
		paper_begin_item(paper, 1);
		paper_text(paper, sticky->text);
		if (noted)
			paper_textf(paper, " — %s", sticky->note);
		else if (sticky->kind != KIND_POLICY)
			paper_textf(paper, ": %s", sticky->invariants);
		paper_end_item(paper);
	}
}

/* The context that a remark is about: its own, or that of the event that it is about; 0 for none. */
static int64_t report_context_of_remark(const struct report *report, const struct sticky *remark)
{
	const struct sticky *event = remark->context ? NULL : storyline_owner(report->board, remark);

	return event ? event->context : remark->context;
}

static void report_context_questions(const struct report_context *work)
{
	struct strbuf texts = STRBUF_INIT;

	for (size_t i = 0; i < work->report->stickies.count; i++) {
		const struct sticky *sticky = report_sticky(work->report, i);

		if (sticky->kind == KIND_HOTSPOT && !sticky->resolved &&
			report_context_of_remark(work->report, sticky) == work->context->id)
			report_join(&texts, "; ", sticky->text);
	}
	paper_item(work->report->paper, 0, _("open questions"), texts.text);
	strbuf_release(&texts);
}

/* Writes the texts of the context's stickies that no other line has, by kind. */
static void report_context_members(const struct report_context *work)
{
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		struct strbuf texts = STRBUF_INIT;

		if (kind != KIND_POLICY && kind != KIND_HOTSPOT &&
			report_list(work->report, work->context->id, (enum kind)kind, &texts))
			paper_item(work->report->paper, 0, kind_name((enum kind)kind), texts.text);
		strbuf_release(&texts);
	}
}

static void report_context_write(const struct report_context *work)
{
	const struct context *context = work->context;
	struct paper *paper = work->report->paper;

	paper_heading(paper, 3, context->name);
	paper_item(paper, 0, _("purpose"), context->purpose);
	if (context->subdomain)
		paper_item(paper, 0, _("strategic class"), report_subdomain((enum subdomain)context->subdomain));
	paper_item(paper, 0, _("domain roles"), context->roles);
	report_context_messages(work, false);
	report_context_messages(work, true);
	report_context_language(work);
	report_context_decisions(work);
	paper_item(paper, 0, _("assumptions"), context->assumptions);
	report_context_questions(work);
	report_context_members(work);
}

/* Says once, for all contexts of LIST (of const struct context *), what nobody has said yet. */
static void report_contexts_unsaid(const struct report *report, const struct vec *list)
{
	struct strbuf purposes = STRBUF_INIT, classes = STRBUF_INIT;

	for (size_t i = 0; i < list->count; i++) {
		const struct context *context = vec_get(list, const struct context *, i);

		if (!context->purpose)
			report_join(&purposes, ", ", context->name);
		if (!context->subdomain)
			report_join(&classes, ", ", context->name);
	}
	if (purposes.len || classes.len)
		paper_heading(report->paper, 3, _("Not said yet"));
	paper_item(report->paper, 0, _("purpose"), purposes.text);
	paper_item(report->paper, 0, _("strategic class"), classes.text);
	strbuf_release(&purposes);
	strbuf_release(&classes);
}

void report_contexts_write(const struct report *report)
{
	struct vec list = VEC_INIT(const struct context *), exchanges = VEC_INIT(struct exchange);
	size_t outside = 0;

	board_list(report->board, ENTITY_CONTEXT, &list);
	exchange_list(report->board, &exchanges);
	for (size_t i = 0; i < list.count; i++) {
		struct report_context work = {report, vec_get(&list, const struct context *, i), &exchanges};

		report_context_write(&work);
	}
	report_contexts_unsaid(report, &list);
	for (size_t i = 0; i < report->stickies.count; i++)
		outside += !report_sticky(report, i)->context;
	if (outside) {
		paper_begin_paragraph(report->paper);
		paper_textf(report->paper,
			ngettext("%zu sticky is in no context.", "%zu stickies are in no context.", outside), outside);
		paper_end_paragraph(report->paper);
	}
	vec_release(&list);
	vec_release(&exchanges);
}
