#include "cli/start.h"

#include <string.h>

#include "base/i18n.h"
#include "draw/panel.h"
#include "shell/loop.h"
#include "text/clean.h"
#include "text/width.h"

/* Entries above the boards. */
#define START_LINES 4

struct start {
	const struct vec *names;
	struct start_choice *choice;
	size_t at;            /* the chosen line: first the entries above, then the boards */
	size_t room;          /* how many boards were visible when last drawn */
	struct lineedit line; /* the name of a new board being typed */
};

static const struct mode start_mode, start_name_mode;

static struct start *start_of(const struct shell *shell)
{
	return shell_state(shell, &start_mode);
}

static void start_draw_name(const struct shell *shell, struct cellbuf *buf, struct panel panel)
{
	const char *text = start_of(shell)->line.text.text;
	struct strbuf begin = STRBUF_INIT, cancel = STRBUF_INIT, line = STRBUF_INIT;

	panel_line(buf, panel, 1, 2, _("What is the board called?"), STYLE_PANEL);
	cellbuf_fill(buf, panel.x + 4, panel.y + 4, panel.width - 8, 1, STYLE_PANEL_CHOICE);
	cellbuf_cut(buf, panel.x + 5, panel.y + 4, panel.width - 10, text, STYLE_PANEL_CHOICE);
	shell_key_of(shell, &start_name_mode, "begin", &begin);
	shell_key_of(shell, &start_name_mode, "cancel", &cancel);
	strbuf_addf(&line, _("%s starts, %s goes back"), begin.text, cancel.text);
	panel_line(buf, panel, 5, 2, line.text, STYLE_PANEL_FRAME);
	strbuf_release(&begin);
	strbuf_release(&cancel);
	strbuf_release(&line);
}

/* Draws the title above the boards; if not all are visible, with the number of the chosen one. */
static void start_draw_title(const struct start *start, struct cellbuf *buf, struct panel panel)
{
	size_t rows = START_LINES, count = start->names->count;
	struct strbuf title = STRBUF_INIT;

	if (count > start->room)
		strbuf_addf(&title, _("Your boards, %zu of %zu"), start->at < rows ? 1 : start->at - rows + 1, count);
	else
		strbuf_addstr(&title, _("Your boards"));
	panel_line(buf, panel, 2 + (int)rows, 2, title.text, STYLE_PANEL_TITLE);
	strbuf_release(&title);
}

/* Draws a key and what it does. */
static void start_draw_row(const struct shell *shell, struct cellbuf *buf, struct panel panel, size_t at)
{
	const struct binding *row = &start_mode.rows[at];
	struct strbuf line = STRBUF_INIT;

	keymap_list(&shell->keymap, &start_mode, row, true, &line);
	strbuf_addf(&line, "  %s", _(row->hint));
	panel_line(buf, panel, 1 + (int)at, 2, line.text, at == start_of(shell)->at ? STYLE_PANEL_CHOICE : STYLE_PANEL);
	strbuf_release(&line);
}

static void start_draw_list(const struct shell *shell, struct cellbuf *buf, struct panel panel)
{
	const struct start *start = start_of(shell);
	size_t room = start->room, rows = START_LINES;
	size_t first = start->at >= rows + room ? start->at - rows - room + 1 : 0;

	for (size_t i = 0; i < rows; i++)
		start_draw_row(shell, buf, panel, i);
	if (start->names->count)
		start_draw_title(start, buf, panel);
	for (size_t i = first; i < start->names->count && i < first + room; i++) {
		const char *name = vec_get(start->names, char *, i);
		struct strbuf line = STRBUF_INIT;

		clean_for_display(&line, name, strlen(name));
		panel_line(buf, panel, (int)(3 + rows + i - first), 2, line.text,
			start->at == rows + i ? STYLE_PANEL_CHOICE : STYLE_PANEL);
		strbuf_release(&line);
	}
}

#define START_ROWS_LEAST 24  /* unless the terminal has fewer */
#define START_ROWS_BESIDES 9 /* for everything but boards */

/* The height: enough for all boards, as far as the terminal allows. */
static int start_height(const struct start *start, int rows)
{
	size_t wanted = start->names->count + START_ROWS_BESIDES;

	if (wanted < START_ROWS_LEAST)
		wanted = START_ROWS_LEAST;
	return wanted < (size_t)rows ? (int)wanted : rows;
}

static void start_draw(struct shell *shell, struct cellbuf *buf)
{
	struct start *start = start_of(shell);
	int width = buf->columns < 64 ? buf->columns : 64;
	int height = start_height(start, buf->rows);
	struct panel panel = {(buf->columns - width) / 2, (buf->rows - height) / 2, width, height};

	start->room = height > START_ROWS_BESIDES + 3 ? (size_t)(height - START_ROWS_BESIDES) : 3;
	panel_draw(buf, panel, "evstorm");
	if (!shell_has(shell, &start_name_mode)) {
		start_draw_list(shell, buf, panel);
		return;
	}
	start_draw_name(shell, buf, panel);
	shell->screen.caret_x = panel.x + 5 + width_of(start->line.text.text, start->line.caret);
	shell->screen.caret_y = panel.y + 4;
}

