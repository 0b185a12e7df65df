#include "format/report.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "check/namesakes.h"
#include "check/checklist.h"
#include "format/chronicle.h"
#include "format/format_rows.h"
#include "format/markdown.h"
#include "format/report_integration.h"
#include "format/statistics.h"
#include "format/storyline.h"
#include "model/copy.h"
#include "model/parking.h"

/* A report being written. */
struct report {
	const struct board *board; /* the timeline, which the parts are about */
	const struct board *whole; /* the same, with what is put aside */
	struct chronicle chronicle;
	struct vec stickies; /* of const struct sticky *, in reading order */
	FILE *out;
};

/* A part, which gets a heading unless it is empty. */
struct report_part {
	const char *title; /* translated when printed */
	bool (*is_empty)(const struct report *report);
	void (*write)(const struct report *report);
};

static const struct sticky *report_sticky(const struct report *report, size_t at)
{
	return vec_get(&report->stickies, const struct sticky *, at);
}

/* Prints TEXT as Markdown. */
static void report_text(const struct report *report, const char *text)
{
	struct strbuf clean = STRBUF_INIT;

	markdown_text(&clean, text);
	fputs(clean.text, report->out);
	strbuf_release(&clean);
}

/* Appends "2026-11-20 14:05". */
static void report_time(struct strbuf *out, int64_t time_ms)
{
	char time[CLOCK_TEXT_BYTES];

	clock_format_local(time_ms, time);
	strbuf_addf(out, "%.10s %.5s", time, time + strlen("2026-11-20T"));
}

static void report_write_head(const struct report *report)
{
	const struct chronicle *chronicle = &report->chronicle;
	const char *title = board_title(report->board);
	struct strbuf first = STRBUF_INIT, last = STRBUF_INIT, span = STRBUF_INIT;
	char zone[CLOCK_TEXT_BYTES];

	fputs("# ", report->out);
	report_text(report, title[0] ? title : _("Untitled workshop"));
	fputs("\n\n", report->out);
	fprintf(report->out, "- %s:", _("People"));
	for (size_t i = 0; i < chronicle->people.count; i++) {
		const struct chronicle_person *person = vec_at(&chronicle->people, i);
		const struct person *known = board_person(report->board, person->id);

		fputs(i ? ", " : " ", report->out);
		report_text(report, statistics_name(report->board, person->id));
		if (known && known->role == ROLE_FACILITATOR)
			fprintf(report->out, " (%s)", _("facilitator"));
	}
	clock_zone(chronicle->end_ms, zone);
	report_time(&first, chronicle->start_ms);
	report_time(&last, chronicle->end_ms);
	statistics_span(&span, chronicle->worked_ms);
	fputc('\n', report->out);
	if (chronicle->actions)
		fprintf(report->out, _("- When: %s to %s %s\n"), first.text, last.text, zone);
	fprintf(report->out, _("- Time spent: %s, without breaks of more than %d minutes\n"), span.text,
		(int)(CHRONICLE_PAUSE_MS / 60000));
	fprintf(report->out, _("- Stickies: %zu; contexts: %zu; relations: %zu\n\n"),
		board_count(report->board, ENTITY_STICKY), board_count(report->board, ENTITY_CONTEXT),
		board_count(report->board, ENTITY_RELATION));
	strbuf_release(&first);
	strbuf_release(&last);
	strbuf_release(&span);
}

static bool report_no_stickies(const struct report *report)
{
	return !report->stickies.count;
}

static void report_write_timeline(const struct report *report)
{
	storyline_write(report->board, report->out);
}

static bool report_no_aggregates(const struct report *report)
{
	return !board_count_kind(report->board, KIND_AGGREGATE);
}

static void report_write_aggregates(const struct report *report)
{
	storyline_write_aggregates(report->board, report->out);
	fputc('\n', report->out);
}

static bool report_no_contexts(const struct report *report)
{
	return !board_count(report->board, ENTITY_CONTEXT);
}

