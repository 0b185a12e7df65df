/*
 * map_mode: the modes of the context map, and the functions that they share.
 */
#ifndef MAP_MAP_MODE_H
#define MAP_MAP_MODE_H

#include "check/verdict.h"
#include "draw/mapview.h"
#include "draw/scene_map.h"
#include "shell/shell.h"

/* Going from box to box, and moving boxes. */
extern const struct mode map_mode;

/* The modes that open over it. */
extern const struct mode relate_mode, relate_style_mode, relation_menu_mode, relation_pattern_mode, findings_mode,
	dialogue_mode;

/* All of these, NULL-terminated. */
extern const struct mode *const map_modes[];

/* The view command that opens it. */
extern const struct view_command map_commands[];

/* A box under the mouse while its button is down. */
struct map_drag {
	bool pressed;
	bool moved;          /* it was dragged to another place since */
	int64_t context;     /* whose box it is */
	int x, y;            /* where the mouse is, in cells of the map on the screen */
	struct place to;     /* where the box would go; column 0: nowhere */
	int64_t there;       /* the context that is there and would take its place, or 0 */
	uint64_t generation; /* of the board when the user was told so */
};

/* The state of the map. */
struct map_state {
	struct mapview view;
	int64_t relation; /* the relation in focus, one of the box in focus, or 0 */
	struct map_drag drag;
};

struct map_state *map_mode_state(const struct shell *shell);

/* The part of the map on the screen, and the box in focus. */
struct mapview *map_mode_view(const struct shell *shell);

/* The relation in focus, or NULL; puts relation ID into focus, or none if it is 0. */
const struct relation *map_mode_relation(const struct shell *shell);
void map_mode_focus(struct shell *shell, int64_t id);

/* Closes the modes over the map; for rows of keys. */
void map_mode_back(struct shell *shell, int argument);

/* The height of the map on the screen, in rows. */
int map_mode_height(const struct shell *shell);

/* The map as it is on the screen, valid until the board changes. */
const struct contextmap *map_mode_map(const struct shell *shell);

/* The most lines of a wrapped text; a sentence about a relation takes fewer on the narrowest screen. */
#define MAP_MODE_LINES_MOST 8

/* Appends TEXT to LINES (of char *, which the caller frees), wrapped to the width of a list in at most MOST lines,
 * itself at most MAP_MODE_LINES_MOST. SIGN goes before the first line; the others are indented as much. */
void map_mode_wrap(const struct shell *shell, const char *sign, const char *text, size_t most, struct vec *lines);

/* What to show on the map besides the box in focus. */
struct map_look {
	int64_t relation;                     /* the relation in focus; 0: the box, -1: nothing */
	int64_t source;                       /* the context where a relation being drawn begins, or 0 */
	const enum verdict *verdicts;         /* of all relations, by id, or NULL */
	const struct scene_map_ghost *ghosts; /* boxes that are dragged */
	size_t ghost_count;
};

#define MAP_MOUSE_GHOSTS_MOST 2

/* Moves context AT to PLACE, changing places with the context there; all others stay. */
int map_mode_put(struct shell *shell, const struct contextmap *map, size_t at, struct place place);

/* Handles the mouse; before a frame, notes what others have done to what it drags; fills GHOSTS with what to show of a
 * drag and returns how many that are. In map_mouse.c. */
void map_mouse(struct shell *shell, struct mouse mouse);
void map_mouse_look(struct shell *shell);
size_t map_mouse_ghosts(const struct shell *shell, struct scene_map_ghost ghosts[MAP_MOUSE_GHOSTS_MOST]);

/* Draws the map. */
void map_mode_paint(struct shell *shell, struct cellbuf *buf, struct map_look look);

/* Goes to the next box in a direction; for rows of keys. */
void map_mode_go(struct shell *shell, int way);

/* Begins a relation at the box in focus: the user chooses the other end, the style, the label. In relate_mode.c. */
void relate_begin(struct shell *shell, int argument);

/* Something to do with a relation of the box in focus, chosen from a list. In relation_menu.c. */
struct map_action {
	const char *title;                                                 /* of the list, to be translated */
	bool boundary;                                                     /* the last line is the box itself */
	void (*run)(struct shell *shell, const struct relation *relation); /* NULL: the box itself */
};

extern const struct map_action relation_remove, relation_restyle, relation_patterns, relation_reverse;

/* Opens the dialogue about a relation. In dialogue_mode.c. */
extern const struct map_action dialogue_mode_open;

/* Runs ACTION on the relation in focus. If there is none, lists the relations of the box in focus, or runs ACTION at
 * once if the box has only one. */
void relation_menu_open(struct shell *shell, const struct map_action *action);

/* Opens the findings about relations, starting with one of the box in focus; for rows of keys. In findings_mode.c. */
void findings_open(struct shell *shell, int argument);

#endif
