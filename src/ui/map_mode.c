/*
 * map_mode: the context map on the screen: from box to box, moving them, relating them, taking away what is
 * wrong.
 */
#include "ui/map_mode.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "draw/paint_cells.h"
#include "draw/scene_map.h"
#include "text/width.h"
#include "ui/panel.h"
#include "ui/status.h"
#include "ui/view_list.h"

static const struct hint map_hints[] = {
	{"h j k l", N_("go")},
	{"H J K L", N_("move the box")},
	{"c", N_("relate")},
	{"x", N_("take away")},
	{"Enter", N_("to its stickies")},
	{"+ -", N_("size")},
	{"u", N_("undo")},
	{"m", N_("back")},
	{NULL, NULL},
};

static const struct hint map_relate_hints[] = {
	{"h j k l", N_("go to the other context")},
	{"Enter", N_("relate")},
	{"Esc", N_("cancel")},
	{NULL, NULL},
};

static const struct hint map_style_hints[] = {
	{"s", N_("sync: calls it and waits")},
	{"a", N_("async: sends to it and goes on")},
	{"Esc", N_("cancel")},
	{NULL, NULL},
};

static const struct hint map_label_hints[] = {{NULL, NULL}};

static const struct hint map_remove_hints[] = {
	{"j k", N_("choose")},
	{"Enter", N_("take away")},
	{"Esc", N_("cancel")},
	{NULL, NULL},
};

static int map_mode_height(const struct desk *desk)
{
	return desk->rows - STATUS_ROWS_ABOVE - STATUS_ROWS_BELOW;
}

/* Lays the map out as it is on the screen. */
static void map_mode_begin(struct desk *desk, struct contextmap *map)
{
	contextmap_init(map, desk_board(desk));
	mapview_make(&desk->map, map, desk->columns, map_mode_height(desk));
}

static void map_mode_leave(struct desk *desk)
{
	desk->map.source = 0;
	desk->mode = &canvas_mode;
}

static bool map_mode_is_esc(struct key key)
{
	return key.code == KEY_CODE_ESC || (key.ctrl && key.code == 'c');
}

/* The way that a key leads, in either case of letters; false for other keys. */
static bool map_mode_way(struct key key, const char *letters, enum way *way)
{
	static const int32_t arrows[] = {KEY_CODE_LEFT, KEY_CODE_DOWN, KEY_CODE_UP, KEY_CODE_RIGHT};
	static const enum way ways[] = {WAY_LEFT, WAY_DOWN, WAY_UP, WAY_RIGHT};

	for (size_t i = 0; i < ARRAY_SIZE(ways); i++) {
		if (!key_equal(key, (struct key){.code = (int32_t)letters[i]}) &&
			!(letters[0] == 'h' && key.code == arrows[i]))
			continue;
		*way = ways[i];
		return true;
	}
	return false;
}

static void map_mode_go(struct desk *desk, enum way way)
{
	struct contextmap map;

	map_mode_begin(desk, &map);
	mapview_go(&desk->map, &map, way);
	contextmap_release(&map);
}

/* One place-context, as words. */
struct map_mode_put {
	char column[16], row[16];
	const char *argv[6];
};

static void map_mode_put_words(struct map_mode_put *put, const char *name, int column, int row,
	struct words *words)
{
	const char *argv[] = {"place-context", "--", name, put->column, put->row, NULL};

	snprintf(put->column, sizeof(put->column), "%d", column);
	snprintf(put->row, sizeof(put->row), "%d", row);
	memcpy(put->argv, argv, sizeof(argv));
	words_from_argv(words, put->argv);
}

/* Keeps the context AT at PLACE and, so that nothing else stirs, all others where they are; who is there goes
 * where it was. All is one action. */
static void map_mode_put(struct desk *desk, const struct contextmap *map, size_t at, struct place place)
{
	size_t count = map->contexts.count;
	struct map_mode_put *puts = mem_resize(NULL, count + 1, sizeof(*puts));
	struct words *words = mem_resize(NULL, count + 1, sizeof(*words));

	for (size_t i = 0; i < count; i++)
		map_mode_put_words(&puts[i], contextmap_context(map, i)->name, map->places[i].column,
			map->places[i].row, &words[i]);
	map_mode_put_words(&puts[count], contextmap_context(map, at)->name, place.column, place.row,
		&words[count]);
	desk_run_lines(desk, words, count + 1);
	free(puts);
	free(words);
}

