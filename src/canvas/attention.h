/*
 * attention: what the others have called out to all, and whom one follows.
 *
 * Nobody is taken away from what they are at: a view is led elsewhere only while its person moves about or reads,
 * and otherwise as soon as they are done with what they type or choose.
 */
#ifndef CANVAS_ATTENTION_H
#define CANVAS_ATTENTION_H

#include "live/presence.h"

/* What was said stands at least so long, and until the next key after that. */
#define ATTENTION_READ_MS 4000

/* How long a sticky is shown, and how often it changes its look. */
#define ATTENTION_SHOW_MS 6000
#define ATTENTION_PULSE_MS 500

/* So many lines of what was said are kept. */
#define ATTENTION_SAID_MOST 50

struct shell;

struct attention {
	char follow[PRESENCE_NAME_BYTES];   /* who is followed, "" for nobody */
	struct place led;                   /* where one was led last by them */
	char summoner[PRESENCE_NAME_BYTES]; /* whose summons is still to be followed, "" for none; */
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

/* What was said and is still to be read, or NULL. */
const char *attention_said(const struct attention *attention);

/* After how many ms something has to be drawn anew; -1: never. */
int attention_next_ms(const struct attention *attention);

/* The sticky that is shown at the moment, or 0; does it look bright now? */
int64_t attention_shown(const struct attention *attention);
bool attention_is_bright(const struct attention *attention);

#endif
