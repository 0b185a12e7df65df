/*
 * paint_text: cells as text, with colours or without.
 */
#ifndef DRAW_PAINT_TEXT_H
#define DRAW_PAINT_TEXT_H

#include <stdio.h>

#include "draw/cellbuf.h"
#include "draw/theme.h"

/* Prints the rows of BUF, with the colours of SCHEME; SCHEME_MONO: with none, and blanks at line ends are left out. */
void paint_text(const struct cellbuf *buf, enum scheme scheme, FILE *out);

#endif
