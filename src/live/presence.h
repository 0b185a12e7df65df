/*
 * presence: who else has the board open, in which role, where they are and what they do; and calls to everybody. None
 * of it is stored: it travels over the doorbell, and expires after a while without news.
 *
 * A message is a line of text, "evstorm2 WHAT ...", looked at as from a stranger: what is out of range, or of
 * another version, is no message; texts are cleaned; who calls too often is not heard for a moment.
 *
 * Who sends a message, a process of which user, the system vouches for; the name and the role in it are the sender's
 * own word. A role is believed as far as that user could take it anyhow: whoever may write the board's file can open
 * it as its facilitator, and the folder of the sockets is closed to all others (doorbell.h), but for one whose
 * permission was taken away a moment ago, who is an observer from then on. Those who come in over SSH are processes
 * of the host's user and run evstorm and nothing else, which knows their role from the invitation. A name is no
 * proof of anything: that of another user of the machine is shown with their account. Nobody's role for the board
 * itself is taken from here: that is checked where commands run.
 */
#ifndef LIVE_PRESENCE_H
#define LIVE_PRESENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "base/vec.h"
#include "live/doorbell.h"
#include "model/item.h"

/* Somebody is gone when nothing was heard of them for so long; they are heard of twice as often. Where there are many,
 * both take longer, as each tells it to all (presence_slowness()). */
#define PRESENCE_GONE_MS 5000
#define PRESENCE_BEAT_MS 2000

/* Names are cut to this many characters. */
#define PRESENCE_NAME_CHARACTERS 40
#define PRESENCE_NAME_BYTES 256

/* Longest line said to everybody, in bytes. */
#define PRESENCE_SAID_BYTES 400

/* Calls that one person may make at once, and the pause that earns another. */
#define PRESENCE_CALLS_AT_ONCE 5
#define PRESENCE_CALLS_PAUSE_MS 1000

enum presence_doing {
	PRESENCE_LOOKING,
	PRESENCE_TYPING,    /* a new sticky at their cursor */
	PRESENCE_EDITING,   /* the text of a sticky */
	PRESENCE_SELECTING, /* a rectangle */
	PRESENCE_DOING_COUNT
};

/* What people report about themselves. */
struct presence_state {
	struct place place; /* of their cursor */
	enum role role;
	enum presence_doing doing;
	int64_t sticky;      /* PRESENCE_EDITING: which, otherwise 0 */
	struct place corner; /* PRESENCE_SELECTING: the one across from the cursor, otherwise the cursor's */
	int64_t idle_s;      /* seconds since their last key */
	bool guest;          /* they have no key of their own */
};

/* Do they show the same? The idle time, which grows by itself, does not count. */
bool presence_same(const struct presence_state *a, const struct presence_state *b);

/* Somebody else. */
struct presence_person {
	char from[DOORBELL_NAME_BYTES]; /* their process */
	uid_t user;                     /* whose process that is */
	char name[PRESENCE_NAME_BYTES]; /* clean */
	struct presence_state state;
	int64_t seen_ms;  /* when last heard of, by clock_span_ms() */
	int calls;        /* calls they may make now, */
	int64_t calls_ms; /* since when */
};

/* What a call to everybody is about. */
enum presence_call_type {
	PRESENCE_SUMMON,    /* come to this place; facilitators only */
	PRESENCE_SPOTLIGHT, /* look at this sticky; facilitators only */
	PRESENCE_SAY,       /* a line of text; not observers */
	PRESENCE_CALL_COUNT
};

struct presence_call {
	enum presence_call_type type;
	char name[PRESENCE_NAME_BYTES];     /* who calls */
	struct place place;                 /* of a summons */
	int64_t sticky;                     /* of a spotlight */
	char text[PRESENCE_SAID_BYTES + 1]; /* of what is said: clean */
};

struct presence {
	struct vec people; /* of struct presence_person, in the order in which they came */
	struct vec calls;  /* of struct presence_call: those heard and not yet taken, oldest first */
};

/* The factor by which people report less often, and expire later, where there are this many. */
int presence_slowness(size_t people);

void presence_init(struct presence *presence);
void presence_release(struct presence *presence);

/* What a message was about. */
enum presence_news {
	PRESENCE_NOTHING = 0, /* nothing, or no message of ours */
	PRESENCE_LOG = 1,     /* the board's log has grown */
	PRESENCE_PEOPLE = 2,  /* somebody came, went, moved */
	PRESENCE_NEW = 4,     /* somebody came who has not heard of us yet */
	PRESENCE_CALL = 8,    /* somebody calls */
	PRESENCE_WHO = 16     /* somebody asks who is here */
};

/* Handles a message that came from FROM at NOW_MS; returns what it was about. */
unsigned presence_hear(
	struct presence *presence, const char *bytes, size_t len, const struct doorbell_sender *from, int64_t now_ms);

/* The oldest call not yet taken; false when there is none. */
bool presence_take_call(struct presence *presence, struct presence_call *call);

/* Forgets people who have been silent for too long; were there any? */
bool presence_expire(struct presence *presence, int64_t now_ms);

/* The messages: that the log has grown; where NAME is and what they do; a call (whose name is not told: it is that
 * of the message before); that they are gone; the question who is here. */
void presence_say_log(struct strbuf *out);
void presence_say_here(const char *name, const struct presence_state *state, struct strbuf *out);
void presence_say_call(const struct presence_call *call, struct strbuf *out);
void presence_say_gone(struct strbuf *out);
void presence_say_who(struct strbuf *out);

#endif
