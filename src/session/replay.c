#include "session/replay.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/board_action.h"
#include "model/board_apply.h"
#include "model/shift.h"
#include "model/step.h"
#include "session/moments.h"

/* How many changes apart moments are stored, unless the log is so long that there would be more than
 * REPLAY_MOMENTS_MOST. */
#ifndef REPLAY_APART
#define REPLAY_APART 8192
#endif
#define REPLAY_MOMENTS_MOST 16

/* How many actions are read at once on the way back. */
#define REPLAY_BATCH 256

/* The cost of a change in a walk, relative to that of an item in a moment. */
#define REPLAY_WALK_COST 4

struct replay {
	struct store *store;
	struct board *board;
	size_t at;          /* actions done on the board */
	struct vec actions; /* of struct replay_action */
	struct moments moments;
	int64_t apart; /* changes between two moments */
	size_t kept;   /* changes up to the last moment */
	bool one_way;  /* some value `before` is wrong, so the log cannot be walked back */
};

const struct board *replay_board(const struct replay *replay)
{
	return replay->board;
}

struct store *replay_store(const struct replay *replay)
{
	return replay->store;
}

size_t replay_count(const struct replay *replay)
{
	return replay->actions.count;
}

size_t replay_at(const struct replay *replay)
{
	return replay->at;
}

const struct replay_action *replay_action(const struct replay *replay, size_t index)
{
	return vec_at(&replay->actions, index);
}

/* Adds ACTION, which has been done, with its SUMMARY. */
static void replay_note(struct replay *replay, const struct action *action, struct summary summary)
{
	const struct replay_action *before = vec_last(&replay->actions);
	int64_t last = before ? before->last : 0;
	uint32_t effort = before ? before->effort : 0;
	struct replay_action *entry = vec_push(&replay->actions);

	if (action->changes.count)
		last = action_change(action, action->changes.count - 1)->number;
	*entry = (struct replay_action){.id = action->id,
		.time_ms = action->time_ms,
		.person = action->person,
		.last = last,
		.effort = effort + (uint32_t)action->changes.count,
		.step = (uint8_t)action->step,
		.step_after = (uint8_t)board_step(replay->board),
		.kind = (uint8_t)action->kind,
		.summary = summary};
	replay->at++;
	if (entry->effort - replay->kept < (size_t)replay->apart)
		return;
	moments_keep(&replay->moments, replay->board, replay->at);
	replay->kept = entry->effort;
}

static int replay_learn(void *context, const struct action *action, struct error *err)
{
	struct replay *replay = context;
	struct summary summary = {0};
	int failed = 0;

	for (size_t i = 0; i < action->changes.count && !failed; i++) {
		const struct change *change = action_change(action, i);

		summary_note(&summary, replay->board, change, false);
		if (!board_was_before(replay->board, change))
			replay->one_way = true;
		failed = board_apply(replay->board, change, err);
		if (failed)
			return error_prefix(err, ERROR_SYSTEM,
				_("change %" PRId64 " of the log does not fit what came before"), change->number);
		moments_note(&replay->moments, change);
		summary_note(&summary, replay->board, change, true);
	}
	if (board_is_crowded(replay->board, action))
		return error_set(
			err, ERROR_SYSTEM, _("action %" PRId64 " puts two stickies into one slot"), action->id);
	replay_note(replay, action, summary);
	return 0;
}

int replay_open(const char *path, struct replay **replay, struct error *err)
{
	struct replay *new = mem_zalloc(sizeof(*new));
	int64_t length = 0;
	int failed;

	vec_init(&new->actions, sizeof(struct replay_action));
	moments_init(&new->moments);
	new->board = board_new();
	failed = store_open(path, STORE_READ, &new->store, err);
	if (!failed)
		failed = store_log_length(new->store, &length, err);
	new->apart = length / REPLAY_MOMENTS_MOST;
	if (new->apart < REPLAY_APART)
		new->apart = REPLAY_APART;
	if (!failed)
		failed = store_walk(new->store, 1, replay_learn, new, err);
	if (!failed)
		failed = store_remember(new->store, err);
	if (failed) {
		replay_close(new);
		return failed;
	}
	*replay = new;
	return 0;
}

