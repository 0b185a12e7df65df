/*
 * input: what the terminal sends, as events. The bytes are read here and not by curses, which hands on as keys whatever
 * its description of the terminal does not name.
 */
#ifndef TERMINAL_INPUT_H
#define TERMINAL_INPUT_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "terminal/key.h"
#include "terminal/mouse.h"

enum event_type {
	EVENT_KEY,
	EVENT_UNKNOWN, /* an unknown key, or an unfinished sequence; .text shows it, clean */
	EVENT_PASTE,
	EVENT_MOUSE,
	EVENT_WIDTH,  /* the terminal has answered how many .cells a line character takes */
	EVENT_STALL,  /* a paste has begun, and for a moment nothing more of it came: Esc or Ctrl-C ends it */
	EVENT_UNENDED /* the same of something that the terminal says and that is no paste */
};

struct event {
	enum event_type type;
	struct key key;   /* EVENT_KEY */
	const char *text; /* EVENT_PASTE: UTF-8 with line feeds for line ends; of the others NULL, but for
			     EVENT_UNKNOWN; good until the next call */
	size_t len;
	bool cut;           /* EVENT_PASTE: there was more of it */
	struct mouse mouse; /* EVENT_MOUSE */
	int cells;          /* EVENT_WIDTH */
};

struct input;

/* Reads from FD. BYTES returns what the terminal's description has for the capability of a key, or "". */
struct input *input_new(int fd, const char *(*bytes)(const char *name));
void input_free(struct input *input);

/* The terminal was asked for the width of a line character (probe.h): the answers are to be heard. */
void input_expect_width(struct input *input);

/* The next event available now; false if there is none, or none within very many bytes. */
bool input_next(struct input *input, struct event *event);

/* May there be more of what has come already? Then the descriptor says nothing of it, and is not to be waited for. */
bool input_waits(const struct input *input);

/* The ms after which there may be an event without further bytes; -1: never. */
int input_next_ms(const struct input *input);

#endif
