/*
 * map_wall: the context map, open, on a wall (wall.h).
 */
#ifndef TESTS_LIB_MAP_WALL_H
#define TESTS_LIB_MAP_WALL_H

#include "lib/wall.h"

/* It is closed with wall_close(). */
void map_wall_open(struct wall *wall);

#endif
