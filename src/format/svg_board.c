#include "format/svg_board.h"

#include <string.h>

#include "base/i18n.h"
#include "draw/box.h"
#include "draw/scene_board.h"
#include "format/svg_legend.h"
#include "format/svg_plan.h"
#include "layout/route.h"
#include "text/width.h"
#include "text/wrap.h"

#define SVG_BOARD_LANE_LINES 32

/* The most pages that are named beside a sticky; a board whose arrows lead to more is a tangle. */
#define SVG_BOARD_PAGES_MOST 8

/* The middle of a cell. */
#define SVG_BOARD_X(x) ((x)*SVG_PAINT_ACROSS + SVG_PAINT_ACROSS / 2)
#define SVG_BOARD_Y(y) ((y)*SVG_PAINT_DOWN + SVG_PAINT_DOWN / 2)

struct svg_board {
	const struct board *board;
	const struct svg_pages *pages; /* of which this is one; NULL: all of the board */
	struct svg_paint paint;
	struct svg_plan plan;
};

/* The columns of cells left of where PHASE begins; 0 if it began on an earlier page, -1 if it is not on this one. */
static int svg_board_phase_x(const struct svg_board *work, const struct phase *phase)
{
	const struct svg_plan *plan = &work->plan;

	if (phase->column >= plan->part.first.column && phase->column <= plan->part.last.column)
		return (axis_shown(&plan->columns, (int32_t)phase->column) - 1) * plan->size->across;
	return work->pages && board_phase_of(work->board, plan->part.first.column) == phase ? 0 : -1;
}

/* Paints the names of phases, each up to the next. */
static void svg_board_phases(struct svg_board *work)
{
	struct vec phases = VEC_INIT(const struct phase *);
	int end = work->plan.width;

	board_list_phases(work->board, &phases);
	for (size_t i = phases.count; i-- > 0;) {
		const struct phase *phase = vec_get(&phases, const struct phase *, i);
		int x = svg_board_phase_x(work, phase);

		if (x < 0)
			continue;
		fprintf(work->paint.out, "<path stroke=\"#%06x\" stroke-dasharray=\"2 3\" d=\"M%d %dV%d\"/>\n",
			svg_paint_ink(&work->paint, STYLE_TICK), SVG_BOARD_X(x), -SVG_PAINT_DOWN,
			work->plan.height * SVG_PAINT_DOWN);
		svg_paint_fitted(&work->paint, x + 2, -1, end - x - 3, phase->name ? phase->name : "", STYLE_PHASE);
		end = x;
	}
	vec_release(&phases);
}

static void svg_board_lanes(struct svg_board *work)
{
	const struct svg_plan *plan = &work->plan;
	struct vec lanes = VEC_INIT(const struct lane *);
	int left = scene_board_left(work->board), room = left - 2;

	board_list(work->board, ENTITY_LANE, &lanes);
	for (size_t i = 0; i < lanes.count; i++) {
		const struct lane *lane = vec_get(&lanes, const struct lane *, i);
		struct wrap_line lines[SVG_BOARD_LANE_LINES];
		size_t count;
		int y;

		if (!lane->name || lane->row < plan->part.first.row || lane->row > plan->part.last.row)
			continue;
		y = (vec_get(&plan->heights, struct svg_plan_row,
			     (size_t)axis_shown(&plan->rows, (int32_t)lane->row) - 1))
			    .top;
		count = wrap_text(lane->name, strlen(lane->name), room, lines, SVG_BOARD_LANE_LINES, NULL);
		for (size_t k = 0; k < count; k++)
			svg_paint_text(&work->paint, 1 - left, y + (int)k, lane->name + lines[k].start, lines[k].len,
				STYLE_LANE);
	}
	vec_release(&lanes);
}

/* Paints the vertical lines after pivotal events. */
static void svg_board_pivots(struct svg_board *work)
{
	const struct svg_plan *plan = &work->plan;

	for (size_t i = 0; i < plan->slots.count; i++) {
		const struct svg_slot *slot = vec_at(&plan->slots, i);
		int x = (slot->x - plan->size->left + plan->size->across) * SVG_PAINT_ACROSS;

		if (slot->sticky->pivotal)
			fprintf(work->paint.out, "<path stroke=\"#%06x\" stroke-dasharray=\"8 6\" d=\"M%d 0V%d\"/>\n",
				svg_paint_ink(&work->paint, STYLE_PIVOT), x, plan->height * SVG_PAINT_DOWN);
	}
}

