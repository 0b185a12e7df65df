#include "session/pace.h"

void pace_init(struct pace *pace)
{
	*pace = (struct pace){.beats = VEC_INIT(struct pace_beat)};
}

void pace_release(struct pace *pace)
{
	vec_release(&pace->beats);
}

void pace_reset(struct pace *pace)
{
	vec_reset(&pace->beats);
	pace->latest_ms = 0;
}

static const struct pace_beat *pace_beat(const struct pace *pace, size_t at)
{
	return vec_at(&pace->beats, at);
}

void pace_add(struct pace *pace, size_t moment, int64_t time_ms)
{
	const struct pace_beat *last = vec_last(&pace->beats);
	int64_t at_ms = PACE_FIRST_MS, passed = 0;
	struct pace_beat *beat;

	if (last) {
		passed = time_ms > pace->latest_ms ? time_ms - pace->latest_ms : 0;
		at_ms = last->at_ms + (passed < PACE_IDLE_MS ? passed : PACE_IDLE_MS);
	}
	if (!last || passed)
		pace->latest_ms = time_ms;
	beat = vec_push(&pace->beats);
	*beat = (struct pace_beat){moment, at_ms};
}

int64_t pace_length(const struct pace *pace)
{
	const struct pace_beat *last = vec_last(&pace->beats);

	return last ? last->at_ms : 0;
}

/* How many beats, which are sorted by both, are at MOMENT or before and played until AT_MS. */
static size_t pace_count_until(const struct pace *pace, size_t moment, int64_t at_ms)
{
	size_t low = 0, high = pace->beats.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct pace_beat *beat = pace_beat(pace, middle);

		if (beat->moment <= moment && beat->at_ms <= at_ms)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

int64_t pace_at(const struct pace *pace, size_t moment)
{
	size_t count = pace_count_until(pace, moment, INT64_MAX);

	return count ? pace_beat(pace, count - 1)->at_ms : 0;
}

size_t pace_moment(const struct pace *pace, int64_t at_ms)
{
	size_t count = pace_count_until(pace, SIZE_MAX, at_ms);

	return count ? pace_beat(pace, count - 1)->moment : 0;
}

bool pace_next(const struct pace *pace, size_t moment, size_t *next)
{
	size_t count = pace_count_until(pace, moment, INT64_MAX);

	if (count == pace->beats.count)
		return false;
	*next = pace_beat(pace, count)->moment;
	return true;
}

bool pace_previous(const struct pace *pace, size_t moment, size_t *previous)
{
	size_t count = moment ? pace_count_until(pace, moment - 1, INT64_MAX) : 0;

	if (!count)
		return false;
	*previous = pace_beat(pace, count - 1)->moment;
	return true;
}

void playhead_put(struct playhead *head, const struct pace *pace, size_t moment)
{
	head->at_us = pace_at(pace, moment) * 1000;
}

size_t playhead_pass(struct playhead *head, const struct pace *pace, int64_t wall_ms)
{
	int64_t end_us = pace_length(pace) * 1000;

	if (head->runs && wall_ms > 0)
		head->at_us += wall_ms * 1000 * head->speed;
	if (head->at_us >= end_us) {
		head->at_us = end_us;
		head->runs = false;
	}
	return pace_moment(pace, head->at_us / 1000);
}

int64_t playhead_due_ms(const struct playhead *head, const struct pace *pace)
{
	size_t count = pace_count_until(pace, SIZE_MAX, head->at_us / 1000);
	int64_t left_us, step_us = (int64_t)head->speed * 1000;

	if (!head->runs || count == pace->beats.count)
		return -1;
	left_us = pace_beat(pace, count)->at_ms * 1000 - head->at_us;
	return left_us > step_us ? (left_us + step_us - 1) / step_us : 1;
}
