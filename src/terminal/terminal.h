/*
 * terminal: the user's terminal: taking it over, giving it back whatever happens, and putting cells on it. The
 * only user of curses.
 */
#ifndef TERMINAL_TERMINAL_H
#define TERMINAL_TERMINAL_H

#include <stdbool.h>

#include "base/error.h"
#include "draw/cellbuf.h"
#include "draw/theme.h"

struct terminal;

/* So much is drawn at most, whatever size the terminal, COLUMNS or LINES claim: a size comes from whoever connects,
 * and curses takes memory for each cell of it. What lies beyond stays blank. */
#define TERMINAL_COLUMNS_MOST 1000
#define TERMINAL_ROWS_MOST 400

/* What is known about the terminal; also for `doctor`. */
struct terminal_facts {
	const char *name;  /* of the description in use */
	bool known;        /* the one that TERM names; otherwise a stand-in */
	int colours;       /* as described, 0 for none */
	int columns, rows; /* that are drawn; for terminal_look() its own */
};

/* Takes the terminal over. Respects NO_COLOR in the environment. */
int terminal_open(struct terminal **terminal, struct error *err);

/* Restores it. */
void terminal_close(struct terminal *terminal);

/* Colours are for a light ground, if there are enough of them. */
void terminal_light(struct terminal *terminal);

struct terminal_facts terminal_facts(const struct terminal *terminal);

/* Reads the new size of the terminal, and repaints everything with the next frame. */
void terminal_resized(struct terminal *terminal);

/* Repaints everything with the next frame. */
void terminal_repaint(struct terminal *terminal);

/* Has the terminal report the mouse, as it does from the beginning, or leave it to its own selection. */
void terminal_mouse(struct terminal *terminal, bool on);

/* Puts LEN bytes of TEXT on the terminal's clipboard, if it allows that; false: too much text. */
bool terminal_clipboard(struct terminal *terminal, const char *text, size_t len);

/* Restores the terminal, stops the program, and takes the terminal over again when it continues. */
void terminal_suspend(struct terminal *terminal);

/* Shows BUF, which has the terminal's size, with the cursor at X, Y (-1: hidden). Only cells that differ from
 * what is there are sent, all in one write. */
void terminal_paint(struct terminal *terminal, const struct cellbuf *buf, int x, int y, bool shown);

/* Asks the terminal how many cells a line character takes; false when it cannot be asked. The answer is an event. */
bool terminal_ask_width(struct terminal *terminal);

/* The same without taking the terminal over; returns the cells, or 0 without an answer. */
int terminal_look_width(void);

/* Fills FACTS without taking the terminal over; false if there is no terminal. */
bool terminal_look(struct terminal_facts *facts);

#endif
