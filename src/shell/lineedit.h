/*
 * lineedit: a text being typed, with its caret, which moves by grapheme cluster. Shared by stickies and the
 * prompt.
 */
#ifndef SHELL_LINEEDIT_H
#define SHELL_LINEEDIT_H

#include "base/strbuf.h"
#include "draw/cellbuf.h"
#include "terminal/key.h"

struct lineedit {
	struct strbuf text; /* UTF-8, free of control characters but line feeds */
	size_t caret;       /* byte offset, between clusters */
};

void lineedit_init(struct lineedit *edit);
void lineedit_release(struct lineedit *edit);

/* Sets the text, with the caret behind it. */
void lineedit_set(struct lineedit *edit, const char *text);

/* Puts LEN bytes in at the caret, cleaned as far as they can be; false when there was no room for all of them. */
bool lineedit_insert(struct lineedit *edit, const char *text, size_t len);

/* Does what KEY means to a line of text; false when it means nothing. */
bool lineedit_key(struct lineedit *edit, struct key key);

/* Draws one line of text from X on in at most WIDTH cells, the caret's among them, scrolled sideways when it is
 * longer; returns the X of the caret. */
int lineedit_draw(const struct lineedit *edit, struct cellbuf *buf, int x, int y, int width);

#endif
