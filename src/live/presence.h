/*
 * presence: who else has the board open, where their cursors are, and whether they are typing. None of it is
 * kept: it is told over the doorbell, and forgotten when nothing has been heard for a while.
 */
#ifndef LIVE_PRESENCE_H
#define LIVE_PRESENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "base/vec.h"
#include "live/doorbell.h"
#include "model/item.h"

/* Somebody is gone when nothing was heard of them for so long; they are heard of twice as often. */
#define PRESENCE_GONE_MS 5000
#define PRESENCE_BEAT_MS 2000

/* Names are cut to so many characters on their way. */
#define PRESENCE_NAME_CHARACTERS 40

/* Somebody else. */
struct presence_person {
	char from[DOORBELL_NAME_BYTES]; /* their process */
	char name[256];                 /* clean */
	struct place place;             /* of their cursor */
	bool typing;
	int64_t seen_ms;                /* when last heard of, by clock_span_ms() */
};

struct presence {
	struct vec people; /* of struct presence_person, in the order in which they came */
};

void presence_init(struct presence *presence);
void presence_release(struct presence *presence);

/* What a message was about. */
enum presence_news {
	PRESENCE_NOTHING = 0, /* nothing, or no message of ours */
	PRESENCE_LOG = 1,     /* the board's log has grown */
	PRESENCE_PEOPLE = 2,  /* somebody came, went, moved */
	PRESENCE_NEW = 4      /* somebody came who has not heard of us yet */
};

/* Takes in a message that came from FROM at NOW_MS. */
unsigned presence_hear(struct presence *presence, const char *bytes, size_t len, const char *from,
	int64_t now_ms);

/* Forgets those who have not been heard of; were there any? */
bool presence_expire(struct presence *presence, int64_t now_ms);

/* The messages: that the log has grown; where NAME is; that they are gone. */
void presence_say_log(struct strbuf *out);
void presence_say_here(const char *name, struct place place, bool typing, struct strbuf *out);
void presence_say_gone(struct strbuf *out);

#endif
