/*
 * map_mode: the modes of the context map.
 */
#ifndef UI_MAP_MODE_H
#define UI_MAP_MODE_H

#include "ui/desk.h"

/* Going about; choosing the other end of a relation, its style, its label; choosing what to take away. */
extern const struct mode map_mode, map_relate_mode, map_style_mode, map_label_mode, map_remove_mode;

/* What the mouse does on the map: click to go to a box, drag to move it. */
void map_mode_mouse(struct desk *desk, struct mouse mouse);

#endif
