/*
 * paint_text: prints cells as text, with or without colours.
 */
#ifndef DRAW_PAINT_TEXT_H
#define DRAW_PAINT_TEXT_H

#include <stdio.h>

#include "draw/cellbuf.h"
#include "draw/theme.h"

/* Prints the rows of BUF in the colours of SCHEME; with SCHEME_MONO without colours and without blanks at line
 * ends. */
void paint_text(const struct cellbuf *buf, enum scheme scheme, FILE *out);

#endif
