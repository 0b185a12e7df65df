/*
 * travel: moves the terminal's cursor with the fewest bytes.
 */
#ifndef TERMINAL_TRAVEL_H
#define TERMINAL_TRAVEL_H

#include "base/strbuf.h"
#include "terminal/capability.h"

/* A place on the screen, from 1. In row 0: unknown. */
struct spot {
	int row, column;
};

/* Appends what moves the cursor from *FROM to TO, and sets *FROM to it. */
void travel(const struct capability_set *can, struct spot *from, struct spot to, struct strbuf *out);

/* How many digits NUMBER has in a sequence. */
int travel_digits(int number);

#endif
