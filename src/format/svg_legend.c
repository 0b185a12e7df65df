#include "format/svg_legend.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/width.h"

/* Cells between the items, and from the sign of one to its words. */
#define SVG_LEGEND_GAP 3
#define SVG_LEGEND_SIGN 4

enum svg_legend_sign {
	SVG_LEGEND_ARROW,
	SVG_LEGEND_CONTEXT,
	SVG_LEGEND_PIVOTAL,
	SVG_LEGEND_DOTS,
	SVG_LEGEND_NOTE,
	SVG_LEGEND_PUBLIC,
	SVG_LEGEND_FIELDS,
	SVG_LEGEND_RESOLVED,
	SVG_LEGEND_SIGNS
};

static const struct {
	const char *sign; /* NULL: a drawing */
	const char *text; /* translated when shown */
} svg_legend_signs[SVG_LEGEND_SIGNS] = {
	[SVG_LEGEND_ARROW] = {NULL, N_("leads to")},
	[SVG_LEGEND_CONTEXT] = {NULL, N_("bounded context")},
	[SVG_LEGEND_PIVOTAL] = {"┃", N_("pivotal")},
	[SVG_LEGEND_DOTS] = {"●", N_("dots")},
	[SVG_LEGEND_NOTE] = {"≡", N_("has a note")},
	[SVG_LEGEND_PUBLIC] = {"»", N_("public")},
	[SVG_LEGEND_FIELDS] = {"{}", N_("carries fields")},
	[SVG_LEGEND_RESOLVED] = {"✓", N_("resolved")},
};

/* A legend being laid out, or painted. */
struct svg_legend {
	struct svg_paint *paint; /* NULL: only laid out */
	int x, y, width;
};

static void svg_legend_drawing(struct svg_paint *paint, enum svg_legend_sign sign, int x, int y)
{
	int left = x * SVG_PAINT_ACROSS, middle = y * SVG_PAINT_DOWN + SVG_PAINT_DOWN / 2;
	unsigned ink = svg_paint_ink(paint, sign == SVG_LEGEND_ARROW ? STYLE_ARROW : STYLE_CONTEXT);

	if (sign == SVG_LEGEND_CONTEXT)
		fprintf(paint->out,
			"<rect x=\"%d\" y=\"%d\" width=\"22\" height=\"10\" fill=\"#%06x\" stroke=\"#%06x\" "
			"stroke-width=\"1.5\"/>\n",
			left, middle - 5, svg_paint_ground(paint, STYLE_CONTEXT_GROUND), ink);
	else
		fprintf(paint->out,
			"<path stroke=\"#%06x\" stroke-width=\"1.3\" d=\"M%d %dH%d\"/>\n"
			"<path fill=\"#%06x\" d=\"M%d %dL%d %dL%d %dZ\"/>\n",
			ink, left, middle, left + 16, ink, left + 24, middle, left + 16, middle - 4, left + 16,
			middle + 4);
}

/* Adds an item, in the next row if there is no room left in this one. */
static void svg_legend_item(struct svg_legend *legend, int kind, enum svg_legend_sign sign, const char *text)
{
	int cells = SVG_LEGEND_SIGN + width_of(text, strlen(text));
	char letter[] = {kind == KIND_HOTSPOT ? '!' : kind < 0 ? ' ' : kind_letter((enum kind)kind), '\0'};
	struct svg_paint *paint = legend->paint;

	if (legend->x > 1 && legend->x + cells > legend->width) {
		legend->x = 1;
		legend->y++;
	}
	if (paint && kind >= 0) {
		svg_paint_fill(paint, legend->x, legend->y, 3, 1, STYLE_KIND + kind);
		svg_paint_text(paint, legend->x + 1, legend->y, letter, 1, STYLE_MARK + kind);
	} else if (paint && svg_legend_signs[sign].sign) {
		const char *drawn = svg_legend_signs[sign].sign;

		svg_paint_text(paint, legend->x + 1, legend->y, drawn, strlen(drawn), STYLE_BOARD);
	} else if (paint) {
		svg_legend_drawing(paint, sign, legend->x, legend->y);
	}
	if (paint)
		svg_paint_text(paint, legend->x + SVG_LEGEND_SIGN, legend->y, text, strlen(text), STYLE_BOARD);
	legend->x += cells + SVG_LEGEND_GAP;
}

/* Which signs BOARD has. */
static void svg_legend_find(const struct board *board, bool found[SVG_LEGEND_SIGNS])
{
	const struct sticky *sticky;

	memset(found, 0, SVG_LEGEND_SIGNS * sizeof(*found));
	found[SVG_LEGEND_ARROW] = board_count(board, ENTITY_LINK);
	found[SVG_LEGEND_CONTEXT] = board_count(board, ENTITY_CONTEXT);
	found[SVG_LEGEND_DOTS] = board_count(board, ENTITY_VOTE);
	for (size_t at = 0; (sticky = board_next(board, ENTITY_STICKY, &at));) {
		found[SVG_LEGEND_PIVOTAL] |= sticky->pivotal;
		found[SVG_LEGEND_NOTE] |= sticky->note != NULL;
		found[SVG_LEGEND_PUBLIC] |= sticky->public;
		found[SVG_LEGEND_FIELDS] |= sticky->payload != NULL;
		found[SVG_LEGEND_RESOLVED] |= sticky->resolved;
	}
}

/* Lays the legend out; returns the row below it. */
static int svg_legend_run(struct svg_paint *paint, const struct board *board, int y, int width)
{
	struct svg_legend legend = {paint, 1, y, width};
	bool found[SVG_LEGEND_SIGNS];

	for (int kind = 0; kind < KIND_COUNT; kind++)
		if (board_count_kind(board, (enum kind)kind))
			svg_legend_item(&legend, kind, 0, kind_name((enum kind)kind));
	svg_legend_find(board, found);
	for (int i = 0; i < SVG_LEGEND_SIGNS; i++)
		if (found[i])
			svg_legend_item(&legend, -1, (enum svg_legend_sign)i, _(svg_legend_signs[i].text));
	return legend.y + 1;
}

int svg_legend_rows(const struct board *board, int width)
{
	return svg_legend_run(NULL, board, 1, width);
}

void svg_legend_paint(struct svg_paint *paint, const struct board *board, int y, int width)
{
	svg_legend_run(paint, board, y + 1, width);
}