static void start_choose(struct shell *shell, int what)
{
	struct start *start = start_of(shell);

	start->choice->what = (enum start_what)what;
	if (what == START_NEW)
		shell_open(shell, &start_name_mode);
	else
		shell->quit = true;
}

static void start_take(struct shell *shell, int argument)
{
	struct start *start = start_of(shell);

	(void)argument;
	if (start->at < START_LINES) {
		start_choose(shell, start_mode.rows[start->at].argument);
		return;
	}
	start->choice->board = start->at - START_LINES;
	start_choose(shell, START_OPEN);
}

static void start_go_to(struct start *start, size_t at)
{
	size_t last = START_LINES + start->names->count - 1;

	start->at = at < last ? at : last;
}

static void start_go(struct shell *shell, int by)
{
	struct start *start = start_of(shell);
	size_t back = (size_t)(by < 0 ? -by : 0);

	start_go_to(start, by > 0 ? start->at + (size_t)by : start->at - (back < start->at ? back : start->at));
}

static void start_page(struct shell *shell, int by)
{
	start_go(shell, by * (int)start_of(shell)->room);
}

/* Goes to the first board, then to the top. */
static void start_home(struct shell *shell, int argument)
{
	struct start *start = start_of(shell);

	(void)argument;
	start_go_to(start, start->at > START_LINES ? START_LINES : 0);
}

static void start_end(struct shell *shell, int argument)
{
	(void)argument;
	start_go_to(start_of(shell), SIZE_MAX);
}

#define ANYBODY ROLE_OBSERVER, NULL

/* The first START_LINES are shown with their hints. */
static const struct binding start_rows[] = {
	{"n", "new", N_("start a new board"), NULL, start_choose, START_NEW, ANYBODY},
	{"t", "tutorial", N_("learn the keys in ten minutes"), NULL, start_choose, START_TUTORIAL, ANYBODY},
	{"s", "sample", N_("look at a sample workshop"), NULL, start_choose, START_SAMPLE, ANYBODY},
	{"q Esc C-c", "leave", N_("leave"), NULL, start_choose, START_LEAVE, ANYBODY},
	{"j Down", "down", NULL, N_("next, previous line"), start_go, 1, ANYBODY},
	{"k Up", "up", NULL, NULL, start_go, -1, ANYBODY},
	{"PageDown", "page-down", NULL, N_("a page down, up"), start_page, 1, ANYBODY},
	{"PageUp", "page-up", NULL, NULL, start_page, -1, ANYBODY},
	{"Home", "home", NULL, N_("first, last board"), start_home, 0, ANYBODY},
	{"End", "end", NULL, NULL, start_end, 0, ANYBODY},
	{"Enter", "take", NULL, N_("choose the line"), start_take, 0, ANYBODY},
	{0},
};

static const struct mode start_mode = {
	.name = "start",
	.title = N_("Keys of the first screen"),
	.rows = start_rows,
	.bare = true,
	.draw = start_draw,
};

static struct lineedit *start_line(struct shell *shell)
{
	return &start_of(shell)->line;
}

static void start_begin(struct shell *shell, int argument)
{
	struct start *start = start_of(shell);

	(void)argument;
	if (!start->line.text.len)
		return;
	strbuf_addstr(&start->choice->name, start->line.text.text);
	shell->quit = true;
}

static const struct binding start_name_rows[] = {
	{"Enter", "begin", N_("begin"), NULL, start_begin, 0, ANYBODY},
	{"Esc C-c", "cancel", N_("cancel"), NULL, shell_back, 0, ANYBODY},
	{0},
};

static const struct mode start_name_mode = {
	.name = "name",
	.title = N_("Keys where a new board is named"),
	.rows = start_name_rows,
	.bare = true,
	.line = start_line,
};

const struct mode *const start_modes[] = {&start_mode, &start_name_mode, NULL};

int start_ask(const struct vec *names, struct start_choice *choice, struct error *err)
{
	static const struct view_command *const tables[] = {shell_view_commands, NULL};
	static const struct loop_work work = {.take = NULL};
	struct start start = {.names = names, .choice = choice, .at = names->count ? START_LINES : 0};
	struct shell shell;
	struct loop loop;
	int failed;

	*choice = (struct start_choice){.what = START_LEAVE, .name = STRBUF_INIT};
	lineedit_init(&start.line);
	shell_init(&shell, NULL, tables, &start_mode, &start);
	failed = loop_open(&loop, &shell, &work, NULL, err);
	if (!failed) {
		loop_draw(&loop);
		if (!loop_run(&loop))
			choice->what = START_LEAVE;
		loop_close(&loop);
	}
	shell_release(&shell);
	lineedit_release(&start.line);
	return failed;
}
