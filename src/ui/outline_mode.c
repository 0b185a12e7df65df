/* outline_mode: the board as indented text; Enter goes to a sticky. */
#include "base/i18n.h"
#include "draw/outline.h"
#include "ui/desk.h"
#include "ui/panel.h"
#include "ui/view_list.h"

static const struct hint outline_hints[] = {
	{"j k", N_("go on")},
	{"Enter", N_("to the sticky")},
	{"q", N_("back")},
	{NULL, NULL},
};

static void outline_draw(struct desk *desk, struct cellbuf *buf)
{
	struct panel panel = {0, 1, buf->columns, buf->rows - 4};
	int room = panel.height - 2, at, top;
	struct veil veil = desk_veil(desk);
	struct outline outline;

	outline_init(&outline);
	outline_build(&outline, desk_board(desk), &veil);
	if (desk->outline_at >= (int)outline.lines.count)
		desk->outline_at = outline.lines.count ? (int)outline.lines.count - 1 : 0;
	at = desk->outline_at;
	top = at >= room ? at - room + 1 : 0;
	panel_draw(buf, panel, _("Outline"));
	desk->outline_sticky = 0;
	for (int i = 0; i < room && top + i < (int)outline.lines.count; i++) {
		const struct outline_line *line = vec_at(&outline.lines, (size_t)(top + i));

		panel_line(buf, panel, i, 2 * line->indent, line->text,
			top + i == at ? STYLE_PANEL_CHOICE
				      : line->indent ? STYLE_PANEL : STYLE_PANEL_TITLE);
		if (top + i != at)
			continue;
		desk->outline_sticky = line->sticky;
		desk->caret_x = panel.x + 2 + 2 * line->indent;
		desk->caret_y = panel.y + 1 + i;
	}
	outline_release(&outline);
}

static void outline_key(struct desk *desk, struct key key)
{
	const struct sticky *sticky = board_sticky(desk_board(desk), desk->outline_sticky);
	int page = desk->rows > 8 ? desk->rows - 6 : 1, by = 0;

	if (key_equal(key, (struct key){.code = 'j'}) || key.code == KEY_CODE_DOWN)
		by = 1;
	else if (key_equal(key, (struct key){.code = 'k'}) || key.code == KEY_CODE_UP)
		by = -1;
	else if (key.code == KEY_CODE_PAGE_DOWN || key.code == KEY_CODE_SPACE ||
		 (key.ctrl && key.code == 'd'))
		by = page;
	else if (key.code == KEY_CODE_PAGE_UP || (key.ctrl && key.code == 'u'))
		by = -page;
	else
		desk_settle(desk, &canvas_mode);
	desk->outline_at = desk->outline_at + by > 0 ? desk->outline_at + by : 0;
	if (key.code == KEY_CODE_ENTER && sticky)
		canvas_go(&desk->canvas, sticky->place);
}

const struct mode outline_mode = {.hints = outline_hints, .key = outline_key, .draw = outline_draw};

void view_outline(struct desk *desk, int choice)
{
	(void)choice;
	desk->mode = &outline_mode;
}
