#include "cli/start.h"

#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "draw/panel.h"
#include "shell/loop.h"
#include "text/clean.h"
#include "text/needle.h"
#include "text/width.h"

/* Entries above the boards. */
#define START_LINES 4

/* From so many boards on, the keys that sort and find them are shown. */
#define START_MANY 8

/* A board in the list. */
struct start_line {
	size_t board; /* its index */
	int64_t changed_ms;
};

struct start {
	const struct vec *boards; /* of struct start_board, by name */
	struct vec shown;         /* of struct start_line, in order */
	bool by_time;             /* the order is that of the last change, latest first */
	struct start_choice *choice;
	size_t at;            /* the chosen line: first the entries above, then the boards */
	size_t room;          /* how many boards were visible when last drawn */
	struct lineedit line; /* the name of a new board being typed */
	struct lineedit find; /* what the names of the boards must contain, being typed */
	struct strbuf found;  /* the same when the boards were last listed */
};

static const struct mode start_mode, start_name_mode, start_find_mode;

static struct start *start_of(const struct shell *shell)
{
	return shell_state(shell, &start_mode);
}

static const struct start_board *start_board(const struct start *start, size_t at)
{
	return vec_at(start->boards, vec_get(&start->shown, struct start_line, at).board);
}

static int start_compare(const void *a, const void *b)
{
	const struct start_line *left = a, *right = b;

	if (left->changed_ms != right->changed_ms)
		return left->changed_ms < right->changed_ms ? 1 : -1;
	return (left->board > right->board) - (left->board < right->board);
}

