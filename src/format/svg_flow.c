#include "format/svg_flow.h"

#include <string.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "format/exchange.h"
#include "format/svg_paint.h"
#include "text/clean.h"
#include "text/width.h"

/* Rows of cells above the first message, and from one to the next. */
#define SVG_FLOW_TOP 3
#define SVG_FLOW_PITCH 2

/* The least cells from one column to the next. */
#define SVG_FLOW_ACROSS 14

/* A column. */
struct svg_flow_party {
	struct exchange_party party;
	int x, width; /* of its box, in cells */
};

struct svg_flow {
	const struct vec *exchanges;
	size_t first, count;
	struct vec parties; /* of struct svg_flow_party, in the order of their first message */
	int width;          /* of the picture, in cells */
	struct svg_paint paint;
};

static size_t svg_flow_find(const struct svg_flow *flow, const struct exchange_party *party)
{
	size_t at = 0;

	while (at < flow->parties.count &&
		!exchange_same(&((struct svg_flow_party *)vec_at(&flow->parties, at))->party, party))
		at++;
	return at;
}

static void svg_flow_add(struct svg_flow *flow, const struct exchange_party *party)
{
	int width = width_of(party->name, strlen(party->name)) + 2;

	if (svg_flow_find(flow, party) < flow->parties.count)
		return;
	vec_add(&flow->parties, struct svg_flow_party) = (struct svg_flow_party){*party, flow->width, width};
	flow->width += width + 2 > SVG_FLOW_ACROSS ? width + 2 : SVG_FLOW_ACROSS;
}

/* The cell of the line below the box of a party. */
static int svg_flow_line(const struct svg_flow *flow, const struct exchange_party *party)
{
	const struct svg_flow_party *column = vec_at(&flow->parties, svg_flow_find(flow, party));

	return column->x + column->width / 2;
}

static const struct exchange *svg_flow_at(const struct svg_flow *flow, size_t at)
{
	return vec_at(flow->exchanges, flow->first + at);
}

/* "3 Request payment". */
static void svg_flow_say(const struct svg_flow *flow, size_t at, struct strbuf *out)
{
	const struct exchange *exchange = svg_flow_at(flow, at);

	strbuf_addf(out, "%zu ", flow->first + at + 1);
	clean_flatten(out, exchange->text);
}

static void svg_flow_measure(struct svg_flow *flow)
{
	flow->width = 1;
	for (size_t i = 0; i < flow->count; i++) {
		svg_flow_add(flow, &svg_flow_at(flow, i)->from);
		svg_flow_add(flow, &svg_flow_at(flow, i)->to);
	}
	for (size_t i = 0; i < flow->count; i++) {
		const struct exchange *exchange = svg_flow_at(flow, i);
		int from = svg_flow_line(flow, &exchange->from), to = svg_flow_line(flow, &exchange->to);
		struct strbuf text = STRBUF_INIT;
		int end;

		svg_flow_say(flow, i, &text);
		end = (from < to ? from : to) + 3 + width_of(text.text, text.len);
		flow->width = end > flow->width ? end : flow->width;
		strbuf_release(&text);
	}
}

static enum style svg_flow_style(const struct exchange_party *party)
{
	if (party->role == EXCHANGE_CONTEXT)
		return STYLE_CONTEXT_GROUND;
	return STYLE_KIND + (party->role == EXCHANGE_PERSON ? KIND_ACTOR : KIND_EXTERNAL_SYSTEM);
}

static void svg_flow_columns(struct svg_flow *flow, int height)
{
	struct svg_paint *paint = &flow->paint;

	for (size_t i = 0; i < flow->parties.count; i++) {
		const struct svg_flow_party *column = vec_at(&flow->parties, i);
		int x = (column->x + column->width / 2) * SVG_PAINT_ACROSS;
		enum style style = svg_flow_style(&column->party);

		fprintf(paint->out, "<path stroke=\"#%06x\" d=\"M%d %dV%d\"/>\n", svg_paint_ink(paint, STYLE_TICK), x,
			2 * SVG_PAINT_DOWN, height * SVG_PAINT_DOWN);
		fprintf(paint->out,
			"<rect x=\"%d\" y=\"4\" width=\"%d\" height=\"24\" rx=\"4\" fill=\"#%06x\" "
			"stroke=\"#%06x\"/>\n",
			column->x * SVG_PAINT_ACROSS, column->width * SVG_PAINT_ACROSS, svg_paint_ground(paint, style),
			svg_paint_ink(paint, STYLE_ARROW));
		fputs("<g transform=\"translate(0 8)\">\n", paint->out);
		svg_paint_text(paint, column->x + 1, 0, column->party.name, strlen(column->party.name), style);
		fputs("</g>\n", paint->out);
	}
}

static void svg_flow_message(struct svg_flow *flow, size_t at)
{
	const struct exchange *exchange = svg_flow_at(flow, at);
	struct svg_paint *paint = &flow->paint;
	int from = svg_flow_line(flow, &exchange->from), to = svg_flow_line(flow, &exchange->to);
	int row = SVG_FLOW_TOP + (int)at * SVG_FLOW_PITCH, x = (from < to ? from : to) + 1;
	int y = (row + 1) * SVG_PAINT_DOWN + 4, tip = to * SVG_PAINT_ACROSS, way = from < to ? 1 : -1;
	struct strbuf text = STRBUF_INIT;

	svg_flow_say(flow, at, &text);
	svg_paint_fill(paint, x, row, width_of(text.text, text.len) + 1, 1, STYLE_BOARD);
	svg_paint_text(paint, x, row, text.text, text.len, STYLE_BOARD);
	fprintf(paint->out,
		"<path stroke=\"#%06x\" stroke-width=\"1.5\"%s d=\"M%d %dH%d\"/>\n<path fill=\"#%06x\" d=\"M%d %dL%d "
		"%dL%d %dZ\"/>\n",
		svg_paint_ink(paint, STYLE_ARROW),
		exchange->message && exchange->message->kind == KIND_EVENT ? " stroke-dasharray=\"5 4\"" : "",
		from * SVG_PAINT_ACROSS, y, tip - way * 8, svg_paint_ink(paint, STYLE_ARROW), tip, y, tip - way * 9,
		y - 4, tip - way * 9, y + 4);
	strbuf_release(&text);
}

void svg_flow_write(const struct vec *exchanges, size_t first, size_t count, const char *title, FILE *out)
{
	struct svg_flow flow = {
		.exchanges = exchanges, .first = first, .count = count, .parties = VEC_INIT(struct svg_flow_party)};
	const struct svg_form form = {.title = title, .light = true, .inlined = true};
	int height = SVG_FLOW_TOP + (int)count * SVG_FLOW_PITCH + 1;

	svg_flow_measure(&flow);
	svg_paint_init(&flow.paint, out, &form, flow.width + 1, height);
	svg_flow_columns(&flow, height);
	for (size_t i = 0; i < count; i++)
		svg_flow_message(&flow, i);
	svg_paint_release(&flow.paint);
	vec_release(&flow.parties);
}