/* Writes an arrow from the border of its source to its head. */
static void svg_board_arrow(const struct svg_board *work, const struct route *route)
{
	static const int ways[4][2] = {
		[ROUTE_RIGHT] = {1, 0}, [ROUTE_LEFT] = {-1, 0}, [ROUTE_DOWN] = {0, 1}, [ROUTE_UP] = {0, -1}};
	const struct svg_plan *plan = &work->plan;
	int x = SVG_BOARD_X(route->legs[0].x1), y = SVG_BOARD_Y(svg_plan_y(plan, route->legs[0].y1));
	const int *way = ways[route->out];
	FILE *out = work->paint.out;

	fprintf(out, "<path fill=\"none\" d=\"M%d %d", x - way[0] * SVG_PAINT_ACROSS / 2,
		y - way[1] * SVG_PAINT_DOWN / 2);
	for (int i = 0; i < route->count; i++)
		fprintf(out, "L%d %dL%d %d", SVG_BOARD_X(route->legs[i].x1),
			SVG_BOARD_Y(svg_plan_y(plan, route->legs[i].y1)), SVG_BOARD_X(route->legs[i].x2),
			SVG_BOARD_Y(svg_plan_y(plan, route->legs[i].y2)));
	x = SVG_BOARD_X(route->head_x);
	y = SVG_BOARD_Y(svg_plan_y(plan, route->head_y));
	way = ways[route->head];
	fprintf(out, "\"/>\n<path stroke=\"none\" d=\"M%d %dL%d %dL%d %dZ\"/>\n", x + 4 * way[0], y + 4 * way[1],
		x - 4 * way[0] + 4 * way[1], y - 4 * way[1] + 4 * way[0], x - 4 * way[0] - 4 * way[1],
		y - 4 * way[1] - 4 * way[0]);
}

static void svg_board_arrows(struct svg_board *work)
{
	struct vec links = VEC_INIT(const struct link *);
	FILE *out = work->paint.out;
	struct route route;

	fprintf(out, "<g fill=\"#%06x\" stroke=\"#%06x\" stroke-width=\"1.3\">\n",
		svg_paint_ink(&work->paint, STYLE_ARROW), svg_paint_ink(&work->paint, STYLE_ARROW));
	board_list(work->board, ENTITY_LINK, &links);
	for (size_t i = 0; i < links.count; i++) {
		const struct link *link = vec_get(&links, const struct link *, i);
		struct place source = board_sticky(work->board, link->source)->place;
		struct place target = board_sticky(work->board, link->target)->place;

		if (svg_plan_holds(&work->plan, source) && svg_plan_holds(&work->plan, target) &&
			route_find(&work->plan.viewport, svg_plan_place(&work->plan, source),
				svg_plan_place(&work->plan, target), &route))
			svg_board_arrow(work, &route);
	}
	fputs("</g>\n", out);
	vec_release(&links);
}

/* The numbers of other pages, each once. */
struct svg_board_elsewhere {
	size_t numbers[SVG_BOARD_PAGES_MOST];
	size_t count;
};

/* Notes the page of sticky ID, unless it is this one. */
static void svg_board_look(const struct svg_board *work, int64_t id, struct svg_board_elsewhere *pages)
{
	struct place place = board_sticky(work->board, id)->place;
	size_t number = svg_plan_holds(&work->plan, place) ? 0 : svg_pages_number(work->pages, place);

	for (size_t i = 0; i < pages->count && number; i++)
		if (pages->numbers[i] == number)
			number = 0;
	if (number && pages->count < SVG_BOARD_PAGES_MOST)
		pages->numbers[pages->count++] = number;
}

