#include "layout/boundary.h"

static struct place boundary_step(struct place place, int across, int down)
{
	return (struct place){place.column + across, place.row + down};
}

/* The next sticky in a direction from PLACE, at most BOUNDARY_GAP + 1 slots away, or NULL; *DISTANCE is how far. */
static const struct sticky *boundary_next(
	const struct board *board, struct place place, int across, int down, int *distance)
{
	for (*distance = 1; *distance <= BOUNDARY_GAP + 1; ++*distance) {
		const struct sticky *sticky;

		place = boundary_step(place, across, down);
		if (place.column < 1 || place.row < 1 || place.column > PLACE_MOST || place.row > PLACE_MOST)
			return NULL;
		sticky = board_at(board, place);
		if (sticky)
			return sticky;
	}
	return NULL;
}

/* The context that has members on both sides of an empty slot, or 0. */
static int64_t boundary_between(const struct board *board, struct place place, int across, int down)
{
	int before, after;
	const struct sticky *first = boundary_next(board, place, -across, -down, &before);
	const struct sticky *second = boundary_next(board, place, across, down, &after);

	return first && second && first->context == second->context && before + after <= BOUNDARY_GAP + 1
		       ? first->context
		       : 0;
}

int64_t boundary_context(const struct board *board, struct place place)
{
	const struct sticky *sticky = board_at(board, place);
	int64_t context = sticky ? sticky->context : boundary_between(board, place, 1, 0);

	return context || sticky ? context : boundary_between(board, place, 0, 1);
}

static void boundary_gaps_towards(
	const struct board *board, const struct sticky *sticky, int across, int down, struct vec *places)
{
	int distance;
	const struct sticky *next = boundary_next(board, sticky->place, across, down, &distance);

	for (int i = 1; next && next->context == sticky->context && i < distance; i++) {
		struct place place = boundary_step(sticky->place, i * across, i * down);

		/* slots inside a boundary in their row belong to that */
		if (across || !boundary_between(board, place, 1, 0))
			vec_add(places, struct place) = place;
	}
}

void boundary_gaps(const struct board *board, const struct sticky *sticky, struct vec *places)
{
	boundary_gaps_towards(board, sticky, 1, 0, places);
	boundary_gaps_towards(board, sticky, 0, 1, places);
}
