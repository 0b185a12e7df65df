#include "format/svg_context.h"

#include <string.h>

#include "base/map.h"
#include "draw/scene_context.h"
#include "layout/boundary.h"
#include "text/width.h"

/* The distance of the outline from a box, in units of the picture: less than half a gutter, so that the outlines of
 * two contexts side by side do not meet. */
#define SVG_CONTEXT_ASIDE 4
#define SVG_CONTEXT_ABOVE 5

/* Cells from the left edge of the box to the name. */
#define SVG_CONTEXT_INSET 1

/* A slot being painted; in units of the picture. */
struct svg_context {
	const struct board *board;
	const struct svg_slot *slot;
	int left, right, top, bottom; /* the outline around this slot alone */
	int west, east, north, south; /* where the neighbouring slots begin */
	int over, under; /* the edges of the outlines around the slots above and below, at this one's side */
	int across;      /* from column to column */
};

/* Does the slot that many columns and rows from PLACE lie in CONTEXT too? */
static bool svg_context_holds(const struct board *board, int64_t context, struct place place, int across, int down)
{
	place.column += across;
	place.row += down;
	return place.column > 0 && place.row > 0 && boundary_context(board, place) == context;
}

/* Is the slot that many columns and rows away of the same context? */
static bool svg_context_same(const struct svg_context *work, int across, int down)
{
	return svg_context_holds(work->board, work->slot->context, work->slot->place, across, down);
}

static struct svg_context svg_context_at(
	const struct board *board, const struct svg_slot *slot, const struct viewport_zoom_size *size)
{
	int x = slot->x * SVG_PAINT_ACROSS, y = slot->y * SVG_PAINT_DOWN;
	int west = x - size->left * SVG_PAINT_ACROSS, north = y - size->above * SVG_PAINT_DOWN;
	int across = size->across * SVG_PAINT_ACROSS, high = slot->height * SVG_PAINT_DOWN;
	int gutter = (size->down - size->height) * SVG_PAINT_DOWN;

	return (struct svg_context){board, slot, x - SVG_CONTEXT_ASIDE,
		x + size->width * SVG_PAINT_ACROSS + SVG_CONTEXT_ASIDE, y - SVG_CONTEXT_ABOVE,
		y + high + SVG_CONTEXT_ABOVE, west, west + across, north, north + high + gutter,
		y - gutter + SVG_CONTEXT_ABOVE, y + high + gutter - SVG_CONTEXT_ABOVE, across};
}

static void svg_context_rect(struct svg_paint *paint, int left, int top, int right, int bottom)
{
	fprintf(paint->out, "M%d %dH%dV%dH%dZ", left, top, right, bottom, left);
}

/* Paints the inside of the outline: the slot, its gutters to slots of the context, and the corners between these. */
static void svg_context_ground(struct svg_paint *paint, const struct svg_context *work)
{
	int west = svg_context_same(work, -1, 0) ? work->west : work->left;
	int north = svg_context_same(work, 0, -1) ? work->north : work->top;
	int east = svg_context_same(work, 1, 0) ? work->east : work->right;
	int south = svg_context_same(work, 0, 1) ? work->south : work->bottom;

	fputs("<path d=\"", paint->out);
	svg_context_rect(paint, west, work->top, east, work->bottom);
	if (north < work->top)
		svg_context_rect(paint, work->left, north, work->right, work->top);
	if (south > work->bottom)
		svg_context_rect(paint, work->left, work->bottom, work->right, south);
	for (int down = -1; down <= 1; down += 2)
		for (int across = -1; across <= 1; across += 2)
			if (svg_context_same(work, across, 0) && svg_context_same(work, 0, down) &&
				svg_context_same(work, across, down))
				svg_context_rect(paint, across < 0 ? west : work->right,
					down < 0 ? north : work->bottom, across < 0 ? work->left : east,
					down < 0 ? work->top : south);
	fputs("\"/>\n", paint->out);
}

/* Paints the upper edge (DOWN -1) or the lower one (1). It continues to the next slot of the context or, if the
 * outline turns there, to that slot's own edge. */
static void svg_context_level(struct svg_paint *paint, const struct svg_context *work, int down)
{
	int y = down < 0 ? work->top : work->bottom;
	int from = work->left, to = work->right;

	if (svg_context_same(work, -1, 0))
		from = svg_context_same(work, -1, down) ? work->right - work->across : work->west;
	if (svg_context_same(work, 1, 0))
		to = svg_context_same(work, 1, down) ? work->left + work->across : work->east;
	fprintf(paint->out, "M%d %dH%d", from, y, to);
}

/* Paints the left edge (ACROSS -1) or the right one (1). */
static void svg_context_upright(struct svg_paint *paint, const struct svg_context *work, int across)
{
	int x = across < 0 ? work->left : work->right;
	int from = work->top, to = work->bottom;

	if (svg_context_same(work, 0, -1))
		from = svg_context_same(work, across, -1) ? work->over : work->north;
	if (svg_context_same(work, 0, 1))
		to = svg_context_same(work, across, 1) ? work->under : work->south;
	fprintf(paint->out, "M%d %dV%d", x, from, to);
}

