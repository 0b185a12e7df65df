#include "draw/scene_map.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "draw/scene_context.h"
#include "text/width.h"

/* The directions in which lines leave a cell. */
enum { SCENE_MAP_UP = 1, SCENE_MAP_DOWN = 2, SCENE_MAP_LEFT = 4, SCENE_MAP_RIGHT = 8 };

#define SCENE_MAP_WAYS 16

/* By the directions that meet in a cell. More than two meet only where lines cross. */
static const char *const scene_map_signs[RELATION_STYLE_COUNT][SCENE_MAP_WAYS] = {
	[RELATION_SYNC] = {" ", "│", "│", "│", "─", "╯", "╮", "┼", "─", "╰", "╭", "┼", "─", "┼", "┼", "┼"},
	[RELATION_ASYNC] = {" ", "╎", "╎", "╎", "╌", "╯", "╮", "┼", "╌", "╰", "╭", "┼", "╌", "┼", "┼", "┼"},
	[RELATION_UNKNOWN] = {" ", "┊", "┊", "┊", "┈", "╯", "╮", "┼", "┈", "╰", "╭", "┼", "┈", "┼", "┼", "┼"},
};

struct scene_map_work {
	struct scene *scene;
	const struct contextmap *map;
	const struct scene_map_view *view;
	unsigned char *ways; /* of each cell of the view */
};

/* The directions at a cell of the map; NULL if it is out of sight. */
static unsigned char *scene_map_ways(const struct scene_map_work *work, int x, int y)
{
	const struct scene_map_view *view = work->view;

	x -= view->left;
	y -= view->top;
	if (x < 0 || y < 0 || x >= view->width || y >= view->height)
		return NULL;
	return &work->ways[(size_t)y * (size_t)view->width + (size_t)x];
}

static void scene_map_add(const struct scene_map_work *work, int x, int y, unsigned ways)
{
	unsigned char *cell = scene_map_ways(work, x, y);

	if (cell)
		*cell |= (unsigned char)ways;
}

/* Marks the cells from FROM to TO. */
static void scene_map_stretch(const struct scene_map_work *work, struct maproute_point from, struct maproute_point to)
{
	int dx = (to.x > from.x) - (to.x < from.x), dy = (to.y > from.y) - (to.y < from.y);
	unsigned ahead = dx > 0 ? SCENE_MAP_RIGHT : dx < 0 ? SCENE_MAP_LEFT : dy > 0 ? SCENE_MAP_DOWN : SCENE_MAP_UP;
	unsigned back = ahead & (SCENE_MAP_LEFT | SCENE_MAP_UP) ? ahead << 1 : ahead >> 1;

	for (int x = from.x, y = from.y; x != to.x || y != to.y; x += dx, y += dy) {
		scene_map_add(work, x, y, ahead);
		scene_map_add(work, x + dx, y + dy, back);
	}
}

static enum style scene_map_line_style(const struct scene_map_work *work, size_t at)
{
	static const enum style verdicts[VERDICT_COUNT] = {STYLE_ARROW, STYLE_GOOD, STYLE_HINT, STYLE_ERROR};
	const struct relation *relation = contextmap_relation(work->map, at);
	const struct scene_map_view *view = work->view;

	if (view->relation == relation->id)
		return STYLE_MATCH;
	if (view->verdicts)
		return verdicts[view->verdicts[at]];
	if (view->relation)
		return STYLE_ARROW;
	return view->cursor && (relation->source == view->cursor || relation->target == view->cursor) ? STYLE_KEY
												      : STYLE_ARROW;
}

static void scene_map_text(const struct scene_map_work *work, int x, int y, const char *text, enum style style)
{
	size_t len = strlen(text);

	scene_text(work->scene, x - work->view->left, y - work->view->top, width_of(text, len), text, len, style);
}

/* The sign in a cell of relation AT's line. */
static void scene_map_sign(const struct scene_map_work *work, size_t at, int x, int y)
{
	const unsigned char *ways = scene_map_ways(work, x, y);

	if (ways)
		scene_map_text(work, x, y, scene_map_signs[contextmap_relation(work->map, at)->style][*ways],
			scene_map_line_style(work, at));
}

/* Draws the line itself; its first and last cells reach the boxes. */
static void scene_map_line(const struct scene_map_work *work, size_t at)
{
	const struct maproute_line *line = &work->map->route.lines[at];

	for (size_t i = 0; i + 1 < line->count; i++) {
		struct maproute_point from = line->points[i], to = line->points[i + 1];
		int dx = (to.x > from.x) - (to.x < from.x), dy = (to.y > from.y) - (to.y < from.y);

		scene_map_sign(work, at, from.x, from.y);
		for (int x = from.x, y = from.y; x != to.x || y != to.y;) {
			x += dx;
			y += dy;
			scene_map_sign(work, at, x, y);
		}
	}
}

