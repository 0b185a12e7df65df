/*
 * replay: a board at any moment of its log.
 *
 * The log is gone through once, when it is opened: that finds out whether it holds together, and
 * keeps the board at some moments of it (moments.h). A seek begins at the nearest of them or where
 * the replay stands, whichever is less to do, and walks the log from there, forwards or backwards.
 * The actions themselves stay in the file and are read when they are needed. Nothing is ever
 * written.
 *
 * A moment is counted in actions: at 0 nothing has been done, at N the first N actions have. What
 * is appended to the log later is not seen.
 */
#ifndef SESSION_REPLAY_H
#define SESSION_REPLAY_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "model/board.h"
#include "model/action.h"
#include "session/summary.h"
#include "store/store.h"

/* What is known about an action without reading it. */
struct replay_action {
	int64_t id;
	int64_t time_ms;
	int64_t person;         /* who did it, or 0 */
	int64_t last;           /* the number of the last change made so far */
	uint32_t effort;        /* how many changes were made so far */
	uint8_t step;           /* the workshop's when it was done, or 0 */
	uint8_t step_after;     /* the board's when it had been done */
	uint8_t kind;           /* enum action_kind */
	struct summary summary; /* what it is about */
};

struct replay;

/* Opens the board file PATH for reading, at its end. Fails, naming the change, if the log contradicts itself. */
int replay_open(const char *path, struct replay **replay, struct error *err);
void replay_close(struct replay *replay);

/* The board where the replay stands, to be read until the next seek; the store behind it. */
const struct board *replay_board(const struct replay *replay);
struct store *replay_store(const struct replay *replay);

/* How many actions there are; how many of them have been done on the board. */
size_t replay_count(const struct replay *replay);
size_t replay_at(const struct replay *replay);

/* What is known of action INDEX, from 0. */
const struct replay_action *replay_action(const struct replay *replay, size_t index);

/* Reads action INDEX into ACTION, which is initialised. */
int replay_read(struct replay *replay, size_t index, struct action *action, struct error *err);

/* Goes to the moment AT, replay_count() at most; one action on or back is a seek too. On failure,
 * when the file cannot be read any more, the board is that of replay_at(), wherever that is. */
int replay_seek(struct replay *replay, size_t at, struct error *err);

/* The moment with all actions that were done at TIME_MS or before. Where the clock was set back, an
 * action counts as done no earlier than those before it. */
size_t replay_at_time(const struct replay *replay, int64_t time_ms);

/* The moment at which change NUMBER has been made, and what belongs to one action with it. */
size_t replay_at_change(const struct replay *replay, int64_t number);

/* The last moment with the workshop in STEP; false when it never was. */
bool replay_at_step(const struct replay *replay, int step, size_t *at);

/* Appends to SHIFTS (of struct shift) those of whole columns and rows on the way from moment FROM
 * to moment TO, which may be the earlier one. */
int replay_shifts(struct replay *replay, size_t from, size_t to, struct vec *shifts, struct error *err);

#endif