static void svg_context_outline(struct svg_paint *paint, const struct svg_context *work)
{
	const struct context *context = board_context(work->board, work->slot->context);
	bool above = svg_context_same(work, 0, -1), below = svg_context_same(work, 0, 1);
	bool left = svg_context_same(work, -1, 0), right = svg_context_same(work, 1, 0);

	if (above && below && left && right)
		return;
	fprintf(paint->out, "<path stroke=\"#%06x\" d=\"", svg_paint_ink(paint, scene_context_style(context)));
	if (!above)
		svg_context_level(paint, work, -1);
	if (!below)
		svg_context_level(paint, work, 1);
	if (!left)
		svg_context_upright(paint, work, -1);
	if (!right)
		svg_context_upright(paint, work, 1);
	fputs("\"/>\n", paint->out);
}

/* Does the slot that many columns and rows from PLACE lie in PART, and in CONTEXT too? */
static bool svg_context_holds_in(const struct board *board, const struct place_rect *part, int64_t context,
	struct place place, int across, int down)
{
	struct place at = {place.column + across, place.row + down};

	return at.column >= part->first.column && at.column <= part->last.column && at.row >= part->first.row &&
	       at.row <= part->last.row && svg_context_holds(board, context, place, across, down);
}

/* Marks the piece that SLOT belongs to as named in SEEN. Returns the place for the name: the leftmost slot of the
 * piece's top row in PART. */
static struct place svg_context_piece(
	const struct board *board, const struct place_rect *part, struct map *seen, const struct svg_slot *slot)
{
	static const int ways[4][2] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
	struct vec stack = VEC_INIT(struct place);
	struct place best = slot->place;

	vec_add(&stack, struct place) = slot->place;
	map_set(seen, place_key(slot->place), seen);
	while (stack.count) {
		struct place at = vec_end(&stack, struct place);

		vec_remove(&stack, stack.count - 1);
		if (at.row < best.row || (at.row == best.row && at.column < best.column))
			best = at;
		for (int i = 0; i < 4; i++) {
			struct place next = {at.column + ways[i][0], at.row + ways[i][1]};

			if (!svg_context_holds_in(board, part, slot->context, at, ways[i][0], ways[i][1]) ||
				map_get(seen, place_key(next)))
				continue;
			map_set(seen, place_key(next), seen);
			vec_add(&stack, struct place) = next;
		}
	}
	vec_release(&stack);
	return best;
}

/* Paints the name on the edge, small enough to fit on it. */
static void svg_context_name(struct svg_paint *paint, const struct board *board, const struct svg_slot *slot,
	const struct viewport_zoom_size *size, const struct place_rect *part)
{
	const struct context *context = board_context(board, slot->context);
	enum style style = scene_context_style(context);
	const char *name = context->name ? context->name : "";
	int run = 1, room, cells = width_of(name, strlen(name));

	while (svg_context_holds_in(board, part, slot->context, slot->place, run, 0) &&
		!svg_context_holds_in(board, part, slot->context, slot->place, run, -1))
		run++;
	room = run * size->across - 4 * SVG_CONTEXT_INSET;
	cells = cells < room ? cells : room;
	svg_paint_fill(paint, slot->x + SVG_CONTEXT_INSET, slot->y - 1, cells + 2, 1, STYLE_CONTEXT_GROUND);
	svg_paint_fitted(paint, slot->x + SVG_CONTEXT_INSET + 1, slot->y - 1, room, name, style);
}

void svg_context_names(struct svg_paint *paint, const struct board *board, const struct vec *slots,
	const struct viewport_zoom_size *size, const struct place_rect *part)
{
	struct map seen = MAP_INIT, named = MAP_INIT;

	for (size_t i = 0; i < slots->count; i++) {
		const struct svg_slot *slot = vec_at(slots, i);

		if (!map_get(&seen, place_key(slot->place)))
			map_set(&named, place_key(svg_context_piece(board, part, &seen, slot)), &named);
	}
	for (size_t i = 0; i < slots->count; i++) {
		const struct svg_slot *slot = vec_at(slots, i);

		if (map_get(&named, place_key(slot->place)))
			svg_context_name(paint, board, slot, size, part);
	}
	map_release(&seen);
	map_release(&named);
}

void svg_context_shapes(struct svg_paint *paint, const struct board *board, const struct vec *slots,
	const struct viewport_zoom_size *size)
{
	fprintf(paint->out, "<g fill=\"#%06x\">\n", svg_paint_ground(paint, STYLE_CONTEXT_GROUND));
	for (size_t i = 0; i < slots->count; i++) {
		struct svg_context work = svg_context_at(board, vec_at(slots, i), size);

		svg_context_ground(paint, &work);
	}
	fputs("</g>\n<g fill=\"none\" stroke-width=\"1.5\" stroke-linecap=\"round\">\n", paint->out);
	for (size_t i = 0; i < slots->count; i++) {
		struct svg_context work = svg_context_at(board, vec_at(slots, i), size);

		svg_context_outline(paint, &work);
	}
	fputs("</g>\n", paint->out);
}
