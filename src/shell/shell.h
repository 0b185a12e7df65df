/*
 * shell: what all screens share: the modes that lie on each other, the keys and the command lines that they run, what
 * is said in the lowest line. What a screen shows is in its modes; where the board is, is in the session.
 */
#ifndef SHELL_SHELL_H
#define SHELL_SHELL_H

#include "check/checklist.h"
#include "model/veil.h"
#include "session/session.h"
#include "shell/caps.h"
#include "shell/keymap.h"
#include "shell/mode.h"
#include "shell/view_command.h"

struct argument_value;

/* Rows of the screen that are no mode's own: the title above; the step, what the board holds and the keys below. */
#define SHELL_ROWS_ABOVE 1
#define SHELL_ROWS_BELOW 3

/* A mode that has been opened, and what it remembers. */
struct shell_mode {
	const struct mode *mode;
	void *state;
};

/* What is said in the lowest line, until the next key. */
struct said {
	struct strbuf text;
	bool failed; /* it is an error */
};

struct screen {
	int columns, rows;
	int below;            /* rows at the bottom that panels leave free */
	int caret_x, caret_y; /* where typing goes on, or -1; set while drawing */
};

/* What the user has set about how things look. */
struct looks {
	bool ascii;                    /* lines from plain characters */
	bool light;                    /* for a terminal with a light ground */
	bool names;                    /* stickies show the name of their kind */
	const char *kinds[KIND_COUNT]; /* what the kinds are called */
};

/* Appends the path of the board file that WORD names. */
typedef int shell_find_file(const char *word, struct strbuf *path, struct error *err);

struct shell {
	struct session *session;                  /* NULL where no board is worked on */
	const struct view_command *const *tables; /* the view commands that there are; ended by NULL */
	struct vec modes;                         /* of const struct mode *: those that are open, the lowest first */
	struct vec states;                        /* of struct shell_mode: those that ever were */
	struct keymap keymap;                     /* what the user has bound */
	struct keys keys;                         /* those pressed of a sequence */
	struct caps caps;
	struct looks looks;
	struct said message;
	struct screen screen;
	const struct argument_value *given; /* with the view command that runs; NULL otherwise */
	struct checklist *checklist;        /* what the checks find; NULL before shell_watch() */
	shell_find_file *find;              /* the path of the board that a word names; NULL: the word is one */
	bool no_hangul;                     /* Hangul letters are no commands */
	bool hangul_told;                   /* it was said that they are */
	bool pressed;                       /* the button of the mouse is down */
	bool suspend, quit;
	bool repaint;       /* everything is to be drawn anew */
	bool no_mouse;      /* the mouse is left to the terminal */
	bool clips;         /* what is copied goes on the clipboard of whoever sits there */
	struct strbuf clip; /* what is to go there with the next frame */
};

/* SESSION may be NULL. GROUND is the mode below all others; its state becomes STATE when that is not NULL and the
 * caller's. */
void shell_init(struct shell *shell, struct session *session, const struct view_command *const *tables,
	const struct mode *ground, void *state);
void shell_release(struct shell *shell);

/* The mode AT, from the lowest, 0, on; the uppermost, the lowest; is MODE open? */
const struct mode *shell_mode_at(const struct shell *shell, size_t at);
const struct mode *shell_top(const struct shell *shell);
const struct mode *shell_lowest(const struct shell *shell);
bool shell_has(const struct shell *shell, const struct mode *mode);

/* Opens MODE over the others, or closes what lies over it when it is open already. Closes the uppermost one. */
void shell_open(struct shell *shell, const struct mode *mode);
void shell_close(struct shell *shell);

/* The same for rows of keys. */
void shell_back(struct shell *shell, int argument);

/* What MODE, which has been opened, remembers. */
void *shell_state(const struct shell *shell, const struct mode *mode);

/* Nothing is selected any more. */
void shell_let_go(struct shell *shell);

/* The mode called NAME, which has been opened. */
const struct mode *shell_mode(const struct shell *shell, const char *name);

/* What the lowest mode remembers. */
void *shell_home_state(const struct shell *shell);

/* The board of the session. */
const struct board *shell_board(const struct shell *shell);

/* What this person may not see yet. May they change nothing because the board is locked? */
struct veil shell_veil(const struct shell *shell);
bool shell_is_locked(const struct shell *shell);

/* May they not read STICKY yet? Does all that is made of what stickies say wait, as a silent round goes on? Both say
 * so. */
bool shell_is_veiled(struct shell *shell, const struct sticky *sticky);
bool shell_is_waiting(struct shell *shell);

/* From now on the checks are run. */
void shell_watch(struct shell *shell);

/* Brings the findings up to date as far as that is done at once. */
void shell_check(struct shell *shell);

/* Says something in the lowest line. */
void shell_say(struct shell *shell, const char *format, ...) __attribute__((format(printf, 2, 3)));
void shell_say_error(struct shell *shell, const struct error *err);

/* The same with the key of COMMAND in MODE for the one %s of FORMAT. */
void shell_say_key(struct shell *shell, const char *format, const struct mode *mode, const char *command);

/* Says that a line of text is full, and that what was pasted into it was cut. */
void shell_say_full(struct shell *shell);

/* Appends the first key that runs COMMAND in MODE; ":" and the command when there is none. */
void shell_key_of(const struct shell *shell, const struct mode *mode, const char *command, struct strbuf *out);

/* Runs a command line, of the board or of the view. Errors are said. */
int shell_run(struct shell *shell, const char *line);

/* Runs that of a key or a click. When it is refused, what was to be typed behind it does nothing (refused.h). */
void shell_follow_line(struct shell *shell, const char *line);

/* Runs the command line that FORMAT makes, as words_format() has it; *ID (may be NULL) is the item that a board
 * command made. */
int shell_do(struct shell *shell, int64_t *id, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Runs board commands, a line each, as one action. */
int shell_run_lines(struct shell *shell, const char *lines, int64_t *id);

/* Says, as an error, why this person may not do what is for ROLE, and what alters the board if ALTERS; 0 when they may.
 * NAME is what they asked for. */
int shell_refuse(const struct shell *shell, const char *name, enum role role, bool alters, struct error *err);

/* Is the command line LINE one of the view that has FLAG? */
bool shell_line_has(const struct shell *shell, const char *line, enum view_flag flag);

/* May this person run the command line LINE, as things are? What ROW does? Does that mean anything at the moment? */
bool shell_may(const struct shell *shell, const char *line);
bool shell_may_row(const struct shell *shell, const struct binding *row);
bool shell_offers(const struct shell *shell, const struct binding *row);

/* Does KEY, at this moment, only move what is seen? */
bool shell_goes(const struct shell *shell, struct key key);

/* Handles one key; what the mouse does; a paste. */
void shell_key(struct shell *shell, struct key key);
void shell_mouse(struct shell *shell, struct mouse mouse);
void shell_paste(struct shell *shell, const char *text, size_t len);

/* Draws everything into BUF, which gets the screen's size. */
void shell_draw(struct shell *shell, struct cellbuf *buf);

#endif