void replay_close(struct replay *replay)
{
	if (!replay)
		return;
	store_close(replay->store);
	board_free(replay->board);
	vec_release(&replay->actions);
	moments_release(&replay->moments);
	free(replay);
}

/* A part of the log being read. */
struct replay_reading {
	struct replay *replay;
	size_t end;           /* the index after the last action wanted */
	size_t next;          /* the index of the next action */
	struct action *batch; /* where to copy them; NULL: do them on the board */
};

/* Goes back to the beginning, after an action was done only in part. */
static void replay_start_anew(struct replay *replay)
{
	board_reset(replay->board);
	replay->at = 0;
}

static int replay_do(struct replay *replay, const struct action *action, struct error *err)
{
	int failed = board_apply_action(replay->board, action, err);

	replay->at++;
	if (failed)
		replay_start_anew(replay);
	return failed;
}

static int replay_revert(struct replay *replay, const struct action *action, struct error *err)
{
	int failed = board_revert_action(replay->board, action, err);

	replay->at--;
	if (failed)
		replay_start_anew(replay);
	return failed;
}

/* Takes the next action; 1 after the last one wanted. */
static int replay_take(void *context, const struct action *action, struct error *err)
{
	struct replay_reading *reading = context;
	struct replay *replay = reading->replay;
	int failed = 0;

	if (action->id != replay_action(replay, reading->next)->id)
		return error_set(err, ERROR_SYSTEM, _("the log has changed since it was read"));
	if (reading->batch)
		action_copy(action, reading->batch++);
	else
		failed = replay_do(replay, action, err);
	reading->next++;
	return failed ? failed : reading->next == reading->end;
}

/* Reads the actions from START up to END (not included) into BATCH, whose actions the caller releases, even after a
 * failure; or does them on the board if BATCH is NULL. */
static int replay_range(struct replay *replay, size_t start, size_t end, struct action *batch, struct error *err)
{
	struct replay_reading reading = {replay, end, start, batch};
	int done;

	if (start == end)
		return 0;
	done = store_walk(replay->store, replay_action(replay, start)->id, replay_take, &reading, err);
	if (done < 0)
		return done;
	return done ? 0 : error_set(err, ERROR_SYSTEM, _("the log has changed since it was read"));
}

int replay_read(struct replay *replay, size_t index, struct action *action, struct error *err)
{
	return replay_range(replay, index, index + 1, action, err);
}

/* Reverts actions down to the moment AT. */
static int replay_back(struct replay *replay, size_t at, struct error *err)
{
	struct action *batch = mem_alloc(REPLAY_BATCH * sizeof(*batch));
	int failed = 0;

	while (replay->at > at && !failed) {
		size_t count = replay->at - at < REPLAY_BATCH ? replay->at - at : REPLAY_BATCH;

		for (size_t i = 0; i < count; i++)
			action_init(&batch[i]);
		failed = replay_range(replay, replay->at - count, replay->at, batch, err);
		for (size_t i = count; i-- > 0;) {
			if (!failed)
				failed = replay_revert(replay, &batch[i], err);
			action_release(&batch[i]);
		}
	}
	free(batch);
	return failed;
}

/* How many changes are between two moments. */
static size_t replay_effort(const struct replay *replay, size_t from, size_t to)
{
	size_t first = from ? replay_action(replay, from - 1)->effort : 0;
	size_t last = to ? replay_action(replay, to - 1)->effort : 0;

	return first < last ? last - first : first - last;
}

