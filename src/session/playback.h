/*
 * playback: the timing of actions when a log is played. Pauses between actions are as long as they were, but at most
 * PLAYBACK_IDLE_MS. A clock that was set back causes no pause.
 *
 *	log     a--b-----------------------------------c-d
 *	played  a--b------c-d
 *
 * Played time is in ms at the original speed. A playback may have only some actions of a log: those to be shown.
 */
#ifndef SESSION_PLAYBACK_H
#define SESSION_PLAYBACK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"

/* The longest pause between two actions. */
#define PLAYBACK_IDLE_MS 30000

/* The pause before the first action, to show how it began. */
#define PLAYBACK_FIRST_MS 1000

/* The moment after an action, and its time. */
struct playback_beat {
	size_t moment; /* how many actions have been done */
	int64_t at_ms; /* the played time */
};

struct playback {
	struct vec beats;  /* of struct playback_beat, by moment */
	int64_t latest_ms; /* the time of the log at the last beat */
};

void playback_init(struct playback *playback);
void playback_release(struct playback *playback);
void playback_reset(struct playback *playback);

/* Adds an action done at TIME_MS; MOMENT, the one after it, is later than all others. */
void playback_add(struct playback *playback, size_t moment, int64_t time_ms);

/* The played time in all; the played time at MOMENT, 0 before the first beat. */
int64_t playback_length(const struct playback *playback);
int64_t playback_at(const struct playback *playback, size_t moment);

/* The moment at the played time AT_MS: that of the last beat up to then, or 0. */
size_t playback_moment(const struct playback *playback, int64_t at_ms);

/* The moment of the first beat after MOMENT, or of the last one before it; false if there is none. */
bool playback_next(const struct playback *playback, size_t moment, size_t *next);
bool playback_previous(const struct playback *playback, size_t moment, size_t *previous);

/* The position while playing. */
struct playhead {
	bool runs;
	int speed;     /* a factor, at least 1; 1 is the original speed */
	int64_t at_us; /* the played time, in microseconds */
};

/* Goes to MOMENT. */
void playback_put(struct playhead *head, const struct playback *playback, size_t moment);

/* Advances by WALL_MS of the viewer's time, and returns the moment to show. Stops at the last beat. */
size_t playback_pass(struct playhead *head, const struct playback *playback, int64_t wall_ms);

/* The viewer's time until the next beat, at least 1 ms; -1 if there is none, or if nothing is playing. */
int64_t playback_due_ms(const struct playhead *head, const struct playback *playback);

#endif
