#include "draw/show.h"

#include <limits.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "draw/paint_cells.h"
#include "draw/paint_text.h"
#include "draw/plain.h"
#include "draw/scene_board.h"
#include "draw/scene_map.h"

/* The most rows printed at once, to bound memory. */
#define SHOW_ROWS_AT_ONCE 64

/* The columns of a map that is too wide in any form. */
#define SHOW_MAP_NARROW 2

/* State shared by the bands. */
struct show {
	const struct board *board;
	const struct show_options *options;
	struct place_rect bounds;
	struct scene scene;
	struct cellbuf cells;
	FILE *out;
};

/* The scheme that OPTIONS ask for. */
static enum scheme show_scheme(const struct show_options *options)
{
	return !options->colour ? SCHEME_MONO : options->light ? SCHEME_LIGHT : SCHEME_256;
}

/* Prints SLOTS; only the first rows have the phases above them. */
static void show_rows(struct show *show, struct place_rect slots)
{
	const struct viewport_zoom_size *size = viewport_zoom_size(show->options->zoom);
	int columns = slots.last.column - slots.first.column + 1;
	int rows = slots.last.row - slots.first.row + 1;
	struct view view = {.viewport = {.zoom = show->options->zoom,
				    .first = slots.first,
				    .width = columns * size->across,
				    .height = rows * size->down + size->above},
		.selection = PLACE_RECT_EMPTY,
		.source = PLACE_RECT_EMPTY,
		.outlined = !show->options->colour};

	scene_board(&show->scene, show->board, &view);
	cellbuf_reset(&show->cells, show->scene.width, show->scene.height, STYLE_BOARD);
	paint_cells(&show->scene, &show->cells, 0, 0);
	if (show->options->ascii)
		plain_cells(&show->cells);
	paint_text(&show->cells, show_scheme(show->options), show->out);
}

static int show_compare_columns(const void *a, const void *b)
{
	const struct place *first = a, *second = b;

	return (first->column > second->column) - (first->column < second->column);
}

static int show_compare_rows(const void *a, const void *b)
{
	const struct place *first = a, *second = b;

	return (first->row > second->row) - (first->row < second->row);
}

/* Prints the columns FIRST to LAST, which hold COUNT stickies at PLACES. Long empty stretches are left out, so a
 * sticky a million rows away costs nothing. */
static void show_band(struct show *show, int32_t first, int32_t last, struct place *places, size_t count)
{
	struct place_rect slots = {{first, 0}, {last, 0}};

	qsort(places, count, sizeof(*places), show_compare_rows);
	for (size_t i = 0; i < count;) {
		slots.first.row = places[i].row;
		if (!i && slots.first.row - show->bounds.first.row < SHOW_ROWS_AT_ONCE)
			slots.first.row = show->bounds.first.row;
		while (i < count && places[i].row - slots.first.row < SHOW_ROWS_AT_ONCE)
			slots.last.row = places[i++].row;
		show_rows(show, slots);
		if (i < count && places[i].row - slots.last.row > 1)
			fputs("…\n", show->out);
	}
}

/* The places of all stickies, by column. */
static void show_places(const struct board *board, struct vec *places)
{
	const struct sticky *sticky;

	for (size_t at = 0; (sticky = board_next(board, ENTITY_STICKY, &at));)
		vec_add(places, struct place) = sticky->place;
	if (places->count)
		qsort(places->items, places->count, places->size, show_compare_columns);
}

void show_board(const struct board *board, const struct show_options *options, FILE *out)
{
	struct show show = {.board = board, .options = options, .bounds = board_bounds(board), .out = out};
	struct viewport width = {.zoom = options->zoom,
		.first = {1, 1},
		.width = options->columns - scene_board_left(board),
		.height = 1};
	int32_t across = viewport_columns(&width);
	struct vec places = VEC_INIT(struct place);

	scene_init(&show.scene);
	show_places(board, &places);
	if (board_title(board)[0])
		fprintf(out, "%s\n", board_title(board));
	for (size_t i = 0; i < places.count;) {
		struct place *first = vec_at(&places, i);
		size_t count = 1;
		int32_t start;

		while (i + count < places.count && first[count].column - first->column < across)
			count++;
		i += count;
		start = first->column;
		show_band(&show, start, first[count - 1].column, first, count);
		if (i < places.count)
			fputs(first[count].column - start > across ? "…\n" : "\n", show.out);
	}
	vec_release(&places);
	scene_release(&show.scene);
	cellbuf_release(&show.cells);
}

static void show_map_relation(const struct contextmap *map, size_t at, FILE *out)
{
	const struct board *board = map->board;
	const struct relation *relation = contextmap_relation(map, at);
	struct strbuf text = STRBUF_INIT;

	if (contextmap_is_numbered(map)) {
		contextmap_number(map, at, &text);
		fprintf(out, "  %-4s", text.text);
		strbuf_reset(&text);
	} else {
		fputs("  ", out);
	}
	contextmap_sentence(board, relation, &text);
	fprintf(out, "%s\n", text.text);
	strbuf_release(&text);
}

static void show_map_picture(const struct contextmap *map, const struct show_options *options, FILE *out)
{
	struct scene_map_view view = {.width = map->route.width, .height = map->route.height};
	struct cellbuf cells = CELLBUF_INIT;
	struct scene scene;

	scene_init(&scene);
	scene_map(&scene, map, &view);
	cellbuf_reset(&cells, view.width, view.height, STYLE_BOARD);
	paint_cells(&scene, &cells, 0, 0);
	if (options->ascii)
		plain_cells(&cells);
	paint_text(&cells, show_scheme(options), out);
	cellbuf_release(&cells);
	scene_release(&scene);
}

void show_map(const struct board *board, const struct show_options *options, FILE *out)
{
	struct contextmap map;

	contextmap_init(&map, board);
	if (board_title(board)[0])
		fprintf(out, "%s\n\n", board_title(board));
	if (map.contexts.count) {
		if (!contextmap_fit(&map, options->columns, INT_MAX))
			contextmap_make(&map, (struct contextmap_form){SHOW_MAP_NARROW, 0});
		show_map_picture(&map, options, out);
	} else {
		fprintf(out, "%s\n", _("There are no contexts on the board yet."));
	}
	if (map.relations.count)
		fputc('\n', out);
	for (size_t i = 0; i < map.relations.count; i++)
		show_map_relation(&map, i, out);
	contextmap_release(&map);
}
