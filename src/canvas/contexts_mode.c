/*
 * contexts_mode: a list of the contexts, to go to, rename, recolour or remove them, beside the canvas, which dims all
 * but the one in focus.
 */
#include <string.h>

#include "base/i18n.h"
#include "draw/contextmap.h"
#include "draw/scene_context.h"
#include "shell/prompt.h"
#include "text/words.h"
#include "canvas/canvas.h"
#include "draw/panel.h"
#include "canvas/view_list.h"

#define CONTEXTS_CELLS 34 /* of the panel, with its frame */

struct contexts {
	int64_t at; /* the one in focus, or 0 */
};

static struct contexts *contexts_of(const struct shell *shell)
{
	return shell_state(shell, &contexts_mode);
}

/* How many stickies lie in a context. */
static size_t contexts_count(const struct board *board, int64_t context)
{
	const struct sticky *sticky;
	size_t count = 0;

	for (size_t at = 0; (sticky = board_next(board, ENTITY_STICKY, &at));)
		count += sticky->context == context;
	return count;
}

static void contexts_leave(struct shell *shell, int argument)
{
	(void)argument;
	canvas_of(shell)->only = 0;
	shell_open(shell, shell_lowest(shell));
}

/* The one in focus, or NULL. */
static const struct context *contexts_context(const struct shell *shell)
{
	return board_context(shell_board(shell), contexts_of(shell)->at);
}

/* The index in LIST of the one in focus; somebody may have removed it. */
static size_t contexts_index(struct shell *shell, const struct vec *list)
{
	size_t at = 0;

	while (at + 1 < list->count && (vec_get(list, const struct context *, at))->id < contexts_of(shell)->at)
		at++;
	contexts_of(shell)->at = list->count ? (vec_get(list, const struct context *, at))->id : 0;
	return at;
}

/* Scrolls the one in focus into sight, beside the panel if there is room, and dims the others. */
static void contexts_show(struct shell *shell)
{
	const struct sticky *first = contextmap_first(shell_board(shell), contexts_of(shell)->at);

	int width = canvas_of(shell)->view.viewport.width;

	canvas_of(shell)->only = contexts_of(shell)->at;
	if (!first)
		return;
	canvas_of(shell)->view.viewport.width = width > 2 * CONTEXTS_CELLS ? width - CONTEXTS_CELLS : width;
	boardview_go(&canvas_of(shell)->view, first->place);
	canvas_of(shell)->view.viewport.width = width;
}

static void contexts_draw(struct shell *shell, struct cellbuf *buf)
{
	struct panel panel = {.width = CONTEXTS_CELLS, .y = SHELL_ROWS_ABOVE};
	struct vec list = VEC_INIT(const void *);
	size_t at, room, top;

	board_list(shell_board(shell), ENTITY_CONTEXT, &list);
	at = contexts_index(shell, &list);
	canvas_of(shell)->only = contexts_of(shell)->at;
	room = (size_t)(buf->rows - SHELL_ROWS_ABOVE - SHELL_ROWS_BELOW - 2);
	room = room < list.count ? room : list.count;
	top = (size_t)panel_top((int)room, (int)at);
	panel.x = buf->columns - panel.width;
	panel.height = (int)room + 2;
	panel_draw(buf, panel, _("Contexts"));
	for (size_t i = 0; i < room; i++) {
		const struct context *context = vec_get(&list, const struct context *, top + i);
		struct strbuf line = STRBUF_INIT;

		strbuf_addf(&line, "%3zu  %s", contexts_count(shell_board(shell), context->id), context->name);
		panel_line(buf, panel, (int)i, 2, line.text, top + i == at ? STYLE_PANEL_CHOICE : STYLE_PANEL);
		cellbuf_text(buf, panel.x + 1, panel.y + 1 + (int)i, 1, "▌", strlen("▌"), scene_context_style(context));
		strbuf_release(&line);
	}
	shell->screen.caret_x = panel.x + 2;
	shell->screen.caret_y = panel.y + 1 + (int)(at - top);
	vec_release(&list);
}

static void contexts_go(struct shell *shell, int by)
{
	struct vec list = VEC_INIT(const void *);
	size_t at;

	board_list(shell_board(shell), ENTITY_CONTEXT, &list);
	at = contexts_index(shell, &list);
	if (list.count) {
		at = (at + list.count + (size_t)by) % list.count;
		contexts_of(shell)->at = (vec_get(&list, const struct context *, at))->id;
	}
	vec_release(&list);
	contexts_show(shell);
}

