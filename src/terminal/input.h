/*
 * input: what the terminal sends, as events. The bytes are read here and not by curses, which passes sequences that
 * its description does not name on as keys.
 */
#ifndef TERMINAL_INPUT_H
#define TERMINAL_INPUT_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "terminal/key.h"
#include "terminal/mouse.h"

enum event_type {
	EVENT_KEY,
	EVENT_UNKNOWN, /* an unknown key or an incomplete sequence; .text shows it, clean */
	EVENT_PASTE,
	EVENT_MOUSE,
	EVENT_WIDTH,  /* the terminal has reported how many .cells a line character takes */
	EVENT_STALL,  /* a paste has begun, but no more of it has come for a moment: Esc or Ctrl-C ends it */
	EVENT_UNENDED /* the same for another message of the terminal, not a paste */
};

struct event {
	enum event_type type;
	struct key key;   /* EVENT_KEY */
	const char *text; /* EVENT_PASTE: UTF-8, lines end in line feeds; also of EVENT_UNKNOWN, otherwise NULL; valid
			     until the next call */
	size_t len;
	bool cut;           /* EVENT_PASTE: the rest was cut off */
	struct mouse mouse; /* EVENT_MOUSE */
	int cells;          /* EVENT_WIDTH */
};

struct input;

/* Reads from FD, which stays the caller's. BYTES returns the terminal's capability of that name, or "". */
struct input *input_new(int fd, const char *(*bytes)(const char *name));
void input_free(struct input *input);

/* Expects the answers of a terminal that was asked for the width of a line character (probe.h). */
void input_expect_width(struct input *input);

/* Reads the next event available now; false if there is none, or none within very many bytes. */
bool input_next(struct input *input, struct event *event);

/* May bytes already read hold more events? Then do not wait for the descriptor, which would not report them. */
bool input_waits(const struct input *input);

/* The time in ms after which there may be an event without further bytes; -1: never. */
int input_next_ms(const struct input *input);

#endif
