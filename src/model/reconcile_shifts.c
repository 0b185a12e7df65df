#include "model/reconcile_private.h"

/* The first column or row that SHIFT moves, as a place. */
static struct place reconcile_edge(struct shift shift)
{
	return (struct place){shift.axis == AXIS_COLUMNS ? shift.at : 1, shift.axis == AXIS_ROWS ? shift.at : 1};
}

/* SHIFT with its edge at PLACE. */
static struct shift reconcile_shift_at(struct shift shift, struct place place)
{
	shift.at = shift.axis == AXIS_COLUMNS ? place.column : place.row;
	return shift;
}

/* SHIFT moved by SHIFTS: what it would be after them. */
static struct shift reconcile_shifted(const struct vec *shifts, struct shift shift)
{
	return reconcile_shift_at(shift, shift_place_by_all(shifts, reconcile_edge(shift)));
}

struct place reconcile_place_ours(const struct reconcile *reconcile, struct place place)
{
	return shift_place_by_all(&reconcile->brought, shift_place_by_all(reconcile->sides->our_shifts, place));
}

struct place reconcile_place_theirs(const struct reconcile *reconcile, struct place place)
{
	return shift_place_by_all(&reconcile->theirs, place);
}

/* Lists our shifts that theirs lacks, as they would be after theirs. */
static void reconcile_list_ours(struct reconcile *reconcile)
{
	const struct vec *ours = reconcile->sides->our_shifts;

	vec_reset(&reconcile->ours);
	for (size_t i = 0; ours && i < ours->count; i++)
		if (!map_get(&reconcile->shared, i + 1))
			vec_add(&reconcile->ours, struct shift) =
				reconcile_shifted(&reconcile->theirs, vec_get(ours, struct shift, i));
}

struct place reconcile_place_brought(const struct reconcile *reconcile, struct place place)
{
	place = shift_place_by_all(&reconcile->ours, place);
	place.column = place.column < 1 ? 1 : place.column > PLACE_MOST ? PLACE_MOST : place.column;
	place.row = place.row < 1 ? 1 : place.row > PLACE_MOST ? PLACE_MOST : place.row;
	return place;
}

static bool reconcile_shift_equal(struct shift one, struct shift other)
{
	return one.axis == other.axis && one.at == other.at && one.by == other.by;
}

/* Has ours SHIFT of theirs already: from an earlier merge in either direction, or because both did the same? */
static bool reconcile_shares(struct reconcile *reconcile, struct shift shift)
{
	const struct vec *ours = reconcile->sides->our_shifts;
	struct place here = reconcile_edge(shift); /* of SHIFT, on ours so far */

	for (size_t i = 0; ours && i < ours->count; i++) {
		struct shift our = vec_get(ours, struct shift, i), after = reconcile_shifted(&reconcile->theirs, our);

		if (map_get(&reconcile->shared, i + 1))
			continue;
		if (reconcile_shift_equal(our, reconcile_shift_at(shift, here)) ||
			reconcile_shift_equal(after, shift)) {
			map_set(&reconcile->shared, i + 1, reconcile);
			return true;
		}
		here = shift_place(after, here);
	}
	return false;
}

/* Would SHIFT of theirs move a sticky that both have and that is where it was on ours? After an earlier merge, what it
 * moves may have been moved one by one. */
static bool reconcile_is_due(const struct reconcile *reconcile, struct shift shift)
{
	const struct sticky *base;

	for (size_t at = 0; (base = board_next(reconcile->sides->base, ENTITY_STICKY, &at));) {
		const struct sticky *ours = board_sticky(reconcile->edit->board, base->id);
		struct place there = reconcile_place_theirs(reconcile, base->place);

		if (ours && board_sticky(reconcile->sides->theirs, base->id) &&
			place_equal(ours->place, reconcile_place_ours(reconcile, base->place)) &&
			!place_equal(shift_place(shift, there), there))
			return true;
	}
	return false;
}

static void reconcile_count(struct reconcile_report *report, struct shift shift)
{
	if (shift.by > 0)
		report->inserted[shift.axis] += (size_t)shift.by;
	else
		report->closed[shift.axis] += (size_t)-shift.by;
}

void reconcile_shift(struct reconcile *reconcile)
{
	const struct vec *theirs = reconcile->sides->their_shifts;

	reconcile_list_ours(reconcile);
	for (size_t i = 0; theirs && i < theirs->count; i++) {
		struct shift shift = vec_get(theirs, struct shift, i), brought;

		if (!reconcile_shares(reconcile, shift)) {
			brought = reconcile_shift_at(shift, reconcile_place_brought(reconcile, reconcile_edge(shift)));
			/* a gap that closed there may not be empty here: then what moved there moves one by one */
			if ((shift.by < 0 && !reconcile_is_due(reconcile, shift)) ||
				edit_shift(reconcile->edit, brought, NULL))
				continue;
			vec_add(&reconcile->brought, struct shift) = brought;
			reconcile_count(reconcile->report, brought);
		}
		vec_add(&reconcile->theirs, struct shift) = shift;
		reconcile_list_ours(reconcile);
	}
}
