#include "shell/prompt.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "command/complete.h"
#include "draw/panel.h"
#include "shell/shell.h"
#include "shell/view_command.h"
#include "text/clean.h"

/* An earlier answer. */
struct prompt_entry {
	const struct question *question;
	char *line;
};

struct prompt {
	const struct question *question;
	struct lineedit line;
	struct vec history; /* of struct prompt_entry, oldest first */
	size_t at;          /* the entry shown; the count of entries for the line being typed */
	struct strbuf own;  /* that line, while an entry is shown */
	struct vec choices; /* of char *: the completions that Tab cycles through */
	size_t choice;      /* the one shown */
	size_t start;       /* byte where the completed word begins */
	bool ids;           /* completions are ids of stickies, shown with their texts */
};

static void prompt_init(struct shell *shell, void *state)
{
	struct prompt *prompt = state;

	(void)shell;
	lineedit_init(&prompt->line);
	vec_init(&prompt->history, sizeof(struct prompt_entry));
	vec_init(&prompt->choices, sizeof(char *));
	strbuf_init(&prompt->own);
}

static void prompt_release(void *state)
{
	struct prompt *prompt = state;

	for (size_t i = 0; i < prompt->history.count; i++)
		free(vec_get(&prompt->history, struct prompt_entry, i).line);
	vec_release(&prompt->history);
	vec_release_strings(&prompt->choices);
	lineedit_release(&prompt->line);
	strbuf_release(&prompt->own);
}

static struct prompt *prompt_of(const struct shell *shell)
{
	return shell_state(shell, &prompt_mode);
}

static void prompt_forget_choices(struct prompt *prompt)
{
	vec_release_strings(&prompt->choices);
	vec_init(&prompt->choices, sizeof(char *));
}

void prompt_ask(struct shell *shell, const struct question *question, const char *begin)
{
	struct prompt *prompt;

	shell_open(shell, &prompt_mode);
	prompt = prompt_of(shell);
	prompt->question = question;
	prompt->at = prompt->history.count;
	prompt_forget_choices(prompt);
	lineedit_set(&prompt->line, begin);
}

static void prompt_remember(struct prompt *prompt, const char *line)
{
	const struct prompt_entry *last = vec_last(&prompt->history);

	if (!prompt->question->remembers || !line[0] ||
		(last && last->question == prompt->question && !strcmp(last->line, line)))
		return;
	vec_add(&prompt->history, struct prompt_entry) = (struct prompt_entry){prompt->question, mem_strdup(line)};
}

/* Has TEXT a quote that is still open? The end of the line closes it. */
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

/* Closes the mode first, since the answer may open another. */
static void prompt_finish(struct shell *shell, int argument)
{
	struct prompt *prompt = prompt_of(shell);
	const struct question *question = prompt->question;
	char *line;

	(void)argument;
	if (question->completes && prompt_has_open_quote(prompt->line.text.text))
		strbuf_addch(&prompt->line.text, '"');
	line = mem_strdup(prompt->line.text.text);
	prompt_remember(prompt, line);
	shell_close(shell);
	if (question->answer(shell, line) && question->insists)
		shell_open(shell, &prompt_mode);
	free(line);
}

static bool prompt_is_empty(const struct shell *shell)
{
	return !prompt_of(shell)->line.text.len;
}

/* Shows the answer BY steps from the current one, among those to this question. */
static void prompt_recall(struct prompt *prompt, int by)
{
	const struct prompt_entry *entry = NULL;
	size_t at = prompt->at;

	do
		at += (size_t)by;
	while (at < prompt->history.count && (entry = vec_at(&prompt->history, at))->question != prompt->question);
	if (at > prompt->history.count || !prompt->question->remembers)
		return;
	if (prompt->at == prompt->history.count) {
		strbuf_reset(&prompt->own);
		strbuf_addstr(&prompt->own, prompt->line.text.text);
	}
	prompt->at = at;
	lineedit_set(&prompt->line, at == prompt->history.count ? prompt->own.text : entry->line);
}

