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

/* Takes the terminal over. NO_COLOR in the environment is heeded. */
int terminal_open(struct terminal **terminal, struct error *err);

/* Gives it back as it was. */
void terminal_close(struct terminal *terminal);

/* Colours are for a light ground, if there are enough of them. */
void terminal_light(struct terminal *terminal);

struct terminal_facts terminal_facts(const struct terminal *terminal);

/* Reads the size anew after it has changed; everything is painted anew then. */
void terminal_resized(struct terminal *terminal);

/* Paints everything anew with the next frame. */
void terminal_repaint(struct terminal *terminal);

/* Has the terminal report the mouse, as it does from the beginning, or leave it to its own selection. */
void terminal_mouse(struct terminal *terminal, bool on);

/* Puts LEN bytes of TEXT on the clipboard of whoever sits at the terminal, if that lets it; false: too much. */
bool terminal_clipboard(struct terminal *terminal, const char *text, size_t len);

/* Gives the terminal back, stops the program, and takes it over when it goes on. */
void terminal_suspend(struct terminal *terminal);

/* Shows BUF, which has the terminal's size, with the cursor at X, Y (-1: hidden). Only cells that differ from
 * what is there are sent, all in one write. */
void terminal_paint(struct terminal *terminal, const struct cellbuf *buf, int x, int y, bool shown);

/* Asks the terminal how many cells a line character takes; false when it cannot be asked. The answer is an event. */
bool terminal_ask_width(struct terminal *terminal);

/* The same without taking it over, for a terminal that is looked at; 0: it did not say. */
int terminal_look_width(void);

/* Fills FACTS about the terminal at hand without taking it over; false when there is none. */
bool terminal_look(struct terminal_facts *facts);

#endif
