/*
 * attention: calls from others, and following somebody.
 *
 * Nobody is interrupted: a call moves the view only while its person moves or reads, otherwise when they have finished
 * what they type or choose.
 */
#ifndef CANVAS_ATTENTION_H
#define CANVAS_ATTENTION_H

#include "live/presence.h"

/* Shortest time that a line said to everybody stays; it then stays until the next key. */
#define ATTENTION_READ_MS 4000

/* How long a sticky is shown, and how often it blinks. */
#define ATTENTION_SHOW_MS 6000
#define ATTENTION_PULSE_MS 500

/* How many lines that were said are kept. */
#define ATTENTION_SAID_MOST 50

struct shell;

struct attention {
	char follow[PRESENCE_NAME_BYTES];   /* the person followed, or "" */
	struct place led;                   /* where following last moved the view */
	char summoner[PRESENCE_NAME_BYTES]; /* whose summons is still pending, or ""; */
	struct place summon;                /* where to */
	char shower[PRESENCE_NAME_BYTES];   /* who shows a sticky, */
	int64_t shown;                      /* which, 0 for none, */
	int64_t shown_ms;                   /* since when, by clock_span_ms() */
	struct vec said;                    /* of char *: "ana: text", oldest first */
	int64_t said_ms;                    /* when the last was said; 0: it was read */
};

void attention_init(struct attention *attention);
void attention_release(struct attention *attention);

/* Takes in what is called to SHELL. */
void attention_hear(struct shell *shell, const struct presence_call *call);

/* Leads the view to where it is called, or to whom it follows, when its person is free. */
void attention_lead(struct shell *shell);

/* Its person has done something, with the cursor at BEFORE until then: moving oneself ends following. */
void attention_act(struct shell *shell, struct place before);

/* The line that was said and not read yet, or NULL. */
const char *attention_said(const struct attention *attention);

/* The ms until something must be redrawn; -1: never. */
int attention_next_ms(const struct attention *attention);

/* The sticky shown at the moment, or 0; is it bright now? */
int64_t attention_shown(const struct attention *attention);
bool attention_is_bright(const struct attention *attention);

#endif
