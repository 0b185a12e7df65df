#include "format/sketch_map.h"

#include <inttypes.h>
#include <math.h>

#include "format/sketch_items.h"
#include "format/svg_map.h"

/* The height of a cell: texts on lines have two lines of their own. */
#define SKETCH_MAP_DOWN 30

/* A point in the middle of a cell of the map. */
static struct sketch_point sketch_map_point(double x, double y)
{
	return (struct sketch_point){(x + 0.5) * SKETCH_ITEMS_ACROSS, (y + 0.5) * SKETCH_MAP_DOWN};
}

static void sketch_map_context(struct sketch *sketch, const struct contextmap *map, size_t at)
{
	const struct context *context = contextmap_context(map, at);
	const struct maproute_box *box = &map->route.boxes[at];
	struct sketch_shape *shape = sketch_add_shape(sketch, SKETCH_NOTE);

	sketch_items_tag(&shape->part, ENTITY_CONTEXT, context, 'c');
	sketch_items_wrap(shape, context->name, box->width - 2);
	shape->x = box->x * SKETCH_ITEMS_ACROSS;
	shape->y = box->y * SKETCH_MAP_DOWN;
	shape->width = box->width * SKETCH_ITEMS_ACROSS;
	shape->height = box->height * SKETCH_MAP_DOWN;
	sketch_items_paint_context(shape, context);
	sketch_items_pin(shape);
}

/* The border of BOX on the side where POINT is. */
static struct sketch_point sketch_map_border(const struct maproute_box *box, struct maproute_point point)
{
	struct sketch_point border = sketch_map_point(point.x, point.y);

	border.x = (point.x < box->x ? box->x : box->x + box->width) * SKETCH_ITEMS_ACROSS;
	return border;
}

/* How far along the way of ARROW the point nearest to WANTED is, from 0 to 1. */
static double sketch_map_along(const struct sketch_arrow *arrow, struct sketch_point wanted)
{
	double length = 0, best = INFINITY, at = 0;

	for (size_t i = 1; i < arrow->way.count; i++) {
		const struct sketch_point *from = vec_at(&arrow->way, i - 1), *to = vec_at(&arrow->way, i);
		double leg = hypot(to->x - from->x, to->y - from->y), along, far;

		if (leg < 1)
			continue;
		along = ((wanted.x - from->x) * (to->x - from->x) + (wanted.y - from->y) * (to->y - from->y)) / leg;
		along = along < 0 ? 0 : along > leg ? leg : along;
		far = hypot(from->x + (to->x - from->x) * along / leg - wanted.x,
			from->y + (to->y - from->y) * along / leg - wanted.y);
		if (far < best) {
			best = far;
			at = length + along;
		}
		length += leg;
	}
	return length > 0 ? at / length : 0.5;
}

/* Leads ARROW as on the map, with its text where the map has it. */
static void sketch_map_lead(struct sketch_arrow *arrow, const struct contextmap *map, size_t at)
{
	const struct maproute_line *line = &map->route.lines[at];
	int cells = line->label;

	vec_add(&arrow->way, struct sketch_point) = sketch_map_border(&map->route.boxes[line->source], line->points[0]);
	for (size_t i = 0; i < line->count; i++)
		vec_add(&arrow->way, struct sketch_point) = sketch_map_point(line->points[i].x, line->points[i].y);
	vec_add(&arrow->way, struct sketch_point) =
		sketch_map_border(&map->route.boxes[line->target], line->points[line->count - 1]);
	sketch_straighten(arrow);
	arrow->text_along = sketch_map_along(arrow, sketch_map_point(line->label_at.x + cells / 2.0, line->label_at.y));
}

/* The text of RELATION: "sync: Request payment", and on a line of its own the patterns. */
static void sketch_map_say(const struct relation *relation, struct strbuf *out)
{
	const char *source = contextmap_pattern(relation->source_pattern);
	const char *target = contextmap_pattern(relation->target_pattern);

	strbuf_addstr(out, relation_style_token((enum relation_style)relation->style));
	if (relation->label)
		strbuf_addf(out, ": %s", relation->label);
	if (*source || *target)
		strbuf_addf(out, "\n%s / %s", *source ? source : "–", *target ? target : "–");
}

static void sketch_map_relation(struct sketch *sketch, const struct contextmap *map, size_t at)
{
	static const enum sketch_line lines[RELATION_STYLE_COUNT] = {
		[RELATION_SYNC] = SKETCH_SOLID,
		[RELATION_ASYNC] = SKETCH_DASHED,
		[RELATION_UNKNOWN] = SKETCH_DOTTED,
	};
	const struct relation *relation = contextmap_relation(map, at);
	struct sketch_arrow *arrow = sketch_add_arrow(sketch);
	struct strbuf text = STRBUF_INIT;

	sketch_items_tag(&arrow->part, ENTITY_RELATION, relation, 'r');
	strbuf_addf(&text, "c%" PRId64, relation->source);
	sketch_set(&arrow->source, text.text);
	strbuf_reset(&text);
	strbuf_addf(&text, "c%" PRId64, relation->target);
	sketch_set(&arrow->target, text.text);
	strbuf_reset(&text);
	sketch_map_say(relation, &text);
	sketch_set(&arrow->part.text, text.text);
	sketch_tag(&arrow->part, "says", text.text);
	arrow->line = lines[relation->style];
	sketch_map_lead(arrow, map, at);
	strbuf_release(&text);
}

void sketch_map(struct sketch *sketch, const struct board *board)
{
	struct contextmap map;

	contextmap_init(&map, board);
	svg_map_place(&map);
	sketch_items_title(sketch, board, 0, -2 * SKETCH_MAP_DOWN);
	for (size_t i = 0; i < map.contexts.count; i++)
		sketch_map_context(sketch, &map, i);
	for (size_t i = 0; i < map.relations.count; i++)
		sketch_map_relation(sketch, &map, i);
	contextmap_release(&map);
}
