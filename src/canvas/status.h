/*
 * status: the lines round the board: the title bar on top; below it the step's question and what the board holds.
 */
#ifndef CANVAS_STATUS_H
#define CANVAS_STATUS_H

#include "canvas/canvas.h"

void status_draw(struct shell *shell, struct cellbuf *buf);

#endif
