/*
 * status: the lines round the canvas: the title bar on top; below it the step's question, what the board
 * holds, and what the keys do now.
 */
#ifndef UI_STATUS_H
#define UI_STATUS_H

#include "ui/desk.h"

#define STATUS_ROWS_ABOVE 1
#define STATUS_ROWS_BELOW 3

void status_draw(const struct desk *desk, struct cellbuf *buf);

#endif
