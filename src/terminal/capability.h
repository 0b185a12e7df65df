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

/* The bytes of the capability NAME ("rmcup") of the current terminal, or "". */
const char *capability_bytes(const char *name);

#endif
