/*
 * contexts_mode: the contexts as a list beside the canvas, which shows the one in focus and dims the others:
 * to be gone to, renamed, recoloured, taken away.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "draw/contextmap.h"
#include "draw/scene_context.h"
#include "text/words.h"
#include "ui/desk.h"
#include "ui/panel.h"
#include "ui/status.h"
#include "ui/view_list.h"

#define CONTEXTS_CELLS 34 /* of the panel, with its frame */

static const struct hint contexts_hints[] = {
	{"j k", N_("go on")},
	{"Enter", N_("to its stickies")},
	{"r", N_("rename")},
	{"c", N_("colour")},
	{"x", N_("take away")},
	{"u", N_("undo")},
	{"Esc", N_("back")},
	{NULL, NULL},
};

/* How many stickies lie in a context. */
static size_t contexts_count(const struct board *board, int64_t context)
{
	const struct sticky *sticky;
	size_t count = 0;

	for (size_t at = 0; (sticky = board_next(board, ENTITY_STICKY, &at));)
		count += sticky->context == context;
	return count;
}

static void contexts_leave(struct desk *desk)
{
	desk->only = 0;
	desk_settle(desk, &canvas_mode);
}

/* Where the one in focus stands in LIST; somebody may have taken it away. */
static size_t contexts_index(struct desk *desk, const struct vec *list)
{
	size_t at = 0;

	while (at + 1 < list->count && (*(const struct context **)vec_at(list, at))->id < desk->context_at)
		at++;
	desk->context_at = list->count ? (*(const struct context **)vec_at(list, at))->id : 0;
	return at;
}

/* Brings the one in focus into sight, beside the panel where there is room, and dims the others. */
static void contexts_show(struct desk *desk)
{
	const struct sticky *first = contextmap_first(desk_board(desk), desk->context_at);

	int width = desk->canvas.viewport.width;

	desk->only = desk->context_at;
	if (!first)
		return;
	desk->canvas.viewport.width = width > 2 * CONTEXTS_CELLS ? width - CONTEXTS_CELLS : width;
	canvas_go(&desk->canvas, first->place);
	desk->canvas.viewport.width = width;
}

static void contexts_draw(struct desk *desk, struct cellbuf *buf)
{
	struct panel panel = {.width = CONTEXTS_CELLS, .y = STATUS_ROWS_ABOVE};
	struct vec list = VEC_INIT(const void *);
	size_t at, room, top;

	board_list(desk_board(desk), ENTITY_CONTEXT, &list);
	at = contexts_index(desk, &list);
	desk->only = desk->context_at;
	room = (size_t)(buf->rows - STATUS_ROWS_ABOVE - STATUS_ROWS_BELOW - 2);
	room = room < list.count ? room : list.count;
	top = room && at >= room ? at - room + 1 : 0;
	panel.x = buf->columns - panel.width;
	panel.height = (int)room + 2;
	panel_draw(buf, panel, _("Contexts"));
	for (size_t i = 0; i < room; i++) {
		const struct context *context = *(const struct context **)vec_at(&list, top + i);
		struct strbuf line = STRBUF_INIT;

		strbuf_addf(&line, "%3zu  %s", contexts_count(desk_board(desk), context->id),
			context->name);
		panel_line(buf, panel, (int)i, 2, line.text,
			top + i == at ? STYLE_PANEL_CHOICE : STYLE_PANEL);
		cellbuf_text(buf, panel.x + 1, panel.y + 1 + (int)i, 1, "▌", strlen("▌"),
			scene_context_style(context));
		strbuf_release(&line);
	}
	desk->caret_x = panel.x + 2;
	desk->caret_y = panel.y + 1 + (int)(at - top);
	vec_release(&list);
}

static void contexts_go(struct desk *desk, int by)
{
	struct vec list = VEC_INIT(const void *);
	size_t at;

	board_list(desk_board(desk), ENTITY_CONTEXT, &list);
	at = contexts_index(desk, &list);
	if (list.count) {
		at = (at + list.count + (size_t)by) % list.count;
		desk->context_at = (*(const struct context **)vec_at(&list, at))->id;
	}
	vec_release(&list);
	contexts_show(desk);
}

/* Asks for the new name, beginning with the old one; a quote in it would be taken for one that is open. */
static void contexts_rename(struct desk *desk, const struct context *context)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_addstr(&line, *context->name == '-' ? "rename-context -- " : "rename-context ");
	words_quote(&line, context->name);
	strbuf_addch(&line, ' ');
	if (!strchr(context->name, '"'))
		strbuf_addstr(&line, context->name);
	view_ask(desk, line.text);
	strbuf_release(&line);
}

static void contexts_recolour(struct desk *desk, const struct context *context)
{
	desk_do(desk, NULL, "recolour-context -- %s", context->name);
}

static void contexts_take_away(struct desk *desk, const struct context *context)
{
	if (!desk_do(desk, NULL, "delete-context -- %s", context->name))
		desk_say(desk, "%s", _("taken away; its stickies stay, u undoes it"));
	if (!board_count(desk_board(desk), ENTITY_CONTEXT))
		contexts_leave(desk);
	else
		contexts_go(desk, 0);
}

static void contexts_key(struct desk *desk, struct key key)
{
	const struct context *context = board_context(desk_board(desk), desk->context_at);

	if (key_equal(key, (struct key){.code = 'j'}) || key.code == KEY_CODE_DOWN)
		contexts_go(desk, 1);
	else if (key_equal(key, (struct key){.code = 'k'}) || key.code == KEY_CODE_UP)
		contexts_go(desk, -1);
	else if (key_equal(key, (struct key){.code = 'u'}))
		desk_run(desk, "undo");
	else if (key_equal(key, (struct key){.code = 'r', .ctrl = true}))
		desk_run(desk, "redo");
	else if (!context || key.code == KEY_CODE_ENTER)
		contexts_leave(desk);
	else if (key_equal(key, (struct key){.code = 'r'}))
		contexts_rename(desk, context);
	else if (key_equal(key, (struct key){.code = 'c'}))
		contexts_recolour(desk, context);
	else if (key_equal(key, (struct key){.code = 'x'}))
		contexts_take_away(desk, context);
	else
		contexts_leave(desk);
}

const struct mode contexts_mode = {
	.hints = contexts_hints, .key = contexts_key, .draw = contexts_draw};

void view_contexts(struct desk *desk, int choice)
{
	const struct sticky *sticky = board_at(desk_board(desk), desk->canvas.cursor);

	(void)choice;
	if (!board_count(desk_board(desk), ENTITY_CONTEXT)) {
		desk_say(desk, "%s", _("there are no contexts yet; b draws one"));
		return;
	}
	desk->context_at = sticky ? sticky->context : 0;
	desk_settle(desk, &contexts_mode);
	contexts_go(desk, 0);
}
