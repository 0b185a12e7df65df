/* review_help: pages over a review: its keys, and all about a sticky. */
#include "base/i18n.h"
#include "draw/details.h"
#include "shell/help.h"
#include "shell/shell.h"
#include "review/review_list.h"

static const struct hint review_help_hints[] = {
	{"j k", N_("scroll")},
	{"C-d C-u", N_("half a page")},
	{"q", N_("back")},
	{NULL, NULL},
};

static const struct hint review_details_hints[] = {
	{"h j k l", N_("go on")},
	{"Esc", N_("close")},
	{NULL, NULL},
};

/* The keys that share a note make one row. */
static void review_help_keys(struct help *help)
{
	struct strbuf keys = STRBUF_INIT;
	size_t count;
	const struct review_key *rows = review_keys(&count);

	for (size_t i = 0; i < count;) {
		const char *note = rows[i].note;

		strbuf_reset(&keys);
		do
			strbuf_addf(&keys, keys.len ? " %s" : "%s", rows[i++].key);
		while (i < count && !rows[i].note);
		help_row(help, keys.text, _(note));
	}
	strbuf_release(&keys);
}

static void review_help_draw(struct review *review, struct cellbuf *buf)
{
	struct help help = {buf, {0, 1, buf->columns, review_board_rows(review)}, review->help_top, 0};

	panel_draw(buf, help.panel, _("Help"));
	help_head(&help, _("Keys of the review"));
	review_help_keys(&help);
	help_row(&help, _("mouse"), _("on the time bar: go there, also while dragging"));
	help_head(&help, _("Signs below the time bar"));
	for (int what = 0; what < TIMEBAR_WHAT_COUNT; what++)
		help_row(&help, timebar_sign((enum timebar_what)what),
			timebar_meaning((enum timebar_what)what));
	if (review->help_top > (help.line > help.panel.height - 2 ? help.line - help.panel.height + 2 : 0)) {
		review->help_top = help.line > help.panel.height - 2 ? help.line - help.panel.height + 2 : 0;
		review_help_draw(review, buf);
	}
}

static int review_help_by(struct key key, int rows)
{
	int page = rows > 8 ? (rows - 6) / 2 : 1;

	if (key_equal(key, (struct key){.code = 'j'}) || key.code == KEY_CODE_DOWN)
		return 1;
	if (key_equal(key, (struct key){.code = 'k'}) || key.code == KEY_CODE_UP)
		return -1;
	if (key.code == KEY_CODE_PAGE_DOWN || key.code == KEY_CODE_SPACE || (key.ctrl && key.code == 'd'))
		return page;
	if (key.code == KEY_CODE_PAGE_UP || (key.ctrl && key.code == 'u'))
		return -page;
	return key.code == 'G' ? 10000 : key.code == 'g' ? -10000 : 0;
}

static void review_help_key(struct review *review, struct key key)
{
	int by = review_help_by(key, review->rows);

	if (!by)
		review->mode = &review_board_mode;
	review->help_top = review->help_top + by > 0 ? review->help_top + by : 0;
}

const struct review_mode review_help_mode = {review_help_hints, review_help_key, NULL,
	review_help_draw};

void review_show_help(struct review *review, int argument)
{
	(void)argument;
	review->head.runs = false;
	review->help_top = 0;
	review->mode = &review_help_mode;
}

static void review_details_draw(struct review *review, struct cellbuf *buf)
{
	const struct veil none = VEIL_NONE;

	details_panel(buf, review_board(review), review_sticky(review), review->kinds, &none);
}

static void review_details_key(struct review *review, struct key key)
{
	if (key.code == KEY_CODE_ESC || key.code == KEY_CODE_ENTER || key.code == 'q' ||
		(key.ctrl && key.code == 'c'))
		review->mode = &review_board_mode;
	else
		review_board_mode.key(review, key);
}

const struct review_mode review_details_mode = {review_details_hints, review_details_key, NULL,
	review_details_draw};

void review_show_details(struct review *review, int argument)
{
	(void)argument;
	if (!review->shows_map)
		review->mode = &review_details_mode;
}
