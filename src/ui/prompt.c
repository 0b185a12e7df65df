/* prompt: the line for commands (:) and searches (/), with history and completion. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "command/complete.h"
#include "text/clean.h"
#include "text/utf8.h"
#include "text/width.h"
#include "ui/desk.h"
#include "ui/view_command.h"
#include "ui/view_list.h"

static const struct hint prompt_hints[] = {{NULL, NULL}};

static struct vec *prompt_history(struct prompt *prompt)
{
	return &prompt->history[prompt->sign == '/'];
}

static void prompt_begin(struct desk *desk, char sign)
{
	struct prompt *prompt = &desk->prompt;

	prompt->sign = sign;
	prompt->at = prompt_history(prompt)->count;
	lineedit_set(&prompt->line, "");
	desk->mode = &prompt_mode;
}

static void prompt_forget_completions(struct prompt *prompt)
{
	for (size_t i = 0; i < prompt->completions.count; i++)
		free(*(char **)vec_at(&prompt->completions, i));
	vec_reset(&prompt->completions);
}

static void prompt_remember(struct prompt *prompt, const char *line)
{
	struct vec *history = prompt_history(prompt);
	char **last = vec_last(history);

	if (line[0] && !(last && !strcmp(*last, line)))
		*(char **)vec_push(history) = mem_strdup(line);
}

static void prompt_search(struct desk *desk, const char *text)
{
	struct strbuf clean = STRBUF_INIT;
	struct error err = ERROR_INIT;

	strbuf_reset(&desk->canvas.search);
	if (clean_text(&clean, text, strlen(text), CLEAN_ONE_LINE, &err)) {
		desk_say_error(desk, &err);
	} else if (clean.len) {
		utf8_fold(&desk->canvas.search, clean.text, clean.len);
		if (!desk_sticky(desk) || !canvas_is_hit(&desk->canvas, desk_sticky(desk)))
			view_search_next(desk, -1);
	}
	strbuf_release(&clean);
}

/* A quote that was opened is closed by the end of the line. */
static bool prompt_has_open_quote(const char *text)
{
	bool open = false;

	for (; *text; text++)
		if (*text == '\\' && text[1])
			text++;
		else if (*text == '"')
			open = !open;
	return open;
}

static void prompt_finish(struct desk *desk)
{
	struct prompt *prompt = &desk->prompt;
	char *line;

	if (prompt->sign == ':' && prompt_has_open_quote(prompt->line.text.text))
		strbuf_addch(&prompt->line.text, '"');
	line = mem_strdup(prompt->line.text.text);
	prompt_remember(prompt, line);
	desk_back(desk);
	if (prompt->sign == '/')
		prompt_search(desk, line);
	else if (line[strspn(line, " ")] && !desk_run(desk, line))
		canvas_let_go(&desk->canvas);
	free(line);
}

/* Shows the entry of the history OFFSET away from the one at hand. */
static void prompt_recall(struct prompt *prompt, int offset)
{
	const struct vec *history = prompt_history(prompt);
	size_t at = prompt->at + (size_t)offset;

	if (at > history->count)
		return;
	prompt->at = at;
	lineedit_set(&prompt->line, at == history->count ? "" : *(char **)vec_at(history, at));
}

static void prompt_list_completions(struct desk *desk)
{
	struct prompt *prompt = &desk->prompt;
	const struct view_command *commands;
	const char **names;
	size_t count;

	commands = view_command_list(&count);
	names = mem_resize(NULL, count + 1, sizeof(*names));
	for (size_t i = 0; i < count; i++)
		names[i] = commands[i].name;
	names[count] = NULL;
	complete_line(prompt->line.text.text, desk_board(desk), names, &prompt->completions,
		&prompt->start);
	for (size_t i = prompt->completions.count; i-- > 0 && !prompt->start;) {
		char *name = *(char **)vec_at(&prompt->completions, i);

		if (!desk_may(desk, name)) {
			free(name);
			vec_remove(&prompt->completions, i);
		}
	}
	prompt->completion = 0;
	free(names);
}

