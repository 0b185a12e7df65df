/*
 * shell: what all screens share: the stack of modes, keys and the command lines that they run, the message in the
 * lowest line. Its modes draw a screen; the session has the board.
 */
#ifndef SHELL_SHELL_H
#define SHELL_SHELL_H

#include "check/checklist.h"
#include "model/veil.h"
#include "session/session.h"
#include "shell/caps.h"
#include "shell/keymap.h"
#include "shell/mode.h"
#include "shell/said.h"
#include "shell/view_command.h"

struct argument_value;

/* Rows of the screen that belong to no mode: the title above; the step, the counts and the keys below,
 * or a message. */
#define SHELL_ROWS_ABOVE 1
#define SHELL_ROWS_BELOW SAID_LINES_MOST

/* A mode that has been opened, and its state. */
struct shell_mode {
	const struct mode *mode;
	void *state;
};

struct screen {
	int columns, rows;
	int below;            /* rows at the bottom that panels leave free */
	int caret_x, caret_y; /* the text cursor, or -1; set while drawing */
};

/* The user's settings of the display. */
struct looks {
	bool ascii;                    /* lines from plain characters */
	bool light;                    /* for a terminal with a light background */
	bool names;                    /* stickies show the name of their kind */
	const char *kinds[KIND_COUNT]; /* names of the kinds */
};

/* Appends the path of the board file that WORD names. */
typedef int shell_find_file(const char *word, struct strbuf *path, struct error *err);

struct shell {
	struct session *session;                  /* NULL where no board is worked on */
	const struct view_command *const *tables; /* the view commands; NULL-terminated */
	struct vec modes;                         /* of const struct mode *: the open ones, the lowest first */
	struct vec states;                        /* of struct shell_mode: all that were ever opened */
	struct keymap keymap;                     /* the user's bindings */
	struct keys keys;                         /* the keys of a sequence pressed so far */
	struct caps caps;
	struct looks looks;
	struct said message;
	struct screen screen;
	const struct argument_value *given; /* to the running view command; otherwise NULL */
	struct checklist *checklist;        /* the findings; NULL before shell_watch() */
	shell_find_file *find;              /* finds the board that a word names; NULL: the word is a path */
	bool no_hangul;                     /* Hangul letters do not count as commands */
	bool hangul_told;                   /* the user has been told that they do */
	bool pressed;                       /* a mouse button is down */
	bool suspend, quit;
	bool repaint;       /* redraw everything */
	bool no_mouse;      /* the mouse is left to the terminal */
	bool clips;         /* copying also sets the terminal's clipboard */
	struct strbuf clip; /* the text to send there with the next frame */
};

/* SESSION may be NULL. GROUND is the lowest mode. Unless STATE is NULL, it becomes the state of GROUND and stays the
 * caller's. */
void shell_init(struct shell *shell, struct session *session, const struct view_command *const *tables,
	const struct mode *ground, void *state);
void shell_release(struct shell *shell);

/* The mode AT, counted from the lowest (0); the topmost one; the lowest one; is MODE open? */
const struct mode *shell_mode_at(const struct shell *shell, size_t at);
const struct mode *shell_top(const struct shell *shell);
const struct mode *shell_lowest(const struct shell *shell);
bool shell_has(const struct shell *shell, const struct mode *mode);

/* Gives MOUSE to the topmost mode, or to the one below that it lets the mouse through to. */
void shell_point(struct shell *shell, struct mouse mouse);

/* If a button is down, cancels what it began. */
void shell_cancel_mouse(struct shell *shell);

/* Opens MODE on top, or, if it is open, closes everything above it. Closes the topmost mode. */
void shell_open(struct shell *shell, const struct mode *mode);
void shell_close(struct shell *shell);

/* Closes MODE, if it is open, and leaves open what is over it. */
void shell_withdraw(struct shell *shell, const struct mode *mode);

/* Closes the topmost mode; for rows of keys. */
void shell_back(struct shell *shell, int argument);

/* The state of MODE, which has been opened before. */
void *shell_state(const struct shell *shell, const struct mode *mode);

/* Clears the selection. */
void shell_clear_selection(struct shell *shell);

/* The mode called NAME, which has been opened before. */
const struct mode *shell_mode(const struct shell *shell, const char *name);

/* The state of the lowest mode. */
void *shell_home_state(const struct shell *shell);

/* The board of the session. */
const struct board *shell_board(const struct shell *shell);

/* What this person may not see yet. Does a lock keep them from changing the board? */
struct veil shell_veil(const struct shell *shell);
bool shell_is_locked(const struct shell *shell);

/* Is STICKY hidden from them? Does a silent round suspend everything that combines many texts? If so, both say it in
 * the lowest line. */
bool shell_is_veiled(struct shell *shell, const struct sticky *sticky);
bool shell_is_waiting(struct shell *shell);

/* Starts running the checks. */
void shell_watch(struct shell *shell);

/* Updates the findings as far as possible without waiting. */
void shell_check(struct shell *shell);

/* Shows a message in the lowest line. */
void shell_say(struct shell *shell, const char *format, ...) __attribute__((format(printf, 2, 3)));
void shell_say_error(struct shell *shell, const struct error *err);

/* The same with the key of COMMAND in MODE for the one %s of FORMAT. */
void shell_say_key(struct shell *shell, const char *format, const struct mode *mode, const char *command);

/* Shows that a line of text is full and a paste into it was cut. */
void shell_say_full(struct shell *shell);

/* Appends the first key that runs COMMAND in MODE; without one, ":" and the command. */
void shell_key_of(const struct shell *shell, const struct mode *mode, const char *command, struct strbuf *out);

/* Runs a command line, of the board or of the view. Shows errors. */
int shell_run(struct shell *shell, const char *line);

/* The same for the line of a key or a click. If it is refused, text typed after it does nothing (refused.h). */
int shell_follow_line(struct shell *shell, const char *line);

/* Runs the command line made from FORMAT as in words_format(). *ID (may be NULL) is the item that a board command
 * created. */
int shell_do(struct shell *shell, int64_t *id, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* Runs board commands, one per line, as one action. */
int shell_run_lines(struct shell *shell, const char *lines, int64_t *id);

/* Returns 0 if this person may do what requires ROLE and, if ALTERS, changes the board; otherwise an error that names
 * the command NAME and the reason. */
int shell_refuse(const struct shell *shell, const char *name, enum role role, bool alters, struct error *err);

/* Is LINE a command line of the view with FLAG? */
bool shell_line_has(const struct shell *shell, const char *line, enum view_flag flag);

/* May this person run the command line LINE now? Use ROW? Does ROW also apply at the moment? */
bool shell_may(const struct shell *shell, const char *line);
bool shell_may_row(const struct shell *shell, const struct binding *row);
bool shell_offers(const struct shell *shell, const struct binding *row);

/* Would KEY only move the view now? */
bool shell_goes(const struct shell *shell, struct key key);

/* Handles a key; a mouse event; a paste. */
void shell_key(struct shell *shell, struct key key);
void shell_mouse(struct shell *shell, struct mouse mouse);
void shell_paste(struct shell *shell, const char *text, size_t len);

/* Draws everything into BUF and resizes it to the screen. */
void shell_draw(struct shell *shell, struct cellbuf *buf);

#endif
