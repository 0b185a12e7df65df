#include "draw/landing.h"

#include <stdlib.h>

void landing_init(struct landing *landing)
{
	*landing = (struct landing){.slots = VEC_INIT(struct landing_slot)};
}

void landing_release(struct landing *landing)
{
	vec_release(&landing->slots);
	map_release(&landing->from);
	map_release(&landing->to);
}

static void landing_clear(struct landing *landing, enum landing_bar bar)
{
	landing->bar = bar;
	vec_reset(&landing->slots);
	map_reset(&landing->from);
	map_reset(&landing->to);
}

static int landing_compare(const void *a, const void *b)
{
	const struct place one = ((const struct landing_slot *)a)->from, other = ((const struct landing_slot *)b)->from;

	return one.row != other.row ? (one.row > other.row) - (one.row < other.row)
				    : (one.column > other.column) - (one.column < other.column);
}

static int landing_compare_back(const void *a, const void *b)
{
	return landing_compare(b, a);
}

/* Collects the slots in an order in which each move makes room for the next. */
static enum landing_bar landing_gather(
	struct landing *landing, const struct board *board, const struct vec *ids, int64_t columns, int64_t rows)
{
	bool back = rows > 0 || (rows == 0 && columns > 0);

	for (size_t i = 0; i < ids->count; i++) {
		const struct sticky *sticky = board_sticky(board, vec_get(ids, int64_t, i));
		int64_t column = sticky->place.column + columns, row = sticky->place.row + rows;

		if (column < 1 || row < 1 || column > PLACE_MOST || row > PLACE_MOST)
			return LANDING_EDGE;
		vec_add(&landing->slots, struct landing_slot) = (struct landing_slot){
			.id = sticky->id, .from = sticky->place, .meant = {(int32_t)column, (int32_t)row}};
	}
	if (landing->slots.count)
		qsort(landing->slots.items, landing->slots.count, sizeof(struct landing_slot),
			back ? landing_compare_back : landing_compare);
	return LANDING_FREE;
}

void landing_reckon(
	struct landing *landing, const struct board *board, const struct vec *ids, int64_t columns, int64_t rows)
{
	enum landing_bar bar = columns || rows ? LANDING_FREE : LANDING_HERE;

	landing_clear(landing, bar);
	if (bar == LANDING_FREE)
		bar = landing_gather(landing, board, ids, columns, rows);
	for (size_t i = 0; i < landing->slots.count && bar == LANDING_FREE; i++) {
		struct landing_slot *slot = vec_at(&landing->slots, i);

		map_set(&landing->from, place_key(slot->from), slot);
		slot->place = slot->meant;
		while (slot->place.row < PLACE_MOST && landing_at(landing, board, slot->place))
			slot->place.row++;
		if (landing_at(landing, board, slot->place))
			bar = LANDING_FULL;
		map_set(&landing->to, place_key(slot->place), slot);
	}
	if (bar != LANDING_FREE)
		landing_clear(landing, bar);
}

size_t landing_count_taken(const struct landing *landing)
{
	size_t count = 0;

	for (size_t i = 0; i < landing->slots.count; i++) {
		const struct landing_slot *slot = vec_at(&landing->slots, i);

		count += !place_equal(slot->meant, slot->place);
	}
	return count;
}

bool landing_leaves(const struct landing *landing, struct place place)
{
	return landing && map_get(&landing->from, place_key(place));
}

bool landing_falls(const struct landing *landing, struct place place)
{
	return landing && map_get(&landing->to, place_key(place));
}

const struct sticky *landing_at(const struct landing *landing, const struct board *board, struct place place)
{
	const struct landing_slot *slot = landing ? map_get(&landing->to, place_key(place)) : NULL;

	if (slot)
		return board_sticky(board, slot->id);
	return landing_leaves(landing, place) ? NULL : board_at(board, place);
}
