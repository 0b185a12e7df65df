#include "format/sketch_board.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/map.h"
#include "base/mem.h"
#include "format/sketch_frames.h"
#include "format/sketch_items.h"
#include "format/svg_plan.h"
#include "layout/route.h"

/* How far frames stand out from their stickies: on all sides, and above, where the name is. */
#define SKETCH_BOARD_MARGIN 8
#define SKETCH_BOARD_ABOVE 28

/* How far from their stickies arrows run beside columns, and over rows: outside of frames. */
#define SKETCH_BOARD_BESIDE 14
#define SKETCH_BOARD_OVER 34

/* Room for a border and a blank on both sides of a text, in cells. */
#define SKETCH_BOARD_EDGES 2

/* How much smaller actors are than other stickies, as on the canvas. */
#define SKETCH_BOARD_SMALLER 8

/* A sketch being made. */
struct sketch_work {
	struct sketch *sketch;
	const struct board *board;
	struct svg_plan plan;
	struct vec stickies; /* of const struct sticky *, in time */
	struct vec frames;   /* of struct sketch_frame */
	struct vec of;       /* of size_t: their frames */
	struct map shapes;   /* id of a sticky -> its struct sketch_shape, when all shapes are there */
};

static double sketch_board_x(const struct sketch_work *work, int32_t column)
{
	return (axis_shown(&work->plan.columns, column) - 1) * (double)SKETCH_ACROSS;
}

static const struct svg_plan_row *sketch_board_row(const struct sketch_work *work, int32_t row)
{
	return vec_at(&work->plan.heights, (size_t)axis_shown(&work->plan.rows, row) - 1);
}

/* How much farther apart rows are than their cells on the canvas. */
static int sketch_board_gutter(const struct sketch_work *work)
{
	return SKETCH_DOWN - work->plan.size->down * SKETCH_ITEMS_DOWN;
}

/* Each row is as high as its stickies need, and as far from the next as one of usual height. */
static double sketch_board_y(const struct sketch_work *work, int32_t row)
{
	return sketch_board_row(work, row)->top * SKETCH_ITEMS_DOWN +
	       (axis_shown(&work->plan.rows, row) - 1) * (double)sketch_board_gutter(work);
}

static double sketch_board_height(const struct sketch_work *work, int32_t row)
{
	return sketch_board_row(work, row)->height * SKETCH_ITEMS_DOWN;
}

/* Names FRAME: the first of a context by its id alone. */
static void sketch_board_frame_id(const struct sketch_frame *frame, struct strbuf *out)
{
	strbuf_reset(out);
	strbuf_addf(out, "c%" PRId64, frame->context->id);
	if (frame->part > 1)
		strbuf_addf(out, "-%zu", frame->part);
}

static void sketch_board_frame(struct sketch_work *work, const struct sketch_frame *frame)
{
	struct sketch_shape *shape = sketch_add_shape(work->sketch, SKETCH_FRAME);
	const struct place_rect *slots = &frame->slots;
	struct strbuf id = STRBUF_INIT;

	sketch_items_tag(&shape->part, ENTITY_CONTEXT, frame->context, 'c');
	sketch_board_frame_id(frame, &id);
	sketch_set(&shape->part.id, id.text);
	sketch_set(&shape->part.text, frame->context->name);
	shape->x = sketch_board_x(work, slots->first.column) - SKETCH_BOARD_MARGIN;
	shape->y = sketch_board_y(work, slots->first.row) - SKETCH_BOARD_ABOVE;
	shape->width = sketch_board_x(work, slots->last.column) + work->plan.size->width * SKETCH_ITEMS_ACROSS +
		       SKETCH_BOARD_MARGIN - shape->x;
	shape->height = sketch_board_y(work, slots->last.row) + sketch_board_height(work, slots->last.row) +
			SKETCH_BOARD_MARGIN - shape->y;
	sketch_items_paint_context(shape, frame->context);
	strbuf_release(&id);
}

/* Adds the contexts without stickies, side by side below everything. */
static void sketch_board_empty_contexts(struct sketch_work *work)
{
	double y = work->plan.height * SKETCH_ITEMS_DOWN +
		   axis_count(&work->plan.rows) * (double)sketch_board_gutter(work) + SKETCH_DOWN;
	struct vec contexts = VEC_INIT(const struct context *);
	struct map used = MAP_INIT;
	int count = 0;

	for (size_t i = 0; i < work->frames.count; i++) {
		const struct sketch_frame *frame = vec_at(&work->frames, i);

		map_set(&used, (uint64_t)frame->context->id, work);
	}
	board_list(work->board, ENTITY_CONTEXT, &contexts);
	for (size_t i = 0; i < contexts.count; i++) {
		const struct context *context = vec_get(&contexts, const struct context *, i);
		struct sketch_shape *shape;

		if (map_get(&used, (uint64_t)context->id))
			continue;
		shape = sketch_add_shape(work->sketch, SKETCH_FRAME);
		sketch_items_tag(&shape->part, ENTITY_CONTEXT, context, 'c');
		sketch_set(&shape->part.text, context->name);
		shape->x = count++ * (double)SKETCH_ACROSS - SKETCH_BOARD_MARGIN;
		shape->y = y;
		shape->width = work->plan.size->width * SKETCH_ITEMS_ACROSS + 2 * SKETCH_BOARD_MARGIN;
		shape->height = work->plan.size->height * SKETCH_ITEMS_DOWN;
		sketch_items_paint_context(shape, context);
	}
	vec_release(&contexts);
	map_release(&used);
}

