#include "draw/boardview.h"

void boardview_init(struct boardview *view)
{
	*view = (struct boardview){.viewport = {.zoom = ZOOM_READING, .first = {1, 1}, .width = 1, .height = 1},
		.cursor = {1, 1},
		.anchor = {1, 1}};
	search_init(&view->search);
	vec_init(&view->marks, sizeof(int64_t));
}

void boardview_release(struct boardview *view)
{
	search_release(&view->search);
	vec_release(&view->marks);
}

void boardview_resize(struct boardview *view, int width, int height)
{
	view->viewport.width = width > 0 ? width : 1;
	view->viewport.height = height > 0 ? height : 1;
	viewport_follow(&view->viewport, view->cursor);
}

void boardview_use_room(struct boardview *view, const struct board *board, int columns, int rows)
{
	bool changed = view->columns && (columns != view->columns || rows != view->rows);
	bool grown = view->columns && (columns > view->columns || rows > view->rows);

	view->columns = columns;
	view->rows = rows;
	if (changed && view->whole)
		boardview_zoom_all(view, board);
	else if (grown)
		boardview_fill(view, board);
}

static int32_t boardview_clamp(int64_t index)
{
	return (int32_t)(index < 1 ? 1 : index > PLACE_MOST ? PLACE_MOST : index);
}

void boardview_go(struct boardview *view, struct place place)
{
	view->cursor.column = boardview_clamp(place.column);
	view->cursor.row = boardview_clamp(place.row);
	viewport_follow(&view->viewport, view->cursor);
}

/* Is INDEX among the COUNT slots from FIRST on? */
static bool boardview_sees(int32_t first, int count, int32_t index)
{
	return index >= first && index - first < count;
}

void boardview_show(struct boardview *view, struct place place)
{
	struct viewport *viewport = &view->viewport;
	int columns = viewport_columns(viewport), rows = viewport_rows(viewport);

	if (!boardview_sees(viewport->first.column, columns, place.column))
		viewport->first.column = boardview_clamp((int64_t)place.column - columns / 2);
	if (!boardview_sees(viewport->first.row, rows, place.row))
		viewport->first.row = boardview_clamp((int64_t)place.row - rows / 2);
	boardview_go(view, place);
}

/* The first of COUNT visible slots: FIRST, or less if slots after LAST would be visible. */
static int32_t boardview_back(int32_t first, int count, int32_t last)
{
	return (int64_t)first + count - 1 > last ? boardview_clamp((int64_t)last - count + 1) : first;
}

void boardview_fill(struct boardview *view, const struct board *board)
{
	struct viewport *viewport = &view->viewport;
	struct place last = board_bounds(board).last;

	if (last.column < view->cursor.column)
		last.column = view->cursor.column;
	if (last.row < view->cursor.row)
		last.row = view->cursor.row;
	viewport->first.column = boardview_back(viewport->first.column, viewport_columns(viewport), last.column);
	viewport->first.row = boardview_back(viewport->first.row, viewport_rows(viewport), last.row);
}

void boardview_step(struct boardview *view, enum way way, int count)
{
	struct place place = view->cursor;

	if (way == WAY_LEFT || way == WAY_RIGHT)
		place.column = boardview_clamp((int64_t)place.column + (way == WAY_LEFT ? -count : count));
	else
		place.row = boardview_clamp((int64_t)place.row + (way == WAY_UP ? -count : count));
	boardview_go(view, place);
}

bool boardview_has_selection(const struct boardview *view)
{
	return view->selecting || view->marks.count;
}

void boardview_clear_selection(struct boardview *view)
{
	view->selecting = false;
	vec_reset(&view->marks);
}

void boardview_mark(struct boardview *view, int64_t id)
{
	for (size_t i = 0; i < view->marks.count; i++)
		if (vec_get(&view->marks, int64_t, i) == id) {
			vec_remove(&view->marks, i);
			return;
		}
	vec_add(&view->marks, int64_t) = id;
}

struct place_rect boardview_rect(const struct boardview *view)
{
	struct place a = view->cursor, b = view->selecting ? view->anchor : a;

