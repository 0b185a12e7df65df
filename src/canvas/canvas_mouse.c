/*
 * canvas_mouse: what the mouse does: click to move the cursor, double click to type, drag a sticky or the selection to
 * move it, drag on the empty board to select, wheel to scroll, Ctrl and wheel to zoom. Dragged stickies are shown
 * where they will land, and the lowest line says so; Esc or another button cancels.
 */
#include <inttypes.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "canvas/canvas.h"
#include "canvas/view_list.h"

#define CANVAS_DOUBLE_CLICK_MS 400

/* Finds the slot under the mouse; false outside the grid. */
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
	const struct boardview *view = &canvas_of(shell)->view;

	return (sticky && vec_holds(&view->marks, int64_t, sticky->id)) ||
	       (view->selecting && place_rect_holds(boardview_rect(view), place));
}

static void canvas_press(struct shell *shell, struct place place)
{
	struct drag *drag = &canvas_of(shell)->drag;
	int64_t now = clock_span_ms();
	bool again = place_equal(place, drag->from) && now - drag->pressed_ms < CANVAS_DOUBLE_CLICK_MS;
	bool inside = canvas_is_selected(shell, place);

	if (!inside) {
		boardview_clear_selection(&canvas_of(shell)->view);
		boardview_go(&canvas_of(shell)->view, place);
	}
	*drag = (struct drag){.pressed = true,
		.carries = inside || canvas_sticky(shell),
		.from = place,
		.to = place,
		.pressed_ms = again ? 0 : now};
	vec_reset(&canvas_of(shell)->carried);
	if (drag->carries)
		boardview_stickies(&canvas_of(shell)->view, shell_board(shell), &canvas_of(shell)->carried);
	if (again && shell_top(shell) == shell_lowest(shell))
		shell_follow_line(shell, "rewrite");
}

/* A click with Ctrl marks one more sticky. */
static void canvas_press_mark(struct shell *shell, struct place place)
{
	boardview_go(&canvas_of(shell)->view, place);
	if (canvas_sticky(shell))
		boardview_mark(&canvas_of(shell)->view, canvas_sticky(shell)->id);
}

/* Is something dragged that is not to be selected? */
static bool canvas_carries(const struct shell *shell)
{
	const struct drag *drag = &canvas_of(shell)->drag;

	return drag->pressed && drag->moved && drag->carries;
}

/* Forgets the dragged stickies that somebody has removed. */
static void canvas_lose(const struct shell *shell)
{
	struct vec *carried = &canvas_of(shell)->carried;

	for (size_t i = carried->count; i-- > 0;)
		if (!board_sticky(shell_board(shell), vec_get(carried, int64_t, i)))
			vec_remove(carried, i);
}

const struct landing *canvas_landing(const struct shell *shell)
{
	struct canvas *canvas = canvas_of(shell);
	const struct drag *drag = &canvas->drag;

	canvas_lose(shell);
	if (!canvas_carries(shell) || drag->outside)
		return NULL;
	landing_reckon(&canvas->landing, shell_board(shell), &canvas->carried,
		(int64_t)drag->to.column - drag->from.column, (int64_t)drag->to.row - drag->from.row);
	return &canvas->landing;
}

/* Says where the dragged stickies would land. */
static void canvas_tell_landing(struct shell *shell)
{
	const struct landing *landing = canvas_landing(shell);
	size_t taken = landing ? landing_count_taken(landing) : 0;
	const struct landing_slot *slot = landing && landing->slots.count ? vec_at(&landing->slots, 0) : NULL;

	canvas_of(shell)->drag.generation = board_generation(shell_board(shell));
	if (!canvas_of(shell)->carried.count)
		shell_say(shell, "%s", _("somebody has removed what you carry"));
	else if (landing && landing->bar == LANDING_EDGE)
		shell_say(shell, "%s", _("the board ends here; nothing would move"));
	else if (landing && landing->bar == LANDING_FULL)
		shell_say(shell, "%s", _("the column is full; nothing would move"));
	else if (!slot)
		shell_say(shell, "%s", _("let go here and nothing moves"));
	else if (landing->slots.count > 1 && taken)
		shell_say(shell,
			ngettext("%zu slot is taken: what you carry there falls below it; Esc cancels",
				"%zu slots are taken: what you carry there falls below them; Esc cancels", taken),
			taken);
	else if (landing->slots.count > 1)
		shell_say(shell,
			ngettext("let go to move %zu sticky here; Esc cancels",
				"let go to move %zu stickies here; Esc cancels", landing->slots.count),
			landing->slots.count);
	else if (place_equal(slot->place, slot->from))
		shell_say(shell, _("column %d, row %d is taken: it stays where it is"), slot->meant.column,
			slot->meant.row);
	else if (taken)
		shell_say(shell, _("column %d, row %d is taken: it falls below, to row %d; Esc cancels"),
			slot->meant.column, slot->meant.row, slot->place.row);
	else
		shell_say(shell, _("let go to move it to column %d, row %d; Esc cancels"), slot->place.column,
			slot->place.row);
}

