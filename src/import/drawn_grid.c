#include "import/drawn_grid.h"

#include <math.h>
#include <stdlib.h>

/* Stops further apart than this many sizes have an empty slot between them. */
#define DRAWN_GRID_APART 2.5

/* The share of a size within which shapes are in one column or row. */
#define DRAWN_GRID_NEAR 0.5

void drawn_axis_init(struct drawn_axis *axis)
{
	*axis = (struct drawn_axis){VEC_INIT(struct drawn_stop), 1};
}

void drawn_axis_release(struct drawn_axis *axis)
{
	vec_release(&axis->stops);
}

void drawn_axis_add(struct drawn_axis *axis, double at, int64_t slot)
{
	vec_add(&axis->stops, struct drawn_stop) = (struct drawn_stop){at, slot};
}

static int drawn_axis_compare(const void *a, const void *b)
{
	const struct drawn_stop *first = a, *second = b;

	if (first->at != second->at)
		return first->at < second->at ? -1 : 1;
	return (first->slot > second->slot) - (first->slot < second->slot);
}

static struct drawn_stop *drawn_axis_stop(const struct drawn_axis *axis, size_t at)
{
	return vec_at(&axis->stops, at);
}

static void drawn_axis_sort(struct drawn_axis *axis)
{
	if (axis->stops.count)
		qsort(axis->stops.items, axis->stops.count, axis->stops.size, drawn_axis_compare);
}

void drawn_axis_settle(struct drawn_axis *axis, double pitch)
{
	size_t kept = 0;

	drawn_axis_sort(axis);
	for (size_t i = 0; i < axis->stops.count; i++)
		if (!kept || drawn_axis_stop(axis, i)->slot != drawn_axis_stop(axis, kept - 1)->slot)
			*drawn_axis_stop(axis, kept++) = *drawn_axis_stop(axis, i);
	axis->stops.count = kept;
	axis->pitch = pitch;
}

void drawn_axis_cluster(struct drawn_axis *axis, double size)
{
	double near = size * DRAWN_GRID_NEAR, sum = 0;
	size_t kept = 0, count = 0;

	drawn_axis_sort(axis);
	for (size_t i = 0; i < axis->stops.count; i++) {
		double at = drawn_axis_stop(axis, i)->at;

		if (count && at - sum / (double)count <= near) {
			sum += at;
			count++;
		} else {
			sum = at;
			count = 1;
			kept++;
		}
		*drawn_axis_stop(axis, kept - 1) = (struct drawn_stop){sum / (double)count, 0};
	}
	axis->stops.count = kept;
	axis->pitch = INFINITY;
	for (size_t i = 0; i < kept; i++) {
		const struct drawn_stop *before = i ? drawn_axis_stop(axis, i - 1) : NULL;
		struct drawn_stop *stop = drawn_axis_stop(axis, i);
		bool apart = before && stop->at - before->at > size * DRAWN_GRID_APART;

		stop->slot = before ? before->slot + (apart ? 2 : 1) : 1;
	}
}

int32_t drawn_axis_slot(const struct drawn_axis *axis, double at)
{
	size_t low = 0, high = axis->stops.count;
	const struct drawn_stop *best;
	double slot;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (drawn_axis_stop(axis, middle)->at <= at)
			low = middle + 1;
		else
			high = middle;
	}
	if (!axis->stops.count)
		return 1;
	best = drawn_axis_stop(axis, low ? low - 1 : 0);
	if (low && low < axis->stops.count && drawn_axis_stop(axis, low)->at - at < at - best->at)
		best = drawn_axis_stop(axis, low);
	slot = (double)best->slot + round((at - best->at) / axis->pitch);
	return slot < 1 ? 1 : slot > PLACE_MOST ? PLACE_MOST : (int32_t)slot;
}
