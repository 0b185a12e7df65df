#include "format/svg_board.h"

#include <stdlib.h>
#include <string.h>

#include "draw/box.h"
#include "draw/scene_board.h"
#include "format/axis.h"
#include "format/svg_context.h"
#include "layout/boundary.h"
#include "layout/route.h"
#include "text/wrap.h"

/* As large as on the canvas at reading size. */
#define SVG_BOARD_ZOOM ZOOM_READING

/* The least size of a picture, in slots. */
#define SVG_BOARD_COLUMNS_LEAST 3
#define SVG_BOARD_ROWS_LEAST 2

#define SVG_BOARD_LANE_LINES 4

/* The middle of a cell. */
#define SVG_BOARD_X(x) ((x)*SVG_PAINT_ACROSS + SVG_PAINT_ACROSS / 2)
#define SVG_BOARD_Y(y) ((y)*SVG_PAINT_DOWN + SVG_PAINT_DOWN / 2)

struct svg_board {
	const struct board *board;
	struct svg_paint paint;
	const struct viewport_zoom_size *size;
	struct vec slots;          /* of struct svg_slot, from left to right: slots with a sticky */
	struct vec inside;         /* of struct svg_slot: slots inside a boundary */
	struct axis columns, rows; /* their places in the picture */
	struct viewport viewport;  /* all of the picture but the lanes and the phases */
};

static struct place svg_board_place(const struct svg_board *work, struct place place)
{
	return (struct place){axis_shown(&work->columns, place.column), axis_shown(&work->rows, place.row)};
}

static void svg_board_init(struct svg_board *work, const struct board *board)
{
	*work = (struct svg_board){.board = board, .size = viewport_zoom_size(SVG_BOARD_ZOOM)};
	vec_init(&work->slots, sizeof(struct svg_slot));
	vec_init(&work->inside, sizeof(struct svg_slot));
	axis_init(&work->columns);
	axis_init(&work->rows);
}

static void svg_board_release(struct svg_board *work)
{
	vec_release(&work->slots);
	vec_release(&work->inside);
	axis_release(&work->columns);
	axis_release(&work->rows);
}

/* Places columns and rows, and sizes the picture. */
static void svg_board_measure(struct svg_board *work, const struct vec *stickies, const struct vec *gaps)
{
	const struct phase *phase;
	const struct lane *lane;
	int columns, rows;

	for (size_t i = 0; i < stickies->count; i++) {
		const struct sticky *sticky = vec_get(stickies, const struct sticky *, i);

		axis_add(&work->columns, sticky->place.column);
		axis_add(&work->rows, sticky->place.row);
	}
	for (size_t i = 0; i < gaps->count; i++) {
		axis_add(&work->columns, vec_get(gaps, struct place, i).column);
		axis_add(&work->rows, vec_get(gaps, struct place, i).row);
	}
	for (size_t at = 0; (phase = board_next(work->board, ENTITY_PHASE, &at));)
		axis_add(&work->columns, phase->column);
	for (size_t at = 0; (lane = board_next(work->board, ENTITY_LANE, &at));)
		axis_add(&work->rows, lane->row);
	axis_settle(&work->columns);
	axis_settle(&work->rows);
	columns = axis_count(&work->columns);
	rows = axis_count(&work->rows);
	columns = columns > SVG_BOARD_COLUMNS_LEAST ? columns : SVG_BOARD_COLUMNS_LEAST;
	rows = rows > SVG_BOARD_ROWS_LEAST ? rows : SVG_BOARD_ROWS_LEAST;
	work->viewport = (struct viewport){.zoom = SVG_BOARD_ZOOM,
		.first = {1, 1},
		.width = columns * work->size->across,
		.height = rows * work->size->down + work->size->above};
}

/* Adds the slot at PLACE, with STICKY or NULL, to the lists where it belongs. */
static void svg_board_add(struct svg_board *work, struct place place, const struct sticky *sticky)
{
	struct svg_slot slot = {.place = place,
		.sticky = sticky,
		.context = sticky ? sticky->context : boundary_context(work->board, place)};

	viewport_cell(&work->viewport, svg_board_place(work, place), &slot.x, &slot.y);
	if (sticky)
		vec_add(&work->slots, struct svg_slot) = slot;
	if (slot.context)
		vec_add(&work->inside, struct svg_slot) = slot;
}

static void svg_board_place_all(struct svg_board *work)
{
	struct vec stickies = VEC_INIT(const struct sticky *), gaps = VEC_INIT(struct place);

	board_list_in_time(work->board, &stickies);
	for (size_t i = 0; i < stickies.count; i++) {
		const struct sticky *sticky = vec_get(&stickies, const struct sticky *, i);

		if (sticky->context)
			boundary_gaps(work->board, sticky, &gaps);
	}
	svg_board_measure(work, &stickies, &gaps);
	for (size_t i = 0; i < stickies.count; i++) {
		const struct sticky *sticky = vec_get(&stickies, const struct sticky *, i);

		svg_board_add(work, sticky->place, sticky);
	}
	for (size_t i = 0; i < gaps.count; i++)
		svg_board_add(work, vec_get(&gaps, struct place, i), NULL);
	vec_release(&stickies);
	vec_release(&gaps);
}

static int svg_board_compare(const void *a, const void *b)
{
	const struct phase *first = *(const struct phase *const *)a;
	const struct phase *second = *(const struct phase *const *)b;

	return (first->column > second->column) - (first->column < second->column);
}

