#include "ui/canvas.h"

#include "text/utf8.h"

void canvas_init(struct canvas *canvas)
{
	*canvas = (struct canvas){.viewport = {ZOOM_READING, {1, 1}, 1, 1}, .cursor = {1, 1},
		.anchor = {1, 1}};
	strbuf_init(&canvas->search);
	vec_init(&canvas->marks, sizeof(int64_t));
}

void canvas_release(struct canvas *canvas)
{
	strbuf_release(&canvas->search);
	vec_release(&canvas->marks);
}

void canvas_resize(struct canvas *canvas, int width, int height)
{
	canvas->viewport.width = width > 0 ? width : 1;
	canvas->viewport.height = height > 0 ? height : 1;
	viewport_follow(&canvas->viewport, canvas->cursor);
}

static int32_t canvas_clamp(int64_t index)
{
	return (int32_t)(index < 1 ? 1 : index > PLACE_MOST ? PLACE_MOST : index);
}

void canvas_go(struct canvas *canvas, struct place place)
{
	canvas->cursor.column = canvas_clamp(place.column);
	canvas->cursor.row = canvas_clamp(place.row);
	viewport_follow(&canvas->viewport, canvas->cursor);
}

/* Is INDEX one of the COUNT slots from FIRST on? */
static bool canvas_sees(int32_t first, int count, int32_t index)
{
	return index >= first && index - first < count;
}

void canvas_show(struct canvas *canvas, struct place place)
{
	struct viewport *viewport = &canvas->viewport;
	int columns = viewport_columns(viewport), rows = viewport_rows(viewport);

	if (!canvas_sees(viewport->first.column, columns, place.column))
		viewport->first.column = canvas_clamp((int64_t)place.column - columns / 2);
	if (!canvas_sees(viewport->first.row, rows, place.row))
		viewport->first.row = canvas_clamp((int64_t)place.row - rows / 2);
	canvas_go(canvas, place);
}

/* The first of COUNT slots, from FIRST or before, so that what comes behind LAST is not seen. */
static int32_t canvas_back(int32_t first, int count, int32_t last)
{
	return (int64_t)first + count - 1 > last ? canvas_clamp((int64_t)last - count + 1) : first;
}

void canvas_fill(struct canvas *canvas, const struct board *board)
{
	struct viewport *viewport = &canvas->viewport;
	struct place last = board_bounds(board).last;

	if (last.column < canvas->cursor.column)
		last.column = canvas->cursor.column;
	if (last.row < canvas->cursor.row)
		last.row = canvas->cursor.row;
	viewport->first.column = canvas_back(viewport->first.column, viewport_columns(viewport),
		last.column);
	viewport->first.row = canvas_back(viewport->first.row, viewport_rows(viewport), last.row);
}

void canvas_step(struct canvas *canvas, enum way way, int count)
{
	struct place place = canvas->cursor;

	if (way == WAY_LEFT || way == WAY_RIGHT)
		place.column = canvas_clamp((int64_t)place.column + (way == WAY_LEFT ? -count : count));
	else
		place.row = canvas_clamp((int64_t)place.row + (way == WAY_UP ? -count : count));
	canvas_go(canvas, place);
}

bool canvas_has_selection(const struct canvas *canvas)
{
	return canvas->selecting || canvas->marks.count;
}

void canvas_let_go(struct canvas *canvas)
{
	canvas->selecting = false;
	vec_reset(&canvas->marks);
}

void canvas_mark(struct canvas *canvas, int64_t id)
{
	for (size_t i = 0; i < canvas->marks.count; i++)
		if (*(int64_t *)vec_at(&canvas->marks, i) == id) {
			vec_remove(&canvas->marks, i);
			return;
		}
	*(int64_t *)vec_push(&canvas->marks) = id;
}

struct place_rect canvas_rect(const struct canvas *canvas)
{
	struct place a = canvas->cursor, b = canvas->selecting ? canvas->anchor : a;

