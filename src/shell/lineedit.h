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
	struct strbuf text; /* UTF-8, without control characters except line feeds */
	size_t caret;       /* byte offset, between clusters */
};

void lineedit_init(struct lineedit *edit);
void lineedit_release(struct lineedit *edit);

/* Sets the text and puts the caret at its end. */
void lineedit_set(struct lineedit *edit, const char *text);

/* Inserts LEN bytes at the caret, cleaned; false if there was no room for all of them. */
bool lineedit_insert(struct lineedit *edit, const char *text, size_t len);

/* Does what KEY means in a line of text; false if it means nothing. */
bool lineedit_key(struct lineedit *edit, struct key key);

/* Draws the text on one line from X on, in at most WIDTH cells, scrolled sideways so that the caret is visible;
 * returns the X of the caret. */
int lineedit_draw(const struct lineedit *edit, struct cellbuf *buf, int x, int y, int width);

#endif
