/*
 * canvas_mouse: what the mouse does: click to go, double click to type, drag a sticky or the selection to carry
 * it, drag on the empty board to select, wheel to scroll, wheel with Ctrl to zoom.
 */
#include <inttypes.h>

#include "base/clock.h"
#include "canvas/canvas.h"
#include "canvas/view_list.h"

#define CANVAS_DOUBLE_CLICK_MS 400

/* The slot under the mouse; false outside of the grid. */
static bool canvas_mouse_place(const struct shell *shell, struct mouse mouse, struct place *place)
{
	const struct viewport *viewport = &canvas_of(shell)->view.viewport;
	int x = mouse.x - scene_board_left(shell_board(shell));
	int y = mouse.y - SHELL_ROWS_ABOVE - SCENE_BOARD_TOP;

	if (x < 0 || y < 0 || x >= viewport->width || y >= viewport->height)
		return false;
	*place = viewport_place(viewport, x, y);
	return true;
}

static bool canvas_is_selected(const struct shell *shell, struct place place)
{
	const struct sticky *sticky = board_at(shell_board(shell), place);
	const struct vec *marks = &canvas_of(shell)->view.marks;

	for (size_t i = 0; sticky && i < marks->count; i++)
		if (vec_get(marks, int64_t, i) == sticky->id)
			return true;
	return canvas_of(shell)->view.selecting && place_rect_holds(boardview_rect(&canvas_of(shell)->view), place);
}

static void canvas_press(struct shell *shell, struct place place)
{
	struct drag *drag = &canvas_of(shell)->drag;
	int64_t now = clock_span_ms();
	bool again = place_equal(place, drag->from) && now - drag->pressed_ms < CANVAS_DOUBLE_CLICK_MS;
	bool inside = canvas_is_selected(shell, place);

	if (!inside) {
		boardview_let_go(&canvas_of(shell)->view);
		boardview_go(&canvas_of(shell)->view, place);
	}
	*drag = (struct drag){true, false, inside || canvas_sticky(shell), place, again ? 0 : now};
	if (again && shell_top(shell) == shell_lowest(shell))
		shell_follow_line(shell, "rewrite");
}

/* With Ctrl a click marks one more sticky. */
static void canvas_press_mark(struct shell *shell, struct place place)
{
	boardview_go(&canvas_of(shell)->view, place);
	if (canvas_sticky(shell))
		boardview_mark(&canvas_of(shell)->view, canvas_sticky(shell)->id);
}

/* On the empty board a drag spans the selection. */
static void canvas_drag(struct shell *shell, struct place place)
{
	struct drag *drag = &canvas_of(shell)->drag;

	if (!drag->pressed || (!drag->moved && place_equal(place, drag->from)))
		return;
	drag->moved = true;
	if (drag->carries)
		return;
	canvas_of(shell)->view.selecting = true;
	canvas_of(shell)->view.anchor = drag->from;
	boardview_go(&canvas_of(shell)->view, place);
}

/* Moves the stickies in focus by as much as the mouse went, as one action. Those that go first make room for
 * the others. */
static void canvas_carry(struct shell *shell, int columns, int rows)
{
	struct vec ids = VEC_INIT(int64_t);
	struct strbuf lines = STRBUF_INIT;
	bool back = rows > 0 || (rows == 0 && columns > 0);

	boardview_stickies(&canvas_of(shell)->view, shell_board(shell), &ids);
	for (size_t i = 0; i < ids.count; i++) {
		int64_t id = vec_get(&ids, int64_t, back ? ids.count - 1 - i : i);
		struct place place = board_sticky(shell_board(shell), id)->place;

		words_format(&lines, "move %" PRId64 " %" PRId64 " %" PRId64, id, (int64_t)place.column + columns,
			(int64_t)place.row + rows);
	}
	if (ids.count && !shell_run_lines(shell, lines.text, NULL)) {
		struct place cursor = canvas_of(shell)->view.cursor, anchor = canvas_of(shell)->view.anchor;

		canvas_of(shell)->view.anchor = (struct place){anchor.column + columns, anchor.row + rows};
		boardview_go(&canvas_of(shell)->view, (struct place){cursor.column + columns, cursor.row + rows});
	}
	strbuf_release(&lines);
	vec_release(&ids);
}

static void canvas_release_button(struct shell *shell, bool inside, struct place place)
{
	struct drag drag = canvas_of(shell)->drag;

	canvas_of(shell)->drag.pressed = false;
	if (inside && drag.pressed && drag.moved && drag.carries)
		canvas_carry(shell, place.column - drag.from.column, place.row - drag.from.row);
}

static void canvas_wheel(struct shell *shell, struct mouse mouse)
{
	static const enum way ways[] = {WAY_UP, WAY_DOWN, WAY_LEFT, WAY_RIGHT};

	if (mouse.ctrl)
		boardview_zoom(&canvas_of(shell)->view, mouse.action == MOUSE_WHEEL_UP ? 1 : -1);
	else
		boardview_step(&canvas_of(shell)->view, ways[mouse.action - MOUSE_WHEEL_UP], 1);
}

void canvas_mouse(struct shell *shell, struct mouse mouse)
{
	struct place place = canvas_of(shell)->view.cursor;
	bool inside = canvas_mouse_place(shell, mouse, &place);

	if (mouse.action >= MOUSE_WHEEL_UP)
		canvas_wheel(shell, mouse);
	else if (mouse.action == MOUSE_RELEASE)
		canvas_release_button(shell, inside, place);
	else if (!mouse.left || !inside)
		return;
	else if (mouse.action == MOUSE_PRESS && mouse.ctrl)
		canvas_press_mark(shell, place);
	else if (mouse.action == MOUSE_PRESS)
		canvas_press(shell, place);
	else
		canvas_drag(shell, place);
}
