/* typing: typing a new sticky, or editing the text of one, on the canvas. */
#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/step.h"
#include "shell/prompt.h"
#include "shell/refused.h"
#include "canvas/canvas.h"
#include "canvas/typing.h"
#include "canvas/view_list.h"

/* A sticky being typed. */
struct typing {
	struct lineedit line;
	struct place place;
	enum kind kind;
	int64_t sticky; /* the one whose text is edited, or 0 for a new one */
};

static void typing_init(struct shell *shell, void *state)
{
	struct typing *typing = state;

	(void)shell;
	lineedit_init(&typing->line);
}

static void typing_release(void *state)
{
	struct typing *typing = state;

	lineedit_release(&typing->line);
}

static struct typing *typing_of(const struct shell *shell)
{
	return shell_state(shell, &typing_mode);
}

/* Starts typing on the canvas, with TEXT of the sticky of that id, or of a new one. */
static void typing_open(struct shell *shell, struct place place, enum kind kind, int64_t sticky, const char *text)
{
	struct typing *typing;

	shell_open(shell, shell_lowest(shell));
	shell_open(shell, &typing_mode);
	typing = typing_of(shell);
	typing->place = place;
	typing->kind = kind;
	typing->sticky = sticky;
	lineedit_set(&typing->line, text);
	boardview_clear_selection(&canvas_of(shell)->view);
}

static void typing_begin(struct shell *shell, struct place place, enum kind kind)
{
	place = board_free_place(shell_board(shell), place);
	canvas_of(shell)->view.hidden &= ~KIND_BIT(kind);
	typing_open(shell, place, kind, 0, "");
	boardview_go(&canvas_of(shell)->view, place);
}

/* Adds the new sticky and moves the cursor to it. */
static int typing_add(struct shell *shell)
{
	const struct typing *typing = typing_of(shell);
	int64_t id = 0;
	int failed = shell_do(shell, &id, "add %s -c %d -r %d -- %s", kind_token(typing->kind), typing->place.column,
		typing->place.row, typing->line.text.text);
	const struct sticky *sticky = failed ? NULL : board_sticky(shell_board(shell), id);

	if (sticky)
		boardview_go(&canvas_of(shell)->view, sticky->place);
	return failed;
}

static int typing_edit(struct shell *shell)
{
	return shell_do(
		shell, NULL, "edit %" PRId64 " -- %s", typing_of(shell)->sticky, typing_of(shell)->line.text.text);
}

/* When somebody has removed the sticky, or merged it into another one, makes its text that of a new one. */
static void typing_leave_sticky(struct shell *shell)
{
	struct typing *typing = typing_of(shell);

	if (!typing->sticky || board_sticky(shell_board(shell), typing->sticky))
		return;
	typing->sticky = 0;
	typing->place = board_free_place(shell_board(shell), typing->place);
	shell_say_key(
		shell, _("somebody has removed this sticky; %s keeps your text as a new one"), &typing_mode, "keep");
	shell->message.failed = true;
}

/* Saves what was typed, unless that is nothing. If that fails, the text stays for the user to correct. */
static int typing_keep(struct shell *shell)
{
	const struct typing *typing = typing_of(shell);
	const char *text = typing->line.text.text;
	int failed = 0;

	if (text[strspn(text, " \n")])
		failed = typing->sticky ? typing_edit(shell) : typing_add(shell);
	if (failed)
		typing_leave_sticky(shell);
	else
		shell_close(shell);
	return failed;
}

static void typing_finish(struct shell *shell, int argument)
{
	(void)argument;
	typing_keep(shell);
}

static void typing_next(struct shell *shell, int argument)
{
	enum kind kind = typing_of(shell)->kind;
	struct place place;

	(void)argument;
	if (typing_keep(shell))
		return;
	place = canvas_of(shell)->view.cursor;
	if (place.column < PLACE_MOST)
		place.column++;
	typing_begin(shell, place, kind);
}

static void typing_break(struct shell *shell, int argument)
{
	(void)argument;
	lineedit_insert(&typing_of(shell)->line, "\n", 1);
}

static struct lineedit *typing_line(struct shell *shell)
{
	return &typing_of(shell)->line;
}

static void typing_paste(struct shell *shell, const char *text, size_t len)
{
	if (!lineedit_insert(&typing_of(shell)->line, text, len))
		shell_say_full(shell);
}

bool typing_draft(const struct shell *shell, struct draft *draft)
{
	const struct typing *typing;

	if (!shell_has(shell, &typing_mode))
		return false;
	typing = typing_of(shell);
	*draft = (struct draft){typing->place, typing->kind, typing->line.text.text, typing->line.caret};
	return true;
}

bool typing_is_on(const struct shell *shell, int64_t *sticky)
{
	bool on = shell_has(shell, &typing_mode);

	*sticky = on ? typing_of(shell)->sticky : 0;
	return on;
}