/* Says below SLOT which pages its arrows come from, on the left, and lead to, on the right. */
static void svg_board_say_pages(struct svg_board *work, const struct svg_slot *slot)
{
	struct svg_board_elsewhere from = {.count = 0}, to = {.count = 0};
	int y = slot->y + slot->height;
	struct strbuf text = STRBUF_INIT;

	for (const struct link *link = slot->sticky->first_in; link; link = link->next_in)
		svg_board_look(work, link->source, &from);
	for (const struct link *link = slot->sticky->first_out; link; link = link->next_out)
		svg_board_look(work, link->target, &to);
	for (size_t i = 0; i < from.count; i++)
		strbuf_addf(&text, i ? " %zu" : "%zu", from.numbers[i]);
	if (from.count) {
		strbuf_addstr(&text, "▸");
		svg_paint_fitted(&work->paint, slot->x, y, work->plan.size->width / 2, text.text, STYLE_ARROW);
	}
	strbuf_reset(&text);
	for (size_t i = 0; i < to.count; i++)
		strbuf_addf(&text, i ? " %zu" : "▸%zu", to.numbers[i]);
	if (to.count) {
		int cells = width_of(text.text, text.len), room = work->plan.size->width / 2;

		cells = cells < room ? cells : room;
		svg_paint_fitted(
			&work->paint, slot->x + work->plan.size->width - cells, y, room, text.text, STYLE_ARROW);
	}
	strbuf_release(&text);
}

/* Paints each sticky as a group whose title is its full text and note. */
static void svg_board_stickies(struct svg_board *work)
{
	const struct svg_plan *plan = &work->plan;
	const struct veil veil = VEIL_NONE;
	struct scene scene;

	scene_init(&scene);
	for (size_t i = 0; i < plan->slots.count; i++) {
		const struct svg_slot *slot = vec_at(&plan->slots, i);
		struct viewport_zoom_size size = *plan->size;
		struct box box = box_of(slot->sticky, &veil);

		size.height = slot->height;
		scene_reset(&scene, plan->width, plan->height);
		box_draw(&scene, &box, &size, slot->x, slot->y);
		fputs("<g><title>", work->paint.out);
		svg_paint_content(&work->paint, box.text);
		if (slot->sticky->note) {
			fputs("\n\n", work->paint.out);
			svg_paint_content(&work->paint, slot->sticky->note);
		}
		fputs("</title>\n", work->paint.out);
		svg_paint_scene(&work->paint, &scene);
		fputs("</g>\n", work->paint.out);
		if (work->pages)
			svg_board_say_pages(work, slot);
	}
	scene_release(&scene);
}

/* Paints what WORK has planned, with a legend below if LEGEND. */
static void svg_board_paint(struct svg_board *work, const struct svg_form *form, bool legend, FILE *out)
{
	int left = scene_board_left(work->board), width = left + work->plan.width;
	int height = SCENE_BOARD_TOP + work->plan.height;

	svg_paint_init(&work->paint, out, form, width, height + (legend ? svg_legend_rows(work->board, width) : 0));
	fprintf(out, "<g transform=\"translate(%d %d)\">\n", left * SVG_PAINT_ACROSS, SCENE_BOARD_TOP * SVG_PAINT_DOWN);
	svg_board_phases(work);
	svg_board_lanes(work);
	svg_board_pivots(work);
	svg_context_shapes(&work->paint, work->board, &work->plan.inside, work->plan.size);
	svg_board_arrows(work);
	svg_context_names(&work->paint, work->board, &work->plan.inside, work->plan.size, &work->plan.part);
	svg_board_stickies(work);
	fputs("</g>\n", out);
	if (legend)
		svg_legend_paint(&work->paint, work->board, height, width);
	svg_paint_release(&work->paint);
}

void svg_board_write(const struct board *board, const struct svg_form *form, FILE *out)
{
	struct svg_board work = {.board = board};

	svg_plan_init(&work.plan, board, (struct place_rect)SVG_PLAN_ALL);
	svg_board_paint(&work, form, false, out);
	svg_plan_release(&work.plan);
}

void svg_board_write_page(const struct svg_pages *pages, size_t at, const struct svg_form *form, bool legend, FILE *out)
{
	struct svg_board work = {.board = pages->board, .pages = pages};

	svg_plan_init(&work.plan, pages->board, vec_get(&pages->parts, struct place_rect, at));
	svg_board_paint(&work, form, legend, out);
	svg_plan_release(&work.plan);
}
