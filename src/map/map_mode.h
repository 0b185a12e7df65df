/*
 * map_mode: the modes of the context map, and what they share.
 */
#ifndef MAP_MAP_MODE_H
#define MAP_MAP_MODE_H

#include "check/verdict.h"
#include "draw/mapview.h"
#include "shell/shell.h"

/* Going about and moving boxes. */
extern const struct mode map_mode;

/* What opens over it. */
extern const struct mode relate_mode, relate_style_mode, relation_menu_mode, relation_pattern_mode, findings_mode,
	dialogue_mode;

/* All of these; ended by NULL. */
extern const struct mode *const map_modes[];

/* The view command that opens it. */
extern const struct view_command map_commands[];

/* What the map remembers. */
struct map_state {
	struct mapview view;
	int64_t relation; /* the one in focus, of the box in focus, or 0 */
	bool pressed;     /* the mouse button is down on the context in focus */
};

/* Where its person is on the map. */
struct mapview *map_mode_view(const struct shell *shell);

/* The relation of the box in focus that is itself in focus, or NULL; ID, or 0, is from now on. */
const struct relation *map_mode_relation(const struct shell *shell);
void map_mode_focus(struct shell *shell, int64_t id);

/* Closes what lies over the map; a row of keys. */
void map_mode_back(struct shell *shell, int argument);

/* The rows that the map has on the screen. */
int map_mode_height(const struct shell *shell);

/* The map as it is on the screen, good until the board changes. */
const struct contextmap *map_mode_map(const struct shell *shell);

/* What is to be seen on the map besides the box in focus. */
struct map_look {
	int64_t relation;             /* in focus; 0: the box is, -1: nothing is */
	int64_t source;               /* where a relation being drawn begins, or 0 */
	const enum verdict *verdicts; /* of all relations, by id, or NULL */
};

/* Draws it. */
void map_mode_paint(struct shell *shell, struct cellbuf *buf, struct map_look look);

/* Goes to the next box in a direction; a row of keys. */
void map_mode_go(struct shell *shell, int way);

/* Begins a relation at the box in focus: the other end is chosen, then the style, then the label. relate_mode.c */
void relate_begin(struct shell *shell, int argument);

/* What can be done with a relation of the box in focus that is chosen from a list: relation_menu.c */
struct map_action {
	const char *title;                                                 /* of the list, to be translated */
	bool boundary;                                                     /* the last line stands for the box itself */
	void (*run)(struct shell *shell, const struct relation *relation); /* NULL: the box itself */
};

extern const struct map_action relation_remove, relation_restyle, relation_patterns, relation_reverse;

/* Asks what a relation carries and what is done when things fail: dialogue_mode.c */
extern const struct map_action dialogue_mode_open;

/* Has ACTION done with the relation in focus; without one lists those of the box in focus, unless there is one alone.
 */
void relation_menu_open(struct shell *shell, const struct map_action *action);

/* Shows what is found about the relations, beginning with one of the box in focus; a row of keys: findings_mode.c */
void findings_open(struct shell *shell, int argument);

#endif
