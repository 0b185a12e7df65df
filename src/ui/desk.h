/*
 * desk: one open board on one screen, with everything that lies on it. Modes and view commands work on it;
 * app.c feeds it events and draws it.
 */
#ifndef UI_DESK_H
#define UI_DESK_H

#include "check/checklist.h"
#include "draw/cellbuf.h"
#include "draw/minimap.h"
#include "draw/scene_context.h"
#include "draw/scene_people.h"
#include "model/veil.h"
#include "session/session.h"
#include "ui/attention.h"
#include "ui/canvas.h"
#include "ui/dialogue.h"
#include "ui/draftfile.h"
#include "terminal/input.h"
#include "ui/keymap.h"
#include "ui/lineedit.h"
#include "ui/mapview.h"

struct company;
struct desk;

/* A key and what it does now, for the lowest line; lists end with a key NULL. */
struct hint {
	const char *key;
	const char *text; /* to be translated */
};

/* What keys mean at the moment, and what lies over the canvas. */
struct mode {
	const struct hint *hints; /* NULL: they depend on what is in focus */
	void (*key)(struct desk *desk, struct key key);
	void (*paste)(struct desk *desk, const char *text, size_t len); /* NULL: nothing */
	/* Draws over the canvas, and may set the caret; NULL: nothing to draw. */
	void (*draw)(struct desk *desk, struct cellbuf *buf);
	/* It shows what is made of many texts: while a silent round goes on it keeps what it has, shows nothing
	 * of it, and takes no key but Esc. */
	bool waits;
};

/* A sticky that is being typed. */
struct typing {
	struct lineedit line;
	struct place place;
	enum kind kind;
	int64_t sticky; /* the one whose text is edited, or 0 for a new one */
};

/* A line asked for at the bottom of the screen. */
struct prompt {
	struct lineedit line;
	char sign;              /* ':' or '/' */
	struct vec history[2];  /* of char *, oldest first; of commands and of searches */
	size_t at;              /* the entry shown; the count of entries for the line being typed */
	struct vec completions; /* of char *, while Tab is pressed */
	size_t completion;      /* the one shown */
	size_t start;           /* byte where the completed word begins */
};

/* Where the mouse was pressed, while its button is down. */
struct drag {
	bool pressed;
	bool moved;           /* since then it has come to another slot */
	bool carries;         /* a sticky, or the selection; otherwise it selects */
	struct place from;    /* the slot where it was pressed */
	int64_t pressed_ms;   /* when, by clock_span_ms(), to tell a double click */
};

/* A copied sticky, its place relative to the upper left of what was copied. */
struct copied {
	struct place offset;
	enum kind kind;
	char *text;
};

/* What the board itself suggests, while it is listed. */
struct proposing {
	struct vec list;     /* of struct proposal */
	size_t at;           /* the one in focus */
	struct vec outlines; /* of struct scene_proposal: their boundaries on the canvas */
	struct map stickies; /* id of a sticky -> its outline */
};

