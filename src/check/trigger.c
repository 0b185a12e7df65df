#include "check/trigger.h"

#include <stdlib.h>

/* A direction to search slots in. */
struct trigger_way {
	int32_t column, row; /* added at each step */
	unsigned sides;      /* the sides that it belongs to */
};

/* Left and right come first: a sentence runs from left to right. */
static const struct trigger_way trigger_ways[] = {
	{-1, 0, TRIGGER_BEFORE},
	{1, 0, TRIGGER_AFTER},
	{0, -1, TRIGGER_AROUND},
	{0, 1, TRIGGER_AROUND},
};

#define TRIGGER_WAYS (sizeof(trigger_ways) / sizeof(trigger_ways[0]))

static bool trigger_is_of(const struct sticky *sticky, unsigned kinds)
{
	return kinds & KIND_BIT(sticky->kind);
}

static const struct sticky *trigger_lower(const struct sticky *best, const struct sticky *other, unsigned kinds)
{
	if (!trigger_is_of(other, kinds) || (best && best->id < other->id))
		return best;
	return other;
}

const struct sticky *trigger_linked(
	const struct board *board, const struct sticky *sticky, unsigned kinds, unsigned sides)
{
	const struct sticky *best = NULL;
	const struct link *link;

	for (link = sides & TRIGGER_BEFORE ? sticky->first_in : NULL; link; link = link->next_in)
		best = trigger_lower(best, board_sticky(board, link->source), kinds);
	for (link = sides & TRIGGER_AFTER ? sticky->first_out : NULL; link; link = link->next_out)
		best = trigger_lower(best, board_sticky(board, link->target), kinds);
	return best;
}

/* The distance of two stickies; columns count before rows. */
static int64_t trigger_distance(const struct sticky *a, const struct sticky *b)
{
	int64_t across = llabs((long long)a->place.column - b->place.column);

	return across * PLACE_MOST + llabs((long long)a->place.row - b->place.row);
}

/* The sticky of KINDS before, or after, AGGREGATE that is nearest to ASKER; or BEST if that is nearer. */
static const struct sticky *trigger_behind(const struct board *board, const struct sticky *aggregate,
	const struct sticky *asker, unsigned kinds, unsigned side, const struct sticky *best)
{
	const struct link *link = side == TRIGGER_BEFORE ? aggregate->first_in : aggregate->first_out;

	for (; link; link = side == TRIGGER_BEFORE ? link->next_in : link->next_out) {
		const struct sticky *other = board_sticky(board, side == TRIGGER_BEFORE ? link->source : link->target);
		int64_t nearer;

		if (other == asker || !trigger_is_of(other, kinds))
			continue;
		nearer = best ? trigger_distance(asker, best) - trigger_distance(asker, other) : 1;
		if (nearer > 0 || (!nearer && other->id < best->id))
			best = other;
	}
	return best;
}

static const struct sticky *trigger_through(
	const struct board *board, const struct sticky *sticky, unsigned kinds, unsigned side)
{
	const struct link *link = side == TRIGGER_BEFORE ? sticky->first_in : sticky->first_out;
	const struct sticky *best = NULL;

	while (link) {
		const struct sticky *other = board_sticky(board, side == TRIGGER_BEFORE ? link->source : link->target);

		if (other->kind == KIND_AGGREGATE)
			best = trigger_behind(board, other, sticky, kinds, side, best);
		link = side == TRIGGER_BEFORE ? link->next_in : link->next_out;
	}
	return best;
}

static const struct sticky *trigger_walk(
	const struct board *board, const struct sticky *sticky, unsigned kinds, const struct trigger_way *way)
{
	struct place place = sticky->place;

	for (int step = 0; step < TRIGGER_REACH; step++) {
		const struct sticky *other;

		place.column += way->column;
		place.row += way->row;
		other = board_at(board, place);
		if (!other || trigger_is_of(other, kinds))
			return other;
		if (other->kind == KIND_EVENT || other->kind == sticky->kind)
			return NULL;
	}
	return NULL;
}

const struct sticky *trigger_tied(
	const struct board *board, const struct sticky *sticky, unsigned kinds, unsigned sides)
{
	const struct sticky *found = trigger_linked(board, sticky, kinds, sides);

	if (!found && sides & TRIGGER_BEFORE)
		found = trigger_through(board, sticky, kinds, TRIGGER_BEFORE);
	if (!found && sides & TRIGGER_AFTER)
		found = trigger_through(board, sticky, kinds, TRIGGER_AFTER);
	return found;
}

const struct sticky *trigger_find(
	const struct board *board, const struct sticky *sticky, unsigned kinds, unsigned sides)
{
	const struct sticky *found = trigger_tied(board, sticky, kinds, sides);

	for (size_t i = 0; i < TRIGGER_WAYS && !found; i++)
		if (trigger_ways[i].sides & sides)
			found = trigger_walk(board, sticky, kinds, &trigger_ways[i]);
	return found;
}

void trigger_near(const struct board *board, const struct sticky *sticky, struct vec *ids)
{
	for (const struct link *link = sticky->first_in; link; link = link->next_in)
		vec_add(ids, int64_t) = link->source;
	for (const struct link *link = sticky->first_out; link; link = link->next_out)
		vec_add(ids, int64_t) = link->target;
	for (size_t i = 0; i < TRIGGER_WAYS; i++) {
		for (int step = 1; step <= TRIGGER_REACH; step++) {
			struct place at = {sticky->place.column + step * trigger_ways[i].column,
				sticky->place.row + step * trigger_ways[i].row};
			const struct sticky *other = board_at(board, at);

			if (other)
				vec_add(ids, int64_t) = other->id;
		}
	}
}
