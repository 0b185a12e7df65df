#include "draw/scene_board.h"

#include <string.h>

#include "draw/box.h"
#include "draw/scene_context.h"
#include "draw/scene_links.h"
#include "text/width.h"
#include "text/wrap.h"

/* With this width five columns of stickies fit into 100 cells. */
#define SCENE_LANE_CELLS 10

/* A scene being built. */
struct scene_work {
	struct scene *scene;
	const struct board *board;
	const struct view *view;
	const struct viewport_zoom_size *size;
	struct place_rect slots;   /* those that may be visible */
	int left;                  /* where the grid begins */
	struct scene_links *links; /* the arrows, while they are gathered */
};

int scene_board_left(const struct board *board)
{
	return board_count(board, ENTITY_LANE) ? SCENE_LANE_CELLS : 0;
}

/* The corner of PLACE's box in the scene. */
static void scene_cell(const struct scene_work *work, struct place place, int *x, int *y)
{
	viewport_cell(&work->view->viewport, place, x, y);
	*x += work->left;
	*y += SCENE_BOARD_TOP;
}

static const struct sticky *scene_visible(const struct scene_work *work, struct place place)
{
	const struct sticky *sticky = board_at(work->board, place);

	return sticky && !(work->view->hidden & KIND_BIT(sticky->kind)) ? sticky : NULL;
}

static void scene_phases(const struct scene_work *work)
{
	int x, y, last = 0;
	const struct phase *phase = board_phase_of(work->board, work->slots.first.column);

	if (phase && phase->column < work->slots.first.column && phase->name) {
		scene_cell(work, work->slots.first, &x, &y);
		scene_text(work->scene, x + 1, 0, work->scene->width, phase->name, strlen(phase->name), STYLE_PHASE);
		last = x + 1 + width_of(phase->name, strlen(phase->name));
	}
	for (int32_t column = work->slots.first.column; column <= work->slots.last.column; column++) {
		scene_cell(work, (struct place){column, work->slots.first.row}, &x, &y);
		phase = board_phase_at(work->board, column);
		if (x < last && !phase)
			continue;
		scene_fill(work->scene, x, 0, work->scene->width, 1, STYLE_BOARD);
		scene_text(work->scene, x, 0, 1, "┊", strlen("┊"), STYLE_TICK);
		if (!phase || !phase->name)
			continue;
		scene_text(work->scene, x + 2, 0, work->scene->width, phase->name, strlen(phase->name), STYLE_PHASE);
		last = x + 2 + width_of(phase->name, strlen(phase->name));
	}
}

static void scene_lanes(const struct scene_work *work)
{
	struct wrap_line lines[8];

	for (int32_t row = work->slots.first.row; work->left && row <= work->slots.last.row; row++) {
		const struct lane *lane = board_lane_at(work->board, row);
		size_t most = (size_t)work->size->height, count;
		int x, y;

		if (!lane || !lane->name)
			continue;
		scene_cell(work, (struct place){work->slots.first.column, row}, &x, &y);
		count = wrap_text(
			lane->name, strlen(lane->name), SCENE_LANE_CELLS - 2, lines, most < 8 ? most : 8, NULL);
		for (size_t i = 0; i < count; i++)
			scene_text(work->scene, 1, y + (int)i, SCENE_LANE_CELLS - 2, lane->name + lines[i].start,
				lines[i].len, STYLE_LANE);
	}
}

/* Draws the vertical line after each pivotal event. */
static void scene_pivot(const struct scene_work *work, const struct sticky *sticky)
{
	int x, y, across = work->size->across - work->size->left;

	scene_cell(work, (struct place){sticky->place.column, work->slots.first.row}, &x, &y);
	for (int row = SCENE_BOARD_TOP; row < work->scene->height; row++)
		scene_text(work->scene, x + across - 1, row, 1, "╎", strlen("╎"), STYLE_PIVOT);
}

/* Calls DRAW for every sticky that may be visible. */
static void scene_each(
	const struct scene_work *work, void (*draw)(const struct scene_work *work, const struct sticky *sticky))
{
	struct place place;

	for (place.row = work->slots.first.row; place.row <= work->slots.last.row; place.row++)
		for (place.column = work->slots.first.column; place.column <= work->slots.last.column; place.column++) {
			const struct sticky *sticky = scene_visible(work, place);

			if (sticky)
				draw(work, sticky);
		}
}