static void map_mode_carry(struct desk *desk, enum way way)
{
	static const struct place steps[WAY_COUNT] = {
		[WAY_LEFT] = {-1, 0}, [WAY_RIGHT] = {1, 0}, [WAY_UP] = {0, -1}, [WAY_DOWN] = {0, 1}};
	struct contextmap map;
	struct place place;
	size_t at;

	map_mode_begin(desk, &map);
	at = contextmap_index(&map, desk->map.cursor);
	if (at != SIZE_MAX) {
		place.column = map.places[at].column + steps[way].column;
		place.row = map.places[at].row + steps[way].row;
		if (place.column < 1 || place.row < 1)
			desk_say(desk, "%s", _("the map begins here"));
		else
			map_mode_put(desk, &map, at, place);
	}
	contextmap_release(&map);
}

static void map_mode_enter(struct desk *desk)
{
	const struct sticky *first = contextmap_first(desk_board(desk), desk->map.cursor);

	if (!first) {
		desk_say(desk, "%s", _("no sticky lies in this context"));
		return;
	}
	map_mode_leave(desk);
	canvas_go(&desk->canvas, first->place);
}

static void map_mode_resize(struct desk *desk, int by)
{
	int size = desk->map.form.size + by;

	if (size < 0 || size >= CONTEXTMAP_SIZES)
		return;
	desk->map.form.size = size;
	desk->map.sized = true;
}

/* From the box in focus, if there is one. */
static void map_mode_start(struct desk *desk, const struct mode *mode)
{
	if (!board_context(desk_board(desk), desk->map.cursor))
		return;
	desk->map.source = desk->map.cursor;
	desk->map.choice = 0;
	desk->mode = mode;
}

static void map_mode_key(struct desk *desk, struct key key)
{
	static const struct {
		struct key key;
		const char *command;
	} commands[] = {
		{{.code = 'u'}, "undo"},
		{{.code = 'r', .ctrl = true}, "redo"},
		{{.code = '['}, "step prev"},
		{{.code = ']'}, "step next"},
		{{.code = ':'}, "command"},
		{{.code = '?'}, "help"},
	};
	enum way way;

	if (map_mode_way(key, "hjkl", &way))
		map_mode_go(desk, way);
	else if (map_mode_way(key, "HJKL", &way))
		map_mode_carry(desk, way);
	else if (key.code == KEY_CODE_ENTER)
		map_mode_enter(desk);
	else if (key_equal(key, (struct key){.code = 'c'}))
		map_mode_start(desk, &map_relate_mode);
	else if (key_equal(key, (struct key){.code = 'x'}))
		map_mode_start(desk, &map_remove_mode);
	else if (key_equal(key, (struct key){.code = '+'}))
		map_mode_resize(desk, 1);
	else if (key_equal(key, (struct key){.code = '-'}))
		map_mode_resize(desk, -1);
	else if (map_mode_is_esc(key) || key_equal(key, (struct key){.code = 'm'}) ||
		 key_equal(key, (struct key){.code = 'q'}))
		map_mode_leave(desk);
	for (size_t i = 0; i < ARRAY_SIZE(commands); i++)
		if (key_equal(key, commands[i].key))
			desk_run(desk, commands[i].command);
}

static void map_mode_relate_key(struct desk *desk, struct key key)
{
	enum way way;

	if (map_mode_way(key, "hjkl", &way))
		map_mode_go(desk, way);
	else if (key.code == KEY_CODE_ENTER || key_equal(key, (struct key){.code = 'c'}))
		desk->mode = &map_style_mode;
	else if (map_mode_is_esc(key))
		view_map(desk, -1);
}

static void map_mode_style_key(struct desk *desk, struct key key)
{
	if (map_mode_is_esc(key)) {
		view_map(desk, -1);
		return;
	}
	if (!key_equal(key, (struct key){.code = 's'}) && !key_equal(key, (struct key){.code = 'a'}))
		return;
	desk->map.style = key.code == 's' ? RELATION_SYNC : RELATION_ASYNC;
	lineedit_set(&desk->map.label, "");
	desk->mode = &map_label_mode;
}

