#include "layout/viewport.h"

#include <string.h>

#include "base/mem.h"

/* Columns closer than this have no room for lines between stickies. */
#define VIEWPORT_ACROSS_WITH_GUTTERS 6

static const struct viewport_zoom_size zoom_sizes[ZOOM_COUNT] = {
	[ZOOM_GLANCE] = {.width = 2, .height = 1, .across = 3, .down = 1, .left = 0, .above = 0},
	[ZOOM_SMALL] = {.width = 5, .height = 1, .across = 7, .down = 2, .left = 1, .above = 1},
	[ZOOM_OVERVIEW] = {.width = 8, .height = 2, .across = 10, .down = 3, .left = 1, .above = 1},
	[ZOOM_COMPACT] = {.width = 12, .height = 3, .across = 14, .down = 4, .left = 1, .above = 1},
	[ZOOM_READING] = {.width = 16, .height = 4, .across = 18, .down = 5, .left = 1, .above = 1},
	[ZOOM_LARGE] = {.width = 26, .height = 7, .across = 28, .down = 8, .left = 1, .above = 1},
};

const struct viewport_zoom_size *viewport_zoom_size(enum zoom zoom)
{
	if (zoom < 0 || zoom >= ZOOM_COUNT)
		BUG("there is no zoom %d", (int)zoom);
	return &zoom_sizes[zoom];
}

const struct viewport_zoom_size *viewport_size(const struct viewport *viewport)
{
	return viewport->fitted.width ? &viewport->fitted : viewport_zoom_size(viewport->zoom);
}

void viewport_step(struct viewport *viewport, int steps)
{
	int zoom = (int)viewport->zoom + steps;

	if (viewport->fitted.width && steps < 0)
		zoom++;
	viewport->fitted.width = 0;
	viewport->zoom = (enum zoom)(zoom < ZOOM_GLANCE ? ZOOM_GLANCE : zoom >= ZOOM_COUNT ? ZOOM_COUNT - 1 : zoom);
}

/* How many slots of PITCH fit into LENGTH cells; the last one needs no gutter after it. */
static int viewport_whole(int length, int pitch, int gutter)
{
	int whole = (length + gutter) / pitch;

	return whole > 0 ? whole : 1;
}

int viewport_columns(const struct viewport *viewport)
{
	const struct viewport_zoom_size *size = viewport_size(viewport);

	return viewport_whole(viewport->width, size->across, size->across - size->width - size->left);
}

int viewport_rows(const struct viewport *viewport)
{
	const struct viewport_zoom_size *size = viewport_size(viewport);

	return viewport_whole(viewport->height, size->down, size->down - size->height - size->above);
}

/* SLOTS times PITCH, clamped to the range of int. */
static int viewport_distance(int32_t slots, int pitch)
{
	int64_t cells = (int64_t)slots * pitch;
	const int64_t most = 1 << 28;

	return (int)(cells > most ? most : cells < -most ? -most : cells);
}

void viewport_cell(const struct viewport *viewport, struct place place, int *x, int *y)
{
	const struct viewport_zoom_size *size = viewport_size(viewport);

	*x = size->left + viewport_distance(place.column - viewport->first.column, size->across);
	*y = size->above + viewport_distance(place.row - viewport->first.row, size->down);
}

static int32_t viewport_clamp(int64_t index)
{
	return (int32_t)(index < 1 ? 1 : index > PLACE_MOST ? PLACE_MOST : index);
}

struct place viewport_place(const struct viewport *viewport, int x, int y)
{
	const struct viewport_zoom_size *size = viewport_size(viewport);
	int column = x < 0 ? -1 : x / size->across, row = y < 0 ? -1 : y / size->down;

	return (struct place){viewport_clamp((int64_t)viewport->first.column + column),
		viewport_clamp((int64_t)viewport->first.row + row)};
}

struct place_rect viewport_slots(const struct viewport *viewport)
{
	int x = viewport->width > 0 ? viewport->width - 1 : 0;
	int y = viewport->height > 0 ? viewport->height - 1 : 0;

	return (struct place_rect){viewport->first, viewport_place(viewport, x, y)};
}

/* The first visible slot nearest to FIRST such that INDEX is among COUNT slots from there. */
static int32_t viewport_shift(int32_t first, int count, int32_t index)
{
	if (index < first)
		return index;
	if (index > first + count - 1)
		return index - count + 1;
	return first;
}

bool viewport_follow(struct viewport *viewport, struct place place)
{
	struct place before = viewport->first;

	viewport->first.column = viewport_shift(before.column, viewport_columns(viewport), place.column);
	viewport->first.row = viewport_shift(before.row, viewport_rows(viewport), place.row);
	return viewport->first.column != before.column || viewport->first.row != before.row;
}

static int viewport_least(int64_t a, int64_t b)
{
	return (int)(a < b ? a : b);
}

/* The size for stickies that are ACROSS and DOWN apart, or less where they would not look like stickies. */
static struct viewport_zoom_size viewport_between(int across, int down)
{
	const struct viewport_zoom_size *most = viewport_zoom_size(ZOOM_LARGE);
	int gutter = across >= VIEWPORT_ACROSS_WITH_GUTTERS && down > 1 ? 1 : 0;
	int width = viewport_least(across - 1 - gutter, most->width);
	int height =
		down > 1 ? viewport_least(down - 1, viewport_least(most->height, gutter ? width * 3 / 4 : width)) : 1;

	return (struct viewport_zoom_size){
		width, height, width + 1 + gutter, down > 1 ? height + 1 : 1, gutter, gutter};
}

/* The largest zoom that is not larger than SIZE. */
static enum zoom viewport_below(const struct viewport_zoom_size *size)
{
	int zoom = ZOOM_COUNT - 1;

	while (zoom > ZOOM_GLANCE && (zoom_sizes[zoom].width > size->width || zoom_sizes[zoom].height > size->height))
		zoom--;
	return (enum zoom)zoom;
}

void viewport_fit(struct viewport *viewport, struct place_rect rect)
{
	int64_t columns = (int64_t)rect.last.column - rect.first.column + 1;
	int64_t rows = (int64_t)rect.last.row - rect.first.row + 1;
	const struct viewport_zoom_size *least = viewport_zoom_size(ZOOM_GLANCE);
	int across = (int)((viewport->width + 1) / columns), down = (int)(viewport->height / rows);

	viewport->first = rect.first;
	viewport->zoom = ZOOM_GLANCE;
	viewport->fitted.width = 0;
	if (across < least->across || down < least->down)
		return;
	viewport->fitted = viewport_between(across, down);
	viewport->zoom = viewport_below(&viewport->fitted);
	if (!memcmp(&viewport->fitted, viewport_zoom_size(viewport->zoom), sizeof(viewport->fitted)))
		viewport->fitted.width = 0;
}