/* A context and the texts of its stickies, separated by commas, for each kind. */
struct report_context {
	const struct context *context;
	struct strbuf members[KIND_COUNT];
};

static void report_write_context(const struct report *report, struct report_context *context)
{
	fputs("### ", report->out);
	report_text(report, context->context->name);
	fputs("\n\n", report->out);
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		if (context->members[kind].len)
			fprintf(report->out, "- %s: %s\n", kind_name((enum kind)kind), context->members[kind].text);
		strbuf_release(&context->members[kind]);
	}
	fputc('\n', report->out);
}

static void report_write_contexts(const struct report *report)
{
	struct vec list = VEC_INIT(const struct context *);
	struct map found = MAP_INIT;
	struct report_context *contexts;
	size_t outside = 0;
	struct namesakes namesakes;

	namesakes_init(&namesakes);
	namesakes_read(&namesakes, report->board);
	board_list(report->board, ENTITY_CONTEXT, &list);
	contexts = mem_zalloc(list.count * sizeof(*contexts));
	for (size_t i = 0; i < list.count; i++) {
		contexts[i].context = vec_get(&list, const struct context *, i);
		for (int kind = 0; kind < KIND_COUNT; kind++)
			strbuf_init(&contexts[i].members[kind]);
		map_set(&found, (uint64_t)contexts[i].context->id, &contexts[i]);
	}
	for (size_t i = 0; i < report->stickies.count; i++) {
		const struct sticky *sticky = report_sticky(report, i);
		struct report_context *context = map_get(&found, (uint64_t)sticky->context);
		struct strbuf *members = context ? &context->members[sticky->kind] : NULL;

		outside += !context;
		if (!members || namesakes_first(&namesakes, sticky->id) != sticky->id)
			continue;
		strbuf_addstr(members, members->len ? ", " : "");
		markdown_text(members, sticky->text);
	}
	namesakes_release(&namesakes);
	for (size_t i = 0; i < list.count; i++)
		report_write_context(report, &contexts[i]);
	if (outside) {
		fprintf(report->out,
			ngettext("%zu sticky is in no context.", "%zu stickies are in no context.", outside), outside);
		fputs("\n\n", report->out);
	}
	free(contexts);
	map_release(&found);
	vec_release(&list);
}

static bool report_no_relations(const struct report *report)
{
	return !board_count(report->board, ENTITY_RELATION);
}

/* Prints the map as a picture, for programs that render it. */
static void report_write_map(const struct report *report)
{
	struct format_options options = {.map = true};

	fputs("```mermaid\n", report->out);
	mermaid_format.write(report->board, &options, report->out, NULL);
	fputs("```\n\n", report->out);
}

/* "- Ordering → Payment (calls): Request payment; anticorruption-layer / open-host". */
static void report_write_relations(const struct report *report)
{
	static const char *const styles[RELATION_STYLE_COUNT] = {
		[RELATION_SYNC] = N_("calls and waits for the answer"),
		[RELATION_ASYNC] = N_("sends and carries on"),
	};
	struct vec list = VEC_INIT(const struct relation *);

	board_list(report->board, ENTITY_RELATION, &list);
	for (size_t i = 0; i < list.count; i++) {
		const struct relation *relation = vec_get(&list, const struct relation *, i);

		fputs("- **", report->out);
		report_text(report, board_context(report->board, relation->source)->name);
		fputs("** → **", report->out);
		report_text(report, board_context(report->board, relation->target)->name);
		fprintf(report->out, "** (%s)", _(styles[relation->style]));
		if (relation->label) {
			fputs(": ", report->out);
			report_text(report, relation->label);
		}
		if (relation->source_pattern || relation->target_pattern) {
			fputs("; ", report->out);
			report_text(report, relation->source_pattern ? relation->source_pattern : "-");
			fputs(" / ", report->out);
			report_text(report, relation->target_pattern ? relation->target_pattern : "-");
		}
		fputc('\n', report->out);
	}
	fputc('\n', report->out);
	report_write_map(report);
	vec_release(&list);
}

