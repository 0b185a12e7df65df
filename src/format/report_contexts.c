/* report_contexts: the contexts, each as a bounded context canvas. */
#include "format/report_parts.h"

#include "base/i18n.h"
#include "format/exchange.h"
#include "format/storyline.h"

/* A context being written. */
struct report_context {
	const struct report *report;
	const struct context *context;
};

static const struct exchange *report_context_exchange(const struct report_context *work, size_t at)
{
	return vec_at(&work->report->exchanges, at);
}

/* The other party of EXCHANGE if the context receives it or, with OUTBOUND, sends it; otherwise NULL. */
static const struct exchange_party *report_context_other(
	const struct report_context *work, const struct exchange *exchange, bool outbound)
{
	if ((outbound ? &exchange->from : &exchange->to)->context != work->context->id)
		return NULL;
	return outbound ? &exchange->to : &exchange->from;
}

/* The first exchange from AT on with COLLABORATOR; the count of all if there is none. */
static size_t report_context_next(
	const struct report_context *work, bool outbound, const struct exchange_party *collaborator, size_t at)
{
	for (; at < work->report->exchanges.count; at++) {
		const struct exchange_party *other =
			report_context_other(work, report_context_exchange(work, at), outbound);

		if (other && exchange_same(other, collaborator))
			break;
	}
	return at;
}

/* "to Billing: Order placed (domain event), ...", from exchange FIRST on. */
static void report_context_collaborator(
	const struct report_context *work, bool outbound, const struct exchange_party *collaborator, size_t first)
{
	size_t count = work->report->exchanges.count, next;
	struct paper *paper = work->report->paper;

	paper_begin_item(paper, 1);
	paper_textf(paper, outbound ? _("to %s: ") : _("from %s: "), collaborator->name);
	for (size_t i = first; i < count; i = next) {
		const struct exchange *exchange = report_context_exchange(work, i);

		next = report_context_next(work, outbound, collaborator, i + 1);
		paper_text(paper, *exchange->text ? exchange->text : _("nobody has said yet what passes"));
		if (exchange->message)
			paper_textf(paper, " (%s)", kind_name((enum kind)exchange->message->kind));
		paper_text(paper, next < count ? ", " : "");
	}
	paper_end_item(paper);
}

/* Writes what comes in or, with OUTBOUND, goes out: a line for each collaborator. */
static void report_context_messages(const struct report_context *work, bool outbound)
{
	size_t lines = 0;

	for (size_t i = 0; i < work->report->exchanges.count; i++) {
		const struct exchange_party *other =
			report_context_other(work, report_context_exchange(work, i), outbound);

		if (!other || report_context_next(work, outbound, other, 0) < i)
			continue;
		if (!lines++)
			paper_group(work->report->paper, 0, outbound ? _("sends") : _("receives"));
		report_context_collaborator(work, outbound, other, i);
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
		if (!count++)
			paper_group(paper, 0, _("language"));
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
		if (!count++)
			paper_group(paper, 0, _("decisions"));
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
	struct vec list = VEC_INIT(const struct context *);
	size_t outside = 0;

	board_list(report->board, ENTITY_CONTEXT, &list);
	for (size_t i = 0; i < list.count; i++) {
		struct report_context work = {report, vec_get(&list, const struct context *, i)};

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
}
