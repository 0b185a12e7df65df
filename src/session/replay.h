/*
 * replay: a board at any moment of its log.
 *
 * Opening walks the log once, checks that it is consistent, and stores the board at some moments
 * (moments.h). A seek starts at the nearest of these or from the current board, whichever is less work, and
 * walks the log from there, forwards or backwards. The actions themselves stay in the file and are read
 * when needed. Nothing is ever written.
 *
 * A moment is a number of actions: at 0 nothing has been done, at N the first N actions have. Actions
 * appended to the log later are not seen.
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
	int64_t last;           /* the number of the last change so far */
	uint32_t effort;        /* the number of changes so far */
	uint8_t step;           /* of the workshop when it was done, or 0 */
	uint8_t step_after;     /* of the board after it */
	uint8_t kind;           /* enum action_kind */
	struct summary summary; /* what it is about */
};

struct replay;

/* Opens the board file PATH for reading, at its end. Fails, naming the change, if the log contradicts itself. */
int replay_open(const char *path, struct replay **replay, struct error *err);
void replay_close(struct replay *replay);

/* The board at the current moment, valid until the next seek; its store. */
const struct board *replay_board(const struct replay *replay);
struct store *replay_store(const struct replay *replay);

/* How many actions there are; the current moment. */
size_t replay_count(const struct replay *replay);
size_t replay_at(const struct replay *replay);

/* The facts about action INDEX, from 0. */
const struct replay_action *replay_action(const struct replay *replay, size_t index);

/* Reads action INDEX into ACTION, which is initialised. */
int replay_read(struct replay *replay, size_t index, struct action *action, struct error *err);

/* Goes to the moment AT, at most replay_count(). If the file can no longer be read, fails at whatever moment
 * replay_at() then gives. */
int replay_seek(struct replay *replay, size_t at, struct error *err);

/* The moment after all actions done at TIME_MS or before. If the clock was set back, an action counts as done no
 * earlier than those before it. */
size_t replay_at_time(const struct replay *replay, int64_t time_ms);

/* The moment after the action to which change NUMBER belongs. */
size_t replay_at_change(const struct replay *replay, int64_t number);

/* The last moment with the workshop in STEP; false if it never was. */
bool replay_at_step(const struct replay *replay, int step, size_t *at);

/* Appends to SHIFTS (of struct shift) the shifts on the way from moment FROM to moment TO, which may be earlier. */
int replay_shifts(struct replay *replay, size_t from, size_t to, struct vec *shifts, struct error *err);

#endif
