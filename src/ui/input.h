/*
 * input: what the terminal sends, as events.
 */
#ifndef UI_INPUT_H
#define UI_INPUT_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "ui/key.h"

enum event_type { EVENT_KEY, EVENT_PASTE };

struct event {
	enum event_type type;
	struct key key;      /* EVENT_KEY */
	const char *text;    /* EVENT_PASTE: the bytes as they came, good until the next call */
	size_t len;
};

struct input;

struct input *input_new(void);
void input_free(struct input *input);

/* The next event that is there already; false when there is none. */
bool input_next(struct input *input, struct event *event);

/* For terminal.c: what has to be known to curses about keys, and the end of it. */
void input_prepare(void);
void input_release(void);

#endif
