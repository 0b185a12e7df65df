/*
 * boardview: where a person is on the board and what they see of it. Each person has their own.
 */
#ifndef DRAW_BOARDVIEW_H
#define DRAW_BOARDVIEW_H

#include "command/argument.h"
#include "draw/scene_board.h"

struct boardview {
	struct viewport viewport;
	bool whole;        /* it was zoomed to show the whole board, and not since */
	int columns, rows; /* of the screen as it was last; 0: unknown */
	struct place cursor;
	bool selecting; /* the rectangle from anchor to cursor is selected */
	struct place anchor;
	struct vec marks; /* of int64_t: stickies marked individually */
	struct search search;
	struct veil veil; /* what the person may not see yet, as of the last key */
	unsigned hidden;  /* kinds not shown, bits 1 << enum kind */
};

void boardview_init(struct boardview *view);
void boardview_release(struct boardview *view);

/* Resizes the grid to WIDTH x HEIGHT cells and keeps the cursor in sight. */
void boardview_resize(struct boardview *view, int width, int height);

/* Call after that, with the size of the screen. If that has changed, shows the whole board again if it was to be shown;
 * if it has grown, shows as much more of BOARD as there is room for. */
void boardview_use_room(struct boardview *view, const struct board *board, int columns, int rows);

/* Moves the cursor to PLACE, clamped to the grid, and scrolls it into sight. */
void boardview_go(struct boardview *view, struct place place);

/* Moves the cursor to PLACE; if that is out of sight, centres it. */
void boardview_show(struct boardview *view, struct place place);

/* Scrolls back from an area where BOARD is empty, as far as the cursor stays in sight. */
void boardview_fill(struct boardview *view, const struct board *board);

/* Moves the cursor COUNT slots in a direction. */
void boardview_step(struct boardview *view, enum way way, int count);

/* Is anything selected, by rectangle or individually? Clears the selection. */
bool boardview_has_selection(const struct boardview *view);
void boardview_clear_selection(struct boardview *view);

/* Marks the sticky ID, or unmarks it. */
void boardview_mark(struct boardview *view, int64_t id);

/* The selected rectangle, or the cursor's slot. */
struct place_rect boardview_rect(const struct boardview *view);

/* Appends to IDS (of int64_t) the stickies that commands act on: those in the rectangle, by row and column, and those
 * marked; without either, the one under the cursor. */
void boardview_stickies(const struct boardview *view, const struct board *board, struct vec *ids);

/* The sticky that follows, or precedes, the cursor in time (by column, then row); NULL if there is none. */
const struct sticky *boardview_neighbour(const struct boardview *view, const struct board *board, bool forward);

/* The next hit of the search after, or before, the cursor in time, wrapping at the ends; with HERE the sticky under
 * the cursor counts too. */
struct search_hit boardview_search(const struct boardview *view, const struct board *board, bool forward, bool here);

/* Zooms by STEPS; positive is in. */
void boardview_zoom(struct boardview *view, int steps);

/* Chooses the largest zoom that shows all of BOARD, or else the smallest. */
void boardview_zoom_all(struct boardview *view, const struct board *board);

/* Scrolls half a screen in a direction. */
void boardview_scroll(struct boardview *view, enum way way);

#endif
