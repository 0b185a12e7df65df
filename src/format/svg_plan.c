#include "format/svg_plan.h"

#include "draw/box.h"
#include "layout/boundary.h"

/* As large as on the canvas at reading size. */
#define SVG_PLAN_ZOOM ZOOM_READING

/* The least size of a picture, in slots. */
#define SVG_PLAN_COLUMNS_LEAST 3
#define SVG_PLAN_ROWS_LEAST 2

const struct viewport_zoom_size *svg_plan_size(void)
{
	return viewport_zoom_size(SVG_PLAN_ZOOM);
}

int svg_plan_box_height(const struct sticky *sticky)
{
	const struct veil veil = VEIL_NONE;
	struct box box = box_of(sticky, &veil);

	return box_height(&box, svg_plan_size());
}

bool svg_plan_holds(const struct svg_plan *plan, struct place place)
{
	const struct place_rect *part = &plan->part;

	return place.column >= part->first.column && place.column <= part->last.column &&
	       place.row >= part->first.row && place.row <= part->last.row;
}

struct place svg_plan_place(const struct svg_plan *plan, struct place place)
{
	return (struct place){axis_shown(&plan->columns, place.column), axis_shown(&plan->rows, place.row)};
}

int svg_plan_y(const struct svg_plan *plan, int y)
{
	const struct viewport_zoom_size *size = plan->size;
	const struct svg_plan_row *row;
	int at = (y - size->above) / size->down, within = (y - size->above) % size->down;

	if (y < size->above)
		return y;
	row = vec_at(&plan->heights, (size_t)at < plan->heights.count ? (size_t)at : plan->heights.count - 1);
	if (within >= size->height)
		return row->top + row->height + within - size->height;
	return row->top + within * row->height / size->height;
}

/* Gives columns and rows their places. */
static void svg_plan_axes(struct svg_plan *plan, const struct vec *stickies, const struct vec *gaps)
{
	const struct phase *phase;
	const struct lane *lane;

	for (size_t i = 0; i < stickies->count; i++) {
		const struct sticky *sticky = vec_get(stickies, const struct sticky *, i);

		axis_add(&plan->columns, sticky->place.column);
		axis_add(&plan->rows, sticky->place.row);
	}
	for (size_t i = 0; i < gaps->count; i++) {
		axis_add(&plan->columns, vec_get(gaps, struct place, i).column);
		axis_add(&plan->rows, vec_get(gaps, struct place, i).row);
	}
	for (size_t at = 0; (phase = board_next(plan->board, ENTITY_PHASE, &at));)
		if (phase->column >= plan->part.first.column && phase->column <= plan->part.last.column)
			axis_add(&plan->columns, (int32_t)phase->column);
	for (size_t at = 0; (lane = board_next(plan->board, ENTITY_LANE, &at));)
		if (lane->row >= plan->part.first.row && lane->row <= plan->part.last.row)
			axis_add(&plan->rows, (int32_t)lane->row);
	axis_settle(&plan->columns);
	axis_settle(&plan->rows);
}

/* Makes each row as high as its stickies need. */
static void svg_plan_heights(struct svg_plan *plan, const struct vec *stickies)
{
	int rows = axis_count(&plan->rows), top = plan->size->above, columns = axis_count(&plan->columns);

	rows = rows > SVG_PLAN_ROWS_LEAST ? rows : SVG_PLAN_ROWS_LEAST;
	columns = columns > SVG_PLAN_COLUMNS_LEAST ? columns : SVG_PLAN_COLUMNS_LEAST;
	for (int i = 0; i < rows; i++)
		vec_add(&plan->heights, struct svg_plan_row).height = plan->size->height;
	for (size_t i = 0; i < stickies->count; i++) {
		const struct sticky *sticky = vec_get(stickies, const struct sticky *, i);
		struct svg_plan_row *row =
			vec_at(&plan->heights, (size_t)axis_shown(&plan->rows, sticky->place.row) - 1);
		int height = svg_plan_box_height(sticky);

		row->height = height > row->height ? height : row->height;
	}
	for (int i = 0; i < rows; i++) {
		struct svg_plan_row *row = vec_at(&plan->heights, (size_t)i);

		row->top = top;
		top += row->height + plan->size->down - plan->size->height;
	}
	plan->viewport = (struct viewport){.zoom = SVG_PLAN_ZOOM,
		.first = {1, 1},
		.width = columns * plan->size->across,
		.height = rows * plan->size->down + plan->size->above};
	plan->width = plan->viewport.width;
	plan->height = top;
}