/* Tags with what the fields of a sticky do not say: its author's name and its dots. */
static void sketch_board_tag_people(struct sketch_work *work, struct sketch_shape *shape, const struct sticky *sticky)
{
	const struct person *author = board_person(work->board, sticky->author);
	struct strbuf dots = STRBUF_INIT;

	strbuf_addf(&dots, "%" PRId64, board_dots(sticky));
	sketch_tag(&shape->part, "author", author ? author->name : NULL);
	sketch_tag(&shape->part, "dots", board_dots(sticky) ? dots.text : NULL);
	strbuf_release(&dots);
}

static void sketch_board_sticky(struct sketch_work *work, const struct sticky *sticky, size_t frame)
{
	struct sketch_shape *shape = sketch_add_shape(work->sketch, SKETCH_NOTE);
	int smaller = sticky->kind == KIND_ACTOR ? SKETCH_BOARD_SMALLER : 0;
	int width = work->plan.size->width * SKETCH_ITEMS_ACROSS;
	struct strbuf id = STRBUF_INIT;

	sketch_items_tag(&shape->part, ENTITY_STICKY, sticky, 's');
	sketch_board_tag_people(work, shape, sticky);
	sketch_items_wrap(shape, sticky->text, width / SKETCH_ITEMS_ACROSS - SKETCH_BOARD_EDGES - smaller / 4);
	shape->x = sketch_board_x(work, sticky->place.column) + smaller;
	shape->y = sketch_board_y(work, sticky->place.row);
	shape->width = width - 2 * smaller;
	shape->height = svg_plan_box_height(sticky) * SKETCH_ITEMS_DOWN - smaller;
	sketch_items_paint(shape, STYLE_KIND + sticky->kind);
	shape->pen = sketch_items_ink(STYLE_MARK + sticky->kind);
	shape->heavy = sticky->pivotal;
	sketch_items_pin(shape);
	if (frame != SIZE_MAX) {
		sketch_board_frame_id(vec_at(&work->frames, frame), &id);
		sketch_set(&shape->frame, id.text);
	}
	strbuf_release(&id);
}

/* The middle of column X of cells in the plan, in the sketch. */
static double sketch_board_cell_x(const struct sketch_work *work, int x)
{
	const struct viewport_zoom_size *size = work->plan.size;
	int column = x / size->across, within = x % size->across - size->left;
	double left = column * (double)SKETCH_ACROSS, width = size->width * SKETCH_ITEMS_ACROSS;

	if (within < 0)
		return left - SKETCH_BOARD_BESIDE;
	return within < size->width ? left + (within + 0.5) * SKETCH_ITEMS_ACROSS : left + width + SKETCH_BOARD_BESIDE;
}

/* The middle of row Y of cells in the plan, whose rows are of equal height. */
static double sketch_board_cell_y(const struct sketch_work *work, int y)
{
	const struct viewport_zoom_size *size = work->plan.size;
	int row = y < size->above ? -1 : (y - size->above) / size->down, within = (y - size->above) % size->down;
	const struct svg_plan_row *at = vec_at(&work->plan.heights, row < 0 ? 0 : (size_t)row);
	double top = at->top * SKETCH_ITEMS_DOWN + (row < 0 ? 0 : row) * (double)sketch_board_gutter(work);

	if (row < 0)
		return top - SKETCH_BOARD_OVER;
	if (within < size->height)
		return top + (within + 0.5) * at->height * SKETCH_ITEMS_DOWN / size->height;
	return top + at->height * SKETCH_ITEMS_DOWN + SKETCH_DOWN - size->height * SKETCH_ITEMS_DOWN -
	       SKETCH_BOARD_OVER;
}

/* Adds the end of an arrow on the border of SHAPE, from which, or to which, it leads by way of X, Y. */
static void sketch_board_touch(struct sketch_arrow *arrow, const struct sketch_shape *shape, double x, double y)
{
	double right = shape->x + shape->width, bottom = shape->y + shape->height;

	vec_add(&arrow->way, struct sketch_point) = (struct sketch_point){x < shape->x ? shape->x
									  : x > right  ? right
										       : x,
		y < shape->y ? shape->y
		: y > bottom ? bottom
			     : y};
}

