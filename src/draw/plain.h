/*
 * plain: ASCII in place of signs that some terminals and fonts lack.
 */
#ifndef DRAW_PLAIN_H
#define DRAW_PLAIN_H

#include "draw/cellbuf.h"

/* Replaces lines, arrows and marks in BUF by ASCII. Letters of all scripts stay. */
void plain_cells(struct cellbuf *buf);

#endif