/* Paints the names of phases, each up to the next. */
static void svg_board_phases(struct svg_board *work)
{
	struct vec phases = VEC_INIT(const struct phase *);
	int end = work->viewport.width;

	board_list(work->board, ENTITY_PHASE, &phases);
	if (phases.count)
		qsort(phases.items, phases.count, phases.size, svg_board_compare);
	for (size_t i = phases.count; i-- > 0;) {
		const struct phase *phase = vec_get(&phases, const struct phase *, i);
		int x = (axis_shown(&work->columns, phase->column) - 1) * work->size->across;

		fprintf(work->paint.out, "<path stroke=\"#%06x\" stroke-dasharray=\"2 3\" d=\"M%d %dV%d\"/>\n",
			svg_paint_ink(&work->paint, STYLE_TICK), SVG_BOARD_X(x), -SVG_PAINT_DOWN,
			work->viewport.height * SVG_PAINT_DOWN);
		svg_paint_cut(&work->paint, x + 2, -1, end - x - 3, phase->name ? phase->name : "", STYLE_PHASE);
		end = x;
	}
	vec_release(&phases);
}

static void svg_board_lanes(struct svg_board *work)
{
	struct vec lanes = VEC_INIT(const struct lane *);
	int left = scene_board_left(work->board), room = left - 2;

	board_list(work->board, ENTITY_LANE, &lanes);
	for (size_t i = 0; i < lanes.count; i++) {
		const struct lane *lane = vec_get(&lanes, const struct lane *, i);
		struct wrap_line lines[SVG_BOARD_LANE_LINES];
		size_t count;
		int y;

		if (!lane->name)
			continue;
		y = work->size->above + (axis_shown(&work->rows, lane->row) - 1) * work->size->down;
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
	for (size_t i = 0; i < work->slots.count; i++) {
		const struct svg_slot *slot = vec_at(&work->slots, i);
		int x = (slot->x - work->size->left + work->size->across) * SVG_PAINT_ACROSS;

		if (slot->sticky->pivotal)
			fprintf(work->paint.out, "<path stroke=\"#%06x\" stroke-dasharray=\"8 6\" d=\"M%d 0V%d\"/>\n",
				svg_paint_ink(&work->paint, STYLE_PIVOT), x, work->viewport.height * SVG_PAINT_DOWN);
	}
}

/* Writes an arrow from the border of its source to its head. */
static void svg_board_arrow(FILE *out, const struct route *route)
{
	static const int ways[4][2] = {
		[ROUTE_RIGHT] = {1, 0}, [ROUTE_LEFT] = {-1, 0}, [ROUTE_DOWN] = {0, 1}, [ROUTE_UP] = {0, -1}};
	int x = SVG_BOARD_X(route->legs[0].x1), y = SVG_BOARD_Y(route->legs[0].y1);
	const int *way = ways[route->out];

	fprintf(out, "<path fill=\"none\" d=\"M%d %d", x - way[0] * SVG_PAINT_ACROSS / 2,
		y - way[1] * SVG_PAINT_DOWN / 2);
	for (int i = 0; i < route->count; i++)
		fprintf(out, "L%d %dL%d %d", SVG_BOARD_X(route->legs[i].x1), SVG_BOARD_Y(route->legs[i].y1),
			SVG_BOARD_X(route->legs[i].x2), SVG_BOARD_Y(route->legs[i].y2));
	x = SVG_BOARD_X(route->head_x);
	y = SVG_BOARD_Y(route->head_y);
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

		if (route_find(&work->viewport, svg_board_place(work, source), svg_board_place(work, target), &route))
			svg_board_arrow(out, &route);
	}
	fputs("</g>\n", out);
	vec_release(&links);
}

/* Paints each sticky as a group whose title is its full text and note. */
static void svg_board_stickies(struct svg_board *work)
{
	const struct veil veil = VEIL_NONE;
	struct scene scene;

	scene_init(&scene);
	for (size_t i = 0; i < work->slots.count; i++) {
		const struct svg_slot *slot = vec_at(&work->slots, i);
		struct box box = box_of(slot->sticky, &veil);

		scene_reset(&scene, work->viewport.width, work->viewport.height);
		box_draw(&scene, &box, work->size, slot->x, slot->y);
		fputs("<g><title>", work->paint.out);
		svg_paint_content(&work->paint, box.text);
		if (slot->sticky->note) {
			fputs("\n\n", work->paint.out);
			svg_paint_content(&work->paint, slot->sticky->note);
		}
		fputs("</title>\n", work->paint.out);
		svg_paint_scene(&work->paint, &scene);
		fputs("</g>\n", work->paint.out);
	}
	scene_release(&scene);
}

void svg_board_write(const struct board *board, bool light, FILE *out)
{
	int left = scene_board_left(board);
	struct svg_board work;

	svg_board_init(&work, board);
	svg_board_place_all(&work);
	svg_paint_init(&work.paint, out, light, board_title(board), left + work.viewport.width,
		SCENE_BOARD_TOP + work.viewport.height);
	fprintf(out, "<g transform=\"translate(%d %d)\">\n", left * SVG_PAINT_ACROSS, SCENE_BOARD_TOP * SVG_PAINT_DOWN);
	svg_board_phases(&work);
	svg_board_lanes(&work);
	svg_board_pivots(&work);
	svg_context_shapes(&work.paint, board, &work.inside, work.size);
	svg_board_arrows(&work);
	svg_context_names(&work.paint, board, &work.inside, work.size);
	svg_board_stickies(&work);
	fputs("</g>\n", out);
	svg_paint_release(&work.paint);
	svg_board_release(&work);
}