static bool report_no_integration(const struct report *report)
{
	return report_integration_is_empty(report->board);
}

static void report_write_integration(const struct report *report)
{
	report_integration_write(report->board, report->out);
}

static bool report_no_hotspots(const struct report *report)
{
	return !board_count_kind(report->board, KIND_HOTSPOT);
}

static bool report_no_opportunities(const struct report *report)
{
	return !board_count_kind(report->board, KIND_OPPORTUNITY);
}

/* "- How late can one cancel? — raised by ana on ..., resolved by mara on ...". */
static void report_write_remark(const struct report *report, const struct sticky *remark)
{
	const struct chronicle_resolution *resolution =
		remark->resolved ? chronicle_resolution(&report->chronicle, remark->id) : NULL;
	struct strbuf name = STRBUF_INIT, time = STRBUF_INIT;

	fputs("- **", report->out);
	report_text(report, remark->text);
	fputs("** — ", report->out);
	markdown_text(&name, statistics_name(report->board, remark->author));
	report_time(&time, remark->created);
	fprintf(report->out, _("raised by %s, %s"), name.text, time.text);
	if (resolution) {
		strbuf_reset(&name);
		strbuf_reset(&time);
		markdown_text(&name, statistics_name(report->board, resolution->person));
		report_time(&time, resolution->time_ms);
		fputs("; ", report->out);
		fprintf(report->out, _("resolved by %s, %s"), name.text, time.text);
	}
	fputc('\n', report->out);
	if (remark->note) {
		fputs("  - ", report->out);
		report_text(report, remark->note);
		fputc('\n', report->out);
	}
	strbuf_release(&name);
	strbuf_release(&time);
}

static void report_write_remarks(const struct report *report, enum kind kind, bool resolved, const char *title)
{
	size_t count = 0;

	for (size_t i = 0; i < report->stickies.count; i++) {
		const struct sticky *sticky = report_sticky(report, i);

		if (sticky->kind != (int)kind || sticky->resolved != resolved)
			continue;
		if (!count++)
			fprintf(report->out, "### %s\n\n", title);
		report_write_remark(report, sticky);
	}
	if (count)
		fputc('\n', report->out);
}

static void report_write_hotspots(const struct report *report)
{
	report_write_remarks(report, KIND_HOTSPOT, false, _("Open"));
	report_write_remarks(report, KIND_HOTSPOT, true, _("Resolved"));
}

static void report_write_opportunities(const struct report *report)
{
	report_write_remarks(report, KIND_OPPORTUNITY, false, _("Open"));
	report_write_remarks(report, KIND_OPPORTUNITY, true, _("Resolved"));
}

static bool report_no_votes(const struct report *report)
{
	return !board_count(report->board, ENTITY_VOTE);
}

static int report_compare_votes(const void *a, const void *b)
{
	int64_t first = board_dots(*(const struct sticky *const *)a);
	int64_t second = board_dots(*(const struct sticky *const *)b);
	int64_t one = (*(const struct sticky *const *)a)->id, two = (*(const struct sticky *const *)b)->id;

	if (first != second)
		return first < second ? 1 : -1;
	return (one > two) - (one < two);
}

static void report_write_votes(const struct report *report)
{
	struct vec list = VEC_INIT(const struct sticky *);

	for (size_t i = 0; i < report->stickies.count; i++)
		if (report_sticky(report, i)->first_vote)
			vec_add(&list, const struct sticky *) = report_sticky(report, i);
	if (list.count)
		qsort(list.items, list.count, list.size, report_compare_votes);
	for (size_t i = 0; i < list.count; i++) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i);

		fprintf(report->out, "- %" PRId64 " × ", board_dots(sticky));
		report_text(report, sticky->text);
		fprintf(report->out, " (%s)\n", kind_name((enum kind)sticky->kind));
	}
	fputc('\n', report->out);
	vec_release(&list);
}