struct desk {
	struct session *session;
	const struct mode *mode;
	const struct mode *ground;        /* what panels and prompts lie over, and go back to */
	struct keymap keymap;
	struct canvas canvas;
	struct minimap minimap;
	bool shows_minimap;
	struct mapview map;
	struct dialogue dialogue;         /* about a relation of the map */
	struct typing typing;
	struct prompt prompt;
	struct drag drag;
	struct company *company;          /* the others; NULL before there are any to be told of */
	struct vec people;                /* of struct scene_person: who else is here */
	struct attention attention;       /* what they have called */
	const struct argument_value *given; /* with the view command that runs; NULL otherwise */
	size_t people_at;                 /* the one in focus in the list of them */
	int64_t warned;                   /* the sticky that somebody else is editing, as was said; or 0 */
	struct vec clipboard;             /* of struct copied */
	struct key keys[KEYMAP_KEYS_MOST]; /* of a sequence begun */
	size_t keys_count;
	void (*chosen)(struct desk *desk, enum kind kind); /* what the kind menu is for */
	struct checklist *checklist;      /* what the checks find; NULL before desk_watch() */
	struct finding finding;           /* the one last gone to; its check is NULL for none */
	struct proposing proposing;
	int64_t only;                     /* the context in focus, all else being dimmed; or 0 */
	int64_t context_at;               /* the context in focus in the list of them */
	int64_t link_from;                /* where a link being drawn begins, or 0 */
	int outline_at;                   /* the line of the outline in focus */
	int64_t outline_sticky;           /* what it is about, or 0 */
	int help_top;                     /* first line of the help in sight */
	struct strbuf message;            /* what is said in the lowest line, until the next key */
	bool failed;                      /* the message is an error */
	const char *file;                 /* the board's file name, clean */
	int columns, rows;                /* of the screen */
	int caret_x, caret_y;             /* where typing goes on, or -1; set while drawing */
	bool ascii;                       /* lines from plain characters */
	bool names;                       /* stickies show the name of their kind */
	const char *kinds[KIND_COUNT];    /* what the kinds are called here */
	bool suspend, quit;
};

extern const struct mode canvas_mode, typing_mode, prompt_mode, kind_mode, link_mode, help_mode,
	details_mode, filter_mode, outline_mode, propose_mode, people_mode, people_leader_mode,
	contexts_mode;

/* From now on the checks are run. */
void desk_watch(struct desk *desk); /* view_finding.c */

/* Brings the findings up to date as far as that is done at once. */
void desk_check(struct desk *desk);

/* Is the finding that was last gone to the one in focus, and does it still stand? */
bool desk_has_finding(const struct desk *desk);

void desk_init(struct desk *desk, struct session *session, const char *file);
void desk_release(struct desk *desk);

const struct board *desk_board(const struct desk *desk);

/* What this person may not see yet. May they change nothing because the board is locked? */
struct veil desk_veil(const struct desk *desk);
bool desk_is_locked(const struct desk *desk);

/* May they not read STICKY yet? Does all that is made of what stickies say wait, as a silent round goes on? Both say
 * so. */
bool desk_is_veiled(struct desk *desk, const struct sticky *sticky);
bool desk_is_waiting(struct desk *desk);

/* The sticky under the cursor, or NULL. */
const struct sticky *desk_sticky(const struct desk *desk);

/* Begins to work in MODE, to which what is opened over it goes back. */
void desk_settle(struct desk *desk, const struct mode *mode);

/* Closes what lies over the ground. */
void desk_back(struct desk *desk);

/* Says something in the lowest line. */
void desk_say(struct desk *desk, const char *format, ...) __attribute__((format(printf, 2, 3)));
void desk_say_error(struct desk *desk, const struct error *err);

/* Runs a command line, of the board or of the view. Errors are said. */
int desk_run(struct desk *desk, const char *line);

/* Runs the board command that FORMAT makes, as words_format() has it; *ID (may be NULL) is the item that it made. */
int desk_do(struct desk *desk, int64_t *id, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Runs board commands, a line each, as one action about what is in focus. */
int desk_run_lines(struct desk *desk, const char *lines);

/* May this person run the command line LINE? Has the key of HINT a command that they may? */
bool desk_may(const struct desk *desk, const char *line);
bool desk_offers(const struct desk *desk, const struct hint *hint);

/* Handles one key in the mode at hand; what the mouse does; a paste. */
void desk_key(struct desk *desk, struct key key);
void desk_mouse(struct desk *desk, struct mouse mouse); /* desk_mouse.c */
void desk_paste(struct desk *desk, const char *text, size_t len);

/* What the keys do now. */
const struct hint *desk_now_hints(const struct desk *desk);

/* Where one is and what is being typed, to be kept; the text stays the desk's. Takes it up again. */
void desk_draft(const struct desk *desk, struct draftfile *draft);
void desk_take_up(struct desk *desk, const struct draftfile *draft);

/* Draws everything into BUF, which gets the screen's size. */
void desk_draw(struct desk *desk, struct cellbuf *buf);

#endif
