#include "shell/help.h"

#include <string.h>

#include "base/i18n.h"
#include "shell/shell.h"
#include "shell/view_command.h"
#include "text/width.h"

#define HELP_KEYS_CELLS 18

/* More lines than any help has. */
#define HELP_FAR 10000

struct help_state {
	int top; /* the first line in sight */
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
	panel_line(help->buf, help->panel, help->line++ - help->top, HELP_KEYS_CELLS, right, STYLE_PANEL);
}

/* What the user has bound that is in no row. */
static void help_bound(struct help *help, const struct shell *shell, const struct mode *mode)
{
	for (size_t i = 0; i < shell->keymap.bound.count; i++) {
		const struct bound *bound = vec_at(&shell->keymap.bound, i);
		struct strbuf keys = STRBUF_INIT;

		for (size_t k = 0; k < bound->keys.count; k++)
			key_format(bound->keys.keys[k], &keys);
		if (!strcmp(bound->mode, mode->name) && !keymap_row(mode, bound->command) &&
			shell_may(shell, bound->command))
			help_row(help, keys.text, bound->command);
		strbuf_release(&keys);
	}
}

/* The rows that share a note make one line; those of commands that this person may not run make none. */
static void help_keys(struct help *help, const struct shell *shell, const struct mode *mode)
{
	struct strbuf keys = STRBUF_INIT;

	help_head(help, _(mode->title));
	for (const struct binding *row = mode->rows; row->keys; row++) {
		strbuf_reset(&keys);
		if (!keymap_belongs(row) && shell_may_row(shell, row))
			keymap_list_all(&shell->keymap, mode, row, false, &keys);
		if (keys.len)
			help_row(help, keys.text, _(row->note ? row->note : row->hint));
	}
	strbuf_release(&keys);
	help_bound(help, shell, mode);
	if (mode->help)
		mode->help(help);
}

static void help_board_commands(struct help *help, const struct shell *shell)
{
	struct strbuf line = STRBUF_INIT;
	bool headed = false;
	size_t count;
	const struct command *const *rows = command_list(&count);

	for (size_t i = 0; i < count; i++) {
		if (session_role(shell->session) < rows[i]->role)
			continue;
		if (!headed)
			help_head(help, _("Commands that alter the board (:)"));
		headed = true;
		strbuf_reset(&line);
		command_synopsis(rows[i], &line);
		help_row(help, line.text, _(rows[i]->sentence));
	}
	strbuf_release(&line);
}

static void help_view_commands(struct help *help, const struct shell *shell)
{
	struct strbuf line = STRBUF_INIT;
	const struct view_command *row;

	help_head(help, _("Commands that change your view"));
	for (size_t at = 0; (row = view_command_next(shell, &at));) {
		if (session_role(shell->session) < row->role)
			continue;
		strbuf_reset(&line);
		strbuf_addstr(&line, row->name);
		argument_synopsis(row->arguments, &line);
		help_row(help, line.text, _(row->sentence));
	}
	strbuf_release(&line);
}

/* Those of the mode below, and of the modes that it lets keys pass to. */
static void help_modes(struct help *help, const struct shell *shell)
{
	for (size_t i = shell->modes.count; i-- > 0;) {
		const struct mode *mode = vec_get(&shell->modes, const struct mode *, i);

		if (mode == &help_mode)
			continue;
		help_keys(help, shell, mode);
		if (!mode->passes)
			break;
	}
}

/* There is no more in sight below the last line than need be. */
static void help_draw(struct shell *shell, struct cellbuf *buf)
{
	struct help_state *state = shell_state(shell, &help_mode);
	struct help help = {buf,
		{0, SHELL_ROWS_ABOVE, buf->columns, buf->rows - SHELL_ROWS_ABOVE - shell->screen.below}, state->top, 0};
	int most;

	panel_draw(buf, help.panel, _("Help"));
	help_modes(&help, shell);
	if (shell->session) {
		help_board_commands(&help, shell);
		help_view_commands(&help, shell);
	}
	most = help.line - (help.panel.height - 2);
	most = most > 0 ? most : 0;
	if (state->top <= most)
		return;
	state->top = most;
	help_draw(shell, buf);
}

/* BY lines. */
static void help_scroll(struct shell *shell, int by)
{
	struct help_state *state = shell_state(shell, &help_mode);

	state->top = state->top + by > 0 ? state->top + by : 0;
}

static void help_page(struct shell *shell, int by)
{
	int rows = shell->screen.rows;

	help_scroll(shell, by * (rows > 8 ? (rows - 6) / 2 : 1));
}

static const struct binding help_rows[] = {
	{"j Down", "down", N_("scroll"), NULL, help_scroll, 1, ROLE_OBSERVER, NULL},
	{"k Up", "up", NULL, NULL, help_scroll, -1, ROLE_OBSERVER, NULL},
	{"C-d PageDown Space", "page-down", N_("half a page"), NULL, help_page, 1, ROLE_OBSERVER, NULL},
	{"C-u PageUp", "page-up", NULL, NULL, help_page, -1, ROLE_OBSERVER, NULL},
	{"g Home", "start", NULL, N_("start, end"), help_scroll, -HELP_FAR, ROLE_OBSERVER, NULL},
	{"G End", "end", NULL, NULL, help_scroll, HELP_FAR, ROLE_OBSERVER, NULL},
	{"q Esc C-c ? F1", "close", N_("back"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode help_mode = {
	.name = "help",
	.title = N_("Keys of the help"),
	.rows = help_rows,
	.calm = MODE_READING,
	.size = sizeof(struct help_state),
	.draw = help_draw,
};

void help_open(struct shell *shell, int choice)
{
	(void)choice;
	shell_open(shell, &help_mode);
	help_scroll(shell, -HELP_FAR);
}
