#include "model/slots.h"

#include <stddef.h>

void slots_init(struct slots *slots, const struct board *board)
{
	*slots = (struct slots){board, MAP_INIT, MAP_INIT};
}

void slots_release(struct slots *slots)
{
	map_release(&slots->leaving);
	map_release(&slots->below);
}

void slots_leave(struct slots *slots, const struct sticky *sticky)
{
	map_set(&slots->leaving, (uint64_t)sticky->id, (void *)sticky);
}

/* The row from which to look if PLACE is taken; otherwise 0. */
static int32_t slots_below(const struct slots *slots, struct place place)
{
	int32_t row = (int32_t)(intptr_t)map_get(&slots->below, place_key(place));
	const struct sticky *there = row ? NULL : board_at(slots->board, place);

	if (there && !map_get(&slots->leaving, (uint64_t)there->id))
		row = place.row + 1;
	return row;
}

static void slots_set_below(struct slots *slots, struct place place, int32_t row)
{
	map_set(&slots->below, place_key(place), (void *)(intptr_t)row);
}

static void slots_take(struct slots *slots, struct place place)
{
	slots_set_below(slots, place, place.row + 1);
}

/* The nearest free slot at PLACE or below; its row is more than PLACE_MOST if there is none. All slots passed then
 * point to the result, so that the next search is quick. */
static struct place slots_find(struct slots *slots, struct place place)
{
	struct place at = place, passed = place;
	int32_t row;

	while (at.row <= PLACE_MOST && (row = slots_below(slots, at)))
		at.row = row;
	while (passed.row < at.row) {
		row = slots_below(slots, passed);
		slots_set_below(slots, passed, at.row);
		passed.row = row;
	}
	return at;
}

size_t slots_give(struct slots *slots, const struct vec *places, size_t *moved)
{
	struct vec others = VEC_INIT(size_t);
	size_t full = places->count;

	for (size_t i = 0; i < places->count; i++) {
		struct place place = *vec_get(places, struct place *, i);

		if (slots_below(slots, place))
			vec_add(&others, size_t) = i;
		else
			slots_take(slots, place);
	}
	for (size_t i = 0; i < others.count && full == places->count; i++) {
		size_t at = vec_get(&others, size_t, i);
		struct place *place = vec_get(places, struct place *, at);

		*place = slots_find(slots, *place);
		if (place->row > PLACE_MOST)
			full = at;
		slots_take(slots, *place);
		++*moved;
	}
	vec_release(&others);
	return full;
}
