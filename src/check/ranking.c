#include "check/ranking.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void ranking_init(struct ranking *ranking)
{
	vec_init(&ranking->ranks, sizeof(struct rank));
	ranking->sorted = 0;
}

void ranking_release(struct ranking *ranking)
{
	vec_release(&ranking->ranks);
}

static int ranking_compare(const void *a, const void *b)
{
	const struct rank *left = a, *right = b;

	if (left->place.column != right->place.column)
		return left->place.column < right->place.column ? -1 : 1;
	if (left->place.row != right->place.row)
		return left->place.row < right->place.row ? -1 : 1;
	return (left->id > right->id) - (left->id < right->id);
}

size_t ranking_count(const struct ranking *ranking)
{
	return ranking->ranks.count;
}

const struct rank *ranking_at(const struct ranking *ranking, size_t at)
{
	return vec_at(&ranking->ranks, at);
}

size_t ranking_after(const struct ranking *ranking, struct rank rank, bool same)
{
	size_t low = 0, high = ranking->sorted;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		int order = ranking_compare(vec_at(&ranking->ranks, middle), &rank);

		if (order < 0 || (!order && !same))
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

void ranking_add(struct ranking *ranking, struct rank rank)
{
	*(struct rank *)vec_push(&ranking->ranks) = rank;
}

void ranking_remove(struct ranking *ranking, struct rank rank)
{
	size_t at = ranking_after(ranking, rank, true);

	if (at >= ranking->sorted || ranking_compare(ranking_at(ranking, at), &rank))
		for (at = ranking->sorted; at < ranking->ranks.count; at++)
			if (!ranking_compare(ranking_at(ranking, at), &rank))
				break;
	if (at == ranking->ranks.count)
		BUG("sticky %" PRId64 " is not at %d,%d of the ranking", rank.id, rank.place.column,
			rank.place.row);
	vec_remove(&ranking->ranks, at);
	if (at < ranking->sorted)
		ranking->sorted--;
}

void ranking_shift(struct ranking *ranking, struct shift shift)
{
	struct rank *ranks = ranking->ranks.items;

	for (size_t i = 0; i < ranking->ranks.count; i++)
		ranks[i].place = shift_place(shift, ranks[i].place);
}

/* Merges the sorted front with the sorted rest, backwards, so that only the rest needs room beside
 * them. */
static void ranking_merge(struct ranking *ranking)
{
	size_t front = ranking->sorted, at = ranking->ranks.count, rest = at - front;
	struct rank *ranks = ranking->ranks.items;
	struct rank *behind = mem_alloc(rest * sizeof(*behind));

	memcpy(behind, ranks + front, rest * sizeof(*behind));
	while (rest) {
		if (front && ranking_compare(&ranks[front - 1], &behind[rest - 1]) > 0)
			ranks[--at] = ranks[--front];
		else
			ranks[--at] = behind[--rest];
	}
	free(behind);
}

void ranking_settle(struct ranking *ranking)
{
	size_t count = ranking->ranks.count;
	struct rank *ranks = ranking->ranks.items;

	if (ranking->sorted == count)
		return;
	qsort(ranks + ranking->sorted, count - ranking->sorted, sizeof(*ranks), ranking_compare);
	ranking_merge(ranking);
	ranking->sorted = count;
}
