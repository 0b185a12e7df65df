/*
 * patch: the cells that a frame changes, and the bytes that change them. The text of one look is sent together,
 * wherever it is.
 */
#ifndef TERMINAL_PATCH_H
#define TERMINAL_PATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "base/vec.h"
#include "terminal/ink.h"
#include "terminal/travel.h"

struct patch {
	int columns;        /* of the screen */
	struct vec inks;    /* of struct ink, in the order in which they come */
	struct vec rows;    /* of struct patch_row */
	struct strbuf text; /* of the cells */
	struct vec runs;    /* of what patch_write() is writing, and it in the other direction */
	struct strbuf other;
};

/* The terminal: what it can, its ink, and where its cursor is. */
struct patch_hand {
	struct capability_set can;
	struct ink ink;
	struct spot spot;
};

void patch_init(struct patch *patch, int columns);
void patch_release(struct patch *patch);

/* Puts a character of CELLS cells at SPOT; of none, on the character before it. False if that splits a wide one or lies
 * outside. */
bool patch_put(struct patch *patch, struct spot spot, const char *bytes, size_t len, int cells, const struct ink *ink);

/* Erases the cells from column FROM up to TO. INK must be one in which erasing is the same as putting spaces. */
bool patch_erase(struct patch *patch, int row, int from, int to, const struct ink *ink);

/* Appends the bytes that change all these cells, and forgets them. HAND is then as they leave it. */
void patch_write(struct patch *patch, struct patch_hand *hand, struct strbuf *out);

#endif
