#include "ui/start.h"

#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/clean.h"
#include "text/width.h"
#include "terminal/input.h"
#include "shell/lineedit.h"
#include "draw/panel.h"
#include "terminal/signals.h"
#include "terminal/terminal.h"

/* What there is besides the boards themselves. */
static const struct {
	enum start_what what;
	char key;
	const char *text;
} start_rows[] = {
	{START_NEW, 'n', N_("n  begin a new board")},
	{START_TUTORIAL, 't', N_("t  learn the keys in ten minutes")},
	{START_SAMPLE, 's', N_("s  look at a sample workshop")},
	{START_LEAVE, 'q', N_("q  leave")},
};

struct start {
	const struct vec *names;
	struct start_choice *choice;
	size_t at;            /* the line chosen: first the rows above, then the boards */
	size_t room;          /* how many boards are seen at once, as drawn last */
	bool naming;          /* a new board's name is being typed */
	struct lineedit line; /* that name */
	bool done;
};

static void start_draw_name(const struct start *start, struct cellbuf *buf, struct panel panel)
{
	const char *text = start->line.text.text;

	panel_line(buf, panel, 1, 2, _("What is the board called?"), STYLE_PANEL);
	cellbuf_fill(buf, panel.x + 4, panel.y + 4, panel.width - 8, 1, STYLE_PANEL_CHOICE);
	cellbuf_cut(buf, panel.x + 5, panel.y + 4, panel.width - 10, text, STYLE_PANEL_CHOICE);
	panel_line(buf, panel, 5, 2, _("Enter begins, Esc goes back"), STYLE_PANEL_FRAME);
}

/* Above the boards; when not all are seen, with the one chosen. */
static void start_draw_title(const struct start *start, struct cellbuf *buf, struct panel panel)
{
	size_t rows = ARRAY_SIZE(start_rows), count = start->names->count;
	struct strbuf title = STRBUF_INIT;

	if (count > start->room)
		strbuf_addf(&title, _("Your boards, %zu of %zu"), start->at < rows ? 1 : start->at - rows + 1,
			count);
	else
		strbuf_addstr(&title, _("Your boards"));
	panel_line(buf, panel, 2 + (int)rows, 2, title.text, STYLE_PANEL_TITLE);
	strbuf_release(&title);
}

static void start_draw_list(const struct start *start, struct cellbuf *buf, struct panel panel)
{
	size_t room = start->room, rows = ARRAY_SIZE(start_rows);
	size_t first = start->at >= rows + room ? start->at - rows - room + 1 : 0;

	for (size_t i = 0; i < rows; i++)
		panel_line(buf, panel, 1 + (int)i, 2, _(start_rows[i].text),
			i == start->at ? STYLE_PANEL_CHOICE : STYLE_PANEL);
	if (start->names->count)
		start_draw_title(start, buf, panel);
	for (size_t i = first; i < start->names->count && i < first + room; i++) {
		const char *name = *(char **)vec_at(start->names, i);
		struct strbuf line = STRBUF_INIT;

		clean_for_display(&line, name, strlen(name));
		panel_line(buf, panel, (int)(3 + rows + i - first), 2, line.text,
			start->at == rows + i ? STYLE_PANEL_CHOICE : STYLE_PANEL);
		strbuf_release(&line);
	}
}

#define START_ROWS_LEAST 24 /* unless the terminal has fewer */
#define START_ROWS_BESIDES 9 /* that are no boards */

/* As high as there are boards, as far as the terminal goes. */
static int start_height(const struct start *start, int rows)
{
	size_t wanted = start->names->count + START_ROWS_BESIDES;

	if (wanted < START_ROWS_LEAST)
		wanted = START_ROWS_LEAST;
	return wanted < (size_t)rows ? (int)wanted : rows;
}

