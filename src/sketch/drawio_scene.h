/*
 * drawio_scene: the cells of one page of draw.io, as the file has them, and the sketch that they are.
 *
 * A cell is a shape, an arrow, a layer or a group; its place is relative to that of its parent. A label of an arrow may
 * be a cell of its own, whose parent is the arrow.
 */
#ifndef SKETCH_DRAWIO_SCENE_H
#define SKETCH_DRAWIO_SCENE_H

#include "base/error.h"
#include "base/names.h"
#include "sketch/sketch.h"

/* How the attributes of our own begin. */
#define DRAWIO_SCENE_OWN "evstorm-"

struct drawio_cell {
	char *id, *parent, *value, *style, *source, *target; /* or NULL */
	char *item;                                          /* see struct sketch_part */
	struct vec tags;                                     /* of struct sketch_tag */
	bool vertex, edge, hidden;
	bool relative; /* x and y are no lengths */
	double x, y, width, height;
	bool pointed[2]; /* the ends of an arrow that have a point: source, target */
	struct sketch_point ends[2];
	size_t above;  /* found out: the index of its parent, or SIZE_MAX */
	bool parental; /* likewise: shapes are in it */
};

struct drawio_scene {
	struct vec cells;   /* of struct drawio_cell */
	struct names index; /* id -> index + 1 */
};

void drawio_scene_init(struct drawio_scene *scene);
void drawio_scene_release(struct drawio_scene *scene);

/* Frees what CELL owns. */
void drawio_cell_release(struct drawio_cell *cell);

/* Adds what the scene shows to SKETCH, in the order of the file. */
int drawio_scene_sketch(struct drawio_scene *scene, struct sketch *sketch, struct error *err);

#endif
