/*
 * boardview: where somebody is on the board and what of it they see. Each has their own.
 */
#ifndef DRAW_BOARDVIEW_H
#define DRAW_BOARDVIEW_H

#include "command/argument.h"
#include "draw/scene_board.h"

struct boardview {
	struct viewport viewport;
	struct place cursor;
	bool selecting; /* the rectangle from anchor to cursor is selected */
	struct place anchor;
	struct vec marks; /* of int64_t: the stickies marked one by one */
	struct search search;
	struct veil veil; /* what its person may not see yet, as of the last key */
	unsigned hidden;  /* bits 1 << enum kind that are not shown */
};

void boardview_init(struct boardview *view);
void boardview_release(struct boardview *view);

/* Makes room for a grid of WIDTH x HEIGHT cells; the cursor stays in sight. */
void boardview_resize(struct boardview *view, int width, int height);

/* Goes to PLACE, which is brought into the grid, and into sight. */
void boardview_go(struct boardview *view, struct place place);

/* Goes to PLACE; when it is out of sight, it comes into the middle of what is seen. */
void boardview_show(struct boardview *view, struct place place);

/* Moves back from where nothing of BOARD is, as long as the cursor stays in sight. */
void boardview_fill(struct boardview *view, const struct board *board);

/* COUNT slots in a direction. */
void boardview_step(struct boardview *view, enum way way, int count);

/* Is anything selected, by rectangle or one by one? Ends it. */
bool boardview_has_selection(const struct boardview *view);
void boardview_let_go(struct boardview *view);

/* Marks the sticky ID, or no longer. */
void boardview_mark(struct boardview *view, int64_t id);

/* The rectangle that is selected, or the cursor's slot. */
struct place_rect boardview_rect(const struct boardview *view);

/* Appends to IDS (of int64_t) the stickies that commands are about: those of the rectangle, by row and column,
 * and those marked one by one; with neither that under the cursor. */
void boardview_stickies(const struct boardview *view, const struct board *board, struct vec *ids);

/* The sticky that follows the cursor in time (by column, then row), or precedes it; NULL when there is
 * none. */
const struct sticky *boardview_neighbour(const struct boardview *view, const struct board *board, bool forward);

/* What the search finds next behind, or before, the cursor, in time and round the ends; with HERE what is under the
 * cursor counts as well. */
struct search_hit boardview_search(const struct boardview *view, const struct board *board, bool forward, bool here);

/* Zooms by STEPS, inwards above 0. */
void boardview_zoom(struct boardview *view, int steps);

/* Chooses the zoom at which all of BOARD is seen, as far as there is one. */
void boardview_zoom_all(struct boardview *view, const struct board *board);

/* Half a screen in a direction. */
void boardview_scroll(struct boardview *view, enum way way);

#endif
