/* kind_menu: choosing kinds by their letters: one to type, or those to show. */
#include <inttypes.h>

#include "base/i18n.h"
#include "draw/panel.h"
#include "shell/refused.h"
#include "canvas/canvas.h"
#include "canvas/view_list.h"

struct kind_menu {
	void (*chosen)(struct shell *shell, enum kind kind); /* what to do with it */
};

/* Finds the kind whose letter is KEY. */
static bool kind_menu_kind(struct key key, enum kind *kind)
{
	return !key.ctrl && !key.alt && key.code < 0x80 && kind_of_letter((char)key.code, kind);
}

static bool kind_menu_take(struct shell *shell, struct key key)
{
	struct kind_menu *menu = shell_state(shell, &kind_mode);
	enum kind kind;

	shell_close(shell);
	if (kind_menu_kind(key, &kind)) {
		menu->chosen(shell, kind);
	} else {
		shell_say(shell, "%s", _("no kind has that letter"));
		refused_open(shell, NULL);
	}
	return true;
}

static void kind_menu_panel(struct shell *shell, struct cellbuf *buf, const char *title, unsigned hidden)
{
	struct panel panel = {1, buf->rows - KIND_COUNT - 5, 28, KIND_COUNT + 2};

	panel_draw(buf, panel, title);
	for (int i = 0; i < KIND_COUNT; i++) {
		char letter[] = {' ', kind_letter((enum kind)i), ' ', '\0'};

		panel_line(buf, panel, i, 0, letter, STYLE_KIND + i);
		panel_line(buf, panel, i, 4, shell->looks.kinds[i], hidden & 1u << i ? STYLE_PANEL_FRAME : STYLE_PANEL);
		if (hidden & 1u << i)
			panel_line(buf, panel, i, 21, "-", STYLE_PANEL_FRAME);
	}
}

static void kind_menu_draw(struct shell *shell, struct cellbuf *buf)
{
	kind_menu_panel(shell, buf, _("Kind"), 0);
}

static void kind_menu_offers(const struct shell *shell, struct vec *offers)
{
	(void)shell;
	vec_add(offers, struct offer) = (struct offer){NULL, "E C X …", _("the kind's letter")};
	vec_add(offers, struct offer) = (struct offer){"cancel", NULL, NULL};
}

static const struct binding kind_menu_rows[] = {
	{"Esc C-c", "cancel", N_("cancel"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode kind_mode = {
	.name = "kind",
	.title = N_("Keys where a kind is chosen"),
	.rows = kind_menu_rows,
	.size = sizeof(struct kind_menu),
	.offers = kind_menu_offers,
	.rest = kind_menu_take,
	.draw = kind_menu_draw,
};

static void kind_menu_open(struct shell *shell, void (*chosen)(struct shell *shell, enum kind kind))
{
	struct kind_menu *menu;

	shell_open(shell, &kind_mode);
	menu = shell_state(shell, &kind_mode);
	menu->chosen = chosen;
}

static void kind_menu_write(struct shell *shell, enum kind kind)
{
	typing_new(shell, (int)kind);
}

/* Changes all stickies in focus, as one action. */
static void kind_menu_change(struct shell *shell, enum kind kind)
{
	struct boardview *view = &canvas_of(shell)->view;
	struct vec ids = VEC_INIT(int64_t);
	struct strbuf lines = STRBUF_INIT;

	boardview_stickies(view, shell_board(shell), &ids);
	for (size_t i = 0; i < ids.count; i++)
		words_format(&lines, "kind %" PRId64 " %s", vec_get(&ids, int64_t, i), kind_token(kind));
	if (!ids.count)
		shell_say(shell, "%s", _("no sticky here"));
	else if (!shell_run_lines(shell, lines.text, NULL))
		boardview_clear_selection(view);
	strbuf_release(&lines);
	vec_release(&ids);
}

void kind_menu_type(struct shell *shell, int choice)
{
	(void)choice;
	kind_menu_open(shell, kind_menu_write);
}

void kind_menu_to(struct shell *shell, int choice)
{
	(void)choice;
	kind_menu_open(shell, kind_menu_change);
}

static void filter_show_all(struct shell *shell, int argument)
{
	(void)argument;
	canvas_of(shell)->view.hidden = 0;
}

static bool filter_toggle(struct shell *shell, struct key key)
{
	enum kind kind;

	if (!kind_menu_kind(key, &kind))
		return false;
	canvas_of(shell)->view.hidden ^= KIND_BIT(kind);
	return true;
}

static void filter_draw(struct shell *shell, struct cellbuf *buf)
{
	kind_menu_panel(shell, buf, _("Kinds shown"), canvas_of(shell)->view.hidden);
}

static void filter_offers(const struct shell *shell, struct vec *offers)
{
	(void)shell;
	vec_add(offers, struct offer) = (struct offer){NULL, "E C X …", _("show or hide that kind")};
	vec_add(offers, struct offer) = (struct offer){"all", NULL, NULL};
	vec_add(offers, struct offer) = (struct offer){"close", NULL, NULL};
}

static const struct binding filter_rows[] = {
	{"*", "all", N_("show all"), NULL, filter_show_all, 0, ROLE_OBSERVER, NULL},
	{"Enter Esc C-c q", "close", N_("close"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode kind_filter_mode = {
	.name = "filter",
	.title = N_("Keys where the kinds shown are chosen"),
	.rows = filter_rows,
	.offers = filter_offers,
	.rest = filter_toggle,
	.draw = filter_draw,
};

void kind_menu_filter(struct shell *shell, int choice)
{
	(void)choice;
	shell_open(shell, &kind_filter_mode);
}
