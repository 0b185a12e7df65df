/*
 * paint_text: cells as text, with colours or without.
 */
#ifndef DRAW_PAINT_TEXT_H
#define DRAW_PAINT_TEXT_H

#include <stdio.h>

#include "draw/cellbuf.h"

/* Prints the rows of BUF. Without COLOUR blanks at line ends are left out. */

void paint_text(const struct cellbuf *buf, bool colour, FILE *out);

#endif
