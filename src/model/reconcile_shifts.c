#include "model/reconcile_private.h"

static struct place reconcile_fold(const struct vec *shifts, struct place place)
{
	for (size_t i = 0; shifts && i < shifts->count; i++)
		place = shift_place(vec_get(shifts, struct shift, i), place);
	return place;
}

/* SHIFT moved by SHIFTS: what it would be after them. */
static struct shift reconcile_shifted(const struct vec *shifts, struct shift shift)
{
	struct place at = {shift.axis == AXIS_COLUMNS ? shift.at : 1, shift.axis == AXIS_ROWS ? shift.at : 1};

	at = reconcile_fold(shifts, at);
	shift.at = shift.axis == AXIS_COLUMNS ? at.column : at.row;
	return shift;
}

struct place reconcile_place_ours(const struct reconcile *reconcile, struct place place)
{
	return reconcile_fold(&reconcile->brought, reconcile_fold(reconcile->sides->our_shifts, place));
}

struct place reconcile_place_theirs(const struct reconcile *reconcile, struct place place)
{
	return reconcile_fold(&reconcile->theirs, place);
}

struct place reconcile_place_brought(const struct reconcile *reconcile, struct place place)
{
	const struct vec *ours = reconcile->sides->our_shifts;

	for (size_t i = 0; ours && i < ours->count; i++)
		place = shift_place(reconcile_shifted(&reconcile->theirs, vec_get(ours, struct shift, i)), place);
	return place;
}

int reconcile_shift(struct reconcile *reconcile, struct error *err)
{
	const struct vec *theirs = reconcile->sides->their_shifts;

	(void)err;
	for (size_t i = 0; theirs && i < theirs->count; i++) {
		struct shift shift = vec_get(theirs, struct shift, i);
		struct place at = {shift.axis == AXIS_COLUMNS ? shift.at : 1, shift.axis == AXIS_ROWS ? shift.at : 1};
		struct shift brought = shift;

		at = reconcile_place_brought(reconcile, at);
		brought.at = shift.axis == AXIS_COLUMNS ? at.column : at.row;
		/* a gap that closed there may not be empty here: then what moved there moves one by one */
		if (edit_shift(reconcile->edit, brought, NULL))
			continue;
		vec_add(&reconcile->theirs, struct shift) = shift;
		vec_add(&reconcile->brought, struct shift) = brought;
	}
	return 0;
}
