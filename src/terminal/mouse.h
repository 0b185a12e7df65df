/*
 * mouse: mouse reports of the terminal.
 */
#ifndef TERMINAL_MOUSE_H
#define TERMINAL_MOUSE_H

#include <stdbool.h>

#include "terminal/sequence.h"

enum mouse_action {
	MOUSE_PRESS,
	MOUSE_DRAG, /* moved with the button down */
	MOUSE_RELEASE,
	MOUSE_CANCEL, /* what the button began is not to be; the shell makes it of Esc or another button meanwhile */
	MOUSE_WHEEL_UP,
	MOUSE_WHEEL_DOWN,
	MOUSE_WHEEL_LEFT,
	MOUSE_WHEEL_RIGHT
};

struct mouse {
	enum mouse_action action;
	int x, y;  /* the cell, from 0 */
	bool left; /* the left button is involved */
	bool ctrl;
};

/* Is SEQUENCE a mouse report, in the form of SGR (ESC [ < 0;3;4 M), urxvt (ESC [ 32;3;4 M) or X10? */
bool mouse_is_report(const struct sequence *sequence);

/* Reads a mouse report; false if it is not useful. */
bool mouse_read(const struct sequence *sequence, struct mouse *mouse);

#endif