/* Either end may have gone meanwhile by somebody else's hand. */
static void map_mode_finish_relation(struct desk *desk)
{
	const struct context *source = board_context(desk_board(desk), desk->map.source);
	const struct context *target = board_context(desk_board(desk), desk->map.cursor);
	const char *argv[] = {"relate", "-l", desk->map.label.text.text, "--", source ? source->name : "",
		relation_style_token((enum relation_style)desk->map.style), target ? target->name : "",
		NULL};

	if (!source || !target)
		desk_say(desk, "%s", _("the context is gone"));
	else
		desk_run_words(desk, argv, NULL);
	view_map(desk, -1);
}

static void map_mode_label_key(struct desk *desk, struct key key)
{
	if (key.code == KEY_CODE_ENTER)
		map_mode_finish_relation(desk);
	else if (map_mode_is_esc(key))
		view_map(desk, -1);
	else
		lineedit_key(&desk->map.label, key);
}

static void map_mode_label_paste(struct desk *desk, const char *text, size_t len)
{
	size_t line = strcspn(text, "\n");

	lineedit_insert(&desk->map.label, text, line < len ? line : len);
}

/* The relation that is line AT of what can be taken from the context in focus; NULL for the context itself,
 * which is the last. *COUNT (may be NULL) is how many lines there are. */
static const struct relation *map_mode_removable(const struct desk *desk, const struct contextmap *map, int at,
	int *count)
{
	const struct relation *found = NULL;
	int line = 0;

	for (size_t i = 0; i < map->relations.count; i++) {
		const struct relation *relation = contextmap_relation(map, i);

		if (relation->source != desk->map.cursor && relation->target != desk->map.cursor)
			continue;
		if (line++ == at)
			found = relation;
	}
	if (count)
		*count = line + 1;
	return found;
}

static void map_mode_remove(struct desk *desk, const struct relation *relation)
{
	const struct board *board = desk_board(desk);
	const struct context *context = board_context(board, desk->map.cursor);

	if (relation) {
		const char *argv[] = {"unrelate", "--", board_context(board, relation->source)->name,
			board_context(board, relation->target)->name,
			relation->label ? relation->label : "", NULL};

		desk_run_words(desk, argv, NULL);
	} else if (context) {
		const char *argv[] = {"delete-context", "--", context->name, NULL};

		desk_run_words(desk, argv, NULL);
	}
}

static void map_mode_remove_key(struct desk *desk, struct key key)
{
	struct contextmap map;
	enum way way;
	int count;

	map_mode_begin(desk, &map);
	map_mode_removable(desk, &map, 0, &count);
	if (map_mode_way(key, "hjkl", &way))
		desk->map.choice += way == WAY_DOWN ? 1 : way == WAY_UP ? -1 : 0;
	desk->map.choice = (desk->map.choice + count) % count;
	if (key.code == KEY_CODE_ENTER)
		map_mode_remove(desk, map_mode_removable(desk, &map, desk->map.choice, NULL));
	contextmap_release(&map);
	if (key.code == KEY_CODE_ENTER || map_mode_is_esc(key))
		view_map(desk, -1);
}

void map_mode_mouse(struct desk *desk, struct mouse mouse)
{
	struct mapview *view = &desk->map;
	int y = mouse.y - STATUS_ROWS_ABOVE;
	struct contextmap map;
	int64_t there;

	map_mode_begin(desk, &map);
	there = y >= 0 && y < map_mode_height(desk) ? mapview_at(view, &map, mouse.x, y) : 0;
	if (mouse.action == MOUSE_PRESS && mouse.left && there) {
		view->cursor = there;
		view->pressed = true;
	} else if (mouse.action == MOUSE_RELEASE && view->pressed) {
		view->pressed = false;
		if (there != view->cursor && y >= 0 && y < map_mode_height(desk))
			map_mode_put(desk, &map, contextmap_index(&map, view->cursor),
				mapview_place(view, &map, mouse.x, y));
	}
	contextmap_release(&map);
}

