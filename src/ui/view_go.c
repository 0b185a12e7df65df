/* view_go: going about the board. */
#include "base/i18n.h"
#include "ui/desk.h"
#include "ui/view_list.h"

void view_go(struct desk *desk, int choice)
{
	canvas_step(&desk->canvas, (enum way)choice, 1);
}

void view_go_to(struct desk *desk, int choice)
{
	struct place_rect bounds = board_bounds(desk_board(desk));
	struct place cursor = desk->canvas.cursor, goals[] = {
		{1, cursor.row}, {bounds.last.column, cursor.row}, {1, 1}, bounds.last};

	canvas_go(&desk->canvas, goals[choice]);
}

void view_scroll(struct desk *desk, int choice)
{
	canvas_scroll(&desk->canvas, (enum way)choice);
}

static void view_neighbour(struct desk *desk, bool forward, canvas_accept *accept, const char *none)
{
	const struct sticky *sticky = canvas_neighbour(&desk->canvas, desk_board(desk), forward, accept);

	if (sticky)
		canvas_go(&desk->canvas, sticky->place);
	else
		desk_say(desk, "%s", none);
}

void view_next_sticky(struct desk *desk, int choice)
{
	(void)choice;
	view_neighbour(desk, true, NULL, _("this is the last sticky"));
}

void view_previous_sticky(struct desk *desk, int choice)
{
	(void)choice;
	view_neighbour(desk, false, NULL, _("this is the first sticky"));
}

void view_zoom(struct desk *desk, int choice)
{
	if (choice < 2)
		canvas_zoom(&desk->canvas, choice == 0 ? 1 : -1);
	else
		canvas_zoom_all(&desk->canvas, desk_board(desk));
}

void view_minimap(struct desk *desk, int choice)
{
	(void)choice;
	desk->shows_minimap = !desk->shows_minimap;
}

void view_search_next(struct desk *desk, int choice)
{
	(void)choice;
	view_neighbour(desk, true, canvas_is_hit, _("no more hits from here on"));
}

void view_search_previous(struct desk *desk, int choice)
{
	(void)choice;
	view_neighbour(desk, false, canvas_is_hit, _("no more hits before this"));
}

void view_quit(struct desk *desk, int choice)
{
	(void)choice;
	desk->quit = true;
}
