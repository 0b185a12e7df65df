/*
 * attention: calls from others, and following somebody.
 *
 * Nobody is interrupted: a call moves a user's view only while they move or read; otherwise once they have finished
 * typing or choosing.
 */
#ifndef CANVAS_ATTENTION_H
#define CANVAS_ATTENTION_H

#include "live/presence.h"

/* The shortest time a line said to everybody stays; after that it stays until the next key. */
#define ATTENTION_READ_MS 4000

/* How long a sticky is shown, and how often it blinks. */
#define ATTENTION_SHOW_MS 6000
#define ATTENTION_PULSE_MS 500

/* How many of the lines said are kept. */
#define ATTENTION_SAID_MOST 50

struct shell;

struct attention {
	char follow[PRESENCE_NAME_BYTES];    /* the person followed, or "" */
	struct place led;                    /* where following last moved the view */
	char summoner[PRESENCE_NAME_BYTES];  /* who has a pending summons, or ""; */
	struct place summon;                 /* where to */
	char presenter[PRESENCE_NAME_BYTES]; /* who shows a sticky, */
	int64_t shown;                       /* which, 0 for none, */
	int64_t shown_ms;                    /* since when, by clock_span_ms() */
	struct vec said;                     /* of char *: "ana: text", oldest first */
	int64_t said_ms;                     /* when the last one was said; 0: it has been read */
};

void attention_init(struct attention *attention);
void attention_release(struct attention *attention);

/* Handles a call to SHELL. */
void attention_hear(struct shell *shell, const struct presence_call *call);

/* Moves the view to where it is summoned, or to the person followed, if the user is free. */
void attention_lead(struct shell *shell);

/* Notes that the user has done something; the cursor was at BEFORE. Moving ends following. */
void attention_act(struct shell *shell, struct place before);

/* The line that was said but not read yet, or NULL. */
const char *attention_said(const struct attention *attention);

/* The time in ms until something must be redrawn; -1: never. */
int attention_next_ms(const struct attention *attention);

/* The sticky shown at the moment, or 0; is it bright now? */
int64_t attention_shown(const struct attention *attention);
bool attention_is_bright(const struct attention *attention);

#endif
