/*
 * waiting: a key that changes the board waits while others keep it locked. What is typed meanwhile is kept and handled
 * afterwards; if the first key fails, it is dropped.
 */
#ifndef CANVAS_WAITING_H
#define CANVAS_WAITING_H

#include "base/vec.h"
#include "store/store.h"
#include "terminal/input.h"

/* After this time the user is told that the key waits, and for whom. */
#define WAITING_TELL_MS 300

struct waiting {
	bool may;           /* the current operation may wait: it comes from a key; a look at the log does not wait */
	bool told;          /* the user was told about the wait */
	bool gave_up;       /* the user has given up */
	struct strbuf said; /* the message about it */
	struct vec events;  /* of struct event: those kept, with texts of their own */
	char *text;         /* text of the event taken last */
	int64_t since_ms;   /* since when looks have found a lock, by clock_span_ms(); 0: the last one did not */
};

void waiting_init(struct waiting *waiting);
void waiting_release(struct waiting *waiting);

/* Keeps a copy of EVENT; takes the oldest, whose text is valid until the next call. False if there is none. */
void waiting_put(struct waiting *waiting, const struct event *event);
bool waiting_take(struct waiting *waiting, struct event *event);

/* Drops the kept events and returns how many there were. */
size_t waiting_drop(struct waiting *waiting);

/* Appends who keeps the board locked, as far as known: "sqlite3 (process 4711)". NAME is the person here whose process
 * that is, or NULL. */
void waiting_name(const struct store_wait *wait, const char *name, struct strbuf *out);

#endif
