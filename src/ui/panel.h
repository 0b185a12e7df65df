/*
 * panel: a framed box with lines of text over the canvas.
 */
#ifndef UI_PANEL_H
#define UI_PANEL_H

#include "draw/cellbuf.h"

struct panel {
	int x, y, width, height; /* with its frame */
};

/* Draws an empty panel with TITLE in its frame. */
void panel_draw(struct cellbuf *buf, struct panel panel, const char *title);

/* Line AT inside of it, from 0; outside it is left out. Texts that are too long are cut. */
void panel_line(struct cellbuf *buf, struct panel panel, int at, int indent, const char *text,
	enum style style);

#endif
