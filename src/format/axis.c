#include "format/axis.h"

#include <stdlib.h>

#include "base/mem.h"

void axis_init(struct axis *axis)
{
	vec_init(&axis->stops, sizeof(struct axis_stop));
}

void axis_release(struct axis *axis)
{
	vec_release(&axis->stops);
}

void axis_add(struct axis *axis, int32_t at)
{
	vec_add(&axis->stops, struct axis_stop).at = at;
}

static int axis_compare(const void *a, const void *b)
{
	const struct axis_stop *first = a, *second = b;

	return (first->at > second->at) - (first->at < second->at);
}

void axis_settle(struct axis *axis)
{
	struct axis_stop *stops = axis->stops.items;

	if (!axis->stops.count)
		return;
	qsort(stops, axis->stops.count, sizeof(*stops), axis_compare);
	stops[0].shown = 1;
	for (size_t i = 1; i < axis->stops.count; i++) {
		int32_t step = stops[i].at - stops[i - 1].at;

		stops[i].shown = stops[i - 1].shown + (step <= AXIS_EMPTY_MOST ? step : AXIS_EMPTY_MOST + 1);
	}
}

int32_t axis_shown(const struct axis *axis, int32_t at)
{
	const struct axis_stop wanted = {.at = at};
	const struct axis_stop *stop =
		bsearch(&wanted, axis->stops.items, axis->stops.count, sizeof(wanted), axis_compare);

	if (!stop)
		BUG("nothing is in column %d", (int)at);
	return stop->shown;
}

int32_t axis_count(const struct axis *axis)
{
	const struct axis_stop *last = vec_last(&axis->stops);

	return last ? last->shown : 0;
}
