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

/* The largest area that is drawn, whatever size the terminal, COLUMNS or LINES claim: a guest's terminal may claim any
 * size, and curses allocates memory for every cell. The rest stays blank. */
#define TERMINAL_COLUMNS_MOST 1000
#define TERMINAL_ROWS_MOST 400

/* What is known about the terminal; also for `doctor`. */
struct terminal_facts {
	const char *name;  /* of the description in use */
	bool known;        /* TERM's own description; otherwise a stand-in */
	int colours;       /* from the description, 0 for none */
	int columns, rows; /* the area drawn; for terminal_look() the terminal's size */
};

/* Takes the terminal over; free *TERMINAL with terminal_close(). Respects NO_COLOR in the environment. Fails without a
 * usable terminal. */
int terminal_open(struct terminal **terminal, struct error *err);

/* Restores the terminal. */
void terminal_close(struct terminal *terminal);

/* Chooses colours for a light background, if the terminal has any. */
void terminal_light(struct terminal *terminal);

struct terminal_facts terminal_facts(const struct terminal *terminal);

/* Reads the terminal's new size; the next frame repaints everything. */
void terminal_resized(struct terminal *terminal);

/* Makes the next frame repaint everything. */
void terminal_repaint(struct terminal *terminal);

/* Switches mouse reports on, as they are at first, or off, which leaves the mouse to the terminal's own selection. */
void terminal_mouse(struct terminal *terminal, bool on);

/* Puts LEN bytes of TEXT on the terminal's clipboard, if it allows that. False if the text is too long. */
bool terminal_clipboard(struct terminal *terminal, const char *text, size_t len);

/* Restores the terminal, stops the program, and takes the terminal over again on return. */
void terminal_suspend(struct terminal *terminal);

/* Shows BUF, which must have the terminal's size, with the cursor at X, Y; SHOWN makes it visible. Sends only cells
 * that differ from what is there, in one write. */
void terminal_paint(struct terminal *terminal, const struct cellbuf *buf, int x, int y, bool shown);

/* Asks the terminal how many cells a line character takes; false if it cannot be asked. The answer comes as an
 * event. */
bool terminal_ask_width(struct terminal *terminal);

/* The same without taking the terminal over; returns the cells, or 0 without an answer. */
int terminal_look_width(void);

/* Fills FACTS without taking the terminal over; false if there is no terminal. */
bool terminal_look(struct terminal_facts *facts);

#endif
