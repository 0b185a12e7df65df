#include "draw/mapview.h"

#include <stdlib.h>

#include "layout/boardmap.h"

/* How much more a cell to the side counts than one in the direction of the move. */
#define MAPVIEW_ASIDE 2

void mapview_init(struct mapview *view)
{
	*view = (struct mapview){0};
}

void mapview_release(struct mapview *view)
{
	if (view->is_laid)
		contextmap_release(&view->laid);
}

void mapview_make(struct mapview *view, struct contextmap *map, int width, int height)
{
	uint64_t generation = board_generation(map->board);
	bool stale =
		!view->form.columns || view->generation != generation || view->width != width || view->height != height;

	if (contextmap_index(map, view->cursor) == SIZE_MAX)
		view->cursor = map->contexts.count ? contextmap_context(map, 0)->id : 0;
	if (stale && !view->sized) {
		contextmap_fit_size(map, width, height);
		view->form = map->form;
	}
	view->form.columns = boardmap_columns(map->contexts.count);
	view->generation = generation;
	view->width = width;
	view->height = height;
	contextmap_make(map, view->form);
}

const struct contextmap *mapview_map(struct mapview *view, const struct board *board, int width, int height)
{
	const struct contextmap_form *form = &view->laid.form;
	bool holds = view->is_laid && view->generation == board_generation(board) && view->width == width &&
		     view->height == height && form->columns == view->form.columns && form->size == view->form.size;

	if (holds)
		return &view->laid;
	if (view->is_laid)
		contextmap_release(&view->laid);
	contextmap_init(&view->laid, board);
	mapview_make(view, &view->laid, width, height);
	view->is_laid = true;
	return &view->laid;
}

/* The first of ROOM visible cells: near START, so that FIRST to LAST are visible; 0 if the whole map fits. */
static int mapview_shift(int start, int room, int first, int last, int whole)
{
	if (whole <= room)
		return 0;
	if (start > whole - room)
		start = whole - room;
	if (last > start + room - 1)
		start = last - room + 1;
	return first < start ? first : start;
}

void mapview_follow(struct mapview *view, const struct contextmap *map, int width, int height)
{
	size_t at = contextmap_index(map, view->cursor);
	const struct maproute_box *box;

	if (at == SIZE_MAX)
		return;
	box = &map->route.boxes[at];
	view->left = mapview_shift(view->left, width, box->x, box->x + box->width - 1, map->route.width);
	view->top = mapview_shift(view->top, height, box->y, box->y + box->height - 1, map->route.height);
}

void mapview_go(struct mapview *view, const struct contextmap *map, enum way way)
{
	size_t from = contextmap_index(map, view->cursor);
	int sign = way == WAY_LEFT || way == WAY_UP ? -1 : 1, best = 0;
	bool across = way == WAY_LEFT || way == WAY_RIGHT;

	for (size_t i = 0; i < map->contexts.count && from != SIZE_MAX; i++) {
		int columns = map->places[i].column - map->places[from].column;
		int rows = map->places[i].row - map->places[from].row;
		int ahead = sign * (across ? columns : rows), aside = abs(across ? rows : columns);
		int distance = ahead + MAPVIEW_ASIDE * aside;

		if (ahead <= 0 || (best && distance >= best))
			continue;
		best = distance;
		view->cursor = contextmap_context(map, i)->id;
	}
}

int64_t mapview_at(const struct mapview *view, const struct contextmap *map, int x, int y)
{
	x += view->left;
	y += view->top;
	for (size_t i = 0; i < map->contexts.count; i++) {
		const struct maproute_box *box = &map->route.boxes[i];

		if (x >= box->x && x < box->x + box->width && y >= box->y && y < box->y + box->height)
			return contextmap_context(map, i)->id;
	}
	return 0;
}

static int32_t mapview_clamp(int index)
{
	return index < 1 ? 1 : index > CONTEXT_MAP_MOST ? CONTEXT_MAP_MOST : index;
}

/* The column and row of the nearest box that begins before the cell; after the last, one more. */
struct place mapview_place(const struct mapview *view, const struct contextmap *map, int x, int y)
{
	int column = 1, row = 1, last_x = -1, last_y = -1;

	x += view->left;
	y += view->top;
	for (size_t i = 0; i < map->contexts.count; i++) {
		const struct maproute_box *box = &map->route.boxes[i];

		if (box->x <= x && box->x > last_x) {
			last_x = box->x;
			column = box->column + (x >= box->x + box->width);
		}
		if (box->y <= y && box->y > last_y) {
			last_y = box->y;
			row = box->row + (y >= box->y + box->height);
		}
	}
	return (struct place){mapview_clamp(column), mapview_clamp(row)};
}
