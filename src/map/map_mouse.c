/*
 * map_mouse: what the mouse does on the context map: click to go to a box, drag to move it. A dragged box is shown
 * where it would be, as is the one whose place it takes; the lowest line says so. Esc or another button cancels.
 */
#include "base/i18n.h"
#include "map/map_mode.h"

static struct place map_mouse_own(const struct contextmap *map, size_t at)
{
	return (struct place){map->places[at].column, map->places[at].row};
}

static int64_t map_mouse_context_at(const struct contextmap *map, struct place place)
{
	for (size_t i = 0; i < map->contexts.count; i++)
		if (place_equal(map_mouse_own(map, i), place))
			return contextmap_context(map, i)->id;
	return 0;
}

/* Works out where the box under the mouse would go. Returns its index, or SIZE_MAX if it is gone. */
static size_t map_mouse_reckon(const struct shell *shell, struct map_drag *drag)
{
	const struct contextmap *map = map_mode_map(shell);
	size_t at = contextmap_index(map, drag->context);

	drag->to = (struct place){0};
	drag->there = 0;
	if (at == SIZE_MAX || drag->y < 0 || drag->y >= map_mode_height(shell) || drag->x < 0 ||
		drag->x >= shell->screen.columns)
		return at;
	drag->to = mapview_place(map_mode_view(shell), map, drag->x, drag->y);
	if (place_equal(drag->to, map_mouse_own(map, at)))
		drag->to = (struct place){0};
	else
		drag->there = map_mouse_context_at(map, drag->to);
	return at;
}

/* Says what letting go would do. */
static void map_mouse_tell(struct shell *shell)
{
	struct map_drag *drag = &map_mode_state(shell)->drag;
	const struct context *context = board_context(shell_board(shell), drag->context);
	const struct context *there = board_context(shell_board(shell), drag->there);

	drag->generation = board_generation(shell_board(shell));
	if (!context)
		shell_say(shell, "%s", _("somebody has removed what you carry"));
	else if (!drag->to.column)
		shell_say(shell, "%s", _("let go here and nothing moves"));
	else if (there)
		shell_say(shell, _("column %d, row %d is taken by %s: they change places; Esc cancels"),
			drag->to.column, drag->to.row, there->name);
	else
		shell_say(shell, _("let go to move %s to column %d, row %d; Esc cancels"), context->name,
			drag->to.column, drag->to.row);
}

static void map_mouse_press(struct shell *shell, const struct mouse *mouse, int y)
{
	struct map_state *state = map_mode_state(shell);
	int64_t there =
		y >= 0 && y < map_mode_height(shell) ? mapview_at(&state->view, map_mode_map(shell), mouse->x, y) : 0;

	if (!there)
		return;
	if (there != state->view.cursor)
		map_mode_focus(shell, 0);
	state->view.cursor = there;
	state->drag = (struct map_drag){.pressed = true, .context = there, .x = mouse->x, .y = y};
}

/* May this user move boxes? If not, says so. */
static bool map_mouse_may(struct shell *shell)
{
	struct error err = ERROR_INIT;

	if (!shell_refuse(shell, "place-context", ROLE_PARTICIPANT, true, &err))
		return true;
	shell_say_error(shell, &err);
	map_mode_state(shell)->drag = (struct map_drag){0};
	return false;
}

/* Follows the mouse; false if nothing is dragged. */
static bool map_mouse_drag(struct shell *shell, const struct mouse *mouse, int y)
{
	struct map_drag *drag = &map_mode_state(shell)->drag;
	struct map_drag before = *drag;

	if (!drag->pressed)
		return false;
	drag->x = mouse->x;
	drag->y = y;
	map_mouse_reckon(shell, drag);
	if (!drag->moved && (!drag->to.column || !map_mouse_may(shell)))
		return false;
	if (!drag->moved || !place_equal(before.to, drag->to))
		map_mouse_tell(shell);
	drag->moved = true;
	return true;
}

/* Drops the box. */
static void map_mouse_drop(struct shell *shell)
{
	struct map_drag drag = map_mode_state(shell)->drag;
	const struct board *board = shell_board(shell);
	size_t at = map_mouse_reckon(shell, &drag);

	map_mode_state(shell)->drag = (struct map_drag){0};
	if (at == SIZE_MAX)
		shell_say(shell, "%s", _("somebody has removed what you carried; nothing was moved"));
	else if (!drag.to.column)
		shell_say(shell, "%s", _("nothing was moved"));
	else if (map_mode_put(shell, map_mode_map(shell), at, drag.to))
		return;
	else if (drag.there)
		shell_say(shell, _("%s and %s have changed places"), board_context(board, drag.context)->name,
			board_context(board, drag.there)->name);
	else
		shell_say(shell, _("%s moved to column %d, row %d"), board_context(board, drag.context)->name,
			drag.to.column, drag.to.row);
}

void map_mouse(struct shell *shell, struct mouse mouse)
{
	struct map_drag *drag = &map_mode_state(shell)->drag;
	int y = mouse.y - SHELL_ROWS_ABOVE;

	if (mouse.action == MOUSE_PRESS && mouse.left) {
		map_mouse_press(shell, &mouse, y);
	} else if (mouse.action == MOUSE_DRAG && mouse.left) {
		map_mouse_drag(shell, &mouse, y);
	} else if (mouse.action == MOUSE_CANCEL) {
		if (drag->moved)
			shell_say(shell, "%s", _("nothing was moved"));
		*drag = (struct map_drag){0};
	} else if (mouse.action == MOUSE_RELEASE) {
		if (map_mouse_drag(shell, &mouse, y))
			map_mouse_drop(shell);
		*drag = (struct map_drag){0};
	}
}

void map_mouse_look(struct shell *shell)
{
	struct map_drag *drag = &map_mode_state(shell)->drag;

	if (!drag->moved || drag->generation == board_generation(shell_board(shell)))
		return;
	map_mouse_reckon(shell, drag);
	map_mouse_tell(shell);
}

size_t map_mouse_ghosts(const struct shell *shell, struct scene_map_ghost ghosts[MAP_MOUSE_GHOSTS_MOST])
{
	const struct map_drag *drag = &map_mode_state(shell)->drag;
	const struct contextmap *map = map_mode_map(shell);
	size_t at = contextmap_index(map, drag->context), there = contextmap_index(map, drag->there), count = 0;

	if (!drag->moved || !drag->to.column || at == SIZE_MAX)
		return 0;
	ghosts[count++] = (struct scene_map_ghost){at, mapview_box(map, drag->to, at)};
	if (there != SIZE_MAX)
		ghosts[count++] = (struct scene_map_ghost){there, mapview_box(map, map_mouse_own(map, at), there)};
	return count;
}
