#include "canvas/appearance.h"

#include "canvas/canvas.h"
#include "canvas/typing.h"
#include "canvas/view_list.h"

struct place_rect appearance_sight(const struct shell *shell)
{
	const struct place_rect none = PLACE_RECT_EMPTY, all = {{1, 1}, {PLACE_MOST, PLACE_MOST}};
	const struct canvas *canvas = canvas_of(shell);

	if (shell_top(shell) == &people_mode || canvas->attention.follow[0])
		return all;
	return shell_lowest(shell) == &canvas_mode ? viewport_slots(&canvas->view.viewport) : none;
}

struct presence_state appearance(const struct shell *shell, const struct visit *visit, int64_t touched_ms)
{
	const struct boardview *view = &canvas_of(shell)->view;
	struct presence_state state = {.place = view->cursor,
		.role = session_role(shell->session),
		.corner = view->cursor,
		.touched_ms = touched_ms,
		.guest = visit && visit->guest,
		.sight = appearance_sight(shell)};

	if (typing_is_on(shell, &state.sticky)) {
		state.doing = state.sticky ? PRESENCE_EDITING : PRESENCE_TYPING;
	} else if (view->selecting) {
		state.doing = PRESENCE_SELECTING;
		state.corner = view->anchor;
	}
	return state;
}
