/*
 * map_mode: the context map on the screen: from box to box, moving them. Relating them is in relate_mode.c, what
 * becomes of relations in relation_menu.c.
 */
#include "ui/map_mode.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "draw/paint_cells.h"
#include "draw/scene_map.h"
#include "text/words.h"
#include "text/width.h"
#include "ui/judge_mode.h"
#include "ui/panel.h"
#include "ui/status.h"
#include "ui/view_list.h"

static const struct hint map_hints[] = {
	{"h j k l", N_("go")},
	{"c", N_("relate")},
	{"i", N_("what it carries")},
	{"m", N_("back")},
	{"r", N_("findings")},
	{"s", N_("sync or async")},
	{"p", N_("patterns")},
	{"x", N_("take away")},
	{"H J K L", N_("move the box")},
	{"Enter", N_("to its stickies")},
	{"+ -", N_("size")},
	{"u", N_("undo")},
	{"?", N_("help")},
	{NULL, NULL},
};

int map_mode_height(const struct desk *desk)
{
	return desk->rows - STATUS_ROWS_ABOVE - STATUS_ROWS_BELOW;
}

const struct contextmap *map_mode_map(struct desk *desk)
{
	return mapview_map(&desk->map, desk_board(desk), desk->columns, map_mode_height(desk));
}

static void map_mode_leave(struct desk *desk)
{
	desk->map.source = 0;
	desk_settle(desk, &canvas_mode);
}

bool map_mode_is_esc(struct key key)
{
	return key.code == KEY_CODE_ESC || (key.ctrl && key.code == 'c');
}

/* The way that a key leads, in either case of letters; false for other keys. */
bool map_mode_way(struct key key, const char *letters, enum way *way)
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

void map_mode_go(struct desk *desk, enum way way)
{
	mapview_go(&desk->map, map_mode_map(desk), way);
}

static void map_mode_put_line(struct strbuf *lines, const struct contextmap *map, size_t at, struct place place)
{
	words_format(lines, "place-context -- %s %d %d", contextmap_context(map, at)->name, place.column,
		place.row);
}

/* Keeps the context AT at PLACE and, so that nothing else stirs, all others where they are; who is there goes
 * where it was. All is one action. */
static void map_mode_put(struct desk *desk, const struct contextmap *map, size_t at, struct place place)
{
	struct strbuf lines = STRBUF_INIT;

	for (size_t i = 0; i < map->contexts.count; i++)
		map_mode_put_line(&lines, map, i, (struct place){map->places[i].column, map->places[i].row});
	map_mode_put_line(&lines, map, at, place);
	desk_run_lines(desk, lines.text);
	strbuf_release(&lines);
}

static void map_mode_carry(struct desk *desk, enum way way)
{
	static const struct place steps[WAY_COUNT] = {
		[WAY_LEFT] = {-1, 0}, [WAY_RIGHT] = {1, 0}, [WAY_UP] = {0, -1}, [WAY_DOWN] = {0, 1}};
	const struct contextmap *map = map_mode_map(desk);
	struct place place;
	size_t at;

	at = contextmap_index(map, desk->map.cursor);
	if (at != SIZE_MAX) {
		place.column = map->places[at].column + steps[way].column;
		place.row = map->places[at].row + steps[way].row;
		if (place.column < 1 || place.row < 1)
			desk_say(desk, "%s", _("the map begins here"));
		else
			map_mode_put(desk, map, at, place);
	}
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
		relate_begin(desk);
	else if (key_equal(key, (struct key){.code = 'i'}))
		relation_menu_open(desk, &relation_integrate);
	else if (key_equal(key, (struct key){.code = 's'}))
		relation_menu_open(desk, &relation_restyle);
	else if (key_equal(key, (struct key){.code = 'p'}))
		relation_menu_open(desk, &relation_patterns);
	else if (key_equal(key, (struct key){.code = 'r'}))
		judge_begin(desk);
	else if (key_equal(key, (struct key){.code = 'x'}))
		relation_menu_open(desk, &relation_remove);
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

void map_mode_mouse(struct desk *desk, struct mouse mouse)
{
	struct mapview *view = &desk->map;
	int y = mouse.y - STATUS_ROWS_ABOVE;
	const struct contextmap *map = map_mode_map(desk);
	int64_t there;

	there = y >= 0 && y < map_mode_height(desk) ? mapview_at(view, map, mouse.x, y) : 0;
	if (mouse.action == MOUSE_PRESS && mouse.left && there) {
		view->cursor = there;
		view->pressed = true;
	} else if (mouse.action == MOUSE_RELEASE && view->pressed) {
		view->pressed = false;
		if (there != view->cursor && y >= 0 && y < map_mode_height(desk))
			map_mode_put(desk, map, contextmap_index(map, view->cursor),
				mapview_place(view, map, mouse.x, y));
	}
}

/* What the numbers at the box in focus stand for, into LINES (of char *, to be freed). */
static void map_mode_list_key(const struct desk *desk, const struct contextmap *map, struct vec *lines)
{
	for (size_t i = 0; i < map->relations.count && contextmap_is_numbered(map); i++) {
		const struct relation *relation = contextmap_relation(map, i);
		struct strbuf line = STRBUF_INIT;

		if (relation->source != desk->map.cursor && relation->target != desk->map.cursor)
			continue;
		contextmap_number(map, i, &line);
		strbuf_addstr(&line, "  ");
		contextmap_sentence(map->board, relation, &line);
		*(char **)vec_push(lines) = strbuf_detach(&line);
	}
}

/* The rows of the map that are covered by LINES of the key. */
static int map_mode_key_rows(const struct desk *desk, const struct vec *lines)
{
	int most = map_mode_height(desk) / 4, count = (int)lines->count;

	return count ? (count < most ? count : most) + 2 : 0;
}

void map_mode_paint(struct desk *desk, struct cellbuf *buf, const struct contextmap *map, int64_t relation)
{
	struct mapview *view = &desk->map;
	struct scene_map_view what = {.width = desk->columns, .height = map_mode_height(desk),
		.cursor = view->cursor, .source = view->source, .relation = relation,
		.verdicts = view->verdicts};
	struct vec key = VEC_INIT(char *);
	struct scene scene;

	if (!relation)
		map_mode_list_key(desk, map, &key);
	mapview_follow(view, map, what.width, what.height - map_mode_key_rows(desk, &key));
	what.left = view->left;
	what.top = view->top;
	scene_init(&scene);
	scene_map(&scene, map, &what);
	paint_cells(&scene, buf, 0, STATUS_ROWS_ABOVE);
	scene_release(&scene);
	if (!map->contexts.count)
		cellbuf_cut(buf, 2, STATUS_ROWS_ABOVE + 1, desk->columns - 4,
			_("There are no contexts yet. On the board, b draws one."), STYLE_HINT);
	if (key.count)
		panel_list(buf, buf->rows - STATUS_ROWS_BELOW, map_mode_key_rows(desk, &key), "", &key, -1);
	vec_release_strings(&key);
}

void map_mode_draw(struct desk *desk, struct cellbuf *buf)
{
	map_mode_paint(desk, buf, map_mode_map(desk), 0);
}

const struct mode map_mode = {.hints = map_hints, .key = map_mode_key, .draw = map_mode_draw};

void view_map(struct desk *desk, int choice)
{
	(void)choice;
	desk->map.source = desk->map.relation = 0;
	desk->map.pressed = false;
	canvas_let_go(&desk->canvas);
	desk_settle(desk, &map_mode);
}
