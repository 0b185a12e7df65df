/* help: the keys and commands, made from their tables. */
#include <string.h>

#include "base/i18n.h"
#include "text/width.h"
#include "ui/desk.h"
#include "ui/help.h"
#include "ui/view_command.h"
#include "ui/view_list.h"

#define HELP_KEYS_CELLS 18

static const struct hint help_hints[] = {
	{"j k", N_("scroll")},
	{"C-d C-u", N_("half a page")},
	{"q", N_("back")},
	{NULL, NULL},
};

void help_head(struct help *help, const char *text)
{
	help->line += help->line ? 1 : 0;
	panel_line(help->buf, help->panel, help->line++ - help->top, 0, text, STYLE_PANEL_TITLE);
}

void help_row(struct help *help, const char *left, const char *right)
{
	int cells = width_of(left, strlen(left));

	panel_line(help->buf, help->panel, help->line - help->top, 0, left, STYLE_PANEL_TITLE);
	if (cells >= HELP_KEYS_CELLS)
		help->line++;
	panel_line(help->buf, help->panel, help->line++ - help->top, HELP_KEYS_CELLS, right,
		STYLE_PANEL);
}

/* The bindings that share a note make one row; those of commands that this person may not run make none. */
static void help_keys(struct help *help, const struct desk *desk)
{
	const struct keymap *map = &desk->keymap;
	struct strbuf keys = STRBUF_INIT;

	for (size_t i = 0; i < map->bindings.count;) {
		const struct binding *first = vec_at(&map->bindings, i), *binding = first;

		strbuf_reset(&keys);
		do {
			if (keys.len)
				strbuf_addch(&keys, ' ');
			for (size_t k = 0; k < binding->count; k++)
				key_format(binding->keys[k], &keys);
			binding = ++i < map->bindings.count ? vec_at(&map->bindings, i) : NULL;
		} while (binding && !binding->note && first->note);
		if (desk_may(desk, first->command))
			help_row(help, keys.text, first->note ? _(first->note) : first->command);
	}
	strbuf_release(&keys);
}

static void help_commands(struct help *help, const struct desk *desk)
{
	struct strbuf line = STRBUF_INIT;
	const struct command *const *rows;
	const struct view_command *views;
	bool headed = false;
	size_t count;

	rows = command_list(&count);
	for (size_t i = 0; i < count; i++) {
		if (session_role(desk->session) < rows[i]->role)
			continue;
		if (!headed)
			help_head(help, _("Commands that alter the board (:)"));
		headed = true;
		strbuf_reset(&line);
		command_synopsis(rows[i], &line);
		help_row(help, line.text, _(rows[i]->sentence));
	}
	help_head(help, _("Commands that alter what you see"));
	views = view_command_list(&count);
	for (size_t i = 0; i < count; i++) {
		if (session_role(desk->session) < views[i].role)
			continue;
		strbuf_reset(&line);
		strbuf_addstr(&line, views[i].name);
		argument_synopsis(views[i].arguments, &line);
		help_row(help, line.text, _(views[i].sentence));
	}
	strbuf_release(&line);
}

bool help_is_past(const struct help *help, int *top)
{
	int most = help->line - (help->panel.height - 2);

	most = most > 0 ? most : 0;
	if (*top <= most)
		return false;
	*top = most;
	return true;
}

static void help_draw(struct desk *desk, struct cellbuf *buf)
{
	struct help help = {buf, {0, 1, buf->columns, buf->rows - 4}, desk->help_top, 0};

	panel_draw(buf, help.panel, _("Help"));
	help_head(&help, _("Keys on the canvas"));
	help_keys(&help, desk);
	help_commands(&help, desk);
	if (help_is_past(&help, &desk->help_top))
		help_draw(desk, buf);
}

int help_scroll(struct key key, int rows)
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

static void help_key(struct desk *desk, struct key key)
{
	int by = help_scroll(key, desk->rows);

	if (!by)
		desk_back(desk);
	desk->help_top = desk->help_top + by > 0 ? desk->help_top + by : 0;
}

const struct mode help_mode = {.hints = help_hints, .key = help_key, .draw = help_draw};

void view_help(struct desk *desk, int choice)
{
	(void)choice;
	desk->help_top = 0;
	desk->mode = &help_mode;
}
