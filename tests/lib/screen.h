/*
 * screen: a program on a terminal, as its user sees it.
 *
 * The program runs on a pseudo-terminal; what it writes goes to libvterm, and
 * tests look at the result. Rows and columns count from 0. A test never sleeps:
 * it waits for what must appear, with a limit in milliseconds. All waits return
 * early when the program has ended, since nothing more will come.
 *
 * Questions that the program asks the terminal stay without answer unless
 * screen_answer() says otherwise, so a program that waits for one is noticed.
 *
 * libvterm 0.1 knows no "dim": a test cannot see that attribute.
 */
#ifndef TESTS_LIB_SCREEN_H
#define TESTS_LIB_SCREEN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

struct screen;

/* ---- life ---- */

/*
 * Starts `argv` (looked up in the PATH of `env`) on a terminal of that size.
 * `env` is a NULL-terminated list of "NAME=VALUE", the whole environment of the
 * program. It runs in the directory of the caller. Returns NULL with errno set
 * when there is no terminal to be had; a program that cannot be executed shows
 * why and exits with 127. Release with screen_close().
 */
struct screen *screen_start(int rows, int cols, char *const argv[], char *const env[]);

/* Hangs up, kills the program if that does not end it, and frees `s` (or NULL). */
void screen_close(struct screen *s);

/* Closes the terminal under the program; it can still be waited for. */
void screen_hangup(struct screen *s);

/* From now on the terminal's answers to the program's questions are sent, or not. */
void screen_answer(struct screen *s, bool on);

/* Process id of the program; it leads its own session and process group. */
pid_t screen_pid(const struct screen *s);

/* Sends the program (it alone) a signal. Returns 0, or -1 with errno set. */
int screen_signal(struct screen *s, int sig);

/* ---- what the user does; each returns false when the terminal took it not ---- */

/* Sends bytes as they are. */
bool screen_send(struct screen *s, const char *bytes, size_t len);

/*
 * Sends keys in the notation of stroke.h: "text<Tab>x<Enter><C-r><Up><A-Enter>".
 * Cursor keys come as the program asked for (DECCKM). After <Esc> it waits until
 * nothing is drawn for a moment, as a program tells Esc from the start of a
 * sequence by a pause only. Also false for a key that is not in the notation;
 * what stands before it was sent.
 */
bool screen_keys(struct screen *s, const char *notation);

/* Sends text as a bracketed paste. */
bool screen_paste(struct screen *s, const char *text);

enum screen_mouse {
	SCREEN_MOUSE_PRESS,
	SCREEN_MOUSE_RELEASE,
	SCREEN_MOUSE_DRAG,      /* moved with the button down */
	SCREEN_MOUSE_MOVE,      /* moved with none down; the button is ignored */
	SCREEN_MOUSE_WHEEL_UP,  /* the button is ignored */
	SCREEN_MOUSE_WHEEL_DOWN /* the button is ignored */
};

/* Sends a mouse report in SGR encoding. Button 1 is left, 2 middle, 3 right. */
bool screen_mouse(struct screen *s, enum screen_mouse action, int col, int row, int button);

/* Changes the size of the terminal; the program gets SIGWINCH. */
bool screen_resize(struct screen *s, int rows, int cols);

/* ---- waiting ---- */

typedef bool screen_predicate(struct screen *s, void *arg);

/*
 * Waits until `predicate` holds. False when the limit passed or the program
 * ended without it. With limit 0 it looks at what has already come.
 */
bool screen_wait(struct screen *s, screen_predicate *predicate, void *arg, int limit_ms);

/* Waits until `text` stands in one row, or in none. */
bool screen_wait_text(struct screen *s, const char *text, int limit_ms);
bool screen_wait_gone(struct screen *s, const char *text, int limit_ms);

/* Waits until the cursor is at that place, seen or not. */
bool screen_wait_cursor(struct screen *s, int row, int col, int limit_ms);

/*
 * Reads until nothing came for `quiet_ms`. Proves only that the program is
 * quiet, not that it saw the last key: first wait for what that key does. False
 * when it was still writing at the limit.
 */
bool screen_settle(struct screen *s, int quiet_ms, int limit_ms);

/*
 * Waits until the program has ended, reads the rest of its output, and stores
 * its status as from waitpid(2). May be called again. False after the limit.
 */
bool screen_wait_exit(struct screen *s, int *status, int limit_ms);

/* ---- looking ---- */

int screen_rows(const struct screen *s);
int screen_cols(const struct screen *s);

/* Text of a row without the blanks at its end, UTF-8, to be freed by the caller. */
char *screen_row_text(const struct screen *s, int row);

/* Whether `text` stands in one row. Blanks at its end count. */
bool screen_contains(const struct screen *s, const char *text);

/* Where the cursor is and whether it is shown. Each pointer may be NULL. */
void screen_cursor(const struct screen *s, int *row, int *col, bool *visible);

/* A colour: SCREEN_DEFAULT, a palette index from 0 to 255, or SCREEN_RGB | 0xrrggbb. */
#define SCREEN_DEFAULT (-1)
#define SCREEN_RGB 0x1000000

enum screen_attr {
	SCREEN_BOLD = 1 << 0,
	SCREEN_UNDERLINE = 1 << 1,
	SCREEN_DOUBLE_UNDERLINE = 1 << 2,
	SCREEN_CURLY_UNDERLINE = 1 << 3,
	SCREEN_ITALIC = 1 << 4,
	SCREEN_BLINK = 1 << 5,
	SCREEN_REVERSE = 1 << 6,
	SCREEN_STRIKE = 1 << 7
};

struct screen_style {
	int32_t fg;         /* colour of the text */
	int32_t bg;         /* colour behind it */
	unsigned int attrs; /* bits of enum screen_attr */
};

/* Room for a cell's text: six code points of four bytes, and NUL. */
#define SCREEN_CELL_BYTES 25

struct screen_cell {
	char text[SCREEN_CELL_BYTES]; /* UTF-8, " " when blank, "" on a right half */
	int width;                    /* cells it covers: 1 or 2, 0 on a right half */
	struct screen_style style;    /* a right half has that of its left half */
};

/*
 * The cell at a place on the screen. The half that is left over when the other
 * half of a wide character was overwritten has the text U+FFFD.
 */
struct screen_cell screen_cell(const struct screen *s, int row, int col);

/* Number of bytes that the program has written since its start. */
size_t screen_bytes(const struct screen *s);

/*
 * The bytes that the program has written since screen_raw_reset() or its start;
 * `*len` (unless NULL) is their number, a NUL follows. Valid until more is read.
 */
const char *screen_raw(const struct screen *s, size_t *len);
void screen_raw_reset(struct screen *s);

#endif
