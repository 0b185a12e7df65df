/*
 * panel: a framed box with lines of text over the canvas.
 */
#ifndef DRAW_PANEL_H
#define DRAW_PANEL_H

#include "base/vec.h"
#include "draw/cellbuf.h"

/* The maximum width of a list, with its frame. */
#define PANEL_LIST_CELLS 100

struct panel {
	int x, y, width, height; /* with its frame */
};

/* Draws an empty panel with TITLE in its frame. */
void panel_draw(struct cellbuf *buf, struct panel panel, const char *title);

/* Draws PANEL with TITLE and as many of LINES (of char *) as it has room for, including AT, the chosen one. Returns
 * the row of AT. */
int panel_lines(struct cellbuf *buf, struct panel panel, const char *title, const struct vec *lines, int at);

/* The same in a panel as high as its lines, at the lower left of the ROOM rows that end above row BOTTOM. */
int panel_list(struct cellbuf *buf, int bottom, int room, const char *title, const struct vec *lines, int at);

/* The first visible line if SHOWN lines fit and AT is chosen. */
int panel_top(int shown, int at);

/* The line BY steps from AT among COUNT lines, stopping at the ends. */
size_t panel_step(size_t at, int by, size_t count);

/* Draws TEXT on line AT, from 0, inside the panel; lines outside are left out, long texts cut. */
void panel_line(struct cellbuf *buf, struct panel panel, int at, int indent, const char *text, enum style style);

/* Is a screen of COLUMNS x ROWS too small for anything? Fills BUF, of such a size, with a message that says so. */
bool panel_lacks_room(int columns, int rows);
void panel_say_room(struct cellbuf *buf);

#endif