/* Adds the arrows that begin or end at STICKY. One between two visible stickies is added twice, in the same cells. */
static void scene_link_sticky(const struct scene_work *work, const struct sticky *sticky)
{
	const struct viewport *viewport = &work->view->viewport;
	const struct sticky *other;
	struct route route;

	for (const struct link *link = sticky->first_out; link; link = link->next_out) {
		other = board_sticky(work->board, link->target);
		if (scene_visible(work, other->place) && route_find(viewport, sticky->place, other->place, &route))
			scene_links_add(work->links, &route);
	}
	for (const struct link *link = sticky->first_in; link; link = link->next_in) {
		other = board_sticky(work->board, link->source);
		if (scene_visible(work, other->place) && route_find(viewport, other->place, sticky->place, &route))
			scene_links_add(work->links, &route);
	}
}

static void scene_arrows(struct scene_work *work)
{
	struct scene_links links;

	scene_links_init(&links, &work->view->viewport);
	work->links = &links;
	scene_each(work, scene_link_sticky);
	scene_links_draw(&links, work->scene, work->left, SCENE_BOARD_TOP);
	scene_links_release(&links);
}

static void scene_pivotal(const struct scene_work *work, const struct sticky *sticky)
{
	if (sticky->pivotal)
		scene_pivot(work, sticky);
}

static void scene_frame_rect(const struct scene_work *work, struct place_rect rect, enum frame frame, enum style style)
{
	const struct viewport_zoom_size *size = work->size;
	int left, top, right, bottom;

	if (place_rect_empty(rect))
		return;
	scene_cell(work, rect.first, &left, &top);
	scene_cell(work, rect.last, &right, &bottom);
	scene_frame(work->scene, left - 1, top - 1, right + size->width - left + 2, bottom + size->height - top + 2,
		frame, style);
}

static void scene_marks(const struct scene_work *work)
{
	const struct vec *marks = work->view->marks;

	for (size_t i = 0; marks && i < marks->count; i++) {
		const struct sticky *sticky = board_sticky(work->board, vec_get(marks, int64_t, i));

		if (sticky && place_rect_holds(work->slots, sticky->place))
			scene_frame_rect(
				work, (struct place_rect){sticky->place, sticky->place}, FRAME_LIGHT, STYLE_SELECTION);
	}
}

static void scene_outline(const struct scene_work *work, const struct sticky *sticky)
{
	if (work->view->outlined && work->size->left)
		scene_frame_rect(work, (struct place_rect){sticky->place, sticky->place}, FRAME_LIGHT, STYLE_BOARD);
}

static void scene_sticky(const struct scene_work *work, const struct sticky *sticky)
{
	const struct view *view = work->view;
	struct box box = box_of(sticky, &view->veil);
	int x, y;

	if (view->names)
		box.name = view->names[sticky->kind];
	box.dimmed = (view->only && sticky->context != view->only) || landing_leaves(view->landing, sticky->place);
	if (view->draft && view->draft->place.column == sticky->place.column &&
		view->draft->place.row == sticky->place.row)
		return;
	scene_cell(work, sticky->place, &x, &y);
	box_draw(work->scene, &box, work->size, x, y);
	if (view->search && search_hits(view->search, &view->veil, sticky))
		scene_frame_rect(work, (struct place_rect){sticky->place, sticky->place}, FRAME_LIGHT, STYLE_MATCH);
}

/* Marks an intended slot that is taken: its sticky stays. */
static void scene_taken(const struct scene_work *work, struct place place)
{
	int x, y;

	if (work->size->left) {
		scene_frame_rect(work, (struct place_rect){place, place}, FRAME_DOUBLE, STYLE_ERROR);
		return;
	}
	scene_cell(work, place, &x, &y);
	scene_text(work->scene, x, y, 1, "×", strlen("×"), STYLE_ERROR);
}

/* Draws a dashed frame around a dragged sticky; in a context only at its sides, since the boundary moves along above
 * and below. */