static void prompt_complete(struct shell *shell)
{
	struct prompt *prompt = prompt_of(shell);
	const struct view_command *command;
	struct vec extra = VEC_INIT(struct complete_command);
	struct complete complete = {.board = shell_board(shell), .veil = shell_veil(shell)};

	for (size_t at = 0; (command = view_command_next(shell, &at));)
		vec_add(&extra, struct complete_command) =
			(struct complete_command){command->name, command->arguments, command->choices};
	vec_push(&extra);
	complete.extra = extra.items;
	prompt->ids = complete_line(&complete, prompt->line.text.text, &prompt->choices, &prompt->start);
	for (size_t i = prompt->choices.count; i-- > 0 && !prompt->start;) {
		char *name = vec_get(&prompt->choices, char *, i);

		if (!shell_may(shell, name)) {
			free(name);
			vec_remove(&prompt->choices, i);
		}
	}
	vec_release(&extra);
}

/* Inserts the current choice. */
static void prompt_put(struct prompt *prompt)
{
	prompt->line.caret = prompt->line.text.len;
	strbuf_truncate(&prompt->line.text, prompt->start);
	strbuf_addstr(&prompt->line.text, vec_get(&prompt->choices, char *, prompt->choice));
	if (prompt->question->completes && prompt->choices.count == 1) {
		strbuf_addch(&prompt->line.text, ' ');
		prompt_forget_choices(prompt);
	}
	prompt->line.caret = prompt->line.text.len;
}

/* Inserts the next choice, or the previous one; lists them first if needed. */
static void prompt_choose(struct shell *shell, int by)
{
	struct prompt *prompt = prompt_of(shell);
	size_t count = prompt->choices.count;

	if (count) {
		prompt->choice = (prompt->choice + count + (size_t)by) % count;
	} else {
		prompt->start = 0;
		if (prompt->question->completes)
			prompt_complete(shell);
		else if (prompt->question->list)
			prompt->question->list(shell, &prompt->choices);
		count = prompt->choices.count;
		prompt->choice = by < 0 && prompt->question->list && count ? count - 1 : 0;
	}
	if (count)
		prompt_put(prompt);
}

static void prompt_go(struct shell *shell, int by)
{
	struct prompt *prompt = prompt_of(shell);

	if (prompt->question->list) {
		prompt_choose(shell, by);
		return;
	}
	prompt_forget_choices(prompt);
	prompt_recall(prompt, by);
}

static struct lineedit *prompt_line(struct shell *shell)
{
	struct prompt *prompt = prompt_of(shell);

	prompt_forget_choices(prompt);
	return &prompt->line;
}

/* Appends a choice as shown: an id with the text of its sticky. */
static void prompt_show_choice(const struct shell *shell, const char *choice, struct strbuf *out)
{
	const struct sticky *sticky =
		prompt_of(shell)->ids ? board_sticky(shell_board(shell), strtoll(choice, NULL, 10)) : NULL;
	struct veil veil = shell_veil(shell);
	struct strbuf text = STRBUF_INIT;

	strbuf_addstr(out, choice);
	if (sticky) {
		clean_for_display(&text, veil_text(&veil, sticky), strlen(veil_text(&veil, sticky)));
		strbuf_addf(out, " %s", text.text);
	}
	strbuf_release(&text);
}

/* Draws the choices for the word in the line above; the current one is always visible. */
static void prompt_draw_choices(const struct shell *shell, struct cellbuf *buf)
{
	const struct prompt *prompt = prompt_of(shell);
	int y = buf->rows - 2, x = 1;
	struct strbuf text = STRBUF_INIT;

	if (!prompt->choices.count)
		return;
	cellbuf_fill(buf, 0, y, buf->columns, 1, STYLE_PANEL);
	for (size_t i = prompt->ids ? prompt->choice : 0; i < prompt->choices.count && x < buf->columns; i++) {
		strbuf_reset(&text);
		prompt_show_choice(shell, vec_get(&prompt->choices, char *, i), &text);
		x = cellbuf_cut(buf, x, y, buf->columns - x, text.text,
			    i == prompt->choice ? STYLE_PANEL_CHOICE : STYLE_PANEL) +
		    2;
	}
	strbuf_release(&text);
}

