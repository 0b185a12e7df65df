#include "format/report_parts.h"

#include "base/i18n.h"
#include "format/format_rows.h"
#include "format/svg_board.h"
#include "format/svg_map.h"

/* What a sheet of paper, upright, holds at a size that can be read. */
#define REPORT_PICTURES_SHEET \
	{                     \
		5, 58         \
	}

void report_wall_write(const struct report *report)
{
	struct svg_pages pages;

	if (!report->paper->html)
		return;
	svg_pages_init(&pages, report->whole, (struct svg_pages_size)REPORT_PICTURES_SHEET);
	for (size_t i = 0; i < pages.parts.count; i++) {
		struct strbuf name = STRBUF_INIT, caption = STRBUF_INIT;
		struct svg_form form = {.light = true, .inlined = true};

		svg_pages_name(&pages, i, &name);
		strbuf_addf(&caption, "%zu/%zu", i + 1, pages.parts.count);
		if (name.len)
			strbuf_addf(&caption, " · %s", name.text);
		form.title = caption.text;
		paper_begin_picture(report->paper);
		svg_board_write_page(&pages, i, &form, i + 1 == pages.parts.count, report->paper->out);
		paper_end_picture(report->paper, caption.text);
		strbuf_release(&name);
		strbuf_release(&caption);
	}
	svg_pages_release(&pages);
}

void report_map_write(const struct report *report)
{
	const struct svg_form form = {.title = _("Context map"), .light = true, .inlined = true};
	const struct format_options options = {.map = true};
	struct paper *paper = report->paper;

	if (paper->html) {
		paper_begin_picture(paper);
		svg_map_write(report->board, &form, paper->out);
		paper_end_picture(paper, NULL);
		return;
	}
	paper_close(paper);
	fputs("```mermaid\n", paper->out);
	mermaid_format.write(report->board, &options, paper->out, NULL);
	fputs("```\n\n", paper->out);
}