static const struct binding typing_rows[] = {
	{"Enter", "keep", N_("keep"), NULL, typing_finish, 0, ROLE_PARTICIPANT, NULL},
	{"Tab", "keep-next", N_("keep, next"), NULL, typing_next, 0, ROLE_PARTICIPANT, NULL},
	{"A-Enter S-Enter C-j", "break", N_("new line"), NULL, typing_break, 0, ROLE_OBSERVER, NULL},
	{"Esc C-c", "drop", N_("drop"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode typing_mode = {
	.name = "typing",
	.title = N_("Keys while a sticky is typed"),
	.rows = typing_rows,
	.size = sizeof(struct typing),
	.init = typing_init,
	.release = typing_release,
	.line = typing_line,
	.paste = typing_paste,
};

void typing_new(struct shell *shell, int choice)
{
	size_t count;
	enum kind kind = step_kinds(board_step(shell_board(shell)), &count)[0];

	typing_begin(shell, canvas_of(shell)->view.cursor, choice < 0 ? kind : (enum kind)choice);
}

/* Uses the nearest free slot: below the sticky, then above it, right of it, left of it. */
void typing_beside(struct shell *shell, int kind)
{
	static const struct place ways[] = {{0, 1}, {0, -1}, {1, 0}, {-1, 0}};
	struct place place = canvas_of(shell)->view.cursor;

	for (size_t i = 0; canvas_sticky(shell) && i < ARRAY_SIZE(ways); i++) {
		struct place beside = {place.column + ways[i].column, place.row + ways[i].row};

		if (beside.column < 1 || beside.row < 1 || board_at(shell_board(shell), beside))
			continue;
		place = beside;
		break;
	}
	typing_begin(shell, place, (enum kind)kind);
}

void typing_hotspot(struct shell *shell, int choice)
{
	(void)choice;
	typing_beside(shell, KIND_HOTSPOT);
}

static void typing_say_taken(struct shell *shell, const char *person)
{
	struct strbuf again = STRBUF_INIT, leave = STRBUF_INIT;

	shell_key_of(shell, &refused_mode, "again", &again);
	shell_key_of(shell, &refused_mode, "go-on", &leave);
	shell_say(shell, _("%s is editing this sticky; %s edits it anyway, %s leaves it"), person, again.text,
		leave.text);
	strbuf_release(&again);
	strbuf_release(&leave);
}

static void typing_say_free(struct shell *shell)
{
	struct strbuf again = STRBUF_INIT, leave = STRBUF_INIT, text = STRBUF_INIT;

	shell_key_of(shell, &refused_mode, "again", &again);
	shell_key_of(shell, &refused_mode, "go-on", &leave);
	strbuf_addf(&text, _("nobody else is editing this sticky any more; %s edits it, %s leaves it"), again.text,
		leave.text);
	refused_amend(shell, text.text);
	strbuf_release(&text);
	strbuf_release(&again);
	strbuf_release(&leave);
}

/* Is somebody else editing STICKY? If so, tells the user once. */
static bool typing_is_taken(struct shell *shell, const struct sticky *sticky)
{
	for (size_t i = 0; i < canvas_of(shell)->people.count && canvas_of(shell)->warned != sticky->id; i++) {
		const struct scene_person *person = vec_at(&canvas_of(shell)->people, i);

		if (person->edits != sticky->id)
			continue;
		canvas_of(shell)->warned = sticky->id;
		canvas_of(shell)->warns = true;
		typing_say_taken(shell, person->name);
		return true;
	}
	canvas_of(shell)->warned = 0;
	return false;
}

void typing_look(struct shell *shell)
{
	struct canvas *canvas = canvas_of(shell);

	for (size_t i = 0; i < canvas->people.count; i++)
		if (vec_get(&canvas->people, struct scene_person, i).edits == canvas->warned)
			return;
	if (!canvas->warned)
		return;
	canvas->warned = 0;
	typing_say_free(shell);
}

void typing_rewrite(struct shell *shell, int choice)
{
	const struct sticky *sticky = canvas_sticky(shell);

	(void)choice;
	if (!sticky) {
		typing_new(shell, -1);
		return;
	}
	if (shell_is_veiled(shell, sticky))
		return;
	if (typing_is_taken(shell, sticky))
		refused_open(shell, "rewrite");
	else
		typing_open(shell, sticky->place, sticky->kind, sticky->id, sticky->text ? sticky->text : "");
}

void typing_save(const struct shell *shell, struct draftfile *draft)
{
	const struct boardview *view = &canvas_of(shell)->view;
	const struct typing *typing;

	*draft = (struct draftfile){.cursor = view->cursor,
		.zoom = view->viewport.zoom,
		.first = view->viewport.first,
		.place = view->cursor,
		.kind = KIND_EVENT};
	strbuf_init(&draft->text);
	if (!shell_has(shell, &typing_mode)) {
		prompt_save(shell, &draft->text);
		draft->command = true;
		return;
	}
	typing = typing_of(shell);
	strbuf_addstr(&draft->text, typing->line.text.text);
	draft->place = typing->place;
	draft->kind = typing->kind;
	draft->sticky = typing->sticky;
}

static void typing_take_up_text(struct shell *shell, const struct draftfile *draft)
{
	const struct sticky *sticky = board_sticky(shell_board(shell), draft->sticky);

	if (sticky)
		typing_open(shell, sticky->place, draft->kind, sticky->id, draft->text.text);
	else
		typing_begin(shell, draft->place, draft->kind);
	if (sticky)
		canvas_of(shell)->view.cursor = sticky->place;
	lineedit_set(&typing_of(shell)->line, draft->text.text);
}

static void typing_say_kept(struct shell *shell)
{
	shell_say(shell, "%s", _("this is what you were typing when the terminal went away"));
}

void typing_take_up(struct shell *shell, const struct draftfile *draft)
{
	struct boardview *view = &canvas_of(shell)->view;

	view->cursor = draft->cursor;
	if (draft->text.len && draft->command) {
		prompt_begin(shell, draft->text.text);
		typing_say_kept(shell);
	} else if (draft->text.len && !session_is_read_only(shell->session)) {
		typing_take_up_text(shell, draft);
		typing_say_kept(shell);
	}
	view->viewport.zoom = draft->zoom;
	view->viewport.fitted.width = 0;
	view->viewport.first = draft->first; /* last, as the size of the view is not known yet */
}