/* Lists the boards whose names contain what is typed, in the chosen order. */
static void start_list(struct start *start)
{
	struct strbuf needle = STRBUF_INIT, name = STRBUF_INIT;

	vec_reset(&start->shown);
	needle_make(&needle, start->find.text.text);
	for (size_t i = 0; i < start->boards->count; i++) {
		const struct start_board *board = vec_at(start->boards, i);

		strbuf_reset(&name);
		clean_for_display(&name, board->name, strlen(board->name));
		if (!needle.len || needle_occurs(needle.text, name.text))
			vec_add(&start->shown, struct start_line) = (struct start_line){i, board->changed_ms};
	}
	if (start->by_time && start->shown.count)
		qsort(start->shown.items, start->shown.count, start->shown.size, start_compare);
	strbuf_reset(&start->found);
	strbuf_addstr(&start->found, start->find.text.text);
	strbuf_release(&needle);
	strbuf_release(&name);
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

/* Appends the keys that find and sort. */
static void start_say_keys(const struct shell *shell, struct strbuf *out)
{
	struct strbuf find = STRBUF_INIT, order = STRBUF_INIT;

	shell_key_of(shell, &start_mode, "find", &find);
	shell_key_of(shell, &start_mode, "order", &order);
	strbuf_addf(out,
		start_of(shell)->by_time ? _("  (%s finds, %s sorts by name)") : _("  (%s finds, %s sorts by time)"),
		find.text, order.text);
	strbuf_release(&find);
	strbuf_release(&order);
}

/* Draws the title above the boards; if not all are visible, with the number of the chosen one. */
static void start_draw_title(const struct shell *shell, struct cellbuf *buf, struct panel panel)
{
	const struct start *start = start_of(shell);
	size_t rows = START_LINES, count = start->shown.count;
	struct strbuf title = STRBUF_INIT;

	if (count > start->room)
		strbuf_addf(&title, _("Your boards, %zu of %zu"), start->at < rows ? 1 : start->at - rows + 1, count);
	else
		strbuf_addstr(&title, _("Your boards"));
	if (start->boards->count >= START_MANY)
		start_say_keys(shell, &title);
	panel_line(buf, panel, 2 + (int)rows, 2, title.text, STYLE_PANEL_TITLE);
	strbuf_release(&title);
}

/* Draws what is being typed to find a board, in place of the title, and how many there are. */
static void start_draw_find(struct shell *shell, struct cellbuf *buf, struct panel panel)
{
	const struct start *start = start_of(shell);
	struct strbuf label = STRBUF_INIT, count = STRBUF_INIT;
	int y = panel.y + 3 + START_LINES, room;

	strbuf_addstr(&label, _("Find: "));
	strbuf_addf(&count, _("%zu of %zu"), start->shown.count, start->boards->count);
	panel_line(buf, panel, 2 + START_LINES, 2, label.text, STYLE_PANEL_TITLE);
	room = panel.width - 9 - width_of(label.text, label.len) - width_of(count.text, count.len);
	cellbuf_cut(buf, panel.x + panel.width - 4 - width_of(count.text, count.len), y, panel.width, count.text,
		STYLE_PANEL_FRAME);
	shell->screen.caret_x =
		lineedit_draw(&start->find, buf, panel.x + 4 + width_of(label.text, label.len), y, room);
	shell->screen.caret_y = y;
	strbuf_release(&label);
	strbuf_release(&count);
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

/* Draws board AT of the list; in the order of the last change, with its time. */
static void start_draw_board(const struct start *start, struct cellbuf *buf, struct panel panel, int y, size_t at)
{
	const struct start_board *board = start_board(start, at);
	enum style style = start->at == START_LINES + at ? STYLE_PANEL_CHOICE : STYLE_PANEL;
	struct strbuf line = STRBUF_INIT;
	char time[CLOCK_TEXT_BYTES];

	if (start->by_time) {
		clock_format_local(board->changed_ms, time);
		strbuf_addf(&line, "%.10s %.5s  ", time, time + strlen("2026-11-20T"));
	}
	clean_for_display(&line, board->name, strlen(board->name));
	panel_line(buf, panel, y, 2, line.text, style);
	strbuf_release(&line);
}

static void start_draw_list(struct shell *shell, struct cellbuf *buf, struct panel panel)
{
	const struct start *start = start_of(shell);
	size_t room = start->room, rows = START_LINES;
	size_t first = start->at >= rows + room ? start->at - rows - room + 1 : 0;

	for (size_t i = 0; i < rows; i++)
		start_draw_row(shell, buf, panel, i);
	if (shell_has(shell, &start_find_mode))
		start_draw_find(shell, buf, panel);
	else if (start->boards->count)
		start_draw_title(shell, buf, panel);
	for (size_t i = first; i < start->shown.count && i < first + room; i++)
		start_draw_board(start, buf, panel, (int)(3 + rows + i - first), i);
	if (start->boards->count && !start->shown.count)
		panel_line(buf, panel, (int)(3 + rows), 2, _("No board has this in its name"), STYLE_PANEL_FRAME);
}

#define START_ROWS_LEAST 24  /* unless the terminal has fewer */
#define START_ROWS_BESIDES 9 /* for everything but boards */

/* The height: enough for all boards, as far as the terminal allows. */
static int start_height(const struct start *start, int rows)
{
	size_t wanted = start->boards->count + START_ROWS_BESIDES;

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

	if (strcmp(start->find.text.text, start->found.text) != 0) {
		start_list(start);
		start->at = START_LINES;
	}
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
	if (start->at - START_LINES >= start->shown.count)
		return; /* nothing is found */
	start->choice->board = vec_get(&start->shown, struct start_line, start->at - START_LINES).board;
	start_choose(shell, START_OPEN);
}

static void start_go_to(struct start *start, size_t at)
{
	size_t last = START_LINES + start->shown.count - 1;

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

/* Sorts the other way; the chosen board stays chosen. */
static void start_order(struct shell *shell, int argument)
{
	struct start *start = start_of(shell);
	bool chosen = start->at >= START_LINES && start->at - START_LINES < start->shown.count;
	size_t board = chosen ? vec_get(&start->shown, struct start_line, start->at - START_LINES).board : 0;

	(void)argument;
	start->by_time = !start->by_time;
	start_list(start);
	for (size_t i = 0; i < start->shown.count && chosen; i++)
		if (vec_get(&start->shown, struct start_line, i).board == board)
			start->at = START_LINES + i;
}

static void start_find(struct shell *shell, int argument)
{
	(void)argument;
	if (!start_of(shell)->boards->count)
		return;
	start_go_to(start_of(shell), START_LINES);
	shell_open(shell, &start_find_mode);
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
	{"/", "find", NULL, N_("find boards by typing a part of their names"), start_find, 0, ANYBODY},
	{"o", "order", NULL, N_("sort the boards by name, or by the last change"), start_order, 0, ANYBODY},
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

static struct lineedit *start_find_line(struct shell *shell)
{
	return &start_of(shell)->find;
}

/* Moves among the boards that are found. */
static void start_find_go(struct shell *shell, int by)
{
	start_go(shell, by);
	if (start_of(shell)->at < START_LINES)
		start_of(shell)->at = START_LINES;
}

static void start_find_page(struct shell *shell, int by)
{
	start_find_go(shell, by * (int)start_of(shell)->room);
}

static void start_find_end(struct shell *shell, int argument)
{
	lineedit_set(&start_of(shell)->find, "");
	shell_back(shell, argument);
}

static const struct binding start_find_rows[] = {
	{"Enter", "take", N_("open"), N_("open the board"), start_take, 0, ANYBODY},
	{"Down", "down", NULL, N_("next, previous board"), start_find_go, 1, ANYBODY},
	{"Up", "up", NULL, NULL, start_find_go, -1, ANYBODY},
	{"PageDown", "page-down", NULL, N_("a page down, up"), start_find_page, 1, ANYBODY},
	{"PageUp", "page-up", NULL, NULL, start_find_page, -1, ANYBODY},
	{"Esc C-c", "cancel", N_("cancel"), NULL, start_find_end, 0, ANYBODY},
	{0},
};

static const struct mode start_find_mode = {
	.name = "find",
	.title = N_("Keys while a board is searched for"),
	.rows = start_find_rows,
	.bare = true,
	.line = start_find_line,
};

const struct mode *const start_modes[] = {&start_mode, &start_name_mode, &start_find_mode, NULL};

int start_ask(const struct vec *boards, struct start_choice *choice, struct error *err)
{
	static const struct view_command *const tables[] = {shell_view_commands, NULL};
	static const struct loop_work work = {.take = NULL};
	struct start start = {.boards = boards,
		.choice = choice,
		.at = boards->count ? START_LINES : 0,
		.shown = VEC_INIT(struct start_line),
		.found = STRBUF_INIT};
	struct shell shell;
	struct loop loop;
	int failed;

	*choice = (struct start_choice){.what = START_LEAVE, .name = STRBUF_INIT};
	lineedit_init(&start.line);
	lineedit_init(&start.find);
	start_list(&start);
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
	lineedit_release(&start.find);
	vec_release(&start.shown);
	strbuf_release(&start.found);
	return failed;
}
