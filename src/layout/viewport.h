/*
 * viewport: the visible part of the grid, and the size of stickies.
 *
 * A slot is drawn as a box of cells with a gutter around it for boundaries, arrows and the selection.
 * The viewport moves by whole slots.
 */
#ifndef LAYOUT_VIEWPORT_H
#define LAYOUT_VIEWPORT_H

#include <stdbool.h>

#include "model/item.h"

/* The sizes to zoom through. */
enum zoom { ZOOM_GLANCE, ZOOM_SMALL, ZOOM_OVERVIEW, ZOOM_COMPACT, ZOOM_READING, ZOOM_LARGE, ZOOM_COUNT };

struct viewport_zoom_size {
	int width;  /* of a sticky, in cells */
	int height; /* of a sticky, in rows of cells */
	int across; /* from one column to the next, in cells */
	int down;   /* from one row to the next, in rows of cells */
	int left;   /* cells of gutter left of a sticky, the rest is right of it; 0: no room for lines */
	int above;  /* rows of gutter above a sticky */
};

/* From this width on stickies can be read on the canvas, and have room for marks beside their text. */
#define VIEWPORT_READABLE 16

/* The sizes of ZOOM. */
const struct viewport_zoom_size *viewport_zoom_size(enum zoom zoom);

struct viewport {
	enum zoom zoom;
	struct place first; /* the upper left slot */
	int width, height;  /* of its area on the screen, in cells */
	struct viewport_zoom_size
		fitted; /* a size between that of the zoom and the next larger one; width 0: not used */
};

/* The size at which VIEWPORT shows stickies. */
const struct viewport_zoom_size *viewport_size(const struct viewport *viewport);

/* Zooms by STEPS sizes, in if above 0, out if below, as far as there are any. */
void viewport_step(struct viewport *viewport, int steps);

/* How many columns and rows are fully visible, at least 1. */
int viewport_columns(const struct viewport *viewport);
int viewport_rows(const struct viewport *viewport);

/* The upper left cell of the box of PLACE, counted from that of the area; may be outside the area. */
void viewport_cell(const struct viewport *viewport, struct place place, int *x, int *y);

/* The slot whose box or gutter contains cell X, Y. */
struct place viewport_place(const struct viewport *viewport, int x, int y);

/* All slots of which any cell may be visible. */
struct place_rect viewport_slots(const struct viewport *viewport);

/* Moves as little as necessary to make PLACE fully visible; true if it moved. */
bool viewport_follow(struct viewport *viewport, struct place place);

/* Moves to RECT, at the largest size at which all of it is visible; that size may be between two zooms, so that the
 * area is used well. */
void viewport_fit(struct viewport *viewport, struct place_rect rect);

#endif