/* Adds the slot at PLACE, with STICKY or NULL, to the lists where it belongs. */
static void svg_plan_add(struct svg_plan *plan, struct place place, const struct sticky *sticky)
{
	struct place shown = svg_plan_place(plan, place);
	const struct svg_plan_row *row = vec_at(&plan->heights, (size_t)shown.row - 1);
	struct svg_slot slot = {.place = place,
		.sticky = sticky,
		.context = sticky ? sticky->context : boundary_context(plan->board, place),
		.height = row->height};

	viewport_cell(&plan->viewport, shown, &slot.x, &slot.y);
	slot.y = row->top;
	if (sticky)
		vec_add(&plan->slots, struct svg_slot) = slot;
	if (slot.context)
		vec_add(&plan->inside, struct svg_slot) = slot;
}

/* Leaves in LIST (of const struct sticky *) and GAPS (of struct place) what the part holds, in the same order. */
static void svg_plan_limit(const struct svg_plan *plan, struct vec *list, struct vec *gaps)
{
	size_t kept = 0;

	for (size_t i = 0; i < list->count; i++) {
		const struct sticky *sticky = vec_get(list, const struct sticky *, i);

		if (svg_plan_holds(plan, sticky->place))
			vec_get(list, const struct sticky *, kept++) = sticky;
	}
	list->count = kept;
	kept = 0;
	for (size_t i = 0; i < gaps->count; i++)
		if (svg_plan_holds(plan, vec_get(gaps, struct place, i)))
			vec_get(gaps, struct place, kept++) = vec_get(gaps, struct place, i);
	gaps->count = kept;
}

void svg_plan_init(struct svg_plan *plan, const struct board *board, struct place_rect part)
{
	struct vec stickies = VEC_INIT(const struct sticky *), gaps = VEC_INIT(struct place);

	*plan = (struct svg_plan){.board = board,
		.part = part,
		.size = svg_plan_size(),
		.slots = VEC_INIT(struct svg_slot),
		.inside = VEC_INIT(struct svg_slot),
		.heights = VEC_INIT(struct svg_plan_row)};
	axis_init(&plan->columns);
	axis_init(&plan->rows);
	board_list_in_time(board, &stickies);
	for (size_t i = 0; i < stickies.count; i++) {
		const struct sticky *sticky = vec_get(&stickies, const struct sticky *, i);

		if (sticky->context)
			boundary_gaps(board, sticky, &gaps);
	}
	svg_plan_limit(plan, &stickies, &gaps);
	svg_plan_axes(plan, &stickies, &gaps);
	svg_plan_heights(plan, &stickies);
	for (size_t i = 0; i < stickies.count; i++) {
		const struct sticky *sticky = vec_get(&stickies, const struct sticky *, i);

		svg_plan_add(plan, sticky->place, sticky);
	}
	for (size_t i = 0; i < gaps.count; i++)
		svg_plan_add(plan, vec_get(&gaps, struct place, i), NULL);
	vec_release(&stickies);
	vec_release(&gaps);
}

void svg_plan_release(struct svg_plan *plan)
{
	vec_release(&plan->slots);
	vec_release(&plan->inside);
	vec_release(&plan->heights);
	axis_release(&plan->columns);
	axis_release(&plan->rows);
}