/* How many items the board has. */
static size_t replay_items(const struct replay *replay)
{
	size_t count = 0;

	for (int entity = 0; entity < ENTITY_COUNT; entity++)
		count += board_count(replay->board, (enum entity)entity);
	return count;
}

/* The cost of going from FROM to TO, if COUNT items have to be made or freed first. */
static size_t replay_cost(const struct replay *replay, size_t from, size_t to, size_t count)
{
	if (replay->one_way && to < from)
		return SIZE_MAX;
	return count + REPLAY_WALK_COST * replay_effort(replay, from, to);
}

/* Restores the stored moment that is the best start for going to AT, unless the current one is. */
static void replay_jump(struct replay *replay, size_t at)
{
	size_t best = replay_cost(replay, replay->at, at, 0);
	size_t freed = replay_items(replay) / 2;
	size_t empty = replay_cost(replay, 0, at, freed);
	const struct moment *start = NULL;
	bool anew = empty < best;

	best = anew ? empty : best;
	for (size_t i = 0; i < replay->moments.list.count; i++) {
		const struct moment *moment = moments_get(&replay->moments, i);
		size_t cost = replay_cost(replay, moment->at, at, freed + moment_count(moment));

		if (cost >= best)
			continue;
		best = cost;
		start = moment;
	}
	if (!start && !anew)
		return;
	if (start)
		moments_restore(&replay->moments, start, replay->board);
	else
		board_reset(replay->board);
	replay->at = start ? start->at : 0;
}

int replay_seek(struct replay *replay, size_t at, struct error *err)
{
	if (at > replay->actions.count)
		BUG("moment %zu of %zu", at, replay->actions.count);
	replay_jump(replay, at);
	if (replay->at > at)
		return replay_back(replay, at, err);
	return replay_range(replay, replay->at, at, NULL, err);
}

size_t replay_at_time(const struct replay *replay, int64_t time_ms)
{
	size_t at = 0;

	while (at < replay->actions.count && replay_action(replay, at)->time_ms <= time_ms)
		at++;
	return at;
}

size_t replay_at_change(const struct replay *replay, int64_t number)
{
	size_t at = 0;

	if (number < 1)
		return 0;
	while (at < replay->actions.count && replay_action(replay, at)->last < number)
		at++;
	return at < replay->actions.count ? at + 1 : at;
}

bool replay_at_step(const struct replay *replay, int step, size_t *at)
{
	for (size_t i = replay->actions.count; i-- > 0;) {
		if (replay_action(replay, i)->step_after != step)
			continue;
		*at = i + 1;
		return true;
	}
	*at = 0;
	return step == STEP_FIRST;
}

/* A search for shifts. */
struct replay_search {
	size_t next; /* the index of the next action */
	size_t end;  /* the index after the last */
	struct vec *shifts;
};

static int replay_search(void *context, const struct action *action, struct error *err)
{
	struct replay_search *search = context;

	(void)err;
	shift_list(action, search->shifts);
	return ++search->next == search->end;
}

int replay_shifts(struct replay *replay, size_t from, size_t to, struct vec *shifts, struct error *err)
{
	size_t first = from < to ? from : to, last = from < to ? to : from, start = shifts->count;
	struct replay_search search;
	int done;

	while (first < last && !(replay_action(replay, first)->summary.marks & SUMMARY_SHIFT))
		first++;
	while (first < last && !(replay_action(replay, last - 1)->summary.marks & SUMMARY_SHIFT))
		last--;
	if (first == last)
		return 0;
	search = (struct replay_search){first, last, shifts};
	done = store_walk(replay->store, replay_action(replay, first)->id, replay_search, &search, err);
	if (done < 0)
		return done;
	for (size_t i = start, j = shifts->count; to < from && i < j--; i++) {
		struct shift *one = vec_at(shifts, i), *two = vec_at(shifts, j), kept = *one;

		*one = shift_inverse(*two);
		*two = shift_inverse(kept);
	}
	return 0;
}
