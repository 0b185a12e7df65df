/*
 * caps: whether caps lock seems to be on. No terminal tells; what is typed does.
 */
#ifndef SHELL_CAPS_H
#define SHELL_CAPS_H

#include "terminal/key.h"

struct caps {
	int run;       /* capital letters typed one after another */
	bool on;       /* it seems to be on */
	int32_t asked; /* the letter about which it was asked */
};

/* KEY was typed as text. It is a capital letter that means nothing, though its small letter does. */
void caps_type(struct caps *caps, struct key key);
void caps_doubt(struct caps *caps);

/* Is KEY, which means something, to be asked about first? Only once: pressed again it is meant. */
bool caps_holds(struct caps *caps, struct key key);

/* The small letter of KEY; false when it is no capital letter. */
bool caps_small(struct key key, struct key *small);

#endif
