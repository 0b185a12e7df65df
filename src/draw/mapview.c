#include "draw/mapview.h"

#include <stdlib.h>

#include "layout/boardmap.h"

/* How much more a cell to the side counts than one in the direction of the move. */
#define MAPVIEW_ASIDE 2

/* The cells behind the last column or row from which on a new one begins. */
#define MAPVIEW_BEYOND 2

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

/* The columns of the grid, or its rows, as they are on the map: where the boxes in each begin and end. */
struct mapview_axis {
	int starts[CONTEXT_MAP_MOST + 1], ends[CONTEXT_MAP_MOST + 1]; /* both 0: there are none */
	int last;                                                     /* the last one with boxes; 0: there is none */
};

static struct mapview_axis mapview_axis(const struct contextmap *map, bool rows)
{
	struct mapview_axis axis = {.last = 0};

	for (size_t i = 0; i < map->contexts.count; i++) {
		const struct maproute_box *box = &map->route.boxes[i];
		int index = rows ? box->row : box->column, start = rows ? box->y : box->x;
		int end = start + (rows ? box->height : box->width);

		if (index > CONTEXT_MAP_MOST)
			continue;
		axis.starts[index] = start;
		axis.ends[index] = end > axis.ends[index] ? end : axis.ends[index];
		axis.last = index > axis.last ? index : axis.last;
	}
	return axis;
}

/* The last one before INDEX that has boxes, or 0. */
static int mapview_before(const struct mapview_axis *axis, int index)
{
	do
		index--;
	while (index > 0 && !axis->ends[index]);
	return index;
}

/* The column or row at a cell of the map. Between two with boxes, the nearer one, or those without boxes in between;
 * well behind the last, one more. */
static int mapview_index(const struct mapview_axis *axis, int at)
{
	int before, gap, index = 1;

	while (index <= axis->last && (!axis->ends[index] || at >= axis->ends[index]))
		index++;
	if (index > axis->last) {
		index = axis->last + (!axis->last || at - axis->ends[axis->last] >= MAPVIEW_BEYOND);
		return index < CONTEXT_MAP_MOST ? index : CONTEXT_MAP_MOST;
	}
	before = mapview_before(axis, index);
	gap = axis->starts[index] - axis->ends[before];
	if (at >= axis->starts[index] || gap < 1)
		return index;
	before += (2 * (at - axis->ends[before]) * (index - before) + gap) / (2 * gap);
	return before > 0 ? before : 1;
}

struct place mapview_place(const struct mapview *view, const struct contextmap *map, int x, int y)
{
	struct mapview_axis columns = mapview_axis(map, false), rows = mapview_axis(map, true);

	return (struct place){mapview_index(&columns, x + view->left), mapview_index(&rows, y + view->top)};
}

/* Where a box of LENGTH in column or row INDEX would begin. */
static int mapview_start(const struct mapview_axis *axis, int index, int length)
{
	int before = mapview_before(axis, index), after = index;

	if (index <= axis->last && axis->ends[index])
		return axis->starts[index];
	if (index > axis->last)
		return axis->ends[axis->last] + MAPVIEW_BEYOND;
	while (!axis->ends[after])
		after++;
	return (axis->ends[before] + axis->starts[after] - length) / 2;
}

struct maproute_box mapview_box(const struct contextmap *map, struct place place, size_t at)
{
	struct mapview_axis columns = mapview_axis(map, false), rows = mapview_axis(map, true);
	struct maproute_box box = map->route.boxes[at];

	box.column = place.column;
	box.row = place.row;
	if (columns.ends[place.column])
		box.width = columns.ends[place.column] - columns.starts[place.column];
	box.x = mapview_start(&columns, place.column, box.width);
	box.y = mapview_start(&rows, place.row, box.height);
	return box;
}