	return (struct place_rect){{a.column < b.column ? a.column : b.column, a.row < b.row ? a.row : b.row},
		{a.column > b.column ? a.column : b.column, a.row > b.row ? a.row : b.row}};
}

static bool boardview_shows(const struct boardview *view, const struct sticky *sticky)
{
	return !(view->hidden & KIND_BIT(sticky->kind));
}

static void boardview_rect_stickies(const struct boardview *view, const struct board *board, struct vec *ids)
{
	struct place_rect rect = boardview_rect(view);
	const struct sticky *sticky;
	struct place place;

	if (view->selecting) {
		struct place_rect bounds = board_bounds(board);

		rect.last.column = rect.last.column < bounds.last.column ? rect.last.column : bounds.last.column;
		rect.last.row = rect.last.row < bounds.last.row ? rect.last.row : bounds.last.row;
	}
	for (place.row = rect.first.row; place.row <= rect.last.row; place.row++)
		for (place.column = rect.first.column; place.column <= rect.last.column; place.column++)
			if ((sticky = board_at(board, place)) && boardview_shows(view, sticky))
				vec_add(ids, int64_t) = sticky->id;
}

void boardview_stickies(const struct boardview *view, const struct board *board, struct vec *ids)
{
	struct place_rect rect = boardview_rect(view);

	if (view->selecting || !view->marks.count)
		boardview_rect_stickies(view, board, ids);
	for (size_t i = 0; i < view->marks.count; i++) {
		int64_t id = vec_get(&view->marks, int64_t, i);
		const struct sticky *sticky = board_sticky(board, id);

		if (sticky && boardview_shows(view, sticky) &&
			!(view->selecting && place_rect_holds(rect, sticky->place)))
			vec_add(ids, int64_t) = id;
	}
}

const struct sticky *boardview_neighbour(const struct boardview *view, const struct board *board, bool forward)
{
	const struct sticky *sticky, *best = NULL;

	for (size_t at = 0; (sticky = board_next(board, ENTITY_STICKY, &at));) {
		struct place place = sticky->place;

		if (forward ? !place_before(view->cursor, place) : !place_before(place, view->cursor))
			continue;
		if (best && place_before(place, best->place) != forward)
			continue;
		if (boardview_shows(view, sticky))
			best = sticky;
	}
	return best;
}

/* Does A come before B in the direction of the search? */
static bool boardview_is_first(const struct sticky *a, const struct sticky *b, bool forward)
{
	return !b || place_before(a->place, b->place) == forward;
}

struct search_hit boardview_search(const struct boardview *view, const struct board *board, bool forward, bool here)
{
	const struct sticky *sticky, *next = NULL, *end = NULL;
	size_t passed = 0, count = 0;

	for (size_t at = 0; (sticky = board_next(board, ENTITY_STICKY, &at));) {
		bool ahead =
			forward ? place_before(view->cursor, sticky->place) : place_before(sticky->place, view->cursor);

		if (!boardview_shows(view, sticky) || !search_hits(&view->search, &view->veil, sticky))
			continue;
		ahead |= here && place_equal(sticky->place, view->cursor);
		count++;
		passed += !ahead;
		if (boardview_is_first(sticky, end, forward))
			end = sticky;
		if (ahead && boardview_is_first(sticky, next, forward))
			next = sticky;
	}
	if (!next)
		passed = 0;
	return (struct search_hit){next ? next : end, forward ? passed + 1 : count - passed, count, !next};
}

void boardview_zoom(struct boardview *view, int steps)
{
	view->whole = false;
	viewport_step(&view->viewport, steps);
	viewport_follow(&view->viewport, view->cursor);
}

void boardview_zoom_all(struct boardview *view, const struct board *board)
{
	struct place_rect bounds = board_bounds(board);

	if (place_rect_empty(bounds))
		return;
	view->whole = true;
	viewport_fit(&view->viewport, bounds);
	boardview_go(view, view->cursor);
}

void boardview_scroll(struct boardview *view, enum way way)
{
	bool across = way == WAY_LEFT || way == WAY_RIGHT;
	int slots = across ? viewport_columns(&view->viewport) : viewport_rows(&view->viewport);

	boardview_step(view, way, slots > 1 ? slots / 2 : 1);
}
