#include "format/report_parts.h"

#include "base/clock.h"
#include "base/i18n.h"
#include "format/statistics.h"

/* More of one sort would not leave room for the rest of the page. */
#define REPORT_SUMMARY_MOST 8

static void report_summary_people(const struct report *report)
{
	const struct chronicle *chronicle = &report->chronicle;
	struct paper *paper = report->paper;

	paper_begin_item(paper, 0);
	paper_textf(paper, "%s:", _("People"));
	for (size_t i = 0; i < chronicle->people.count; i++) {
		const struct chronicle_person *person = vec_at(&chronicle->people, i);
		const struct person *known = board_person(report->board, person->id);

		paper_text(paper, i ? ", " : " ");
		paper_text(paper, statistics_name(report->board, person->id));
		if (known && known->role == ROLE_FACILITATOR)
			paper_textf(paper, " (%s)", _("facilitator"));
	}
	paper_end_item(paper);
}

static void report_summary_when(const struct report *report)
{
	const struct chronicle *chronicle = &report->chronicle;
	struct strbuf first = STRBUF_INIT, last = STRBUF_INIT, span = STRBUF_INIT;
	struct paper *paper = report->paper;
	char zone[CLOCK_TEXT_BYTES];

	clock_zone(chronicle->end_ms, zone);
	report_time(&first, chronicle->start_ms);
	report_time(&last, chronicle->end_ms);
	statistics_span(&span, chronicle->worked_ms);
	if (chronicle->actions) {
		paper_begin_item(paper, 0);
		paper_textf(paper, _("When: %s to %s %s"), first.text, last.text, zone);
		paper_end_item(paper);
	}
	paper_begin_item(paper, 0);
	paper_textf(paper, _("Time spent: %s, without breaks of more than %d minutes"), span.text,
		(int)(CHRONICLE_PAUSE_MS / 60000));
	paper_end_item(paper);
	strbuf_release(&first);
	strbuf_release(&last);
	strbuf_release(&span);
}

/* "Stickies: 34 (domain event 17, command 7); contexts: 3; relations: 2". An aggregate on several stickies is one. */
static void report_summary_figures(const struct report *report)
{
	const struct board *board = report->board;
	struct strbuf kinds = STRBUF_INIT;

	for (int i = 0; i < KIND_COUNT; i++) {
		enum kind kind = (enum kind)i;
		size_t count =
			kind == KIND_AGGREGATE ? namesakes_count(&report->namesakes) : board_count_kind(board, kind);

		if (count)
			strbuf_addf(&kinds, "%s%s %zu", kinds.len ? ", " : "", kind_name(kind), count);
	}
	paper_begin_item(report->paper, 0);
	paper_textf(report->paper, _("Stickies: %zu; contexts: %zu; relations: %zu"), board_count(board, ENTITY_STICKY),
		board_count(board, ENTITY_CONTEXT), board_count(board, ENTITY_RELATION));
	if (kinds.len)
		paper_textf(report->paper, " (%s)", kinds.text);
	paper_end_item(report->paper);
	strbuf_release(&kinds);
}

/* Writes the hotspots and opportunities that are RESOLVED, or not, those with most votes first; NONE if there are
 * none. */
static void report_summary_remarks(const struct report *report, bool resolved, const char *title, const char *none)
{
	struct vec list = VEC_INIT(const struct sticky *);

	for (size_t i = 0; i < report->stickies.count; i++) {
		const struct sticky *sticky = report_sticky(report, i);

		if (KIND_RESOLVABLE & KIND_BIT(sticky->kind) && sticky->resolved == resolved)
			vec_add(&list, const struct sticky *) = sticky;
	}
	paper_heading(report->paper, 2, title);
	if (!list.count)
		paper_paragraph(report->paper, none);
	report_sort_by_dots(&list);
	for (size_t i = 0; i < list.count && i < REPORT_SUMMARY_MOST; i++)
		report_remark_write(report, vec_get(&list, const struct sticky *, i));
	if (list.count > REPORT_SUMMARY_MOST) {
		size_t more = list.count - REPORT_SUMMARY_MOST;

		paper_begin_item(report->paper, 0);
		paper_textf(report->paper, ngettext("and %zu more", "and %zu more", more), more);
		paper_end_item(report->paper);
	}
	vec_release(&list);
}

/* Appends what the board itself says of CONTEXT: "looks after Order, Basket; 5 commands, 7 events". */
static void report_summary_sentence(const struct report *report, const struct context *context, struct strbuf *out)
{
	struct strbuf ignored = STRBUF_INIT, aggregates = STRBUF_INIT;
	size_t commands = report_list(report, context->id, KIND_COMMAND, &ignored);
	size_t events = report_list(report, context->id, KIND_EVENT, &ignored);

	if (report_list(report, context->id, KIND_AGGREGATE, &aggregates))
		strbuf_addf(out, _("looks after %s"), aggregates.text);
	else
		strbuf_addstr(out, _("no aggregate yet"));
	strbuf_addstr(out, "; ");
	strbuf_addf(out, ngettext("%zu command", "%zu commands", commands), commands);
	strbuf_addstr(out, ", ");
	strbuf_addf(out, ngettext("%zu event", "%zu events", events), events);
	strbuf_release(&ignored);
	strbuf_release(&aggregates);
}

static void report_summary_contexts(const struct report *report)
{
	struct vec list = VEC_INIT(const struct context *);

	board_list(report->board, ENTITY_CONTEXT, &list);
	if (list.count)
		paper_heading(report->paper, 2, _("Contexts at a glance"));
	for (size_t i = 0; i < list.count; i++) {
		const struct context *context = vec_get(&list, const struct context *, i);
		struct strbuf sentence = STRBUF_INIT;

		if (!context->purpose)
			report_summary_sentence(report, context, &sentence);
		paper_begin_item(report->paper, 0);
		paper_strong(report->paper, context->name);
		if (context->subdomain)
			paper_textf(report->paper, " (%s)", report_subdomain((enum subdomain)context->subdomain));
		paper_text(report->paper, ": ");
		paper_text(report->paper, context->purpose ? context->purpose : sentence.text);
		paper_end_item(report->paper);
		strbuf_release(&sentence);
	}
	vec_release(&list);
}

void report_summary_write(const struct report *report)
{
	const char *purpose = board_facts(report->board)->purpose;

	if (purpose)
		paper_paragraph(report->paper, purpose);
	report_summary_people(report);
	report_summary_when(report);
	report_summary_figures(report);
	if (board_count_kind(report->board, KIND_HOTSPOT) || board_count_kind(report->board, KIND_OPPORTUNITY)) {
		report_summary_remarks(report, true, _("Decided"), _("Nothing has been decided yet."));
		report_summary_remarks(report, false, _("Still open"), _("Nothing is open."));
	}
	report_summary_contexts(report);
	if (board_count(report->board, ENTITY_CONTEXT) > 1) {
		paper_heading(report->paper, 2, _("The map"));
		report_map_write(report);
	}
}