/* What is drawn: everything, with RELATION in focus. */
static void map_mode_paint(struct desk *desk, struct cellbuf *buf, const struct contextmap *map, int64_t relation)
{
	struct mapview *view = &desk->map;
	struct scene_map_view what = {.width = desk->columns, .height = map_mode_height(desk),
		.cursor = view->cursor, .source = view->source, .relation = relation};
	struct scene scene;

	mapview_follow(view, map, what.width, what.height);
	what.left = view->left;
	what.top = view->top;
	scene_init(&scene);
	scene_map(&scene, map, &what);
	paint_cells(&scene, buf, 0, STATUS_ROWS_ABOVE);
	scene_release(&scene);
	if (!map->contexts.count)
		cellbuf_cut(buf, 2, STATUS_ROWS_ABOVE + 1, desk->columns - 4,
			_("There are no contexts yet. On the board, b draws one."), STYLE_HINT);
}

static void map_mode_draw(struct desk *desk, struct cellbuf *buf)
{
	struct contextmap map;

	map_mode_begin(desk, &map);
	map_mode_paint(desk, buf, &map, 0);
	contextmap_release(&map);
}

static void map_mode_label_draw(struct desk *desk, struct cellbuf *buf)
{
	const struct lineedit *label = &desk->map.label;
	int y = buf->rows - 1, x, room;
	const char *text = label->text.text;

	map_mode_draw(desk, buf);
	cellbuf_fill(buf, 0, y, buf->columns, 1, STYLE_STATUS);
	x = cellbuf_cut(buf, 1, y, buf->columns / 2, _("What does it carry?"), STYLE_STATUS) + 1;
	room = buf->columns - x - 1;
	while (width_of(text, label->caret - (size_t)(text - label->text.text)) > room)
		text += width_fit(text, strlen(text), 2, NULL);
	cellbuf_text(buf, x, y, room + 1, text, strlen(text), STYLE_KEY);
	desk->caret_x = x + width_of(text, label->caret - (size_t)(text - label->text.text));
	desk->caret_y = y;
}

static void map_mode_say_removable(const struct desk *desk, const struct relation *relation,
	struct strbuf *out)
{
	const struct board *board = desk_board(desk);
	const struct context *context = board_context(board, desk->map.cursor);

	if (relation)
		strbuf_addf(out, "%s → %s: %s%s%s", board_context(board, relation->source)->name,
			board_context(board, relation->target)->name,
			relation_style_token((enum relation_style)relation->style),
			relation->label ? " " : "", relation->label ? relation->label : "");
	else
		strbuf_addf(out, _("the boundary round “%s”; its stickies stay"),
			context ? context->name : "");
}

static void map_mode_remove_draw(struct desk *desk, struct cellbuf *buf)
{
	struct panel panel = {1, 0, 64 < buf->columns - 2 ? 64 : buf->columns - 2, 0};
	int count, most = map_mode_height(desk) / 2, top;
	const struct relation *relation;
	struct contextmap map;

	map_mode_begin(desk, &map);
	relation = map_mode_removable(desk, &map, desk->map.choice, &count);
	map_mode_paint(desk, buf, &map, relation ? relation->id : -1);
	panel.height = (count < most ? count : most) + 2;
	panel.y = buf->rows - STATUS_ROWS_BELOW - panel.height;
	panel_draw(buf, panel, _("Take away"));
	top = desk->map.choice >= most ? desk->map.choice - most + 1 : 0;
	for (int i = top; i < count; i++) {
		struct strbuf line = STRBUF_INIT;

		map_mode_say_removable(desk, map_mode_removable(desk, &map, i, NULL), &line);
		panel_line(buf, panel, i - top, 0, line.text,
			i == desk->map.choice ? STYLE_PANEL_CHOICE : STYLE_PANEL);
		strbuf_release(&line);
	}
	contextmap_release(&map);
}

const struct mode map_mode = {map_hints, map_mode_key, NULL, map_mode_draw};
const struct mode map_relate_mode = {map_relate_hints, map_mode_relate_key, NULL, map_mode_draw};
const struct mode map_style_mode = {map_style_hints, map_mode_style_key, NULL, map_mode_draw};
const struct mode map_label_mode = {map_label_hints, map_mode_label_key, map_mode_label_paste, map_mode_label_draw};
const struct mode map_remove_mode = {map_remove_hints, map_mode_remove_key, NULL, map_mode_remove_draw};

void view_map(struct desk *desk, int choice)
{
	(void)choice;
	desk->map.source = 0;
	desk->map.pressed = false;
	desk->canvas.selecting = false;
	desk->mode = &map_mode;
}
