/* report_chart: a core domain chart: what each context is worth, and how much model there is in it. */
#include "format/report_parts.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "format/svg_paint.h"
#include "text/width.h"

/* The picture, in cells: the names of the bands, the scale, and the rows above and below the contexts of a band. */
#define REPORT_CHART_LEFT 16
#define REPORT_CHART_SCALE 50
#define REPORT_CHART_PAD 1

/* The bands from the top down. */
static const enum subdomain report_chart_bands[] = {
	SUBDOMAIN_CORE, SUBDOMAIN_SUPPORTING, SUBDOMAIN_GENERIC, SUBDOMAIN_UNKNOWN};

/* A context in the chart. */
struct report_chart_row {
	const struct context *context;
	size_t counts[KIND_COUNT]; /* of its stickies; aggregates of one name count once */
	size_t model;              /* aggregates, commands, events and policies together */
};

struct report_chart {
	struct vec rows; /* of struct report_chart_row, by context */
	size_t most;     /* the largest `model`, at least 1 */
};

static void report_chart_read(struct report_chart *chart, const struct report *report)
{
	struct vec list = VEC_INIT(const struct context *);
	struct strbuf texts = STRBUF_INIT;

	chart->most = 1;
	board_list(report->board, ENTITY_CONTEXT, &list);
	for (size_t i = 0; i < list.count; i++) {
		struct report_chart_row *row = vec_push(&chart->rows);

		row->context = vec_get(&list, const struct context *, i);
		for (int kind = 0; kind < KIND_COUNT; kind++)
			row->counts[kind] = report_list(report, row->context->id, (enum kind)kind, &texts);
		row->model = row->counts[KIND_AGGREGATE] + row->counts[KIND_COMMAND] + row->counts[KIND_EVENT] +
			     row->counts[KIND_POLICY];
		chart->most = row->model > chart->most ? row->model : chart->most;
	}
	strbuf_release(&texts);
	vec_release(&list);
}

static size_t report_chart_count(const struct report_chart *chart, enum subdomain band)
{
	size_t count = 0;

	for (size_t i = 0; i < chart->rows.count; i++)
		count += ((struct report_chart_row *)vec_at(&chart->rows, i))->context->subdomain == (int)band;
	return count;
}

/* Paints a band from row Y on, each context in a row of its own; returns the row below it. */
static int report_chart_band(struct svg_paint *paint, const struct report_chart *chart, enum subdomain band, int y)
{
	const char *name = report_subdomain(band);
	int end = y + (int)report_chart_count(chart, band) + 2 * REPORT_CHART_PAD;

	fprintf(paint->out, "<path stroke=\"#%06x\" d=\"M%d %dH%d\"/>\n", svg_paint_ink(paint, STYLE_TICK), 0,
		end * SVG_PAINT_DOWN, (REPORT_CHART_LEFT + REPORT_CHART_SCALE) * SVG_PAINT_ACROSS);
	svg_paint_text(paint, 1, y + REPORT_CHART_PAD, name, strlen(name), STYLE_KEY);
	y += REPORT_CHART_PAD;
	for (size_t i = 0; i < chart->rows.count; i++) {
		const struct report_chart_row *row = vec_at(&chart->rows, i);
		int x = REPORT_CHART_LEFT + 1 + (int)(row->model * (REPORT_CHART_SCALE - 4) / chart->most);

		if (row->context->subdomain != (int)band)
			continue;
		fprintf(paint->out, "<circle cx=\"%d\" cy=\"%d\" r=\"5\" fill=\"#%06x\"/>\n", x * SVG_PAINT_ACROSS,
			y * SVG_PAINT_DOWN + SVG_PAINT_DOWN / 2, svg_paint_ink(paint, STYLE_CONTEXT));
		svg_paint_text(paint, x + 2, y, row->context->name, strlen(row->context->name), STYLE_BOARD);
		y++;
	}
	return end;
}

static void report_chart_picture(const struct report *report, const struct report_chart *chart)
{
	const struct svg_form form = {.title = _("Core domain chart"), .light = true, .inlined = true};
	int width = REPORT_CHART_LEFT + REPORT_CHART_SCALE, height = 0, y = 0;
	struct svg_paint paint;

	for (size_t i = 0; i < ARRAY_SIZE(report_chart_bands); i++)
		if (report_chart_count(chart, report_chart_bands[i]))
			height += (int)report_chart_count(chart, report_chart_bands[i]) + 2 * REPORT_CHART_PAD;
	for (size_t i = 0; i < chart->rows.count; i++) {
		const struct report_chart_row *row = vec_at(&chart->rows, i);
		int end = REPORT_CHART_LEFT + 4 + (int)(row->model * (REPORT_CHART_SCALE - 4) / chart->most) +
			  width_of(row->context->name, strlen(row->context->name));

		width = end > width ? end : width;
	}
	paper_begin_picture(report->paper);
	svg_paint_init(&paint, report->paper->out, &form, width, height + 1);
	for (size_t i = 0; i < ARRAY_SIZE(report_chart_bands); i++)
		if (report_chart_count(chart, report_chart_bands[i]))
			y = report_chart_band(&paint, chart, report_chart_bands[i], y);
	fprintf(paint.out, "<path stroke=\"#%06x\" d=\"M%d 0V%d\"/>\n", svg_paint_ink(&paint, STYLE_TICK),
		REPORT_CHART_LEFT * SVG_PAINT_ACROSS, height * SVG_PAINT_DOWN);
	svg_paint_release(&paint);
	paper_end_picture(report->paper, _("From left to right: how much model is on the board."));
}

static void report_chart_table(const struct report *report, const struct report_chart *chart)
{
	static const enum kind kinds[] = {KIND_AGGREGATE, KIND_COMMAND, KIND_EVENT, KIND_POLICY};
	struct markdown_table table;

	markdown_table_init(&table, 2 + ARRAY_SIZE(kinds));
	markdown_table_text(&table, _("Context"));
	markdown_table_text(&table, _("Strategic class"));
	for (size_t i = 0; i < ARRAY_SIZE(kinds); i++)
		markdown_table_text(&table, kind_name(kinds[i]));
	for (size_t band = 0; band < ARRAY_SIZE(report_chart_bands); band++) {
		for (size_t i = 0; i < chart->rows.count; i++) {
			const struct report_chart_row *row = vec_at(&chart->rows, i);

			if (row->context->subdomain != (int)report_chart_bands[band])
				continue;
			markdown_table_text(&table, row->context->name);
			markdown_table_text(&table, report_subdomain(report_chart_bands[band]));
			for (size_t k = 0; k < ARRAY_SIZE(kinds); k++)
				markdown_table_number(&table, (int64_t)row->counts[kinds[k]]);
		}
	}
	paper_table(report->paper, &table);
	markdown_table_release(&table);
}

void report_chart_write(const struct report *report)
{
	struct report_chart chart = {.rows = VEC_INIT(struct report_chart_row)};

	report_chart_read(&chart, report);
	if (report->paper->html)
		report_chart_picture(report, &chart);
	report_chart_table(report, &chart);
	vec_release(&chart.rows);
}
