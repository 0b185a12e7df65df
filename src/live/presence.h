/*
 * presence: who else has the board open, in which role, where they are and what they do; and calls to everybody. None
 * of it is stored: what people do is what they show over the doorbell, and ends with their process; calls are sent.
 *
 * Both are lines of text, "evstorm3 WHAT ...", and are not trusted: lines with values out of range or of another
 * version are ignored, texts are cleaned, and people who call too often are ignored for a moment.
 *
 * The system vouches for the process and the user that show or send something; the name and the role in it are their
 * claim. A role is believed if that user could take it anyway: a user who may write the board file can open it as
 * a facilitator, and other users may not enter the live folder (livefolder.h). Someone who has just lost the
 * permission to write counts as an observer. People who come in over SSH are processes of the host's user, but
 * run only evstorm, which knows their role from the invitation. A name proves nothing; that of another user of
 * the machine is shown with their account. The right to change the board never depends on these roles: it is checked
 * where commands run.
 */
#ifndef LIVE_PRESENCE_H
#define LIVE_PRESENCE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "base/vec.h"
#include "live/doorbell.h"
#include "model/item.h"

/* Names are cut to this many characters. */
#define PRESENCE_NAME_CHARACTERS 40
#define PRESENCE_NAME_BYTES 256

/* The longest line said to everybody, in bytes. */
#define PRESENCE_SAID_BYTES 400

/* How many calls a person may make at once, and the pause after which they may make another. */
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
	int64_t sticky;          /* PRESENCE_EDITING: which sticky; otherwise 0 */
	struct place corner;     /* PRESENCE_SELECTING: the corner opposite the cursor; otherwise the cursor's place */
	int64_t touched_ms;      /* when they last pressed a key, by clock_span_ms(), which all processes share */
	bool guest;              /* they have no key of their own */
	bool assistant;          /* a program acts under that name */
	struct place_rect sight; /* the slots of the board that they see; empty for none */
};

/* Are both the same to others? The last key and what they see do not count. */
bool presence_same(const struct presence_state *a, const struct presence_state *b);

/* Would a user who sees the slots SIGHT see the person of STATE, or their selection? */
bool presence_is_seen(const struct presence_state *state, struct place_rect sight);

/* The time since their last key at NOW_MS, in seconds. */
int64_t presence_idle_s(const struct presence_state *state, int64_t now_ms);

/* Somebody else. */
struct presence_person {
	char from[DOORBELL_NAME_BYTES]; /* their process */
	uid_t user;                     /* of that process */
	char name[PRESENCE_NAME_BYTES]; /* clean */
	struct presence_state state;
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
	char text[PRESENCE_SAID_BYTES + 1]; /* of a line that is said; clean */
};

struct presence {
	struct vec people; /* of struct presence_person, in the order in which they came */
	struct vec calls;  /* of struct presence_call: those not yet taken, oldest first */
};

void presence_init(struct presence *presence);
void presence_release(struct presence *presence);

/* What a message, or what somebody shows, was about. */
enum presence_news {
	PRESENCE_NOTHING = 0, /* nothing, or not valid */
	PRESENCE_PEOPLE = 1,  /* somebody came or went, or has another name or role */
	PRESENCE_MOVED = 2,   /* somebody moved or did something where it is seen */
	PRESENCE_CALL = 4,    /* somebody calls */
	PRESENCE_UNKNOWN = 8  /* somebody calls who has shown nothing yet */
};

/* Handles what FROM shows, or if TEXT is NULL that they are gone, for a user who sees the slots SIGHT; returns what is
 * new about it (bits of enum presence_news). */
unsigned presence_see(
	struct presence *presence, const char *text, const struct doorbell_sender *from, struct place_rect sight);

/* Handles a message from FROM, received at NOW_MS; returns what it was about (bits of enum presence_news). */
unsigned presence_hear(
	struct presence *presence, const char *bytes, size_t len, const struct doorbell_sender *from, int64_t now_ms);

/* Takes the oldest call; false if there is none. */
bool presence_take_call(struct presence *presence, struct presence_call *call);

/* Is PERSON called NAME, as far as names are shown? */
bool presence_is_called(const struct presence_person *person, const char *name);

/* Append what is shown: where NAME is and what they do; and what is sent: a call, without the caller's name, which
 * their process shows. */
void presence_say_here(const char *name, const struct presence_state *state, struct strbuf *out);
void presence_say_call(const struct presence_call *call, struct strbuf *out);

#endif
