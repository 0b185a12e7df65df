/*
 * capability: what the description of a terminal says. Apart from the rest because <term.h> takes names like
 * `columns` and `lines` away from whoever includes it.
 */
#ifndef TERMINAL_CAPABILITY_H
#define TERMINAL_CAPABILITY_H

#include <stdbool.h>

/* Is there a description of the terminal NAME (NULL: that of TERM), and can its cursor be moved? Then *COLOURS is how
 * many it has. Not while curses is on. */
bool capability_look(const char *name, int *colours);

/* The bytes of the capability of that name of the terminal NAME; NULL when there is no description. Not while curses is
 * on. */
const char *capability_look_up(const char *name, const char *capability);

/* The bytes of the capability NAME ("rmcup") of the terminal at hand, "" when it has none. */
const char *capability_bytes(const char *name);

#endif