static void start_draw(struct start *start, struct terminal *terminal, struct cellbuf *buf)
{
	struct terminal_facts facts = terminal_facts(terminal);
	int width = facts.columns < 64 ? facts.columns : 64;
	int height = start_height(start, facts.rows);
	struct panel panel = {(facts.columns - width) / 2, (facts.rows - height) / 2, width, height};
	int x = -1;

	start->room = height > START_ROWS_BESIDES + 3 ? (size_t)(height - START_ROWS_BESIDES) : 3;
	cellbuf_reset(buf, facts.columns, facts.rows, STYLE_BOARD);
	panel_draw(buf, panel, "evstorm");
	if (start->naming) {
		start_draw_name(start, buf, panel);
		x = panel.x + 5 + width_of(start->line.text.text, start->line.caret);
	} else {
		start_draw_list(start, buf, panel);
	}
	terminal_paint(terminal, buf, x, panel.y + 4, x >= 0);
}

static void start_choose(struct start *start)
{
	size_t rows = ARRAY_SIZE(start_rows);

	start->choice->what = start->at < rows ? start_rows[start->at].what : START_OPEN;
	if (start->choice->what == START_OPEN)
		start->choice->board = start->at - rows;
	start->naming = start->choice->what == START_NEW;
	start->done = !start->naming;
}

static void start_name_key(struct start *start, struct key key)
{
	if (key.code == KEY_CODE_ESC) {
		start->naming = false;
	} else if (key.code == KEY_CODE_ENTER && start->line.text.len) {
		strbuf_addstr(&start->choice->name, start->line.text.text);
		start->done = true;
	} else {
		lineedit_key(&start->line, key);
	}
}

/* Goes to another line; false when KEY goes nowhere. Home goes to the first board before it goes to the top. */
static bool start_go(struct start *start, struct key key)
{
	size_t rows = ARRAY_SIZE(start_rows), count = rows + start->names->count, at = start->at;

	if (key.ctrl)
		return false;
	if (key.code == KEY_CODE_DOWN || key.code == 'j')
		at++;
	else if (key.code == KEY_CODE_UP || key.code == 'k')
		at -= at > 0;
	else if (key.code == KEY_CODE_PAGE_DOWN)
		at += start->room;
	else if (key.code == KEY_CODE_PAGE_UP)
		at -= start->room < at ? start->room : at;
	else if (key.code == KEY_CODE_HOME)
		at = at > rows ? rows : 0;
	else if (key.code == KEY_CODE_END)
		at = count - 1;
	else
		return false;
	start->at = at < count ? at : count - 1;
	return true;
}

static void start_list_key(struct start *start, struct key key)
{
	if (start_go(start, key))
		return;
	if (key.code == KEY_CODE_ENTER)
		start_choose(start);
	else if (key.code == KEY_CODE_ESC || (key.ctrl && key.code == 'c'))
		start->done = true;
	for (size_t i = 0; i < ARRAY_SIZE(start_rows) && !key.ctrl; i++)
		if (key.code == start_rows[i].key) {
			start->at = i;
			start_choose(start);
		}
}

static void start_loop(struct start *start, struct terminal *terminal, struct input *input)
{
	struct cellbuf frame = CELLBUF_INIT;
	struct event event;
	unsigned flags;

	for (start_draw(start, terminal, &frame); !start->done; start_draw(start, terminal, &frame)) {
		if (!signals_wait(STDIN_FILENO, -1, -1, -1, &flags) || flags & SIGNALS_END) {
			start->choice->what = START_LEAVE;
			break;
		}
		if (flags & SIGNALS_RESIZE)
			terminal_resized(terminal);
		while (!start->done && input_next(input, &event)) {
			if (event.type != EVENT_KEY)
				continue;
			if (start->naming)
				start_name_key(start, event.key);
			else
				start_list_key(start, event.key);
		}
	}
	cellbuf_release(&frame);
}

int start_ask(const struct vec *names, struct start_choice *choice, struct error *err)
{
	struct start start = {.names = names, .choice = choice};
	struct terminal *terminal;
	struct input *input;
	int failed = terminal_open(&terminal, err);

	*choice = (struct start_choice){.what = START_LEAVE, .name = STRBUF_INIT};
	if (failed)
		return failed;
	lineedit_init(&start.line);
	input = input_new();
	start.at = names->count ? ARRAY_SIZE(start_rows) : 0;
	start_loop(&start, terminal, input);
	input_free(input);
	terminal_close(terminal);
	lineedit_release(&start.line);
	return 0;
}
