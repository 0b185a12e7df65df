/* review_chart: the log laid out in time, for playing it and for the time bar. */
#include "base/mem.h"
#include "review/review_list.h"

/* A pause that gets a mark. */
#define REVIEW_PAUSE_MS (5 * INT64_C(60000))

void review_chart_axis(struct review *review)
{
	for (size_t i = 0; i < replay_count(review->replay); i++)
		playback_add(&review->axis, i + 1, replay_action(review->replay, i)->time_ms);
}

/* The position of moment AT on the axis, which has a beat for each. */
static int64_t review_axis_at(const struct review *review, size_t at)
{
	return at ? vec_get(&review->axis.beats, struct playback_beat, at - 1).at_ms : 0;
}

/* The step at moment AT. */
static int review_step_at(const struct review *review, size_t at)
{
	return at ? replay_action(review->replay, at - 1)->step_after : 1;
}

static void review_chart_stretches(struct review *review)
{
	for (size_t at = 0; at <= replay_count(review->replay); at++) {
		int step = review_step_at(review, at);

		if (!at || step != review_step_at(review, at - 1))
			vec_add(&review->bar.stretches, struct timebar_stretch) =
				(struct timebar_stretch){review_axis_at(review, at), step};
	}
}

static void review_chart_pauses(struct review *review)
{
	for (size_t i = 1; i < replay_count(review->replay); i++) {
		int64_t before_ms = replay_action(review->replay, i - 1)->time_ms;

		if (replay_action(review->replay, i)->time_ms - before_ms > REVIEW_PAUSE_MS)
			timebar_add_mark(&review->bar, review_axis_at(review, i + 1), TIMEBAR_PAUSE);
	}
}

static void review_chart_marks(struct review *review, unsigned marks, int64_t at)
{
	static const struct {
		unsigned mark;
		enum timebar_what what;
	} rows[] = {
		{SUMMARY_OPENED, TIMEBAR_HOTSPOT},
		{SUMMARY_RESOLVED, TIMEBAR_SETTLED},
		{SUMMARY_CONTEXT, TIMEBAR_CONTEXT},
		{SUMMARY_RELATION, TIMEBAR_RELATION},
	};

	for (size_t i = 0; i < ARRAY_SIZE(rows); i++)
		if (marks & rows[i].mark)
			timebar_add_mark(&review->bar, at, rows[i].what);
}

void review_chart(struct review *review)
{
	timebar_reset(&review->bar);
	playback_reset(&review->clock);
	review->bar.length = playback_length(&review->axis);
	review_chart_stretches(review);
	review_chart_pauses(review);
	for (size_t i = 0; i < replay_count(review->replay); i++) {
		const struct replay_action *action = replay_action(review->replay, i);
		int64_t at = review_axis_at(review, i + 1);

		if (!filter_passes(&review->filter, action))
			continue;
		playback_add(&review->clock, i + 1, action->time_ms);
		vec_add(&review->bar.beats, int64_t) = at;
		review_chart_marks(review, action->summary.marks, at);
	}
	for (size_t i = 0; i < review->bookmarks.list.count; i++) {
		int64_t change = bookmarks_get(&review->bookmarks, i)->change;

		timebar_add_mark(&review->bar, review_axis_at(review, replay_at_change(review->replay, change)),
			TIMEBAR_BOOKMARK);
	}
	if (review->comparison.base)
		timebar_add_mark(&review->bar, review_axis_at(review, review->comparison.base_at), TIMEBAR_COMPARED);
}

/* Does a step begin at moment AT? */
static bool review_begins_step(const struct review *review, size_t at)
{
	return !at || review_step_at(review, at) != review_step_at(review, at - 1);
}

bool review_chart_next_step(const struct review *review, size_t moment, size_t *at)
{
	for (size_t i = moment + 1; i <= replay_count(review->replay); i++)
		if (review_begins_step(review, i)) {
			*at = i;
			return true;
		}
	return false;
}

bool review_chart_previous_step(const struct review *review, size_t moment, size_t *at)
{
	for (size_t i = moment; i-- > 0;)
		if (review_begins_step(review, i)) {
			*at = i;
			return true;
		}
	return false;
}

bool review_chart_step(const struct review *review, int step, size_t moment, size_t *at)
{
	size_t count = replay_count(review->replay);

	for (size_t i = 0; i <= count; i++) {
		size_t here = (moment + 1 + i) % (count + 1);

		if (review_begins_step(review, here) && review_step_at(review, here) == step) {
			*at = here;
			return true;
		}
	}
	return false;
}
