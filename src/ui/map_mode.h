/*
 * map_mode: the modes of the context map, and what they share.
 */
#ifndef UI_MAP_MODE_H
#define UI_MAP_MODE_H

#include "ui/desk.h"

/* Going about and moving boxes. */
extern const struct mode map_mode;

/* What the mouse does on the map: click to go to a box, drag to move it. */
void map_mode_mouse(struct desk *desk, struct mouse mouse);

/* The rows that the map has on the screen. */
int map_mode_height(const struct desk *desk);

/* The map as it is on the screen, good until the board changes. */
const struct contextmap *map_mode_map(struct desk *desk);

/* Draws it, with RELATION in focus (0: the box in focus is, -1: nothing is); the draw of a mode that shows nothing
 * else. */
void map_mode_paint(struct desk *desk, struct cellbuf *buf, const struct contextmap *map, int64_t relation);
void map_mode_draw(struct desk *desk, struct cellbuf *buf);

/* Goes to the next box in a direction. */
void map_mode_go(struct desk *desk, enum way way);

/* Does KEY leave a mode? The way that it leads, by LETTERS such as "hjkl" (with them also by arrows); false for
 * other keys. */
bool map_mode_is_esc(struct key key);
bool map_mode_way(struct key key, const char *letters, enum way *way);

/* Begins a relation at the box in focus: the other end is chosen, then the style, then the label. relate_mode.c */
void relate_begin(struct desk *desk);

/* What can be done with a relation of the box in focus that is chosen from a list: relation_menu.c */
struct map_action {
	const char *title; /* of the list, to be translated */
	bool boundary;     /* the last line stands for the box itself */
	void (*run)(struct desk *desk, const struct relation *relation); /* NULL: the box itself */
};

extern const struct map_action relation_remove, relation_restyle, relation_patterns;

/* Asks what a relation carries and what is done when things fail: dialogue_mode.c */
extern const struct map_action relation_integrate;

/* Lists the relations of the box in focus for ACTION; of one alone nothing is asked. */
void relation_menu_open(struct desk *desk, const struct map_action *action);

#endif
