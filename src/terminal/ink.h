/*
 * ink: the rendition of text, as the sequence ESC [ ... m sets it: attributes and colours.
 */
#ifndef TERMINAL_INK_H
#define TERMINAL_INK_H

#include <stdbool.h>

#include "base/strbuf.h"

/* The colour n of a table, as its number in struct ink. */
#define INK_INDEXED 256

enum { INK_FOREGROUND, INK_BACKGROUND, INK_GROUNDS };

/* All 0: plain. */
struct ink {
	unsigned attributes;      /* bit n - 1 for the number n of a sequence */
	int colours[INK_GROUNDS]; /* number of a sequence, or INK_INDEXED and more; 0: the terminal's own */
};

bool ink_equal(const struct ink *one, const struct ink *other);
bool ink_is_plain(const struct ink *ink);

/* Applies the COUNT numbers of a sequence; false if one of them is unknown here. */
bool ink_apply(struct ink *ink, const int *numbers, int count);

/* Appends what changes FROM to TO, which is nothing if they are equal. */
void ink_change(const struct ink *from, const struct ink *to, struct strbuf *out);

#endif