/* Leads ARROW through the gutters, as on the canvas. */
static void sketch_board_lead(struct sketch_work *work, struct sketch_arrow *arrow, const struct link *link)
{
	const struct sticky *source = board_sticky(work->board, link->source);
	const struct sticky *target = board_sticky(work->board, link->target);
	const struct sketch_shape *from = map_get(&work->shapes, (uint64_t)link->source);
	const struct sketch_shape *to = map_get(&work->shapes, (uint64_t)link->target);
	struct route route;
	double x = 0, y = 0;

	if (!route_find(&work->plan.viewport, svg_plan_place(&work->plan, source->place),
		    svg_plan_place(&work->plan, target->place), &route))
		return;
	for (int i = 0; i <= route.count; i++) {
		const struct route_leg *leg = &route.legs[i < route.count ? i : i - 1];

		x = sketch_board_cell_x(work, i < route.count ? leg->x1 : leg->x2);
		y = sketch_board_cell_y(work, i < route.count ? leg->y1 : leg->y2);
		if (!i)
			sketch_board_touch(arrow, from, x, y);
		if (route.count > 1)
			vec_add(&arrow->way, struct sketch_point) = (struct sketch_point){x, y};
	}
	sketch_board_touch(arrow, to, x, y);
	sketch_straighten(arrow);
}

static void sketch_board_links(struct sketch_work *work)
{
	struct vec links = VEC_INIT(const struct link *);
	struct strbuf id = STRBUF_INIT;

	board_list(work->board, ENTITY_LINK, &links);
	for (size_t i = 0; i < links.count; i++) {
		const struct link *link = vec_get(&links, const struct link *, i);
		struct sketch_arrow *arrow = sketch_add_arrow(work->sketch);

		sketch_items_tag(&arrow->part, ENTITY_LINK, link, 'l');
		strbuf_reset(&id);
		strbuf_addf(&id, "s%" PRId64, link->source);
		sketch_set(&arrow->source, id.text);
		strbuf_reset(&id);
		strbuf_addf(&id, "s%" PRId64, link->target);
		sketch_set(&arrow->target, id.text);
		sketch_board_lead(work, arrow, link);
	}
	strbuf_release(&id);
	vec_release(&links);
}

/* Adds NAME of ITEM, a phase or a lane, at X, Y. */
static void sketch_board_name(
	struct sketch_work *work, enum entity entity, const void *item, const char *name, double x, double y)
{
	struct sketch_shape *shape = sketch_add_shape(work->sketch, SKETCH_WORDS);
	enum style style = entity == ENTITY_PHASE ? STYLE_PHASE : STYLE_LANE;

	sketch_items_tag(&shape->part, entity, item, entity == ENTITY_PHASE ? 'p' : 'r');
	shape->width = work->plan.size->width * SKETCH_ITEMS_ACROSS;
	shape->height = (double)sketch_items_wrap(shape, name, work->plan.size->width) * SKETCH_ITEMS_DOWN;
	shape->x = x;
	shape->y = entity == ENTITY_PHASE ? y - shape->height : y;
	shape->ink = sketch_items_ink(style);
	sketch_items_pin(shape);
}

static void sketch_board_names(struct sketch_work *work)
{
	const struct phase *phase;
	const struct lane *lane;

	for (size_t at = 0; (phase = board_next(work->board, ENTITY_PHASE, &at));)
		sketch_board_name(work, ENTITY_PHASE, phase, phase->name, sketch_board_x(work, (int32_t)phase->column),
			-SKETCH_BOARD_MARGIN - 2 * SKETCH_ITEMS_DOWN);
	for (size_t at = 0; (lane = board_next(work->board, ENTITY_LANE, &at));)
		sketch_board_name(
			work, ENTITY_LANE, lane, lane->name, -SKETCH_ACROSS, sketch_board_y(work, (int32_t)lane->row));
}

/* Fills the map of shapes, which stay where they are from now on. */
static void sketch_board_know(struct sketch_work *work)
{
	size_t at = work->sketch->shapes.count;

	while (at-- > 0) {
		struct sketch_shape *shape = vec_at(&work->sketch->shapes, at);

		if (shape->part.id[0] == 's')
			map_set(&work->shapes, (uint64_t)strtoll(shape->part.id + 1, NULL, 10), shape);
	}
}

void sketch_board(struct sketch *sketch, const struct board *board)
{
	struct sketch_work work = {sketch, board, .stickies = VEC_INIT(const struct sticky *),
		.frames = VEC_INIT(struct sketch_frame), .of = VEC_INIT(size_t)};

	svg_plan_init(&work.plan, board, (struct place_rect)SVG_PLAN_ALL);
	board_list_in_time(board, &work.stickies);
	sketch_frames(board, &work.stickies, &work.frames, &work.of);
	sketch_items_title(sketch, board, 0, -SKETCH_DOWN);
	for (size_t i = 0; i < work.frames.count; i++)
		sketch_board_frame(&work, vec_at(&work.frames, i));
	sketch_board_empty_contexts(&work);
	for (size_t i = 0; i < work.stickies.count; i++)
		sketch_board_sticky(
			&work, vec_get(&work.stickies, const struct sticky *, i), vec_get(&work.of, size_t, i));
	sketch_board_names(&work);
	sketch_board_know(&work);
	sketch_board_links(&work);
	map_release(&work.shapes);
	svg_plan_release(&work.plan);
	vec_release(&work.stickies);
	vec_release(&work.frames);
	vec_release(&work.of);
}
