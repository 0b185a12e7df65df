/*
 * canvas: the board on the screen, below all other modes: where somebody is on it, who else is, what is drawn round it.
 */
#ifndef CANVAS_CANVAS_H
#define CANVAS_CANVAS_H

#include "draw/boardview.h"
#include "draw/landing.h"
#include "draw/minimap.h"
#include "draw/scene_people.h"
#include "shell/shell.h"
#include "canvas/attention.h"

struct peers;

/* Where the mouse was pressed, while its button is down. */
struct drag {
	bool pressed;
	bool moved;         /* since then it has come to another slot */
	bool carries;       /* a sticky, or the selection; otherwise it selects */
	bool outside;       /* it is outside of the board now, where nothing can be dropped */
	struct place from;  /* the slot where it was pressed */
	struct place to;    /* the slot where it is now */
	int64_t pressed_ms; /* when, by clock_span_ms(), to tell a double click */
};

/* A copied sticky, its place relative to the upper left of what was copied. */
struct copied {
	struct place offset;
	enum kind kind;
	char *text;
};

/* What the terminal pasted last, as long as it can be laid out in another way. */
struct outside {
	struct strbuf text;
	struct place place;  /* where it was pasted */
	uint64_t generation; /* of the board right after that */
};

struct canvas {
	struct boardview view;
	const char *file; /* the board's file name, clean */
	struct minimap minimap;
	bool shows_minimap;
	struct drag drag;
	struct landing landing;     /* of what is carried, as drawn last */
	struct peers *peers;        /* the others; NULL before there are any to be told of */
	struct vec people;          /* of struct scene_person: who else is here */
	struct attention attention; /* what they have called */
	struct place before;        /* where the cursor was when the last event came */
	int64_t warned;             /* the sticky that somebody else is editing, as was said; or 0 */
	bool warns;                 /* it was said by the key that is handled now */
	int64_t next;               /* the id that the next sticky had, when the last event came; 0 at first */
	struct vec clipboard;       /* of struct copied */
	struct outside outside;     /* what came from elsewhere */
	struct finding finding;     /* the one last gone to; its check is NULL for none */
	int64_t only;               /* the context in focus, all else being dimmed; or 0 */
};

extern const struct mode canvas_mode;

/* All modes of the canvas and what opens over it; ended by NULL. */
extern const struct mode *const canvas_modes[];

/* The view commands of the canvas and of what opens over it. */
extern const struct view_command canvas_commands[];

void canvas_init(struct canvas *canvas, const char *file);
void canvas_release(struct canvas *canvas);

/* Empties CLIPBOARD (of struct copied). */
void canvas_forget_copies(struct vec *clipboard);

/* The canvas of SHELL. */
struct canvas *canvas_of(const struct shell *shell);

/* The sticky under the cursor, or NULL. */
const struct sticky *canvas_sticky(const struct shell *shell);

/* Is the finding that was last gone to the one in focus, and does it still stand? */
bool view_has_finding(const struct shell *shell); /* view_finding.c */

/* A key, a click or a paste has been answered: canvas_mode.c */
void canvas_acted(struct shell *shell);

/* What the mouse does: canvas_mouse.c */
void canvas_mouse(struct shell *shell, struct mouse mouse);

/* Where what the mouse carries falls when it lets go now; NULL when it carries nothing anywhere. Good until the next
 * call. */
const struct landing *canvas_landing(const struct shell *shell);

#endif
