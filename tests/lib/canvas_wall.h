/*
 * canvas_wall: the canvas on a wall (wall.h).
 */
#ifndef TESTS_LIB_CANVAS_WALL_H
#define TESTS_LIB_CANVAS_WALL_H

#include "canvas/canvas.h"
#include "lib/wall.h"

void canvas_wall_open(struct wall *wall, struct canvas *canvas);
void canvas_wall_close(struct wall *wall, struct canvas *canvas);

#endif
