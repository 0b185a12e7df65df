/* kind_menu: choosing among the nine kinds by their letters: one to write, or those to be shown. */
#include <inttypes.h>

#include "base/i18n.h"
#include "ui/desk.h"
#include "ui/panel.h"
#include "ui/view_list.h"

static const struct hint kind_hints[] = {
	{"E C X …", N_("the kind's letter")},
	{"Esc", N_("cancel")},
	{NULL, NULL},
};

static void kind_menu_key(struct desk *desk, struct key key)
{
	enum kind kind;
	void (*chosen)(struct desk *, enum kind) = desk->chosen;

	desk_settle(desk, &canvas_mode);
	if (key.code == KEY_CODE_ESC || key.ctrl || key.alt)
		return;
	if (key.code < 0x80 && kind_of_letter((char)key.code, &kind))
		chosen(desk, kind);
	else
		desk_say(desk, "%s", _("no kind has that letter"));
}

static void kind_menu_panel(struct desk *desk, struct cellbuf *buf, const char *title, unsigned hidden)
{
	struct panel panel = {1, buf->rows - KIND_COUNT - 5, 28, KIND_COUNT + 2};

	panel_draw(buf, panel, title);
	for (int i = 0; i < KIND_COUNT; i++) {
		char letter[] = {' ', kind_letter((enum kind)i), ' ', '\0'};

		panel_line(buf, panel, i, 0, letter, STYLE_KIND + i);
		panel_line(buf, panel, i, 4, desk->kinds[i],
			hidden & 1u << i ? STYLE_PANEL_FRAME : STYLE_PANEL);
		if (hidden & 1u << i)
			panel_line(buf, panel, i, 21, "-", STYLE_PANEL_FRAME);
	}
}

static void kind_menu_draw(struct desk *desk, struct cellbuf *buf)
{
	kind_menu_panel(desk, buf, _("Kind"), 0);
}

const struct mode kind_mode = {.hints = kind_hints, .key = kind_menu_key, .draw = kind_menu_draw};

static void kind_menu_write(struct desk *desk, enum kind kind)
{
	view_write(desk, (int)kind);
}

/* Changes all stickies in focus, as one action. */
static void kind_menu_change(struct desk *desk, enum kind kind)
{
	struct vec ids = VEC_INIT(int64_t);
	struct strbuf lines = STRBUF_INIT;

	canvas_stickies(&desk->canvas, desk_board(desk), &ids);
	for (size_t i = 0; i < ids.count; i++)
		words_format(&lines, "kind %" PRId64 " %s", *(int64_t *)vec_at(&ids, i), kind_token(kind));
	if (ids.count && !desk_run_lines(desk, lines.text))
		canvas_let_go(&desk->canvas);
	strbuf_release(&lines);
	vec_release(&ids);
}

void view_write_kind(struct desk *desk, int choice)
{
	(void)choice;
	desk->chosen = kind_menu_write;
	desk->mode = &kind_mode;
}

void view_change_kind(struct desk *desk, int choice)
{
	(void)choice;
	if (!desk_sticky(desk) && !canvas_has_selection(&desk->canvas)) {
		desk_say(desk, "%s", _("there is no sticky here"));
		return;
	}
	desk->chosen = kind_menu_change;
	desk->mode = &kind_mode;
}

static const struct hint filter_hints[] = {
	{"E C X …", N_("show or hide that kind")},
	{"*", N_("show all")},
	{"Enter", N_("close")},
	{NULL, NULL},
};

static void filter_key(struct desk *desk, struct key key)
{
	enum kind kind;

	if (key.code == '*')
		desk->canvas.hidden = 0;
	else if (!key.ctrl && key.code < 0x80 && kind_of_letter((char)key.code, &kind))
		desk->canvas.hidden ^= 1u << kind;
	else
		desk_settle(desk, &canvas_mode);
}

static void filter_draw(struct desk *desk, struct cellbuf *buf)
{
	kind_menu_panel(desk, buf, _("Kinds shown"), desk->canvas.hidden);
}

const struct mode filter_mode = {.hints = filter_hints, .key = filter_key, .draw = filter_draw};

void view_filter(struct desk *desk, int choice)
{
	(void)choice;
	desk->mode = &filter_mode;
}
