/*
 * scene: what to draw, as a list of marks in drawing order. It knows nothing of terminals: cells, plain text and
 * pictures are all painted from it.
 *
 * Coordinates are cells from the upper left corner of the area; they may lie outside it.
 */
#ifndef DRAW_SCENE_H
#define DRAW_SCENE_H

#include "base/strbuf.h"
#include "base/vec.h"
#include "draw/style.h"

enum mark_type {
	MARK_FILL,  /* a rectangle */
	MARK_TEXT,  /* a line of text */
	MARK_FRAME, /* the border cells of a rectangle */
};

enum frame {
	FRAME_LIGHT,
	FRAME_DOUBLE,
	FRAME_DASHED,
	FRAME_CORNERS /* heavy, corners only: few bytes to send */
};

struct mark {
	enum mark_type type;
	enum style style;
	int x, y;
	int width, height; /* of a text: the cells it may take; height is 1 */
	enum frame frame;  /* of MARK_FRAME */
	size_t text, len;  /* of MARK_TEXT: bytes in the scene's pool */
};

struct scene {
	struct vec marks;     /* of struct mark */
	struct strbuf pool;   /* the texts, one after the other */
	int width, height;    /* the area */
	int caret_x, caret_y; /* where typing continues; -1 if nobody types */
};

void scene_init(struct scene *scene);
void scene_release(struct scene *scene);

/* Empties SCENE and sets the size of its area. */
void scene_reset(struct scene *scene, int width, int height);

void scene_fill(struct scene *scene, int x, int y, int width, int height, enum style style);
void scene_text(struct scene *scene, int x, int y, int width, const char *text, size_t len, enum style style);
void scene_frame(struct scene *scene, int x, int y, int width, int height, enum frame frame, enum style style);

#endif
