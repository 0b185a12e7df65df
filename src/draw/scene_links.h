/*
 * scene_links: the arrows between stickies. Arrows in the same gutter join like roads; each keeps its head.
 */
#ifndef DRAW_SCENE_LINKS_H
#define DRAW_SCENE_LINKS_H

#include "draw/scene.h"
#include "layout/route.h"

/* The cells of the arrows, gathered before they are drawn. */
struct scene_links {
	int width, height;    /* of the viewport's area */
	unsigned char *cells; /* enum scene_link_bit, row by row; NULL without arrows */
};

void scene_links_init(struct scene_links *links, const struct viewport *viewport);
void scene_links_release(struct scene_links *links);

/* Adds the visible part of ROUTE to the cells. */
void scene_links_add(struct scene_links *links, const struct route *route);

/* Draws the arrows into SCENE, where the viewport's area begins at X, Y. */
void scene_links_draw(const struct scene_links *links, struct scene *scene, int x, int y);

#endif
