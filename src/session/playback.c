#include "session/playback.h"

void playback_init(struct playback *playback)
{
	*playback = (struct playback){.beats = VEC_INIT(struct playback_beat)};
}

void playback_release(struct playback *playback)
{
	vec_release(&playback->beats);
}

void playback_reset(struct playback *playback)
{
	vec_reset(&playback->beats);
	playback->latest_ms = 0;
}

static const struct playback_beat *playback_beat(const struct playback *playback, size_t at)
{
	return vec_at(&playback->beats, at);
}

void playback_add(struct playback *playback, size_t moment, int64_t time_ms)
{
	const struct playback_beat *last = vec_last(&playback->beats);
	int64_t at_ms = PLAYBACK_FIRST_MS, passed = 0;
	struct playback_beat *beat;

	if (last) {
		passed = time_ms > playback->latest_ms ? time_ms - playback->latest_ms : 0;
		at_ms = last->at_ms + (passed < PLAYBACK_IDLE_MS ? passed : PLAYBACK_IDLE_MS);
	}
	if (!last || passed)
		playback->latest_ms = time_ms;
	beat = vec_push(&playback->beats);
	*beat = (struct playback_beat){moment, at_ms};
}

int64_t playback_length(const struct playback *playback)
{
	const struct playback_beat *last = vec_last(&playback->beats);

	return last ? last->at_ms : 0;
}

/* How many beats are at MOMENT or before it, and played by AT_MS; beats are sorted by both. */
static size_t playback_count_until(const struct playback *playback, size_t moment, int64_t at_ms)
{
	size_t low = 0, high = playback->beats.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		const struct playback_beat *beat = playback_beat(playback, middle);

		if (beat->moment <= moment && beat->at_ms <= at_ms)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

int64_t playback_at(const struct playback *playback, size_t moment)
{
	size_t count = playback_count_until(playback, moment, INT64_MAX);

	return count ? playback_beat(playback, count - 1)->at_ms : 0;
}

size_t playback_moment(const struct playback *playback, int64_t at_ms)
{
	size_t count = playback_count_until(playback, SIZE_MAX, at_ms);

	return count ? playback_beat(playback, count - 1)->moment : 0;
}

bool playback_next(const struct playback *playback, size_t moment, size_t *next)
{
	size_t count = playback_count_until(playback, moment, INT64_MAX);

	if (count == playback->beats.count)
		return false;
	*next = playback_beat(playback, count)->moment;
	return true;
}

bool playback_previous(const struct playback *playback, size_t moment, size_t *previous)
{
	size_t count = moment ? playback_count_until(playback, moment - 1, INT64_MAX) : 0;

	if (!count)
		return false;
	*previous = playback_beat(playback, count - 1)->moment;
	return true;
}

void playback_put(struct playhead *head, const struct playback *playback, size_t moment)
{
	head->at_us = playback_at(playback, moment) * 1000;
}

size_t playback_pass(struct playhead *head, const struct playback *playback, int64_t wall_ms)
{
	int64_t end_us = playback_length(playback) * 1000;

	if (head->runs && wall_ms > 0)
		head->at_us += wall_ms * 1000 * head->speed;
	if (head->at_us >= end_us) {
		head->at_us = end_us;
		head->runs = false;
	}
	return playback_moment(playback, head->at_us / 1000);
}

int64_t playback_due_ms(const struct playhead *head, const struct playback *playback)
{
	size_t count = playback_count_until(playback, SIZE_MAX, head->at_us / 1000);
	int64_t left_us, step_us = (int64_t)head->speed * 1000;

	if (!head->runs || count == playback->beats.count)
		return -1;
	left_us = playback_beat(playback, count)->at_ms * 1000 - head->at_us;
	return left_us > step_us ? (left_us + step_us - 1) / step_us : 1;
}
