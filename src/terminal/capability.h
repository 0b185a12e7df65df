/*
 * capability: looks up the description of a terminal. It has its own file because <term.h> defines names like
 * `columns` and `lines` as macros.
 */
#ifndef TERMINAL_CAPABILITY_H
#define TERMINAL_CAPABILITY_H

#include <stdbool.h>

/* Is there a description of the terminal NAME (NULL: the one in TERM), and can its cursor be moved? If so, stores its
 * number of colours in *COLOURS. Not while curses is on. */
bool capability_look(const char *name, int *colours);

/* The bytes of CAPABILITY of the terminal NAME; NULL if there is no description. Not while curses is on. */
const char *capability_look_up(const char *name, const char *capability);

/* Which sequences the current terminal shares with xterm. */
struct capability_set {
	bool address;               /* ESC [ r ; c H */
	bool column, row;           /* ESC [ n G, ESC [ n d */
	bool right, up;             /* ESC [ n C, ESC [ A */
	bool down;                  /* a line feed keeps the column */
	bool erase_cells, erase_to; /* ESC [ n X, ESC [ 1 K */
	bool hide;                  /* the cursor can be hidden */
};

/* Looks them up, once the modes of the terminal are set. */
struct capability_set capability_set(void);

/* The bytes of the capability NAME ("rmcup") of the current terminal, or "". */
const char *capability_bytes(const char *name);

#endif