/* Says where they have landed. */
static void canvas_tell_moved(struct shell *shell, const struct landing *landing)
{
	const struct landing_slot *slot = vec_at(&landing->slots, 0);
	size_t taken = landing_count_taken(landing), count = landing->slots.count;

	if (count > 1 && taken)
		shell_say(shell,
			ngettext("%zu sticky moved, %zu of them further down, as its slot was taken",
				"%zu stickies moved, %zu of them further down, as their slots were taken", count),
			count, taken);
	else if (count > 1)
		shell_say(shell, ngettext("%zu sticky moved", "%zu stickies moved", count), count);
	else if (place_equal(slot->place, slot->from))
		shell_say(shell, _("column %d, row %d is taken: it stays where it is"), slot->meant.column,
			slot->meant.row);
	else if (taken)
		shell_say(shell, _("column %d, row %d was taken: moved below it, to row %d"), slot->meant.column,
			slot->meant.row, slot->place.row);
	else
		shell_say(shell, _("moved to column %d, row %d"), slot->place.column, slot->place.row);
}

/* Says why nothing has moved. */
static void canvas_tell_unmoved(struct shell *shell, enum landing_bar bar)
{
	shell_say(shell, "%s",
		!canvas_of(shell)->carried.count ? _("somebody has removed what you carried; nothing was moved")
		: bar == LANDING_EDGE            ? _("the board ends here")
		: bar == LANDING_FULL            ? _("the column is full")
						 : _("nothing was moved"));
}

void canvas_mouse_look(struct shell *shell)
{
	if (canvas_carries(shell) && canvas_of(shell)->drag.generation != board_generation(shell_board(shell)))
		canvas_tell_landing(shell);
}

/* May this user move stickies? If not, says so. */
static bool canvas_may_carry(struct shell *shell)
{
	struct error err = ERROR_INIT;

	if (!shell_refuse(shell, "move", ROLE_PARTICIPANT, true, &err))
		return true;
	shell_say_error(shell, &err);
	canvas_of(shell)->drag.pressed = false;
	return false;
}

/* A drag on the empty board spans the selection. */
static void canvas_drag(struct shell *shell, bool inside, struct place place)
{
	struct drag *drag = &canvas_of(shell)->drag;
	bool same = place_equal(place, drag->to) && !inside == drag->outside;

	if (!drag->pressed || (!drag->moved && place_equal(place, drag->from)) || (!inside && !drag->carries))
		return;
	if (drag->carries && !drag->moved && !canvas_may_carry(shell))
		return;
	drag->moved = true;
	drag->pressed_ms = 0;
	drag->outside = !inside;
	drag->to = place;
	if (drag->carries) {
		if (!same)
			canvas_tell_landing(shell);
		return;
	}
	canvas_of(shell)->view.selecting = true;
	canvas_of(shell)->view.anchor = drag->from;
	boardview_go(&canvas_of(shell)->view, place);
}

/* Moves the dragged stickies to where they were last shown, as one action. */
static void canvas_carry(struct shell *shell)
{
	struct canvas *canvas = canvas_of(shell);
	const struct drag *drag = &canvas->drag;
	struct place cursor = canvas->view.cursor, anchor = canvas->view.anchor;
	int columns = drag->to.column - drag->from.column, rows = drag->to.row - drag->from.row;
	const struct landing *landing = &canvas->landing;
	struct strbuf lines = STRBUF_INIT;

	for (size_t i = 0; i < landing->slots.count; i++) {
		const struct landing_slot *slot = vec_at(&landing->slots, i);

		words_format(&lines, "move %" PRId64 " %d %d", slot->id, slot->meant.column, slot->meant.row);
	}
	if (!shell_run_lines(shell, lines.text, NULL)) {
		for (size_t i = 0; i < landing->slots.count; i++) {
			struct landing_slot *slot = vec_at(&landing->slots, i);
			const struct sticky *sticky = board_sticky(shell_board(shell), slot->id);

			slot->place = sticky ? sticky->place : slot->place;
		}
		canvas_tell_moved(shell, landing);
		canvas->view.anchor = (struct place){anchor.column + columns, anchor.row + rows};
		cursor = (struct place){cursor.column + columns, cursor.row + rows};
		if (landing->slots.count == 1 && !canvas->view.selecting)
			cursor = vec_get(&landing->slots, struct landing_slot, 0).place;
		boardview_go(&canvas->view, cursor);
	}
	strbuf_release(&lines);
}

static void canvas_release_button(struct shell *shell, bool inside, struct place place)
{
	struct drag *drag = &canvas_of(shell)->drag;
	const struct landing *landing;
	bool carried = canvas_carries(shell);

	drag->outside = !inside;
	drag->to = place;
	landing = canvas_landing(shell);
	drag->pressed = false; /* what is drawn while the board is locked must not compute the landing again */
	if (landing && landing->slots.count)
		canvas_carry(shell);
	else if (carried)
		canvas_tell_unmoved(shell, landing ? landing->bar : LANDING_HERE);
}

/* Cancels what the button began. */
static void canvas_cancel(struct shell *shell)
{
	struct drag *drag = &canvas_of(shell)->drag;

	if (canvas_carries(shell)) {
		shell_say(shell, "%s", _("nothing was moved"));
	} else if (drag->pressed && drag->moved) {
		boardview_clear_selection(&canvas_of(shell)->view);
		boardview_go(&canvas_of(shell)->view, drag->from);
	}
	drag->pressed = false;
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
	else if (mouse.action == MOUSE_CANCEL)
		canvas_cancel(shell);
	else if (mouse.action == MOUSE_RELEASE)
		canvas_release_button(shell, inside, place);
	else if (mouse.action == MOUSE_DRAG && mouse.left)
		canvas_drag(shell, inside, place);
	else if (!mouse.left || !inside)
		return;
	else if (mouse.action == MOUSE_PRESS && mouse.ctrl)
		canvas_press_mark(shell, place);
	else
		canvas_press(shell, place);
}
