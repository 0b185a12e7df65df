#include "format/report.h"

#include <inttypes.h>
#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "format/exchange.h"
#include "format/report_parts.h"
#include "format/statistics.h"
#include "format/storyline.h"
#include "model/copy.h"
#include "model/integration.h"
#include "model/parking.h"

/* The name of the first page. */
#define REPORT_SUMMARY "summary"

/* A part, which gets a heading unless it is empty. */
struct report_part {
	const char *title;  /* translated when printed */
	const char *anchor; /* for links to it */
	bool (*is_empty)(const struct report *report);
	void (*write)(const struct report *report);
};

static bool report_no_stickies(const struct report *report)
{
	return !report->stickies.count;
}

static void report_write_timeline(const struct report *report)
{
	storyline_write(report->board, report->paper);
}

static bool report_no_pictures(const struct report *report)
{
	return !report->paper->html || !report->stickies.count;
}

static bool report_no_aggregates(const struct report *report)
{
	return !board_count_kind(report->board, KIND_AGGREGATE);
}

static bool report_no_contexts(const struct report *report)
{
	return !board_count(report->board, ENTITY_CONTEXT);
}

static bool report_no_relations(const struct report *report)
{
	return !board_count(report->board, ENTITY_RELATION);
}

/* "- Ordering → Payment (calls): Request payment; anticorruption-layer / open-host". */
static void report_write_relations(const struct report *report)
{
	struct vec list = VEC_INIT(const struct relation *);
	struct paper *paper = report->paper;

	board_list(report->board, ENTITY_RELATION, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct relation *relation = vec_get(&list, const struct relation *, i);
		const char *first = relation->source_pattern, *second = relation->target_pattern;

		paper_begin_item(paper, 0);
		paper_strong(paper, board_context(report->board, relation->source)->name);
		paper_text(paper, " → ");
		paper_strong(paper, board_context(report->board, relation->target)->name);
		paper_textf(paper, " (%s)", _(integration_style_name((enum relation_style)relation->style)));
		if (relation->label)
			paper_textf(paper, ": %s", relation->label);
		if (first || second)
			paper_textf(paper, "; %s / %s", first ? first : "-", second ? second : "-");
		paper_end_item(paper);
	}
	vec_release(&list);
}

static bool report_no_hotspots(const struct report *report)
{
	return !board_count_kind(report->board, KIND_HOTSPOT);
}

static bool report_no_opportunities(const struct report *report)
{
	return !board_count_kind(report->board, KIND_OPPORTUNITY);
}

static void report_write_hotspots(const struct report *report)
{
	report_remarks_write(report, KIND_HOTSPOT);
}

static void report_write_opportunities(const struct report *report)
{
	report_remarks_write(report, KIND_OPPORTUNITY);
}

static bool report_no_votes(const struct report *report)
{
	return !board_count(report->board, ENTITY_VOTE);
}

static void report_write_votes(const struct report *report)
{
	struct vec list = VEC_INIT(const struct sticky *);

	for (size_t i = 0; i < report->stickies.count; i++)
		if (report_sticky(report, i)->first_vote)
			vec_add(&list, const struct sticky *) = report_sticky(report, i);
	report_sort_by_dots(&list);
	for (size_t i = 0; i < list.count; i++) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i);

		paper_begin_item(report->paper, 0);
		paper_textf(report->paper, "%" PRId64 " × ", board_dots(sticky));
		paper_text(report->paper, sticky->text);
		paper_textf(report->paper, " (%s)", kind_name((enum kind)sticky->kind));
		paper_end_item(report->paper);
	}
	vec_release(&list);
}

static bool report_no_actions(const struct report *report)
{
	return !report->chronicle.actions;
}

static void report_write_steps(const struct report *report)
{
	statistics_write_steps(&report->chronicle, report->paper);
}

static void report_write_figures(const struct report *report)
{
	statistics_write(report->board, &report->chronicle, report->paper);
}

static bool report_never_empty(const struct report *report)
{
	(void)report;
	return false;
}

static bool report_none_aside(const struct report *report)
{
	return report->whole == report->board;
}

/* Prints what was put aside, with its notes. */
static void report_write_aside(const struct report *report)
{
	struct vec list = VEC_INIT(const struct sticky *);

	board_list_in_time(report->whole, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i);

		if (!parking_holds(report->whole, sticky))
			continue;
		paper_begin_item(report->paper, 0);
		paper_textf(report->paper, "%s: ", kind_name((enum kind)sticky->kind));
		paper_text(report->paper, sticky->text);
		if (sticky->note)
			paper_textf(report->paper, " — %s", sticky->note);
		paper_end_item(report->paper);
	}
	vec_release(&list);
}

