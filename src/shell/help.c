#include "shell/help.h"

#include <string.h>

#include "base/i18n.h"
#include "shell/prompt.h"
#include "shell/shell.h"
#include "shell/view_command.h"
#include "text/clean.h"
#include "text/needle.h"
#include "text/width.h"
#include "text/wrap.h"

#define HELP_KEYS_CELLS 18

/* More lines than any row needs on the narrowest screen. */
#define HELP_LINES_MOST 8

/* More lines than any help has. */
#define HELP_FAR 10000

struct help_state {
	int top;              /* the first visible line */
	struct strbuf needle; /* the text to search, prepared by text/needle.h */
	int hit;              /* the match gone to, or -1 */
};

static void help_init(struct shell *shell, void *state)
{
	struct help_state *help = state;

	(void)shell;
	strbuf_init(&help->needle);
	help->hit = -1;
}

static void help_release(void *state)
{
	struct help_state *help = state;

	strbuf_release(&help->needle);
}

void help_head(struct help *help, const char *text)
{
	help->line += help->line ? 1 : 0;
	panel_line(help->buf, help->panel, help->line++ - help->top, 0, text, STYLE_PANEL_TITLE);
}

/* Writes TEXT from the current line on, INDENT cells from the left; returns how many lines it takes. */
static int help_lines(const struct help *help, int indent, const char *text, enum style style)
{
	struct wrap_line lines[HELP_LINES_MOST];
	int room = help->panel.width - 4 - indent;
	int count = (int)wrap_text(text, strlen(text), room, lines, HELP_LINES_MOST, NULL);

	for (int i = 0; i < count; i++) {
		int at = help->line - help->top + i;

		if (at >= 0 && at < help->panel.height - 2)
			cellbuf_text(help->buf, help->panel.x + 2 + indent, help->panel.y + 1 + at, room,
				text + lines[i].start, lines[i].len, style);
	}
	return count;
}

void help_row(struct help *help, const char *left, const char *right)
{
	bool hit = needle_occurs(help->needle, left) || needle_occurs(help->needle, right);

	if (hit)
		vec_add(&help->hits, int) = help->line;
	help->line += help_lines(help, 0, left, hit ? STYLE_PANEL_CHOICE : STYLE_PANEL_TITLE);
	if (width_of(left, strlen(left)) < HELP_KEYS_CELLS)
		help->line--;
	help->line += help_lines(help, HELP_KEYS_CELLS, right, hit ? STYLE_PANEL_CHOICE : STYLE_PANEL);
}

/* Adds the user's bindings of commands that no row has. */
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

/* Adds the rows: those that share a note on one line, without commands that this person may not run. */
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

/* Adds the kinds with their letters and colours. */
static void help_kinds(struct help *help, const struct shell *shell)
{
	help_head(help, _("Kinds of sticky, by their letters"));
	for (int i = 0; i < KIND_COUNT; i++) {
		char letter[] = {' ', kind_letter((enum kind)i), ' ', '\0'};
		int line = help->line - help->top;

		help_row(help, letter, shell->looks.kinds[i]);
		panel_line(help->buf, help->panel, line, 0, letter, STYLE_KIND + i);
	}
}

