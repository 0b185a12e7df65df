/*
 * canvas: the board on the screen, below all other modes: where the user is on it, who else is there, what is drawn
 * around it.
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
	bool moved;          /* it has moved to another slot since */
	bool carries;        /* it drags a sticky or the selection; otherwise it selects */
	bool outside;        /* it is outside of the board now, where nothing can be dropped */
	struct place from;   /* the slot where it was pressed */
	struct place to;     /* the slot where it is now */
	int64_t pressed_ms;  /* when, by clock_span_ms(), to recognise a double click */
	uint64_t generation; /* of the board when the user was told where the stickies would land */
};

/* A copied sticky, placed relative to the upper left of the copy. */
struct copied {
	struct place offset;
	enum kind kind;
	char *text;
};

/* The last paste from the terminal, while it can still be laid out differently. */
struct outside {
	struct strbuf text;
	struct place place;  /* where it was pasted */
	uint64_t generation; /* of the board right after that */
};

/* How many aggregates there are, those of one name being one. */
struct counted {
	size_t aggregates;
	uint64_t generation; /* of the board that they were counted on */
	int64_t counted_ms;  /* when, by clock_span_ms(); 0: never */
};

struct canvas {
	struct boardview view;
	const char *file; /* the board's file name, clean */
	struct minimap minimap;
	bool shows_minimap;
	struct drag drag;
	struct vec carried;         /* of int64_t: the stickies that are dragged */
	struct landing landing;     /* of those, as reckoned last */
	struct peers *peers;        /* the others; NULL before app_run() */
	struct vec people;          /* of struct scene_person: who else is here */
	struct attention attention; /* what they have called */
	struct place before;        /* where the cursor was at the last event */
	int64_t warned;             /* the sticky that the user was told somebody else edits; or 0 */
	bool warns;                 /* the current key has told them */
	int64_t next;               /* the next sticky id at the time of the last event; 0 at first */
	struct vec clipboard;       /* of struct copied */
	struct outside outside;     /* the last paste from the terminal */
	struct finding finding;     /* the finding last gone to; its check is NULL for none */
	struct counted counted;
	int64_t only; /* the context in focus, with all else dimmed; or 0 */
};

extern const struct mode canvas_mode;

/* The modes of the canvas and of what opens over it; NULL-terminated. */
extern const struct mode *const canvas_modes[];

/* The view commands of the canvas and of what opens over it. */
extern const struct view_command canvas_commands[];

void canvas_init(struct canvas *canvas, const char *file);
void canvas_release(struct canvas *canvas);

/* Empties CLIPBOARD (of struct copied) and frees its texts. */
void canvas_clear_clipboard(struct vec *clipboard);

/* The canvas of SHELL. */
struct canvas *canvas_of(const struct shell *shell);

/* The sticky under the cursor, or NULL. */
const struct sticky *canvas_sticky(const struct shell *shell);

/* Is the finding last gone to in focus, and still found? */
bool view_has_finding(const struct shell *shell); /* view_finding.c */

/* What that finding offers to do, translated; NULL if nothing. */
const char *view_offer(const struct shell *shell); /* view_finding.c */

/* Call after a key, a click or a paste was answered: canvas_mode.c */
void canvas_acted(struct shell *shell);

/* Handles the mouse; before a frame, says what others have done to what it carries: canvas_mouse.c */
void canvas_mouse(struct shell *shell, struct mouse mouse);
void canvas_mouse_look(struct shell *shell);

/* Where what the mouse carries falls when it lets go now; NULL when it carries nothing anywhere. Good until the next
 * call. */
const struct landing *canvas_landing(const struct shell *shell);

#endif
