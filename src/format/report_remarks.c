#include "format/report_parts.h"

#include <inttypes.h>

#include "base/i18n.h"
#include "format/statistics.h"

/* "**How late can one cancel?** (3 dots) — raised by ana, ...; resolved by mara, ...", and the note below. */
void report_remark_write(const struct report *report, const struct sticky *remark)
{
	const struct chronicle_resolution *resolution =
		remark->resolved ? chronicle_resolution(&report->chronicle, remark->id) : NULL;
	const struct context *context = board_context(report->board, remark->context);
	struct paper *paper = report->paper;
	struct strbuf time = STRBUF_INIT;

	report_time(&time, remark->created);
	paper_begin_item(paper, 0);
	paper_strong(paper, remark->text);
	if (context)
		paper_textf(paper, " (%s)", context->name);
	if (remark->first_vote)
		paper_textf(paper, " ●%" PRId64, board_dots(remark));
	paper_text(paper, " — ");
	paper_textf(paper, _("raised by %s, %s"), statistics_name(report->board, remark->author), time.text);
	if (resolution) {
		strbuf_reset(&time);
		report_time(&time, resolution->time_ms);
		paper_text(paper, "; ");
		paper_textf(
			paper, _("resolved by %s, %s"), statistics_name(report->board, resolution->person), time.text);
	}
	paper_end_item(paper);
	if (remark->note) {
		paper_begin_item(paper, 1);
		paper_text(paper, remark->note);
		paper_end_item(paper);
	}
	strbuf_release(&time);
}

static void report_remarks_of(const struct report *report, enum kind kind, bool resolved, const char *title)
{
	size_t count = 0;

	for (size_t i = 0; i < report->stickies.count; i++) {
		const struct sticky *sticky = report_sticky(report, i);

		if (sticky->kind != (int)kind || sticky->resolved != resolved)
			continue;
		if (!count++)
			paper_heading(report->paper, 3, title);
		report_remark_write(report, sticky);
	}
}

void report_remarks_write(const struct report *report, enum kind kind)
{
	report_remarks_of(report, kind, false, _("Open"));
	report_remarks_of(report, kind, true, _("Resolved"));
}