static void help_board_commands(struct help *help, const struct shell *shell)
{
	struct strbuf line = STRBUF_INIT, key = STRBUF_INIT;
	size_t count, shown = 0;
	const struct command *const *rows = command_list(&count);

	shell_key_of(shell, shell_lowest(shell), "command", &key);
	strbuf_addf(&line, _("Commands that change the board (%s)"), key.text);
	for (size_t i = 0; i < count; i++) {
		if (session_role(shell->session) < rows[i]->role)
			continue;
		if (!shown++)
			help_head(help, line.text);
		strbuf_reset(&line);
		command_synopsis(rows[i], &line);
		help_row(help, line.text, _(rows[i]->sentence));
	}
	strbuf_release(&line);
	strbuf_release(&key);
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

/* Adds the keys of the mode below, and of the modes that it passes keys to. */
static void help_modes(struct help *help, const struct shell *shell)
{
	size_t at = shell->modes.count;

	while (at > 1 && shell_mode_at(shell, at - 1) != &help_mode) /* prompts over the help */
		at--;
	for (size_t i = at - 1; i-- > 0;) {
		const struct mode *mode = shell_mode_at(shell, i);

		help_keys(help, shell, mode);
		if (!mode->passes)
			break;
	}
}

/* Makes all lines and draws the visible ones into BUF; release HELP with vec_release(&help->hits). */
static void help_fill(const struct shell *shell, struct cellbuf *buf, struct help *help)
{
	const struct help_state *state = shell_state(shell, &help_mode);

	*help = (struct help){buf,
		{0, SHELL_ROWS_ABOVE, buf->columns, buf->rows - SHELL_ROWS_ABOVE - shell->screen.below}, state->top, 0,
		state->needle.text, VEC_INIT(int)};
	panel_draw(buf, help->panel, _("Help"));
	help_modes(help, shell);
	if (shell->session) {
		help_kinds(help, shell);
		help_board_commands(help, shell);
		help_view_commands(help, shell);
	}
}

/* Scrolls no further below the last line than needed. */
static void help_draw(struct shell *shell, struct cellbuf *buf)
{
	struct help_state *state = shell_state(shell, &help_mode);
	struct help help;
	int most;

	help_fill(shell, buf, &help);
	vec_release(&help.hits);
	most = help.line - (help.panel.height - 2);
	most = most > 0 ? most : 0;
	if (state->top <= most)
		return;
	state->top = most;
	help_draw(shell, buf);
}

/* The index of the next of HITS after AT or, if BY is negative, before it; wraps at the ends. */
static size_t help_next(const struct vec *hits, int at, int by)
{
	size_t behind = 0, before = 0;

	while (behind < hits->count && vec_get(hits, int, behind) <= at)
		behind++;
	while (before < hits->count && vec_get(hits, int, before) < at)
		before++;
	if (by > 0)
		return behind < hits->count ? behind : 0;
	return before ? before - 1 : hits->count - 1;
}

/* Goes to the next matching line, or the previous one. */
static void help_find(struct shell *shell, int by)
{
	struct help_state *state = shell_state(shell, &help_mode);
	struct cellbuf buf = CELLBUF_INIT;
	struct help help;

	cellbuf_reset(&buf, shell->screen.columns, shell->screen.rows, STYLE_BOARD);
	help_fill(shell, &buf, &help);
	if (help.hits.count) {
		size_t number = help_next(&help.hits, state->hit, by);

		state->hit = vec_get(&help.hits, int, number);
		state->top = state->hit > 2 ? state->hit - 2 : 0;
		shell_say(shell, _("%zu of %zu found"), number + 1, help.hits.count);
	} else {
		shell_say(shell, _("“%.60s” not found"), state->needle.text);
	}
	vec_release(&help.hits);
	cellbuf_release(&buf);
}

static int help_answer(struct shell *shell, const char *text)
{
	struct help_state *state = shell_state(shell, &help_mode);
	struct strbuf clean = STRBUF_INIT;
	struct error err = ERROR_INIT;
	int failed = clean_text(&clean, text, strlen(text), CLEAN_ONE_LINE, &err);

	strbuf_reset(&state->needle);
	state->hit = state->top - 1;
	if (failed) {
		shell_say_error(shell, &err);
	} else if (clean.len) {
		needle_make(&state->needle, clean.text);
		help_find(shell, 1);
	}
	strbuf_release(&clean);
	return failed;
}

static void help_search(struct shell *shell, int argument)
{
	static const struct question search = {.text = "/", .answer = help_answer, .insists = true, .remembers = true};

	(void)argument;
	prompt_ask(shell, &search, "");
}

/* Scrolls BY lines. */
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
	{"/", "search", N_("search"), N_("search; the next, the previous line that has it"), help_search, 0,
		ROLE_OBSERVER, NULL},
	{"n", "search-next", NULL, NULL, help_find, 1, ROLE_OBSERVER, NULL},
	{"N", "search-previous", NULL, NULL, help_find, -1, ROLE_OBSERVER, NULL},
	{"q Esc C-c ? F1", "close", N_("back"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode help_mode = {
	.name = "help",
	.title = N_("Keys of the help"),
	.rows = help_rows,
	.calm = MODE_READING,
	.size = sizeof(struct help_state),
	.init = help_init,
	.release = help_release,
	.draw = help_draw,
};

void help_open(struct shell *shell, int choice)
{
	(void)choice;
	shell_open(shell, &help_mode);
	help_release(shell_state(shell, &help_mode));
	help_init(shell, shell_state(shell, &help_mode));
	help_scroll(shell, -HELP_FAR);
}
