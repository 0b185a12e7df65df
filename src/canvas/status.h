/*
 * status: the lines around the board: the title bar on top; at the bottom the step's question and the contents of the
 * board.
 */
#ifndef CANVAS_STATUS_H
#define CANVAS_STATUS_H

#include "canvas/canvas.h"

void status_draw(struct shell *shell, struct cellbuf *buf);

#endif
