/* view_go: going about the board. */
#include <string.h>

#include "base/i18n.h"
#include "shell/prompt.h"
#include "text/clean.h"
#include "text/utf8.h"
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

static void view_neighbour(struct shell *shell, bool forward, boardview_accept *accept, const char *none)
{
	struct boardview *view = &canvas_of(shell)->view;
	const struct sticky *sticky;

	view->veil = shell_veil(shell);
	sticky = boardview_neighbour(view, shell_board(shell), forward, accept);
	if (sticky)
		boardview_go(view, sticky->place);
	else
		shell_say(shell, "%s", none);
}

void view_next_sticky(struct shell *shell, int choice)
{
	(void)choice;
	view_neighbour(shell, true, NULL, _("this is the last sticky"));
}

void view_previous_sticky(struct shell *shell, int choice)
{
	(void)choice;
	view_neighbour(shell, false, NULL, _("this is the first sticky"));
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

void view_search_next(struct shell *shell, int choice)
{
	(void)choice;
	view_neighbour(shell, true, boardview_is_hit, _("no more hits from here on"));
}

void view_search_previous(struct shell *shell, int choice)
{
	(void)choice;
	view_neighbour(shell, false, boardview_is_hit, _("no more hits before this"));
}

static int view_answer_search(struct shell *shell, const char *text)
{
	struct boardview *view = &canvas_of(shell)->view;
	struct strbuf clean = STRBUF_INIT;
	struct error err = ERROR_INIT;

	strbuf_reset(&view->search);
	view->veil = shell_veil(shell);
	if (clean_text(&clean, text, strlen(text), CLEAN_ONE_LINE, &err)) {
		shell_say_error(shell, &err);
	} else if (clean.len) {
		utf8_fold(&view->search, clean.text, clean.len);
		if (!canvas_sticky(shell) || !boardview_is_hit(view, canvas_sticky(shell)))
			view_search_next(shell, -1);
	}
	strbuf_release(&clean);
	return 0;
}

void view_search(struct shell *shell, int choice)
{
	static const struct question search = {.text = "/", .answer = view_answer_search, .remembers = true};

	(void)choice;
	prompt_ask(shell, &search, "");
}
