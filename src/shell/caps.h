/*
 * caps: guesses from what is typed whether caps lock is on, since no terminal reports it.
 */
#ifndef SHELL_CAPS_H
#define SHELL_CAPS_H

#include "terminal/key.h"

struct caps {
	int run;       /* capital letters typed in a row */
	bool on;       /* it seems to be on */
	int32_t asked; /* the letter that was questioned */
};

/* Notes that KEY was typed as text; that a capital without a meaning was pressed whose small letter has one. */
void caps_type(struct caps *caps, struct key key);
void caps_doubt(struct caps *caps);

/* Should KEY, which means something, be questioned first? Only once: pressed again, it counts. */
bool caps_holds(struct caps *caps, struct key key);

/* The small letter of KEY; false if KEY is not a capital letter. */
bool caps_small(struct key key, struct key *small);

#endif
