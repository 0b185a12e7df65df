/*
 * plain: signs that every terminal has, in place of those that only some fonts hold.
 */
#ifndef DRAW_PLAIN_H
#define DRAW_PLAIN_H

#include "draw/cellbuf.h"

/* Puts ASCII in place of lines, arrows and marks everywhere in BUF. Letters of all scripts stay. */
void plain_cells(struct cellbuf *buf);

#endif