	return (struct place_rect){
		{a.column < b.column ? a.column : b.column, a.row < b.row ? a.row : b.row},
		{a.column > b.column ? a.column : b.column, a.row > b.row ? a.row : b.row}};
}

static bool canvas_shows(const struct canvas *canvas, const struct sticky *sticky)
{
	return !(canvas->hidden & 1u << sticky->kind);
}

static void canvas_rect_stickies(const struct canvas *canvas, const struct board *board, struct vec *ids)
{
	struct place_rect rect = canvas_rect(canvas);
	const struct sticky *sticky;
	struct place place;

	if (canvas->selecting) {
		struct place_rect bounds = board_bounds(board);

		rect.last.column = rect.last.column < bounds.last.column ? rect.last.column
									 : bounds.last.column;
		rect.last.row = rect.last.row < bounds.last.row ? rect.last.row : bounds.last.row;
	}
	for (place.row = rect.first.row; place.row <= rect.last.row; place.row++)
		for (place.column = rect.first.column; place.column <= rect.last.column;
			place.column++)
			if ((sticky = board_at(board, place)) && canvas_shows(canvas, sticky))
				*(int64_t *)vec_push(ids) = sticky->id;
}

void canvas_stickies(const struct canvas *canvas, const struct board *board, struct vec *ids)
{
	struct place_rect rect = canvas_rect(canvas);

	if (canvas->selecting || !canvas->marks.count)
		canvas_rect_stickies(canvas, board, ids);
	for (size_t i = 0; i < canvas->marks.count; i++) {
		int64_t id = *(int64_t *)vec_at(&canvas->marks, i);
		const struct sticky *sticky = board_sticky(board, id);

		if (sticky && canvas_shows(canvas, sticky) &&
			!(canvas->selecting && place_rect_holds(rect, sticky->place)))
			*(int64_t *)vec_push(ids) = id;
	}
}

/* Does A come before B in time? */
static bool canvas_before(struct place a, struct place b)
{
	return a.column != b.column ? a.column < b.column : a.row < b.row;
}

const struct sticky *canvas_neighbour(const struct canvas *canvas, const struct board *board,
	bool forward, canvas_accept *accept)
{
	const struct sticky *sticky, *best = NULL;

	for (size_t at = 0; (sticky = board_next(board, ENTITY_STICKY, &at));) {
		struct place place = sticky->place;

		if (forward ? !canvas_before(canvas->cursor, place) : !canvas_before(place, canvas->cursor))
			continue;
		if (best && canvas_before(place, best->place) != forward)
			continue;
		if (canvas_shows(canvas, sticky) && (!accept || accept(canvas, sticky)))
			best = sticky;
	}
	return best;
}

bool canvas_is_hit(const struct canvas *canvas, const struct sticky *sticky)
{
	return utf8_contains_folded(veil_text(&canvas->veil, sticky), canvas->search.text);
}

void canvas_zoom(struct canvas *canvas, int steps)
{
	int zoom = (int)canvas->viewport.zoom + steps;

	canvas->viewport.zoom = (enum zoom)(zoom < ZOOM_GLANCE ? ZOOM_GLANCE
						: zoom >= ZOOM_COUNT ? ZOOM_COUNT - 1 : zoom);
	viewport_follow(&canvas->viewport, canvas->cursor);
}

void canvas_zoom_all(struct canvas *canvas, const struct board *board)
{
	struct place_rect bounds = board_bounds(board);

	if (place_rect_empty(bounds))
		return;
	viewport_fit(&canvas->viewport, bounds);
	canvas_go(canvas, canvas->cursor);
}

void canvas_scroll(struct canvas *canvas, enum way way)
{
	bool across = way == WAY_LEFT || way == WAY_RIGHT;
	int slots = across ? viewport_columns(&canvas->viewport) : viewport_rows(&canvas->viewport);

	canvas_step(canvas, way, slots > 1 ? slots / 2 : 1);
}