static void scene_dashes(const struct scene_work *work, const struct sticky *sticky, struct place place)
{
	enum style style = STYLE_MARK + sticky->kind;
	int x, y;

	if (!sticky->context) {
		scene_frame_rect(work, (struct place_rect){place, place}, FRAME_DASHED, style);
		return;
	}
	scene_cell(work, place, &x, &y);
	for (int row = y; row < y + work->size->height; row++) {
		scene_text(work->scene, x - 1, row, 1, "╎", strlen("╎"), style);
		scene_text(work->scene, x + work->size->width, row, 1, "╎", strlen("╎"), style);
	}
}

/* Draws a dragged sticky where it lands. */
static void scene_fallen(const struct scene_work *work, const struct landing_slot *slot)
{
	const struct sticky *sticky = board_sticky(work->board, slot->id);
	struct box box = box_of(sticky, &work->view->veil);
	int x, y;

	if (work->view->names)
		box.name = work->view->names[box.kind];
	scene_cell(work, slot->place, &x, &y);
	box_draw(work->scene, &box, work->size, x, y);
	if (work->size->left)
		scene_dashes(work, sticky, slot->place);
	else
		scene_text(work->scene, x, y, 1, "▸", strlen("▸"), STYLE_MARK + box.kind);
}

static void scene_landings(const struct scene_work *work)
{
	const struct landing *landing = work->view->landing;

	for (size_t i = 0; landing && i < landing->slots.count; i++) {
		const struct landing_slot *slot = vec_at(&landing->slots, i);

		if (place_rect_holds(work->slots, slot->place))
			scene_fallen(work, slot);
	}
	for (size_t i = 0; landing && i < landing->slots.count; i++) {
		const struct landing_slot *slot = vec_at(&landing->slots, i);

		if (!place_equal(slot->meant, slot->place) && place_rect_holds(work->slots, slot->meant))
			scene_taken(work, slot->meant);
	}
}

static void scene_draft(const struct scene_work *work, const struct draft *draft)
{
	struct box box = {.kind = draft->kind, .text = draft->text, .typed = true, .caret = draft->caret};
	int x, y;

	scene_cell(work, draft->place, &x, &y);
	box_draw(work->scene, &box, work->size, x, y);
}

/* Where gutters are too narrow for a frame, marks the cursor's slot itself. */
static void scene_cursor(const struct scene_work *work)
{
	const struct view *view = work->view;
	struct place_rect rect = {view->cursor, view->cursor};
	int x, y;

	if (work->size->left) {
		scene_frame_rect(work, rect, FRAME_CORNERS, STYLE_CURSOR);
		return;
	}
	scene_cell(work, view->cursor, &x, &y);
	scene_text(work->scene, x, y, 1, "[", 1, STYLE_CURSOR);
	scene_text(work->scene, x + work->size->width - 1, y, 1, "]", 1, STYLE_CURSOR);
}

void scene_board(struct scene *scene, const struct board *board, const struct view *view)
{
	struct scene_work work = {scene, board, view, viewport_size(&view->viewport), viewport_slots(&view->viewport),
		scene_board_left(board), NULL};

	scene_reset(scene, view->viewport.width + work.left, view->viewport.height + SCENE_BOARD_TOP);
	scene_fill(scene, 0, 0, scene->width, scene->height, STYLE_BOARD);
	scene_phases(&work);
	scene_lanes(&work);
	scene_each(&work, scene_pivotal);
	scene_each(&work, scene_outline);
	scene_contexts(scene, board, &view->viewport,
		&(struct scene_context_focus){view->only, view->proposed, view->landing, view->outlined}, work.left,
		SCENE_BOARD_TOP);
	scene_arrows(&work);
	scene_each(&work, scene_sticky);
	scene_frame_rect(&work, view->selection, FRAME_LIGHT, STYLE_SELECTION);
	scene_marks(&work);
	scene_frame_rect(&work, view->source, FRAME_LIGHT, STYLE_MATCH);
	scene_landings(&work);
	if (view->draft)
		scene_draft(&work, view->draft);
	if (view->cursor.column)
		scene_cursor(&work);
}