/* Draws what is on a line: its label, the patterns at its ends, the arrow head. */
static void scene_map_words(const struct scene_map_work *work, size_t at)
{
	const struct maproute_line *line = &work->map->route.lines[at];
	const struct maproute_box *target = &work->map->route.boxes[line->target];
	const struct relation *relation = contextmap_relation(work->map, at);
	struct maproute_point head = line->points[line->count - 1];
	enum style style = scene_map_line_style(work, at);
	const char *mark = work->view->verdicts ? verdict_mark(work->view->verdicts[at]) : "";
	struct strbuf label = STRBUF_INIT;

	strbuf_addstr(&label, *mark ? mark : " ");
	strbuf_addf(&label, "%s ", work->map->labels[at]);
	scene_map_text(work, line->label_at.x - 1, line->label_at.y, label.text, style);
	strbuf_release(&label);
	if (line->source_mark)
		scene_map_text(work, line->source_at.x, line->source_at.y, contextmap_pattern(relation->source_pattern),
			STYLE_PHASE);
	if (line->target_mark)
		scene_map_text(work, line->target_at.x, line->target_at.y, contextmap_pattern(relation->target_pattern),
			STYLE_PHASE);
	scene_map_text(work, head.x, head.y, head.x < target->x ? "▶" : "◀", style);
}

/* Draws a line of text in BOX, cut with "…" if it is too long. */
static void scene_map_cut(
	const struct scene_map_work *work, const struct maproute_box *box, int line, const char *text, enum style style)
{
	int room = box->width - 4, x = box->x - work->view->left + 2, y = box->y - work->view->top + line;
	size_t len = strlen(text);
	int cells = width_of(text, len);

	if (cells > room)
		len = width_fit(text, len, room - 1, &cells);
	scene_text(work->scene, x, y, room, text, len, style);
	if (text[len])
		scene_text(work->scene, x + cells, y, 1, "…", strlen("…"), style);
}

static bool scene_map_leaves(const struct scene_map_view *view, size_t at)
{
	for (size_t i = 0; i < view->ghost_count; i++)
		if (view->ghosts[i].context == at)
			return true;
	return false;
}

/* Draws the box where something that is dragged comes from, or would be. */
static void scene_map_outline(const struct scene_map_work *work, const struct maproute_box *box, enum style style)
{
	int x = box->x - work->view->left, y = box->y - work->view->top;

	scene_fill(work->scene, x, y, box->width, box->height, STYLE_CONTEXT_GROUND);
	scene_frame(work->scene, x, y, box->width, box->height, FRAME_DASHED, style);
}

static void scene_map_ghost(const struct scene_map_work *work, const struct scene_map_ghost *ghost)
{
	const struct context *context = contextmap_context(work->map, ghost->context);

	scene_map_outline(work, &ghost->box, STYLE_MATCH);
	scene_map_cut(work, &ghost->box, 1, context->name, scene_context_style(context));
}

static void scene_map_box(const struct scene_map_work *work, size_t at)
{
	const struct maproute_box *box = &work->map->route.boxes[at];
	const struct context *context = contextmap_context(work->map, at);
	const struct scene_map_view *view = work->view;
	int x = box->x - view->left, y = box->y - view->top;
	bool focus = context->id == view->cursor, source = context->id == view->source;
	bool fits = width_of(context->name, strlen(context->name)) <= box->width - 4;
	enum style style = scene_context_style(context);
	struct strbuf count = STRBUF_INIT;

	scene_fill(work->scene, x, y, box->width, box->height, STYLE_CONTEXT_GROUND);
	scene_frame(work->scene, x, y, box->width, box->height, FRAME_LIGHT, style);
	if (source)
		scene_frame(work->scene, x, y, box->width, box->height, FRAME_LIGHT, STYLE_MATCH);
	if (focus) {
		scene_frame(work->scene, x, y, box->width, box->height, FRAME_CORNERS, STYLE_CURSOR);
		scene_map_text(work, box->x + 1, box->y + 1, "▸", style);
	}
	scene_map_cut(work, box, 1, fits ? context->name : work->map->names[at], style);
	contextmap_say_count(work->map, at, &count);
	scene_map_cut(work, box, 2, count.text, STYLE_CONTEXT_GROUND);
	strbuf_release(&count);
}

void scene_map(struct scene *scene, const struct contextmap *map, const struct scene_map_view *view)
{
	struct scene_map_work work = {scene, map, view, mem_zalloc((size_t)view->width * (size_t)view->height + 1)};

	scene_reset(scene, view->width, view->height);
	scene_fill(scene, 0, 0, view->width, view->height, STYLE_BOARD);
	for (size_t i = 0; i < map->route.line_count; i++) {
		const struct maproute_line *line = &map->route.lines[i];

		for (size_t k = 0; k + 1 < line->count; k++)
			scene_map_stretch(&work, line->points[k], line->points[k + 1]);
	}
	for (size_t i = 0; i < map->route.line_count; i++)
		scene_map_line(&work, i);
	for (size_t i = 0; i < map->route.line_count; i++)
		scene_map_words(&work, i);
	for (size_t i = 0; i < map->route.box_count; i++)
		if (scene_map_leaves(view, i))
			scene_map_outline(&work, &map->route.boxes[i], STYLE_DIMMED);
		else
			scene_map_box(&work, i);
	for (size_t i = 0; i < view->ghost_count; i++)
		scene_map_ghost(&work, &view->ghosts[i]);
	free(work.ways);
}
