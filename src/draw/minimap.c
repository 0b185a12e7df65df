#include "draw/minimap.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void minimap_release(struct minimap *map)
{
	free(map->kinds);
	*map = (struct minimap)MINIMAP_INIT;
}

/* How important a kind is: the most important in a block is shown. */
static int minimap_weight(int kind)
{
	return kind == KIND_HOTSPOT ? KIND_COUNT + 2 : kind == KIND_EVENT ? KIND_COUNT + 1 : kind;
}

/* How many slots a cell stands for so that LENGTH slots fit into MOST cells. */
static int32_t minimap_block(int32_t length, int most)
{
	return (length + most - 1) / most > 0 ? (length + most - 1) / most : 1;
}

static void minimap_lay_out(struct minimap *map, const struct board *board, int width, int height)
{
	struct place_rect bounds = board_bounds(board);
	int32_t columns, rows;

	if (bounds.last.column < 1)
		bounds = (struct place_rect){{1, 1}, {1, 1}};
	map->slots = (struct place_rect){{1, 1}, bounds.last};
	columns = bounds.last.column;
	rows = bounds.last.row;
	map->across = minimap_block(columns, width);
	map->down = minimap_block(rows, height);
	map->width = (int)((columns + map->across - 1) / map->across);
	map->height = (int)((rows + map->down - 1) / map->down);
}

static size_t minimap_index(const struct minimap *map, struct place place)
{
	return (size_t)((place.row - 1) / map->down) * (size_t)map->width + (size_t)((place.column - 1) / map->across);
}

void minimap_update(struct minimap *map, const struct board *board, int width, int height)
{
	const struct sticky *sticky;
	size_t at = 0;

	if (map->generation == board_generation(board))
		return;
	minimap_lay_out(map, board, width, height);
	map->kinds = mem_resize(map->kinds, (size_t)map->width * (size_t)map->height, 1);
	memset(map->kinds, -1, (size_t)map->width * (size_t)map->height);
	while ((sticky = board_next(board, ENTITY_STICKY, &at))) {
		signed char *cell = &map->kinds[minimap_index(map, sticky->place)];

		if (*cell < 0 || minimap_weight(sticky->kind) > minimap_weight(*cell))
			*cell = (signed char)sticky->kind;
	}
	map->generation = board_generation(board);
}

static bool minimap_is_seen(const struct minimap *map, const struct viewport *viewport, int x, int y)
{
	int64_t column = 1 + (int64_t)x * map->across, row = 1 + (int64_t)y * map->down;
	int64_t right = viewport->first.column + viewport_columns(viewport) - 1;
	int64_t bottom = viewport->first.row + viewport_rows(viewport) - 1;

	return column + map->across > viewport->first.column && column <= right &&
	       row + map->down > viewport->first.row && row <= bottom;
}

void minimap_draw(const struct minimap *map, struct cellbuf *buf, int x, int y, const struct viewport *viewport,
	struct place cursor)
{
	for (int row = 0; row < map->height; row++)
		for (int column = 0; column < map->width; column++) {
			int kind = map->kinds[(size_t)row * (size_t)map->width + (size_t)column];
			bool seen = minimap_is_seen(map, viewport, column, row);
			bool here = (cursor.column - 1) / map->across == column && (cursor.row - 1) / map->down == row;
			const char *sign = here ? "+" : kind < 0 ? (seen ? "·" : " ") : " ";

			cellbuf_text(buf, x + column, y + row, 1, sign, strlen(sign),
				kind < 0 ? STYLE_PANEL : STYLE_KIND + kind);
		}
}
