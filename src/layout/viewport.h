/*
 * viewport: which part of the grid is seen, and how large.
 *
 * A slot is drawn as a box of cells with a gutter round it, in which boundaries, arrows and selections run.
 * The viewport moves by whole slots.
 */
#ifndef LAYOUT_VIEWPORT_H
#define LAYOUT_VIEWPORT_H

#include <stdbool.h>

#include "model/item.h"

/* The sizes that one zooms through. */
enum zoom { ZOOM_GLANCE, ZOOM_SMALL, ZOOM_OVERVIEW, ZOOM_COMPACT, ZOOM_READING, ZOOM_LARGE, ZOOM_COUNT };

struct viewport_zoom_size {
	int width;  /* of a sticky, in cells */
	int height; /* of a sticky, in rows of cells */
	int across; /* from one column to the next, in cells */
	int down;   /* from one row to the next */
	int left;   /* cells of gutter left of a sticky; the others are right of it; 0: there is no room for lines */
	int above;  /* rows of gutter above a sticky */
};

/* From this width on stickies are read where they are, and have room for what stands beside their text. */
#define VIEWPORT_READABLE 16

/* The sizes of ZOOM. */
const struct viewport_zoom_size *viewport_zoom_size(enum zoom zoom);

struct viewport {
	enum zoom zoom;
	struct place first;               /* the slot at the upper left */
	int width, height;                /* of the area that shows it, in cells */
	struct viewport_zoom_size fitted; /* a size between that of the zoom and the next larger one; width 0: none */
};

/* The size in which VIEWPORT shows stickies. */
const struct viewport_zoom_size *viewport_size(const struct viewport *viewport);

/* Goes STEPS sizes on, to larger ones above 0, as far as there are any. */
void viewport_step(struct viewport *viewport, int steps);

/* How many columns and rows are seen whole, at least 1. */
int viewport_columns(const struct viewport *viewport);
int viewport_rows(const struct viewport *viewport);

/* Where the box of PLACE begins, in cells from the area's upper left corner; may lie outside of it. */
void viewport_cell(const struct viewport *viewport, struct place place, int *x, int *y);

/* The slot whose box or gutter holds the cell X, Y. */
struct place viewport_place(const struct viewport *viewport, int x, int y);

/* All slots of which some cell may be seen. */
struct place_rect viewport_slots(const struct viewport *viewport);

/* Moves it, as little as need be, until PLACE is seen whole; true when it moved. */
bool viewport_follow(struct viewport *viewport, struct place place);

/* Takes the largest size at which all of RECT is seen, between two zooms as well, so that the area is used; and moves
 * there. */
void viewport_fit(struct viewport *viewport, struct place_rect rect);

#endif
