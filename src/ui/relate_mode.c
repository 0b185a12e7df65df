/*
 * relate_mode: drawing a relation on the context map: the other end, the style, and what it carries, typed or chosen
 * from what crosses there.
 */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "check/flow.h"
#include "ui/map_mode.h"
#include "ui/panel.h"
#include "ui/status.h"
#include "ui/view_list.h"

static const struct mode relate_mode, relate_style_mode, relate_label_mode;

static const struct hint relate_hints[] = {
	{"h j k l", N_("go to the other context")},
	{"Enter", N_("relate")},
	{"Esc", N_("cancel")},
	{NULL, NULL},
};

static const struct hint relate_style_hints[] = {
	{"s", N_("sync: calls it and waits")},
	{"a", N_("async: sends to it and goes on")},
	{"Esc", N_("cancel")},
	{NULL, NULL},
};

static const struct hint relate_label_hints[] = {{NULL, NULL}};

void relate_begin(struct desk *desk)
{
	if (!board_context(desk_board(desk), desk->map.cursor))
		return;
	desk->map.source = desk->map.cursor;
	desk->mode = &relate_mode;
}

static void relate_key(struct desk *desk, struct key key)
{
	enum way way;

	if (map_mode_way(key, "hjkl", &way))
		map_mode_go(desk, way);
	else if (key.code == KEY_CODE_ENTER || key_equal(key, (struct key){.code = 'c'}))
		desk->mode = &relate_style_mode;
	else if (map_mode_is_esc(key))
		view_map(desk, -1);
}

static void relate_style_key(struct desk *desk, struct key key)
{
	if (map_mode_is_esc(key)) {
		view_map(desk, -1);
		return;
	}
	if (!key_equal(key, (struct key){.code = 's'}) && !key_equal(key, (struct key){.code = 'a'}))
		return;
	desk->map.style = key.code == 's' ? RELATION_SYNC : RELATION_ASYNC;
	desk->map.choice = -1;
	lineedit_set(&desk->map.label, "");
	desk->mode = &relate_label_mode;
}

/* Fills LINES (of char *, to be freed with it) with the texts of what crosses there. */
static void relate_list(const struct desk *desk, struct vec *lines)
{
	const struct board *board = desk_board(desk);
	struct veil veil = desk_veil(desk);
	struct vec ids = VEC_INIT(int64_t);

	flow_messages(board, desk->map.source, desk->map.cursor, (enum relation_style)desk->map.style, &ids);
	for (size_t i = 0; i < ids.count; i++) {
		const struct sticky *sticky = board_sticky(board, *(int64_t *)vec_at(&ids, i));
		char *line;

		if (!sticky->text || veil_hides(&veil, sticky))
			continue;
		*(char **)vec_push(lines) = line = mem_strdup(sticky->text);
		for (char *at = line; (at = strchr(at, '\n'));)
			*at = ' ';
	}
	vec_release(&ids);
}

/* Chooses another of the messages, which then stands in the line. */
static void relate_choose(struct desk *desk, int by)
{
	struct vec lines = VEC_INIT(char *);
	int count;

	relate_list(desk, &lines);
	count = (int)lines.count;
	if (count) {
		desk->map.choice = desk->map.choice < 0 ? (by > 0 ? 0 : count - 1)
						      : (desk->map.choice + by + count) % count;
		lineedit_set(&desk->map.label, *(char **)vec_at(&lines, (size_t)desk->map.choice));
	}
	vec_release_strings(&lines);
}

/* Either end may have gone meanwhile by somebody else's hand. */
static void relate_finish(struct desk *desk)
{
	const struct context *source = board_context(desk_board(desk), desk->map.source);
	const struct context *target = board_context(desk_board(desk), desk->map.cursor);

	if (!source || !target)
		desk_say(desk, "%s", _("the context is gone"));
	else
		desk_do(desk, NULL, "relate -l %s -- %s %s %s", desk->map.label.text.text, source->name,
			relation_style_token((enum relation_style)desk->map.style), target->name);
	view_map(desk, -1);
}

static void relate_label_key(struct desk *desk, struct key key)
{
	if (key.code == KEY_CODE_ENTER)
		relate_finish(desk);
	else if (map_mode_is_esc(key))
		view_map(desk, -1);
	else if (key.code == KEY_CODE_DOWN || key.code == KEY_CODE_TAB)
		relate_choose(desk, 1);
	else if (key.code == KEY_CODE_UP || key.code == KEY_CODE_BACK_TAB)
		relate_choose(desk, -1);
	else if (lineedit_key(&desk->map.label, key))
		desk->map.choice = -1;
}

static void relate_label_paste(struct desk *desk, const char *text, size_t len)
{
	size_t line = strcspn(text, "\n");

	lineedit_insert(&desk->map.label, text, line < len ? line : len);
}

static void relate_label_draw(struct desk *desk, struct cellbuf *buf)
{
	struct vec lines = VEC_INIT(char *);
	int y = buf->rows - 1, x;

	map_mode_draw(desk, buf);
	relate_list(desk, &lines);
	if (lines.count)
		panel_list(buf, buf->rows - STATUS_ROWS_BELOW, map_mode_height(desk) / 2,
			_("What crosses here: Down chooses"), &lines, desk->map.choice);
	vec_release_strings(&lines);
	cellbuf_fill(buf, 0, y, buf->columns, 1, STYLE_STATUS);
	x = cellbuf_cut(buf, 1, y, buf->columns / 2, _("What does it carry?"), STYLE_STATUS) + 1;
	desk->caret_x = lineedit_draw(&desk->map.label, buf, x, y, buf->columns - x);
	desk->caret_y = y;
}

static const struct mode relate_mode = {
	.hints = relate_hints, .key = relate_key, .draw = map_mode_draw};
static const struct mode relate_style_mode = {
	.hints = relate_style_hints, .key = relate_style_key, .draw = map_mode_draw};
static const struct mode relate_label_mode = {
	.hints = relate_label_hints, .key = relate_label_key, .paste = relate_label_paste, .draw = relate_label_draw};
