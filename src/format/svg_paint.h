/*
 * svg_paint: rectangles and texts into an SVG, which stands for a grid of cells like a terminal's.
 *
 * Fonts differ, and what is missing in one comes from another. So every word begins at the cell
 * where it stands, and so does every wide character in it; then all lines up in any font.
 */
#ifndef FORMAT_SVG_PAINT_H
#define FORMAT_SVG_PAINT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/strbuf.h"
#include "draw/scene.h"
#include "draw/theme.h"

/* The size of a cell in units of the picture. */
#define SVG_PAINT_ACROSS 8
#define SVG_PAINT_DOWN 16

struct svg_paint {
	FILE *out;
	enum scheme scheme;    /* whose colours it has */
	struct strbuf escaped; /* the text at hand */
};

/* Begins a picture of WIDTH x HEIGHT cells and of what its title needs above them, on a light ground or a dark one; OUT
 * stays the caller's. */
void svg_paint_init(struct svg_paint *paint, FILE *out, bool light, const char *title, int width, int height);

/* Ends it. */
void svg_paint_release(struct svg_paint *paint);

/* The colours of a style as 0xrrggbb: of lines and letters, and behind them. */
unsigned svg_paint_ink(const struct svg_paint *paint, enum style style);
unsigned svg_paint_ground(const struct svg_paint *paint, enum style style);

/* Fills a rectangle of cells with the ground of STYLE. */
void svg_paint_fill(struct svg_paint *paint, int x, int y, int width, int height, enum style style);

/* LEN bytes of one line of clean text; and a string, cut with "…" when it takes more than ROOM cells. */
void svg_paint_text(struct svg_paint *paint, int x, int y, const char *text, size_t len, enum style style);
void svg_paint_cut(struct svg_paint *paint, int x, int y, int room, const char *text, enum style style);

/* The rectangles and texts of SCENE; it has no frames. */
void svg_paint_scene(struct svg_paint *paint, const struct scene *scene);

/* Clean text as the content of an element. */
void svg_paint_content(struct svg_paint *paint, const char *text);

#endif
