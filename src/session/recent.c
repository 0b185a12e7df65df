#include "session/recent.h"

#include "base/clock.h"
#include "model/board_action.h"
#include "model/copy.h"

void recent_init(struct recent *recent, int64_t before)
{
	*recent = (struct recent){VEC_INIT(struct action), 0, clock_now_ms(), before};
}

void recent_release(struct recent *recent)
{
	for (size_t i = 0; i < recent->actions.count; i++)
		action_release(vec_at(&recent->actions, i));
	vec_release(&recent->actions);
}

/* Drops the older half; dropping actions one by one would move all others each time. */
static void recent_forget(struct recent *recent)
{
	size_t half = (recent->actions.count + 1) / 2, left = recent->actions.count - half;
	struct vec rest = VEC_INIT(struct action);

	for (size_t i = 0; i < half; i++) {
		struct action *action = vec_at(&recent->actions, i);

		recent->changes -= action->changes.count;
		recent->since_ms = action->time_ms;
		recent->before = action->id;
		action_release(action);
	}
	for (size_t i = 0; i < left; i++)
		vec_add(&rest, struct action) = vec_get(&recent->actions, struct action, half + i);
	vec_release(&recent->actions);
	recent->actions = rest;
}

void recent_note(struct recent *recent, const struct action *action)
{
	action_copy(action, vec_push(&recent->actions));
	recent->changes += action->changes.count;
	if (recent->changes > RECENT_CHANGES_MOST)
		recent_forget(recent);
}

void recent_renumber(struct recent *recent, int64_t more)
{
	for (size_t i = 0; i < recent->actions.count; i++) {
		struct action *action = vec_at(&recent->actions, i);

		action->id += more;
		action->target += action->target ? more : 0;
	}
	recent->before += more;
}

int recent_start(const struct recent *recent, const struct board *board, struct board **start, struct error *err)
{
	struct board *copy = copy_board(board);
	int failed = 0;

	for (size_t i = recent->actions.count; i-- > 0 && !failed;)
		failed = board_revert_action(copy, vec_at(&recent->actions, i), err);
	if (failed) {
		board_free(copy);
		return failed;
	}
	*start = copy;
	return 0;
}
