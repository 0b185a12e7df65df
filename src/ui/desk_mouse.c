/*
 * desk_mouse: what the mouse does: click to go, double click to type, drag a sticky or the selection to carry
 * it, drag on the empty board to select, wheel to scroll, wheel with Ctrl to zoom.
 */
#include <inttypes.h>

#include "base/clock.h"
#include "ui/desk.h"
#include "ui/map_mode.h"
#include "ui/status.h"
#include "ui/view_list.h"

#define DESK_DOUBLE_CLICK_MS 400

/* The slot under the mouse; false outside of the grid. */
static bool desk_mouse_place(const struct desk *desk, struct mouse mouse, struct place *place)
{
	const struct viewport *viewport = &desk->canvas.viewport;
	int x = mouse.x - scene_board_left(desk_board(desk));
	int y = mouse.y - STATUS_ROWS_ABOVE - SCENE_BOARD_TOP;

	if (x < 0 || y < 0 || x >= viewport->width || y >= viewport->height)
		return false;
	*place = viewport_place(viewport, x, y);
	return true;
}

static bool desk_is_selected(const struct desk *desk, struct place place)
{
	const struct sticky *sticky = board_at(desk_board(desk), place);
	const struct vec *marks = &desk->canvas.marks;

	for (size_t i = 0; sticky && i < marks->count; i++)
		if (*(int64_t *)vec_at(marks, i) == sticky->id)
			return true;
	return desk->canvas.selecting && place_rect_holds(canvas_rect(&desk->canvas), place);
}

static void desk_press(struct desk *desk, struct place place)
{
	struct drag *drag = &desk->drag;
	int64_t now = clock_span_ms();
	bool again = place_equal(place, drag->from) && now - drag->pressed_ms < DESK_DOUBLE_CLICK_MS;
	bool inside = desk_is_selected(desk, place);

	if (!inside) {
		canvas_let_go(&desk->canvas);
		canvas_go(&desk->canvas, place);
	}
	*drag = (struct drag){true, false, inside || desk_sticky(desk), place, again ? 0 : now};
	if (again && desk->mode == &canvas_mode)
		desk_run(desk, "rewrite");
}

/* With Ctrl a click marks one more sticky. */
static void desk_press_mark(struct desk *desk, struct place place)
{
	canvas_go(&desk->canvas, place);
	if (desk_sticky(desk))
		canvas_mark(&desk->canvas, desk_sticky(desk)->id);
}

/* On the empty board a drag spans the selection. */
static void desk_drag(struct desk *desk, struct place place)
{
	struct drag *drag = &desk->drag;

	if (!drag->pressed || (!drag->moved && place_equal(place, drag->from)))
		return;
	drag->moved = true;
	if (drag->carries)
		return;
	desk->canvas.selecting = true;
	desk->canvas.anchor = drag->from;
	canvas_go(&desk->canvas, place);
}

/* Moves the stickies in focus by as much as the mouse went, as one action. Those that go first make room for
 * the others. */
static void desk_carry(struct desk *desk, int columns, int rows)
{
	struct vec ids = VEC_INIT(int64_t);
	struct strbuf lines = STRBUF_INIT;
	bool back = rows > 0 || (rows == 0 && columns > 0);

	canvas_stickies(&desk->canvas, desk_board(desk), &ids);
	for (size_t i = 0; i < ids.count; i++) {
		int64_t id = *(int64_t *)vec_at(&ids, back ? ids.count - 1 - i : i);
		struct place place = board_sticky(desk_board(desk), id)->place;

		words_format(&lines, "move %" PRId64 " %" PRId64 " %" PRId64, id,
			(int64_t)place.column + columns, (int64_t)place.row + rows);
	}
	if (ids.count && !desk_run_lines(desk, lines.text)) {
		struct place cursor = desk->canvas.cursor, anchor = desk->canvas.anchor;

		desk->canvas.anchor = (struct place){anchor.column + columns, anchor.row + rows};
		canvas_go(&desk->canvas, (struct place){cursor.column + columns, cursor.row + rows});
	}
	strbuf_release(&lines);
	vec_release(&ids);
}

static void desk_release_button(struct desk *desk, bool inside, struct place place)
{
	struct drag drag = desk->drag;

	desk->drag.pressed = false;
	if (inside && drag.pressed && drag.moved && drag.carries)
		desk_carry(desk, place.column - drag.from.column, place.row - drag.from.row);
}

static void desk_wheel(struct desk *desk, struct mouse mouse)
{
	static const enum way ways[] = {WAY_UP, WAY_DOWN, WAY_LEFT, WAY_RIGHT};

	if (mouse.ctrl)
		canvas_zoom(&desk->canvas, mouse.action == MOUSE_WHEEL_UP ? 1 : -1);
	else
		canvas_step(&desk->canvas, ways[mouse.action - MOUSE_WHEEL_UP], 1);
}

void desk_mouse(struct desk *desk, struct mouse mouse)
{
	struct place place = desk->canvas.cursor;
	bool inside = desk_mouse_place(desk, mouse, &place);

	if (desk->mode == &map_mode)
		map_mode_mouse(desk, mouse);
	if (desk->mode != &canvas_mode && desk->mode != &link_mode && desk->mode != &details_mode)
		return;
	strbuf_reset(&desk->message);
	if (mouse.action >= MOUSE_WHEEL_UP)
		desk_wheel(desk, mouse);
	else if (mouse.action == MOUSE_RELEASE)
		desk_release_button(desk, inside, place);
	else if (!mouse.left || !inside)
		return;
	else if (mouse.action == MOUSE_PRESS && mouse.ctrl)
		desk_press_mark(desk, place);
	else if (mouse.action == MOUSE_PRESS)
		desk_press(desk, place);
	else
		desk_drag(desk, place);
}
