/* view_go: moving about the board. */
#include "base/i18n.h"
#include "canvas/canvas.h"
#include "canvas/view_list.h"

void view_go(struct shell *shell, int choice)
{
	boardview_step(&canvas_of(shell)->view, (enum way)choice, 1);
}

void view_go_to(struct shell *shell, int choice)
{
	struct place_rect bounds = board_bounds(shell_board(shell));
	struct place cursor = canvas_of(shell)->view.cursor,
		     goals[] = {{1, cursor.row}, {bounds.last.column, cursor.row}, {1, 1}, bounds.last};

	boardview_go(&canvas_of(shell)->view, goals[choice]);
}

void view_scroll(struct shell *shell, int choice)
{
	boardview_scroll(&canvas_of(shell)->view, (enum way)choice);
}

void view_go_to_sticky(struct shell *shell, int choice)
{
	const struct sticky *sticky = board_sticky(shell_board(shell), shell->given->number);

	(void)choice;
	shell_open(shell, shell_lowest(shell));
	boardview_go(&canvas_of(shell)->view, sticky->place);
}

static void view_neighbour(struct shell *shell, bool forward, const char *none)
{
	struct boardview *view = &canvas_of(shell)->view;
	const struct sticky *sticky;

	view->veil = shell_veil(shell);
	sticky = boardview_neighbour(view, shell_board(shell), forward);
	if (sticky)
		boardview_go(view, sticky->place);
	else
		shell_say(shell, "%s", none);
}

void view_next_sticky(struct shell *shell, int choice)
{
	(void)choice;
	view_neighbour(shell, true, _("this is the last sticky"));
}

void view_previous_sticky(struct shell *shell, int choice)
{
	(void)choice;
	view_neighbour(shell, false, _("this is the first sticky"));
}

void view_zoom(struct shell *shell, int choice)
{
	if (choice < 2)
		boardview_zoom(&canvas_of(shell)->view, choice == 0 ? 1 : -1);
	else
		boardview_zoom_all(&canvas_of(shell)->view, shell_board(shell));
}

void view_minimap(struct shell *shell, int choice)
{
	(void)choice;
	canvas_of(shell)->shows_minimap = !canvas_of(shell)->shows_minimap;
}
