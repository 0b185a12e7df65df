/*
 * input: what the terminal sends, as events.
 */
#ifndef TERMINAL_INPUT_H
#define TERMINAL_INPUT_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "terminal/key.h"

enum event_type {
	EVENT_KEY,
	EVENT_PASTE,
	EVENT_MOUSE,
	EVENT_STALL /* a paste has begun, and for a moment nothing more of it came: Esc or Ctrl-C ends it */
};

enum mouse_action {
	MOUSE_PRESS,
	MOUSE_DRAG, /* moved with the button down */
	MOUSE_RELEASE,
	MOUSE_WHEEL_UP,
	MOUSE_WHEEL_DOWN,
	MOUSE_WHEEL_LEFT,
	MOUSE_WHEEL_RIGHT
};

struct mouse {
	enum mouse_action action;
	int x, y;  /* the cell, from 0 */
	bool left; /* it is about the left button */
	bool ctrl;
};

struct event {
	enum event_type type;
	struct key key;   /* EVENT_KEY */
	const char *text; /* EVENT_PASTE: the bytes as they came, good until the next call */
	size_t len;
	struct mouse mouse; /* EVENT_MOUSE */
};

struct input;

struct input *input_new(void);
void input_free(struct input *input);

/* The next event that is there already; false when there is none, or none after very many bytes. */
bool input_next(struct input *input, struct event *event);

/* May there be more of what has come already? Then the descriptor says nothing of it, and is not to be waited for. */
bool input_waits(const struct input *input);

/* After how many ms there may be an event although nothing comes; -1: never. */
int input_next_ms(const struct input *input);

/* For terminal.c: what has to be known to curses about keys, and the end of it. */
void input_prepare(void);
void input_release(void);

#endif