static bool report_no_actions(const struct report *report)
{
	return !report->chronicle.actions;
}

static void report_write_steps(const struct report *report)
{
	statistics_write_steps(&report->chronicle, report->out);
}

static void report_write_figures(const struct report *report)
{
	statistics_write(report->board, &report->chronicle, report->out);
}

/* Prints the findings of STEP. */
static void report_write_findings_of(const struct report *report, struct checklist *list, int step)
{
	struct strbuf said = STRBUF_INIT;

	if (!checklist_count(list, step))
		return;
	fprintf(report->out, "### %d %s\n\n", step, step_name(step));
	for (size_t i = 0; i < checklist_count(list, step); i++) {
		const struct finding *finding = checklist_at(list, step, i);
		const struct sticky *sticky = board_sticky(report->board, finding->sticky);

		strbuf_reset(&said);
		checklist_say(list, finding, &said);
		fputs("- ", report->out);
		if (sticky) {
			fputs("**", report->out);
			report_text(report, sticky->text ? sticky->text : kind_name((enum kind)sticky->kind));
			fputs("**: ", report->out);
		}
		report_text(report, said.text);
		fputc('\n', report->out);
	}
	fputc('\n', report->out);
	strbuf_release(&said);
}

static void report_write_findings(const struct report *report)
{
	struct checklist *list = checklist_new(report->board, ROLE_FACILITATOR);
	size_t count = 0;

	checklist_run(list);
	for (int step = STEP_FIRST; step <= STEP_LAST; step++) {
		count += checklist_count(list, step);
		report_write_findings_of(report, list, step);
	}
	if (!count)
		fprintf(report->out, "%s\n", _("Nothing: there are no findings left."));
	checklist_free(list);
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
		fprintf(report->out, "- %s: ", kind_name((enum kind)sticky->kind));
		report_text(report, sticky->text);
		if (sticky->note) {
			fputs(" — ", report->out);
			report_text(report, sticky->note);
		}
		fputc('\n', report->out);
	}
	fputc('\n', report->out);
	vec_release(&list);
}

static const struct report_part report_parts[] = {
	{N_("Timeline"), report_no_stickies, report_write_timeline},
	{N_("Aggregates"), report_no_aggregates, report_write_aggregates},
	{N_("Contexts"), report_no_contexts, report_write_contexts},
	{N_("Context map"), report_no_relations, report_write_relations},
	{N_("Integration"), report_no_integration, report_write_integration},
	{N_("Hotspots"), report_no_hotspots, report_write_hotspots},
	{N_("Opportunities"), report_no_opportunities, report_write_opportunities},
	{N_("Parking lot"), report_none_aside, report_write_aside},
	{N_("Votes"), report_no_votes, report_write_votes},
	{N_("Steps"), report_no_actions, report_write_steps},
	{N_("Figures"), report_no_actions, report_write_figures},
	{N_("To do"), report_never_empty, report_write_findings},
};

int report_write(const struct board *board, struct store *store, FILE *out, struct error *err)
{
	struct board *timeline = copy_timeline(board);
	struct report report = {.board = timeline ? timeline : board,
		.whole = board,
		.stickies = VEC_INIT(const struct sticky *),
		.out = out};
	int failed;

	chronicle_init(&report.chronicle);
	failed = chronicle_read(&report.chronicle, store, err);
	board_list_in_time(report.board, &report.stickies);
	if (!failed)
		report_write_head(&report);
	for (size_t i = 0; i < ARRAY_SIZE(report_parts) && !failed; i++) {
		if (report_parts[i].is_empty(&report))
			continue;
		fprintf(out, "## %s\n\n", _(report_parts[i].title));
		report_parts[i].write(&report);
	}
	vec_release(&report.stickies);
	chronicle_release(&report.chronicle);
	board_free(timeline);
	return failed;
}
