/*
 * panel: a framed box with lines of text over the canvas.
 */
#ifndef DRAW_PANEL_H
#define DRAW_PANEL_H

#include "base/vec.h"
#include "draw/cellbuf.h"

/* The width of a list with its frame, at most. */
#define PANEL_LIST_CELLS 100

struct panel {
	int x, y, width, height; /* with its frame */
};

/* Draws an empty panel with TITLE in its frame. */
void panel_draw(struct cellbuf *buf, struct panel panel, const char *title);

/* Draws PANEL with TITLE and as many of LINES (of char *) as it has room for, AT, the chosen one, among them. Returns
 * the row of that. */
int panel_lines(struct cellbuf *buf, struct panel panel, const char *title, const struct vec *lines, int at);

/* The same as low as the lines are, at the lower left of the ROOM rows that end above row BOTTOM. */
int panel_list(struct cellbuf *buf, int bottom, int room, const char *title, const struct vec *lines, int at);

/* The first line in sight where SHOWN are and AT is chosen. */
int panel_top(int shown, int at);

/* The line below AT of COUNT, or with BY less than 0 above it; the first and the last are the ends. */
size_t panel_step(size_t at, int by, size_t count);

/* Line AT inside of it, from 0; outside it is left out. Texts that are too long are cut. */
void panel_line(struct cellbuf *buf, struct panel panel, int at, int indent, const char *text, enum style style);

/* Is a screen of COLUMNS x ROWS too small for anything? Then all that BUF, of such a size, is to say is that. */
bool panel_lacks_room(int columns, int rows);
void panel_say_room(struct cellbuf *buf);

#endif
