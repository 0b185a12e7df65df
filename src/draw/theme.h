/*
 * theme: how each style looks, by what the terminal can show.
 */
#ifndef DRAW_THEME_H
#define DRAW_THEME_H

#include "draw/style.h"

enum scheme {
	SCHEME_256,
	SCHEME_8, /* 8 or 16 colours */
	SCHEME_MONO,
	SCHEME_LIGHT,   /* 256 colours on a white terminal */
	SCHEME_LIGHT_8, /* 8 or 16 on a white one */
	SCHEME_COUNT,
	SCHEME_DRAWN = SCHEME_LIGHT /* the schemes before define every style on their own */
};

enum look_attribute { LOOK_BOLD = 1 << 0, LOOK_DIM = 1 << 1, LOOK_UNDERLINE = 1 << 2, LOOK_REVERSE = 1 << 3 };

#define LOOK_DEFAULT (-1)

struct look {
	int foreground; /* a palette index, or LOOK_DEFAULT; LOOK_DEFAULT without a background */
	int background;
	unsigned attributes; /* enum look_attribute */
};

struct look theme_look(enum style style, enum scheme scheme);

/* The scheme for a terminal with COLOURS colours. */
enum scheme theme_scheme(int colours);

/* The same for a white terminal. */
enum scheme theme_lighten(enum scheme scheme);

#endif