/* Puts the next completion in, or the one before; at first makes the list of them. */
static void prompt_complete(struct desk *desk, bool forward)
{
	struct prompt *prompt = &desk->prompt;
	size_t count = prompt->completions.count;

	if (prompt->sign != ':')
		return;
	if (!count)
		prompt_list_completions(desk);
	else
		prompt->completion = (prompt->completion + (forward ? 1 : count - 1)) % count;
	if (!prompt->completions.count)
		return;
	prompt->line.caret = prompt->line.text.len;
	strbuf_truncate(&prompt->line.text, prompt->start);
	strbuf_addstr(&prompt->line.text, *(char **)vec_at(&prompt->completions, prompt->completion));
	if (prompt->completions.count == 1)
		strbuf_addch(&prompt->line.text, ' ');
	prompt->line.caret = prompt->line.text.len;
	if (prompt->completions.count == 1)
		prompt_forget_completions(prompt);
}

static void prompt_key(struct desk *desk, struct key key)
{
	struct prompt *prompt = &desk->prompt;
	bool empty = !prompt->line.text.len;

	if (key.code == KEY_CODE_TAB || key.code == KEY_CODE_BACK_TAB) {
		prompt_complete(desk, key.code == KEY_CODE_TAB);
		return;
	}
	prompt_forget_completions(prompt);
	if (key.code == KEY_CODE_ENTER)
		prompt_finish(desk);
	else if (key.code == KEY_CODE_ESC || (key.ctrl && key.code == 'c') ||
		 (empty && key.code == KEY_CODE_BACKSPACE))
		desk_back(desk);
	else if (key.code == KEY_CODE_UP)
		prompt_recall(prompt, -1);
	else if (key.code == KEY_CODE_DOWN)
		prompt_recall(prompt, 1);
	else
		lineedit_key(&prompt->line, key);
}

static void prompt_paste(struct desk *desk, const char *text, size_t len)
{
	lineedit_insert(&desk->prompt.line, text, strcspn(text, "\n") < len ? strcspn(text, "\n") : len);
}

/* What the word may become, in the line above. */
static void prompt_draw_completions(const struct prompt *prompt, struct cellbuf *buf)
{
	int y = buf->rows - 2, x = 1;

	if (!prompt->completions.count)
		return;
	cellbuf_fill(buf, 0, y, buf->columns, 1, STYLE_PANEL);
	for (size_t i = 0; i < prompt->completions.count && x < buf->columns; i++) {
		const char *text = *(char **)vec_at(&prompt->completions, i);

		x = cellbuf_cut(buf, x, y, buf->columns - x, text,
			i == prompt->completion ? STYLE_PANEL_CHOICE : STYLE_PANEL) + 2;
	}
}

/* The line itself scrolls sideways so that the caret is in sight. */
static void prompt_draw(struct desk *desk, struct cellbuf *buf)
{
	struct prompt *prompt = &desk->prompt;
	int y = buf->rows - 1;

	if (desk->ground->draw)
		desk->ground->draw(desk, buf);
	cellbuf_fill(buf, 0, y, buf->columns, 1, STYLE_STATUS);
	cellbuf_text(buf, 0, y, 1, &prompt->sign, 1, STYLE_KEY);
	desk->caret_x = lineedit_draw(&prompt->line, buf, 1, y, buf->columns - 1);
	prompt_draw_completions(prompt, buf);
	desk->caret_y = y;
}

const struct mode prompt_mode = {
	.hints = prompt_hints, .key = prompt_key, .paste = prompt_paste, .draw = prompt_draw};

void view_command_line(struct desk *desk, int choice)
{
	(void)choice;
	prompt_begin(desk, ':');
}

void view_ask(struct desk *desk, const char *line)
{
	prompt_begin(desk, ':');
	lineedit_set(&desk->prompt.line, line);
}

void view_search(struct desk *desk, int choice)
{
	(void)choice;
	prompt_begin(desk, '/');
}
