#include "layout/maptrack.h"

#include <string.h>

#define MAPTRACK_ROUNDS 8

/* Does a chain of rules lead from LEFT to RIGHT? Rules never form a cycle. */
static bool maptrack_leads(const struct vec *rules, int channel, size_t left, size_t right)
{
	const struct maptrack_rule *list = rules->items;

	if (left == right)
		return true;
	for (size_t i = 0; i < rules->count; i++)
		if (list[i].channel == channel && list[i].left == left &&
			maptrack_leads(rules, channel, list[i].right, right))
			return true;
	return false;
}

bool maptrack_may(const struct vec *rules, int channel, size_t left, size_t right)
{
	return !maptrack_leads(rules, channel, right, left);
}

/* Is there a rule that line LEFT is left of line RIGHT? */
static bool maptrack_must(const struct vec *rules, int channel, size_t left, size_t right)
{
	const struct maptrack_rule *list = rules->items;

	for (size_t i = 0; i < rules->count; i++)
		if (list[i].channel == channel && list[i].left == left && list[i].right == right)
			return true;
	return false;
}

/* Sorts LIST so that it obeys the rules: each stretch moves before those that it must be left of. */
static void maptrack_sort(struct maptrack *list, size_t count, const struct vec *rules, int channel)
{
	for (size_t done = 0; done < count; done++) {
		size_t next = done;

		/* ends, as the rules form no cycle: a stretch waits only for later ones */
		for (size_t i = done; i < count; i++)
			if (maptrack_must(rules, channel, list[i].line, list[next].line)) {
				next = i;
				i = done - 1;
			}
		if (next != done) {
			struct maptrack swap = list[next];

			memmove(&list[done + 1], &list[done], (next - done) * sizeof(swap));
			list[done] = swap;
		}
	}
}

static bool maptrack_overlap(const struct maptrack *a, const struct maptrack *b)
{
	return a->ends[0] <= b->ends[1] && b->ends[0] <= a->ends[1];
}

/* How many times they cross if LEFT is left of RIGHT. */
static int maptrack_tangle(const struct maptrack *left, const struct maptrack *right)
{
	int tangle = 0;

	for (int end = 0; end < 2; end++) {
		tangle += left->right[end] && left->ends[end] > right->ends[0] && left->ends[end] < right->ends[1];
		tangle += !right->right[end] && right->ends[end] > left->ends[0] && right->ends[end] < left->ends[1];
	}
	return tangle;
}

/* Moves stretch AT of LIST to where it makes the fewest crossings; true if it moved. */
static bool maptrack_sift(struct maptrack *list, size_t count, size_t at, const struct vec *rules, int channel)
{
	struct maptrack own = list[at];
	size_t best = at;
	int gain = 0, most = 0;

	for (size_t to = at; to-- > 0 && !maptrack_must(rules, channel, list[to].line, own.line);) {
		gain += maptrack_tangle(&list[to], &own) - maptrack_tangle(&own, &list[to]);
		if (gain > most) {
			most = gain;
			best = to;
		}
	}
	gain = 0;
	for (size_t to = at + 1; to < count && !maptrack_must(rules, channel, own.line, list[to].line); to++) {
		gain += maptrack_tangle(&own, &list[to]) - maptrack_tangle(&list[to], &own);
		if (gain > most) {
			most = gain;
			best = to;
		}
	}
	if (best < at)
		memmove(&list[best + 1], &list[best], (at - best) * sizeof(own));
	else if (best > at)
		memmove(&list[at], &list[at + 1], (best - at) * sizeof(own));
	list[best] = own;
	return best != at;
}

int maptrack_settle(struct vec *list, const struct vec *rules, int channel)
{
	struct maptrack *tracks = list->items;
	bool again = true;
	int count = 0;

	maptrack_sort(tracks, list->count, rules, channel);
	for (int round = 0; round < MAPTRACK_ROUNDS && again; round++) {
		again = false;
		for (size_t i = 0; i < list->count; i++)
			again = maptrack_sift(tracks, list->count, i, rules, channel) || again;
	}
	for (size_t i = 0; i < list->count; i++) {
		int track = 0;

		for (size_t k = 0; k < i; k++)
			if (*tracks[k].track >= track && maptrack_overlap(&tracks[k], &tracks[i]))
				track = *tracks[k].track + 1;
		*tracks[i].track = track;
		if (track >= count)
			count = track + 1;
	}
	return count;
}
