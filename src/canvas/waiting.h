/*
 * waiting: others keep the board locked, and a key that alters it has to wait. What is typed meanwhile is put by, and
 * means afterwards what it would have meant at once; when nothing came of the first key it means nothing.
 */
#ifndef CANVAS_WAITING_H
#define CANVAS_WAITING_H

#include "base/vec.h"
#include "store/store.h"
#include "terminal/input.h"

/* After so many ms it is said that one waits, and for whom. */
#define WAITING_TELL_MS 300

struct waiting {
	bool may;     /* what is done now may wait: it is a key's; a look that nobody asked for waits for nobody */
	bool told;    /* it was said that one waits */
	bool gave_up; /* the person has given up */
	struct strbuf said; /* how it was said */
	struct vec events;  /* of struct event: those put by, with texts of their own */
	char *text;         /* of the event taken last */
	int64_t since_ms;   /* since when looks have met a lock, by clock_span_ms(); 0: the last one has not */
};

void waiting_init(struct waiting *waiting);
void waiting_release(struct waiting *waiting);

/* Puts EVENT by; takes the oldest, whose text is good until the next call; false when there is none. */
void waiting_put(struct waiting *waiting, const struct event *event);
bool waiting_take(struct waiting *waiting, struct event *event);

/* Forgets those put by, and returns how many there were. */
size_t waiting_drop(struct waiting *waiting);

/* Appends who keeps the board locked, as far as it is known: "sqlite3 (process 4711)". NAME is that of a person here
 * whose process it is, or NULL. */
void waiting_name(const struct store_wait *wait, const char *name, struct strbuf *out);

#endif
