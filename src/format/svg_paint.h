/*
 * svg_paint: paints rectangles and texts into an SVG, on a grid of cells like a terminal's.
 *
 * Fonts differ, and glyphs missing in one come from another. So every word is placed at its own cell, and so is every
 * wide character in it; then everything lines up in any font.
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

/* What a picture is to be. */
struct svg_form {
	const char *title; /* shown above it, and for screen readers */
	bool light;        /* on a light background; otherwise a dark one */
	bool inlined;      /* an element within HTML, without the title above */
	bool wide;         /* at least as wide as a slide of 16:9 */
};

struct svg_paint {
	FILE *out;
	enum scheme scheme;    /* the colours in use */
	struct strbuf escaped; /* scratch: the current text */
};

/* Begins a picture of WIDTH x HEIGHT cells. OUT stays the caller's. */
void svg_paint_init(struct svg_paint *paint, FILE *out, const struct svg_form *form, int width, int height);

/* Ends the picture. */
void svg_paint_release(struct svg_paint *paint);

/* The colours of a style as 0xrrggbb: of lines and text, and of the background. */
unsigned svg_paint_ink(const struct svg_paint *paint, enum style style);
unsigned svg_paint_ground(const struct svg_paint *paint, enum style style);

/* Fills a rectangle of cells with the background of STYLE. */
void svg_paint_fill(struct svg_paint *paint, int x, int y, int width, int height, enum style style);

/* Paints LEN bytes of one line of clean text; a string, in smaller letters if it is wider than ROOM cells. */
void svg_paint_text(struct svg_paint *paint, int x, int y, const char *text, size_t len, enum style style);
void svg_paint_fitted(struct svg_paint *paint, int x, int y, int room, const char *text, enum style style);

/* Paints the rectangles and texts of SCENE, which must not have frames. */
void svg_paint_scene(struct svg_paint *paint, const struct scene *scene);

/* Writes clean text as the content of an element. */
void svg_paint_content(struct svg_paint *paint, const char *text);

#endif