static void prompt_draw_list(const struct shell *shell, struct cellbuf *buf)
{
	const struct prompt *prompt = prompt_of(shell);
	int height = buf->rows - SHELL_ROWS_ABOVE - SHELL_ROWS_BELOW;
	struct strbuf title = STRBUF_INIT, key = STRBUF_INIT;
	struct vec lines = VEC_INIT(char *);

	prompt->question->list(shell, &lines);
	shell_key_of(shell, &prompt_mode, "next", &key);
	strbuf_addf(&title, _("%s: %s to choose"), _(prompt->question->title), key.text);
	if (lines.count)
		panel_list(buf, buf->rows - SHELL_ROWS_BELOW, height / 2, title.text, &lines,
			prompt->choices.count ? (int)prompt->choice : -1);
	vec_release_strings(&lines);
	strbuf_release(&title);
	strbuf_release(&key);
}

/* The line scrolls sideways so that the caret is visible. */
static void prompt_draw(struct shell *shell, struct cellbuf *buf)
{
	const struct prompt *prompt = prompt_of(shell);
	const char *text = prompt->question->text;
	int y = buf->rows - 1, x = 1;

	if (prompt->question->list)
		prompt_draw_list(shell, buf);
	cellbuf_fill(buf, 0, y, buf->columns, 1, STYLE_STATUS);
	if (!text[1])
		cellbuf_text(buf, 0, y, 1, text, 1, STYLE_KEY);
	else
		x = cellbuf_cut(buf, 1, y, buf->columns * 2 / 3, _(text), STYLE_STATUS) + 1;
	shell->screen.caret_x = lineedit_draw(&prompt->line, buf, x, y, buf->columns - x);
	shell->screen.caret_y = y;
	if (prompt->question->completes)
		prompt_draw_choices(shell, buf);
}

static const struct binding prompt_rows[] = {
	{"Enter", "finish", NULL, N_("accept the line"), prompt_finish, 0, ROLE_OBSERVER, NULL},
	{"Esc C-c", "cancel", NULL, N_("cancel"), shell_back, 0, ROLE_OBSERVER, NULL},
	{"Backspace", "cancel-empty", NULL, N_("on an empty line: cancel"), shell_back, 0, ROLE_OBSERVER,
		prompt_is_empty},
	{"Tab", "complete", NULL, N_("complete the word; next, previous completion"), prompt_choose, 1, ROLE_OBSERVER,
		NULL},
	{"BackTab", "complete-back", NULL, NULL, prompt_choose, -1, ROLE_OBSERVER, NULL},
	{"Up", "previous", NULL, N_("previous, next line of the history or the list"), prompt_go, -1, ROLE_OBSERVER,
		NULL},
	{"Down", "next", NULL, NULL, prompt_go, 1, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode prompt_mode = {
	.name = "prompt",
	.title = N_("Keys of the prompt"),
	.rows = prompt_rows,
	.size = sizeof(struct prompt),
	.init = prompt_init,
	.release = prompt_release,
	.line = prompt_line,
	.draw = prompt_draw,
};

static int prompt_run(struct shell *shell, const char *text)
{
	if (text[strspn(text, " ")] && !shell_run(shell, text))
		shell_clear_selection(shell);
	return 0;
}

static const struct question prompt_command_question = {
	.text = ":", .answer = prompt_run, .remembers = true, .completes = true};

void prompt_begin(struct shell *shell, const char *line)
{
	prompt_ask(shell, &prompt_command_question, line);
}

void prompt_command(struct shell *shell, int choice)
{
	(void)choice;
	prompt_begin(shell, "");
}
