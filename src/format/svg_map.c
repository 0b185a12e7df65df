#include "format/svg_map.h"

#include <string.h>

#include "draw/contextmap.h"
#include "draw/scene_context.h"
#include "text/width.h"

/* The middle of a cell. */
#define SVG_MAP_X(x) ((x)*SVG_PAINT_ACROSS + SVG_PAINT_ACROSS / 2)
#define SVG_MAP_Y(y) ((y)*SVG_PAINT_DOWN + SVG_PAINT_DOWN / 2)

/* Empty cells on all sides. */
#define SVG_MAP_MARGIN 1

/* What a sheet of paper has room for, in cells; fewer columns than this are no map. */
#define SVG_MAP_WIDTH 130
#define SVG_MAP_COLUMNS_LEAST 2

/* Paints the line of a relation, from the border of one box to the head at the other. */
static void svg_map_line(struct svg_paint *paint, const struct contextmap *map, size_t at)
{
	const struct maproute_line *line = &map->route.lines[at];
	const struct maproute_box *source = &map->route.boxes[line->source];
	const struct maproute_box *target = &map->route.boxes[line->target];
	const struct maproute_point *first = &line->points[0];
	const struct maproute_point *last = &line->points[line->count - 1];
	int tail = first->x < source->x ? SVG_PAINT_ACROSS : -SVG_PAINT_ACROSS;
	int tip = last->x < target->x ? SVG_PAINT_ACROSS : -SVG_PAINT_ACROSS;
	int x = SVG_MAP_X(last->x), y = SVG_MAP_Y(last->y);
	static const char *const dashes[RELATION_STYLE_COUNT] = {
		[RELATION_SYNC] = "",
		[RELATION_ASYNC] = " stroke-dasharray=\"5 4\"",
		[RELATION_UNKNOWN] = " stroke-dasharray=\"1 4\"",
	};
	const char *dash = dashes[contextmap_relation(map, at)->style];

	fprintf(paint->out, "<path fill=\"none\" stroke=\"#%06x\" stroke-width=\"1.5\"%s d=\"M%d %d",
		svg_paint_ink(paint, STYLE_ARROW), dash, SVG_MAP_X(first->x) + tail, SVG_MAP_Y(first->y));
	for (size_t i = 0; i < line->count; i++)
		fprintf(paint->out, "L%d %d", SVG_MAP_X(line->points[i].x), SVG_MAP_Y(line->points[i].y));
	fprintf(paint->out, "\"/>\n<path fill=\"#%06x\" d=\"M%d %dL%d %dL%d %dZ\"/>\n",
		svg_paint_ink(paint, STYLE_ARROW), x + tip, y, x - tip / 2, y - 5, x - tip / 2, y + 5);
}

/* Paints a text that interrupts its line. */
static void svg_map_on_line(
	struct svg_paint *paint, struct maproute_point at, int blank, const char *text, enum style style)
{
	size_t len = strlen(text);

	if (!len)
		return;
	svg_paint_fill(paint, at.x - blank, at.y, width_of(text, len) + 2 * blank, 1, STYLE_BOARD);
	svg_paint_text(paint, at.x, at.y, text, len, style);
}

static void svg_map_words(struct svg_paint *paint, const struct contextmap *map, size_t at)
{
	const struct maproute_line *line = &map->route.lines[at];
	const struct relation *relation = contextmap_relation(map, at);

	svg_map_on_line(paint, line->label_at, 1, map->labels[at], STYLE_ARROW);
	svg_map_on_line(paint, line->source_at, 0, contextmap_pattern(relation->source_pattern), STYLE_PHASE);
	svg_map_on_line(paint, line->target_at, 0, contextmap_pattern(relation->target_pattern), STYLE_PHASE);
}

static void svg_map_box(struct svg_paint *paint, const struct contextmap *map, size_t at)
{
	const struct maproute_box *box = &map->route.boxes[at];
	const struct context *context = contextmap_context(map, at);
	enum style style = scene_context_style(context);
	struct strbuf count = STRBUF_INIT;

	fprintf(paint->out,
		"<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"6\" fill=\"#%06x\" "
		"stroke=\"#%06x\" stroke-width=\"1.5\"><title>",
		box->x * SVG_PAINT_ACROSS, box->y * SVG_PAINT_DOWN, box->width * SVG_PAINT_ACROSS,
		box->height * SVG_PAINT_DOWN, svg_paint_ground(paint, STYLE_CONTEXT_GROUND),
		svg_paint_ink(paint, style));
	svg_paint_content(paint, context->name);
	fputs("</title></rect>\n", paint->out);
	svg_paint_fitted(paint, box->x + 2, box->y + 1, box->width - 4, context->name, style);
	contextmap_say_count(map, at, &count);
	svg_paint_fitted(paint, box->x + 2, box->y + 2, box->width - 4, count.text, STYLE_CONTEXT_GROUND);
	strbuf_release(&count);
}

void svg_map_place(struct contextmap *map)
{
	int columns = contextmap_form(map).columns;

	do
		contextmap_make(map, (struct contextmap_form){columns, CONTEXTMAP_WHOLE});
	while (map->route.width > SVG_MAP_WIDTH && --columns >= SVG_MAP_COLUMNS_LEAST);
}

void svg_map_write(const struct board *board, const struct svg_form *form, FILE *out)
{
	struct contextmap map;
	struct svg_paint paint;

	contextmap_init(&map, board);
	svg_map_place(&map);
	svg_paint_init(&paint, out, form, map.route.width + 2 * SVG_MAP_MARGIN, map.route.height + 2 * SVG_MAP_MARGIN);
	fprintf(out, "<g transform=\"translate(%d %d)\">\n", SVG_MAP_MARGIN * SVG_PAINT_ACROSS,
		SVG_MAP_MARGIN * SVG_PAINT_DOWN);
	for (size_t i = 0; i < map.route.line_count; i++)
		svg_map_line(&paint, &map, i);
	for (size_t i = 0; i < map.route.line_count; i++)
		svg_map_words(&paint, &map, i);
	for (size_t i = 0; i < map.route.box_count; i++)
		svg_map_box(&paint, &map, i);
	fputs("</g>\n", out);
	svg_paint_release(&paint);
	contextmap_release(&map);
}
