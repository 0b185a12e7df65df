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

/* For other screens: the steps in the uppermost row from X on, that of BOARD by name, and how many cells they
 * take; a key and what it does in the lowest row, unless it does not fit before RIGHT. Returns the X behind. */
int status_steps(const struct board *board, struct cellbuf *buf, int x);
int status_steps_cells(const struct board *board);
int status_hint(struct cellbuf *buf, int x, int right, const struct hint *hint);

#endif
