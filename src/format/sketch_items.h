/*
 * sketch_items: what the sketches of a board and of its context map have in common.
 */
#ifndef FORMAT_SKETCH_ITEMS_H
#define FORMAT_SKETCH_ITEMS_H

#include "draw/theme.h"
#include "model/board.h"
#include "sketch/sketch.h"

/* A cell of text, in pixels. */
#define SKETCH_ITEMS_ACROSS 8
#define SKETCH_ITEMS_DOWN 16

/* Makes PART stand for ITEM of ENTITY: names it LETTER and its id, and tags it with all its fields but references. */
void sketch_items_tag(struct sketch_part *part, enum entity entity, const void *item, char letter);

/* Tags SHAPE with the place where it is drawn, so that a reader sees whether somebody has moved it. */
void sketch_items_pin(struct sketch_shape *shape);

/* Sets its text to TEXT (NULL is empty), broken into lines of CELLS cells; returns how many lines these are. */
size_t sketch_items_wrap(struct sketch_shape *shape, const char *text, int cells);

/* Gives it the colours of STYLE: of its background, and of its text and border. */
void sketch_items_paint(struct sketch_shape *shape, enum style style);

/* Likewise those of CONTEXT, on the background that contexts have. */
void sketch_items_paint_context(struct sketch_shape *shape, const struct context *context);

/* The colour of ink of STYLE. */
unsigned sketch_items_ink(enum style style);

/* Adds the title of BOARD as a heading at X, Y, if it has one. */
void sketch_items_title(struct sketch *sketch, const struct board *board, double x, double y);

#endif
