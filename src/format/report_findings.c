#include "format/report_parts.h"

#include "base/i18n.h"
#include "check/checklist.h"

/* How many stickies are named for one sentence; “evstorm check” has them all. */
#define REPORT_FINDINGS_NAMED 8

/* The findings of a step. */
struct report_findings {
	const struct report *report;
	struct checklist *list;
	int step;
	size_t count;
};

static const struct finding *report_findings_at(const struct report_findings *work, size_t at)
{
	return checklist_at(work->list, work->step, at);
}

/* May FINDING be told in one sentence with others of CHECK? Those that say more stand alone. */
static bool report_findings_is_plain(const struct finding *finding, const struct check *check)
{
	return finding->check == check && check->scope == CHECK_STICKY && !check->say && !finding->other &&
	       !finding->times;
}

static const char *report_findings_sticky(const struct report_findings *work, const struct finding *finding)
{
	const struct sticky *sticky = board_sticky(work->report->board, finding->sticky);

	return !sticky ? NULL : sticky->text ? sticky->text : kind_name((enum kind)sticky->kind);
}

/* "**Order placed**: not in the past tense". */
static void report_findings_alone(const struct report_findings *work, const struct finding *finding)
{
	const char *sticky = report_findings_sticky(work, finding);
	struct paper *paper = work->report->paper;
	struct strbuf said = STRBUF_INIT;

	checklist_say(work->list, finding, &said);
	paper_begin_item(paper, 0);
	if (sticky) {
		paper_strong(paper, sticky);
		paper_text(paper, ": ");
	}
	paper_text(paper, said.text);
	paper_end_item(paper);
	strbuf_release(&said);
}

/* "not in any context (56): **Pay**, **Order placed**, ..., and 48 more". */
static void report_findings_together(const struct report_findings *work, const struct check *check, size_t count)
{
	struct paper *paper = work->report->paper;
	size_t named = 0;

	paper_begin_item(paper, 0);
	paper_textf(paper, "%s (%zu): ", _(check->sentence), count);
	for (size_t i = 0; i < work->count && named < REPORT_FINDINGS_NAMED; i++) {
		const struct finding *finding = report_findings_at(work, i);

		if (!report_findings_is_plain(finding, check))
			continue;
		paper_text(paper, named++ ? ", " : "");
		paper_strong(paper, report_findings_sticky(work, finding));
	}
	if (count > named) {
		paper_text(paper, ", ");
		paper_textf(paper, ngettext("and %zu more", "and %zu more", count - named), count - named);
	}
	paper_end_item(paper);
}

/* Writes what CHECK found; where that are only stickies, in one sentence. */
static void report_findings_of(const struct report_findings *work, const struct check *check)
{
	size_t plain = 0;

	for (size_t i = 0; i < work->count; i++)
		plain += report_findings_is_plain(report_findings_at(work, i), check);
	if (plain > 1)
		report_findings_together(work, check, plain);
	for (size_t i = 0; i < work->count; i++) {
		const struct finding *finding = report_findings_at(work, i);

		if (finding->check == check && (plain < 2 || !report_findings_is_plain(finding, check)))
			report_findings_alone(work, finding);
	}
}

static void report_findings_step(const struct report_findings *work)
{
	struct strbuf title = STRBUF_INIT;
	const struct check *const *checks;
	size_t count;

	strbuf_addf(&title, "%d %s", work->step, step_name(work->step));
	paper_heading(work->report->paper, 3, title.text);
	strbuf_release(&title);
	checks = check_list(&count);
	for (size_t i = 0; i < count; i++)
		if (checks[i]->step == work->step)
			report_findings_of(work, checks[i]);
}

void report_findings_write(const struct report *report)
{
	struct report_findings work = {.report = report, .list = checklist_new(report->board, ROLE_FACILITATOR)};
	size_t count = 0;

	checklist_run(work.list);
	for (work.step = STEP_FIRST; work.step <= STEP_LAST; work.step++) {
		work.count = checklist_count(work.list, work.step);
		count += work.count;
		if (work.count)
			report_findings_step(&work);
	}
	if (!count)
		paper_paragraph(report->paper, _("Nothing: there are no findings left."));
	checklist_free(work.list);
}