/* Asks for "COMMAND NAME", starting with the old TEXT (NULL is none). */
static void contexts_ask(struct shell *shell, const char *command, const struct context *context, const char *text)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_addf(&line, "%s %s", command, *context->name == '-' ? "-- " : "");
	words_quote(&line, context->name);
	strbuf_addch(&line, ' ');
	words_quote_rest(&line, text ? text : "");
	prompt_begin(shell, line.text);
	strbuf_release(&line);
}

/* The one in focus; if there is none, says so. */
static const struct context *contexts_chosen(struct shell *shell)
{
	const struct context *context = contexts_context(shell);

	if (!context)
		shell_say(shell, "%s", _("no context here"));
	return context;
}

static void contexts_rename(struct shell *shell, int argument)
{
	const struct context *context = contexts_chosen(shell);

	(void)argument;
	if (context)
		contexts_ask(shell, "rename-context", context, context->name);
}

static void contexts_purpose(struct shell *shell, int argument)
{
	const struct context *context = contexts_chosen(shell);

	(void)argument;
	if (context)
		contexts_ask(shell, "context-purpose", context, context->purpose);
}

/* From unknown to core, supporting, generic and on. */
static void contexts_subdomain(struct shell *shell, int argument)
{
	const struct context *context = contexts_context(shell);

	(void)argument;
	if (context)
		shell_do(shell, NULL, "subdomain -- %s %s", context->name,
			subdomain_token((enum subdomain)((context->subdomain + 1) % SUBDOMAIN_COUNT)));
}

static void contexts_recolour(struct shell *shell, int argument)
{
	const struct context *context = contexts_context(shell);

	(void)argument;
	if (context)
		shell_do(shell, NULL, "recolour-context -- %s", context->name);
}

static void contexts_take_away(struct shell *shell, int argument)
{
	const struct context *context = contexts_context(shell);

	(void)argument;
	if (context && !shell_do(shell, NULL, "delete-context -- %s", context->name))
		shell_say_key(shell, _("deleted; its stickies stay, %s undoes it"), &contexts_mode, "undo");
	if (!board_count(shell_board(shell), ENTITY_CONTEXT))
		contexts_leave(shell, 0);
	else
		contexts_go(shell, 0);
}

static bool contexts_types(const struct shell *shell, const struct binding *row)
{
	(void)shell;
	return row->run == contexts_rename || row->run == contexts_purpose;
}

static const struct binding contexts_rows[] = {
	{"j Down", "down", N_("go on"), NULL, contexts_go, 1, ROLE_OBSERVER, NULL},
	{"k Up", "up", NULL, NULL, contexts_go, -1, ROLE_OBSERVER, NULL},
	{"Enter", "go-there", N_("to its stickies"), NULL, contexts_leave, 0, ROLE_OBSERVER, NULL},
	{"r", "rename", N_("rename"), NULL, contexts_rename, 0, ROLE_PARTICIPANT, NULL},
	{"c", "recolour", N_("colour"), NULL, contexts_recolour, 0, ROLE_PARTICIPANT, NULL},
	{"x", "take-away", N_("remove"), NULL, contexts_take_away, 0, ROLE_PARTICIPANT, NULL},
	{"u", "undo", N_("undo"), NULL, NULL, 0, ROLE_OBSERVER, NULL},
	{"C-r", "redo", NULL, N_("redo"), NULL, 0, ROLE_OBSERVER, NULL},
	{"p", "purpose", N_("purpose"), N_("say what it is for"), contexts_purpose, 0, ROLE_PARTICIPANT, NULL},
	{"s", "subdomain", N_("worth"), N_("core, supporting or generic to the business"), contexts_subdomain, 0,
		ROLE_PARTICIPANT, NULL},
	{"Esc C-c q C", "close", N_("back"), NULL, contexts_leave, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode contexts_mode = {
	.name = "contexts",
	.title = N_("Keys of the list of contexts"),
	.rows = contexts_rows,
	.size = sizeof(struct contexts),
	.types = contexts_types,
	.draw = contexts_draw,
};

void contexts_open(struct shell *shell, int choice)
{
	const struct sticky *sticky = board_at(shell_board(shell), canvas_of(shell)->view.cursor);

	(void)choice;
	if (!board_count(shell_board(shell), ENTITY_CONTEXT)) {
		shell_say_key(shell, _("no contexts yet; %s draws one"), shell_lowest(shell), "boundary");
		return;
	}
	shell_open(shell, shell_lowest(shell));
	shell_open(shell, &contexts_mode);
	contexts_of(shell)->at = sticky ? sticky->context : 0;
	contexts_go(shell, 0);
}
