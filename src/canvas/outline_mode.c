/* outline_mode: the board as indented text; Enter goes to a sticky. */
#include "base/i18n.h"
#include "draw/outline.h"
#include "draw/panel.h"
#include "canvas/canvas.h"
#include "canvas/view_list.h"

struct outline_at {
	int line;       /* the line in focus */
	int64_t sticky; /* what it is about, or 0 */
};

static void outline_draw(struct shell *shell, struct cellbuf *buf)
{
	struct panel panel = {0, 1, buf->columns, buf->rows - 4};
	struct outline_at *at = shell_state(shell, &outline_mode);
	int room = panel.height - 2, top;
	struct veil veil = shell_veil(shell);
	struct outline outline;

	outline_init(&outline);
	outline_build(&outline, shell_board(shell), &veil);
	if (at->line >= (int)outline.lines.count)
		at->line = outline.lines.count ? (int)outline.lines.count - 1 : 0;
	top = panel_top(room, at->line);
	panel_draw(buf, panel, _("Outline"));
	at->sticky = 0;
	for (int i = 0; i < room && top + i < (int)outline.lines.count; i++) {
		const struct outline_line *line = vec_at(&outline.lines, (size_t)(top + i));

		panel_line(buf, panel, i, 2 * line->indent, line->text,
			top + i == at->line ? STYLE_PANEL_CHOICE
			: line->indent      ? STYLE_PANEL
					    : STYLE_PANEL_TITLE);
		if (top + i != at->line)
			continue;
		at->sticky = line->sticky;
		shell->screen.caret_x = panel.x + 2 + 2 * line->indent;
		shell->screen.caret_y = panel.y + 1 + i;
	}
	outline_release(&outline);
}

static void outline_go(struct shell *shell, int by)
{
	struct outline_at *at = shell_state(shell, &outline_mode);

	at->line = at->line + by > 0 ? at->line + by : 0;
}

static void outline_page(struct shell *shell, int by)
{
	outline_go(shell, by * (shell->screen.rows > 8 ? shell->screen.rows - 6 : 1));
}

static void outline_take(struct shell *shell, int argument)
{
	const struct outline_at *at = shell_state(shell, &outline_mode);
	const struct sticky *sticky = board_sticky(shell_board(shell), at->sticky);

	(void)argument;
	shell_close(shell);
	if (sticky)
		boardview_go(&canvas_of(shell)->view, sticky->place);
}

static const struct binding outline_rows[] = {
	{"j Down", "down", N_("go on"), NULL, outline_go, 1, ROLE_OBSERVER, NULL},
	{"k Up", "up", NULL, NULL, outline_go, -1, ROLE_OBSERVER, NULL},
	{"C-d PageDown Space", "page-down", NULL, N_("a page down, up"), outline_page, 1, ROLE_OBSERVER, NULL},
	{"C-u PageUp", "page-up", NULL, NULL, outline_page, -1, ROLE_OBSERVER, NULL},
	{"Enter", "go-there", N_("to the sticky"), NULL, outline_take, 0, ROLE_OBSERVER, NULL},
	{"q Esc C-c O", "close", N_("back"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode outline_mode = {
	.name = "outline",
	.title = N_("Keys of the outline"),
	.rows = outline_rows,
	.calm = MODE_READING,
	.size = sizeof(struct outline_at),
	.draw = outline_draw,
};

void outline_open(struct shell *shell, int choice)
{
	(void)choice;
	shell_open(shell, &outline_mode);
}
