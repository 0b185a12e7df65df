#include "ui/canvas.h"

#include "text/utf8.h"

void canvas_init(struct canvas *canvas)
{
	*canvas = (struct canvas){.viewport = {ZOOM_READING, {1, 1}, 1, 1}, .cursor = {1, 1},
		.anchor = {1, 1}};
	strbuf_init(&canvas->search);
}

void canvas_release(struct canvas *canvas)
{
	strbuf_release(&canvas->search);
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

void canvas_step(struct canvas *canvas, enum way way, int count)
{
	struct place place = canvas->cursor;

	if (way == WAY_LEFT || way == WAY_RIGHT)
		place.column = canvas_clamp((int64_t)place.column + (way == WAY_LEFT ? -count : count));
	else
		place.row = canvas_clamp((int64_t)place.row + (way == WAY_UP ? -count : count));
	canvas_go(canvas, place);
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

void canvas_stickies(const struct canvas *canvas, const struct board *board, struct vec *ids)
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
	return sticky->text && utf8_contains_folded(sticky->text, canvas->search.text);
}

void canvas_zoom(struct canvas *canvas, int steps)
{
	int zoom = (int)canvas->viewport.zoom + steps;

	canvas->viewport.zoom = (enum zoom)(zoom < ZOOM_GLANCE ? ZOOM_GLANCE
						: zoom >= ZOOM_COUNT ? ZOOM_COUNT - 1 : zoom);
	viewport_follow(&canvas->viewport, canvas->cursor);
}
