/*
 * canvas: where somebody is on the board and what of it they see. Each has their own.
 */
#ifndef UI_CANVAS_H
#define UI_CANVAS_H

#include "command/argument.h"
#include "draw/scene_board.h"

struct canvas {
	struct viewport viewport;
	struct place cursor;
	bool selecting;       /* the rectangle from anchor to cursor is selected */
	struct place anchor;
	struct vec marks;     /* of int64_t: the stickies marked one by one */
	struct strbuf search; /* folded; "" for none */
	struct veil veil;     /* what its person may not see yet, as of the last key */
	unsigned hidden;      /* bits 1 << enum kind that are not shown */
};

void canvas_init(struct canvas *canvas);
void canvas_release(struct canvas *canvas);

/* Makes room for a grid of WIDTH x HEIGHT cells; the cursor stays in sight. */
void canvas_resize(struct canvas *canvas, int width, int height);

/* Goes to PLACE, which is brought into the grid, and into sight. */
void canvas_go(struct canvas *canvas, struct place place);

/* Goes to PLACE; when it is out of sight, it comes into the middle of what is seen. */
void canvas_show(struct canvas *canvas, struct place place);

/* Moves back from where nothing of BOARD is, as long as the cursor stays in sight. */
void canvas_fill(struct canvas *canvas, const struct board *board);

/* COUNT slots in a direction. */
void canvas_step(struct canvas *canvas, enum way way, int count);

/* Is anything selected, by rectangle or one by one? Ends it. */
bool canvas_has_selection(const struct canvas *canvas);
void canvas_let_go(struct canvas *canvas);

/* Marks the sticky ID, or no longer. */
void canvas_mark(struct canvas *canvas, int64_t id);

/* The rectangle that is selected, or the cursor's slot. */
struct place_rect canvas_rect(const struct canvas *canvas);

/* Appends to IDS (of int64_t) the stickies that commands are about: those of the rectangle, by row and column,
 * and those marked one by one; with neither that under the cursor. */
void canvas_stickies(const struct canvas *canvas, const struct board *board, struct vec *ids);

/* The sticky that follows the cursor in time (by column, then row), or precedes it; NULL when there is
 * none. ACCEPT (may be NULL) chooses among them. */
typedef bool canvas_accept(const struct canvas *canvas, const struct sticky *sticky);
const struct sticky *canvas_neighbour(const struct canvas *canvas, const struct board *board,
	bool forward, canvas_accept *accept);

/* Does the search find it? A canvas_accept. */
bool canvas_is_hit(const struct canvas *canvas, const struct sticky *sticky);

/* Zooms by STEPS, inwards above 0. */
void canvas_zoom(struct canvas *canvas, int steps);

/* Chooses the zoom at which all of BOARD is seen, as far as there is one. */
void canvas_zoom_all(struct canvas *canvas, const struct board *board);

/* Half a screen in a direction. */
void canvas_scroll(struct canvas *canvas, enum way way);

#endif