static const struct report_part report_parts[] = {
	{N_("Board"), "board", report_no_pictures, report_wall_write},
	{N_("Timeline"), "timeline", report_no_stickies, report_write_timeline},
	{N_("Message flow"), "flow", report_flow_is_empty, report_flow_write},
	{N_("Aggregates"), "aggregates", report_no_aggregates, report_aggregates_write},
	{N_("Contexts"), "contexts", report_no_contexts, report_contexts_write},
	{N_("Context map"), "map", report_no_relations, report_write_relations},
	{N_("Core domain chart"), "chart", report_no_contexts, report_chart_write},
	{N_("Glossary"), "glossary", report_glossary_is_empty, report_glossary_write},
	{N_("Integration"), "integration", report_integration_is_empty, report_integration_write},
	{N_("Hotspots"), "hotspots", report_no_hotspots, report_write_hotspots},
	{N_("Opportunities"), "opportunities", report_no_opportunities, report_write_opportunities},
	{N_("Parking lot"), "parking-lot", report_none_aside, report_write_aside},
	{N_("Votes"), "votes", report_no_votes, report_write_votes},
	{N_("Steps"), "steps", report_no_actions, report_write_steps},
	{N_("Figures"), "figures", report_no_actions, report_write_figures},
	{N_("To do"), "to-do", report_never_empty, report_findings_write},
};

const char *report_part_name(size_t at)
{
	return !at ? REPORT_SUMMARY : at <= ARRAY_SIZE(report_parts) ? report_parts[at - 1].anchor : NULL;
}

bool report_is_html(const char *path)
{
	const char *dot = path ? strrchr(path, '.') : NULL;

	return dot && (!strcasecmp(dot, ".html") || !strcasecmp(dot, ".htm"));
}

/* Lists the parts, with links to them; a Markdown file is read from the top. */
static void report_write_contents(const struct report *report)
{
	if (!report->paper->html)
		return;
	paper_begin_paragraph(report->paper);
	for (size_t i = 0, count = 0; i < ARRAY_SIZE(report_parts); i++) {
		if (report_parts[i].is_empty(report))
			continue;
		paper_text(report->paper, count++ ? " · " : "");
		paper_link(report->paper, report_parts[i].anchor, _(report_parts[i].title));
	}
	paper_end_paragraph(report->paper);
}

/* Writes all parts, or ONLY the one of that name. */
static void report_write_parts(const struct report *report, const char *only)
{
	bool first = !only;

	for (size_t i = 0; i < ARRAY_SIZE(report_parts); i++) {
		if (report_parts[i].is_empty(report) || (only && strcmp(only, report_parts[i].anchor)))
			continue;
		if (first)
			paper_sheet(report->paper);
		first = false;
		paper_anchor(report->paper, report_parts[i].anchor);
		paper_heading(report->paper, 2, _(report_parts[i].title));
		report_parts[i].write(report);
	}
}

int report_write(const struct board *board, struct store *store, const struct report_options *options, FILE *out,
	struct error *err)
{
	struct board *timeline = copy_timeline(board);
	const char *title = board_title(board)[0] ? board_title(board) : _("Untitled workshop");
	struct paper paper;
	struct report report = {.board = timeline ? timeline : board,
		.whole = board,
		.stickies = VEC_INIT(const struct sticky *),
		.exchanges = VEC_INIT(struct exchange),
		.events = options->events,
		.paper = &paper};
	int failed;

	paper_init(&paper, out, options->html);
	chronicle_init(&report.chronicle);
	namesakes_init(&report.namesakes);
	namesakes_read(&report.namesakes, report.board);
	board_list_in_time(report.board, &report.stickies);
	exchange_list(report.board, &report.exchanges);
	failed = chronicle_read(&report.chronicle, store, err);
	if (!failed) {
		paper_begin(&paper, title);
		paper_heading(&paper, 1, title);
		if (!options->part)
			report_write_contents(&report);
		if (!options->part || !strcmp(options->part, REPORT_SUMMARY))
			report_summary_write(&report);
		report_write_parts(&report, options->part);
		paper_end(&paper);
	}
	vec_release(&report.stickies);
	vec_release(&report.exchanges);
	namesakes_release(&report.namesakes);
	chronicle_release(&report.chronicle);
	paper_release(&paper);
	board_free(timeline);
	return failed;
}
