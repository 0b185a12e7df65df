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
	struct strbuf begin; /* what the line began with: the history has only lines that begin with it, too */
	struct vec history;  /* of struct prompt_entry, oldest first */
	struct vec left;     /* of char *: what was typed into each entry and, last, into the own line; or NULL */
	size_t at;           /* the entry shown; the count of entries for the line being typed */
	struct vec choices;  /* of char *: the completions that Tab cycles through */
	size_t choice;       /* the one shown; their count for what was typed */
	size_t start;        /* byte where the completed word begins */
	struct strbuf typed; /* that word, as it was typed */
	bool ids;            /* completions are ids of stickies, shown with their texts */
};

static void prompt_init(struct shell *shell, void *state)
{
	struct prompt *prompt = state;

	(void)shell;
	lineedit_init(&prompt->line);
	vec_init(&prompt->history, sizeof(struct prompt_entry));
	vec_init(&prompt->left, sizeof(char *));
	vec_init(&prompt->choices, sizeof(char *));
	strbuf_init(&prompt->begin);
	strbuf_init(&prompt->typed);
}

static void prompt_release(void *state)
{
	struct prompt *prompt = state;

	for (size_t i = 0; i < prompt->history.count; i++)
		free(vec_get(&prompt->history, struct prompt_entry, i).line);
	vec_release(&prompt->history);
	vec_release_strings(&prompt->left);
	vec_release_strings(&prompt->choices);
	lineedit_release(&prompt->line);
	strbuf_release(&prompt->begin);
	strbuf_release(&prompt->typed);
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

/* Starts below the history, of which nothing has been altered. */
static void prompt_start(struct prompt *prompt)
{
	vec_release_strings(&prompt->left);
	vec_init(&prompt->left, sizeof(char *));
	for (size_t i = 0; i <= prompt->history.count; i++)
		vec_add(&prompt->left, char *) = NULL;
	prompt->at = prompt->history.count;
	prompt_forget_choices(prompt);
}

void prompt_ask(struct shell *shell, const struct question *question, const char *begin)
{
	struct prompt *prompt;

	shell_open(shell, &prompt_mode);
	prompt = prompt_of(shell);
	prompt->question = question;
	strbuf_reset(&prompt->begin);
	strbuf_addstr(&prompt->begin, begin);
	prompt_start(prompt);
	lineedit_set(&prompt->line, begin);
}

/* Do they share their history? All command lines do. */
static bool prompt_shares(const struct question *one, const struct question *other)
{
	return one == other || (one->completes && other->completes);
}

static void prompt_remember(struct prompt *prompt, const char *line)
{
	const struct prompt_entry *last = vec_last(&prompt->history);

	if (!prompt->question->remembers || !line[0] ||
		(last && prompt_shares(last->question, prompt->question) && !strcmp(last->line, line)))
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
	if (question->answer(shell, line) && question->insists) {
		shell_open(shell, &prompt_mode);
		prompt_start(prompt);
	}
	free(line);
}

static bool prompt_is_empty(const struct shell *shell)
{
	return !prompt_of(shell)->line.text.len;
}

/* Does entry AT of the history answer the question, and begin like the line asked for? */
static bool prompt_suits(const struct prompt *prompt, size_t at)
{
	const struct prompt_entry *entry = vec_at(&prompt->history, at);

	return prompt_shares(entry->question, prompt->question) &&
	       !strncmp(entry->line, prompt->begin.text, prompt->begin.len);
}

/* Shows the answer BY steps from the current one. What has been typed into any of them stays there. */
static void prompt_recall(struct prompt *prompt, int by)
{
	size_t at = prompt->at;
	const char *line;
	char **left;

	do
		at += (size_t)by;
	while (at < prompt->history.count && !prompt_suits(prompt, at));
	if (at > prompt->history.count || !prompt->question->remembers)
		return;
	left = vec_at(&prompt->left, prompt->at);
	free(*left);
	*left = mem_strdup(prompt->line.text.text);
	prompt->at = at;
	line = vec_get(&prompt->left, char *, at);
	lineedit_set(&prompt->line, line ? line : vec_get(&prompt->history, struct prompt_entry, at).line);
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

/* Puts the current choice, or what was typed, in place of the word. */
static void prompt_put(struct prompt *prompt)
{
	bool chosen = prompt->choice < prompt->choices.count;

	strbuf_truncate(&prompt->line.text, prompt->start);
	strbuf_addstr(
		&prompt->line.text, chosen ? vec_get(&prompt->choices, char *, prompt->choice) : prompt->typed.text);
	if (prompt->question->completes && prompt->choices.count == 1) {
		strbuf_addch(&prompt->line.text, ' ');
		prompt_forget_choices(prompt);
	}
	prompt->line.caret = prompt->line.text.len;
}

/* Lists the choices, with what was typed as the current one. */
static void prompt_list(struct shell *shell)
{
	struct prompt *prompt = prompt_of(shell);

	prompt->start = 0;
	if (prompt->question->completes)
		prompt_complete(shell);
	else if (prompt->question->list)
		prompt->question->list(shell, &prompt->choices);
	prompt->choice = prompt->choices.count;
	strbuf_reset(&prompt->typed);
	strbuf_addstr(&prompt->typed, prompt->line.text.text + prompt->start);
}

/* Inserts the next choice, or the previous one; behind the last comes what was typed. Lists them first if needed. */
static void prompt_choose(struct shell *shell, int by)
{
	struct prompt *prompt = prompt_of(shell);
	size_t stops;

	if (!prompt->choices.count)
		prompt_list(shell);
	stops = prompt->choices.count + 1;
	prompt->choice = (prompt->choice + stops + (size_t)by) % stops;
	if (prompt->choices.count)
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
	for (size_t i = prompt->ids ? prompt->choice % prompt->choices.count : 0;
		i < prompt->choices.count && x < buf->columns; i++) {
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
			prompt->choice < prompt->choices.count ? (int)prompt->choice : -1);
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
	said_draw_above(&shell->message, buf, y);
	if (prompt->question->completes)
		prompt_draw_choices(shell, buf);
}

/* Does text follow the command line that ROW finishes? */
static bool prompt_types(const struct shell *shell, const struct binding *row)
{
	const struct prompt *prompt = prompt_of(shell);

	return row->run == prompt_finish && prompt->question->completes && !prompt->question->insists &&
	       shell_line_has(shell, prompt->line.text.text, VIEW_TYPES);
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
	.types = prompt_types,
	.line = prompt_line,
	.draw = prompt_draw,
};

static int prompt_run(struct shell *shell, const char *text)
{
	int failed;

	if (!text[strspn(text, " ")])
		return 0;
	failed = shell_run(shell, text);
	if (!failed)
		shell_clear_selection(shell);
	return failed;
}

static const struct question prompt_typed_question = {
	.text = ":", .answer = prompt_run, .remembers = true, .completes = true};

/* What a key has asked for stays to be corrected. */
static const struct question prompt_begun_question = {
	.text = ":", .answer = prompt_run, .insists = true, .remembers = true, .completes = true};

void prompt_begin(struct shell *shell, const char *line)
{
	prompt_ask(shell, &prompt_begun_question, line);
}

void prompt_save(const struct shell *shell, struct strbuf *line)
{
	const struct prompt *prompt = shell_has(shell, &prompt_mode) ? prompt_of(shell) : NULL;
	const char *text = prompt ? prompt->line.text.text : "";

	if (!prompt || !text[strspn(text, " ")] || !strcmp(text, prompt->begin.text))
		return;
	if (prompt->question->completes)
		strbuf_addstr(line, text);
	else if (prompt->question->keep)
		prompt->question->keep(shell, text, line);
	while (line->len && line->text[line->len - 1] == '\n')
		strbuf_truncate(line, line->len - 1);
}

void prompt_command(struct shell *shell, int choice)
{
	(void)choice;
	prompt_ask(shell, &prompt_typed_question, "");
}
